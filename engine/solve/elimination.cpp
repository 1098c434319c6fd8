#include "engine/solve/elimination.h"

#include <algorithm>
#include <cmath>

namespace stillhouse {

namespace {

constexpr double threshold = 0.1;      // of the largest in its column: taken as a pivot
constexpr double too_small = 1e-4;     // of the largest in its column: pivots are chosen anew
constexpr double never = 1e-300;       // pivots that were just chosen are taken as they are
constexpr std::size_t most = 1 << 14;  // list lengths reserved for; 30 unknowns without any zeros need 8555

}  // namespace

Elimination::Elimination(const SparsePattern& pattern) : size_(pattern.size()), pattern_(pattern) {
  const std::size_t n = static_cast<std::size_t>(size_);
  place_.resize(static_cast<std::size_t>(pattern.entries()));
  pivots_.resize(n + 1);
  left_.reserve(n * n / 2 + 1);
  right_.reserve(n * n / 2 + 1);
  scale_.reserve(n * n / 2 + 1);
  updates_.reserve(std::min(most, n * n * n / 3 + 1));
  a_.resize(n * n);
  full_.resize(n * n);
  x_.resize(n);
  row_scale_.resize(n);
  where_.resize(n * n);
  for (auto* v : {&row_count_, &column_count_, &row_step_, &column_step_}) v->resize(n);
}

/// Eliminates once on a full array, choosing pivots, and writes down what was done.
bool Elimination::choose(const double* by_value, const double* by_rate, double real) {
  const int n = size_;
  const auto at = [n](int r, int c) { return static_cast<std::size_t>(c * n + r); };
  std::fill(where_.begin(), where_.end(), -1);
  std::fill(full_.begin(), full_.end(), 0.0);
  std::fill(row_count_.begin(), row_count_.end(), 0);
  std::fill(column_count_.begin(), column_count_.end(), 0);
  std::fill(row_scale_.begin(), row_scale_.end(), 0.0);
  int entries = 0;
  for (int c = 0; c < n; ++c) {
    for (int k = pattern_.column_start[static_cast<std::size_t>(c)];
         k < pattern_.column_start[static_cast<std::size_t>(c) + 1]; ++k) {
      const int r = pattern_.row[static_cast<std::size_t>(k)];
      place_[static_cast<std::size_t>(k)] = where_[at(r, c)] = entries++;
      full_[at(r, c)] = by_value[k] + real * by_rate[k];
      ++row_count_[static_cast<std::size_t>(r)];
      ++column_count_[static_cast<std::size_t>(c)];
      double& scale = row_scale_[static_cast<std::size_t>(r)];
      scale = std::max(scale, std::abs(full_[at(r, c)]));
    }
  }
  for (double& scale : row_scale_) {
    if (!(scale > 0.0) || !std::isfinite(scale)) return false;
    scale = 1.0 / scale;
  }
  const auto size_of = [&](int r, int c) {
    return std::abs(full_[at(r, c)]) * row_scale_[static_cast<std::size_t>(r)];
  };

  std::fill(row_step_.begin(), row_step_.end(), -1);
  std::fill(column_step_.begin(), column_step_.end(), -1);
  left_.clear();
  right_.clear();
  scale_.clear();
  updates_.clear();
  for (int step = 0; step < n; ++step) {
    // the pivot: least work, then largest
    int row = -1, column = -1;
    long least = 0;
    double largest = 0.0;
    for (int c = 0; c < n; ++c) {
      if (column_step_[static_cast<std::size_t>(c)] >= 0) continue;
      double top = 0.0;
      for (int r = 0; r < n; ++r)
        if (row_step_[static_cast<std::size_t>(r)] < 0 && where_[at(r, c)] >= 0) top = std::max(top, size_of(r, c));
      if (!(top > 1e-14)) return false;
      for (int r = 0; r < n; ++r) {
        if (row_step_[static_cast<std::size_t>(r)] >= 0 || where_[at(r, c)] < 0) continue;
        const double size = size_of(r, c);
        if (size < threshold * top) continue;
        const long work = static_cast<long>(row_count_[static_cast<std::size_t>(r)] - 1) *
                          (column_count_[static_cast<std::size_t>(c)] - 1);
        if (row < 0 || work < least || (work == least && size / top > largest)) {
          row = r;
          column = c;
          least = work;
          largest = size / top;
        }
      }
    }
    row_step_[static_cast<std::size_t>(row)] = step;
    column_step_[static_cast<std::size_t>(column)] = step;
    pivots_[static_cast<std::size_t>(step)] = {
        where_[at(row, column)],        row, column, static_cast<int>(left_.size()), static_cast<int>(updates_.size()),
        static_cast<int>(right_.size())};

    // its row and column; places are rows and columns until all steps are known
    const double inverse = 1.0 / full_[at(row, column)];
    for (int c = 0; c < n; ++c) {
      if (column_step_[static_cast<std::size_t>(c)] >= 0 || where_[at(row, c)] < 0) continue;
      right_.push_back({where_[at(row, c)], c});
      --column_count_[static_cast<std::size_t>(c)];
    }
    for (int r = 0; r < n; ++r) {
      if (row_step_[static_cast<std::size_t>(r)] >= 0 || where_[at(r, column)] < 0) continue;
      left_.push_back({where_[at(r, column)], r});
      scale_.push_back(row_scale_[static_cast<std::size_t>(r)] / row_scale_[static_cast<std::size_t>(row)]);
      --row_count_[static_cast<std::size_t>(r)];
      const double multiplier = full_[at(r, column)] * inverse;
      for (int c = 0; c < n; ++c) {
        if (column_step_[static_cast<std::size_t>(c)] >= 0 || where_[at(row, c)] < 0) continue;
        if (where_[at(r, c)] < 0) {
          where_[at(r, c)] = entries++;
          ++row_count_[static_cast<std::size_t>(r)];
          ++column_count_[static_cast<std::size_t>(c)];
        }
        updates_.push_back({where_[at(r, c)], where_[at(r, column)], where_[at(row, c)]});
        full_[at(r, c)] -= multiplier * full_[at(row, c)];
      }
    }
  }
  pivots_[static_cast<std::size_t>(n)] = {
      0, 0, 0, static_cast<int>(left_.size()), static_cast<int>(updates_.size()), static_cast<int>(right_.size())};
  for (Term& t : left_) t.place = row_step_[static_cast<std::size_t>(t.place)];
  for (Term& t : right_) t.place = column_step_[static_cast<std::size_t>(t.place)];
  filled_ = entries;
  chosen_ = true;
  return true;
}

bool Elimination::eliminate(double least) {
  Value* a = a_.data();
  for (int k = 0; k < size_; ++k) {
    const Pivot& p = pivots_[static_cast<std::size_t>(k)];
    const Pivot& next = pivots_[static_cast<std::size_t>(k) + 1];
    const Value pivot = a[p.value];
    const double limit = std::abs(pivot.real) / least,
                 limit_complex = (std::abs(pivot.re) + std::abs(pivot.im)) / least;
    if (!(limit > 0.0) || !(limit_complex > 0.0)) return false;
    const double squared = 1.0 / (pivot.re * pivot.re + pivot.im * pivot.im);
    const Value inverse = {1.0 / pivot.real, pivot.re * squared, -pivot.im * squared};
    for (int l = p.left; l < next.left; ++l) {
      Value& v = a[left_[static_cast<std::size_t>(l)].value];
      const double scale = scale_[static_cast<std::size_t>(l)];
      if (!(std::abs(v.real) * scale <= limit)) return false;
      if (!((std::abs(v.re) + std::abs(v.im)) * scale <= limit_complex)) return false;
      v = {v.real * inverse.real, v.re * inverse.re - v.im * inverse.im, v.re * inverse.im + v.im * inverse.re};
    }
    for (int u = p.update; u < next.update; ++u) {
      const Update& op = updates_[static_cast<std::size_t>(u)];
      const Value &l = a[op.left], &r = a[op.right];
      Value& v = a[op.target];
      v = {v.real - l.real * r.real, v.re - (l.re * r.re - l.im * r.im), v.im - (l.re * r.im + l.im * r.re)};
    }
    a[p.value] = inverse;
  }
  return true;
}

bool Elimination::factor(const double* by_value, const double* by_rate, double real, double re, double im) {
  const std::size_t entries = place_.size();
  for (int attempt = 0; attempt < 2; ++attempt) {
    const bool fresh = !chosen_;
    if (fresh && !choose(by_value, by_rate, real)) return false;
    std::fill(a_.begin(), a_.begin() + filled_, Value{0.0, 0.0, 0.0});
    for (std::size_t k = 0; k < entries; ++k) {
      const double value = by_value[k], rate = by_rate[k];
      a_[static_cast<std::size_t>(place_[k])] = {value + real * rate, value + re * rate, im * rate};
    }
    if (eliminate(fresh ? never : too_small)) return true;
    chosen_ = false;
  }
  return false;
}

void Elimination::solve(double* b) {
  const Value* a = a_.data();
  Value* x = x_.data();
  for (int k = 0; k < size_; ++k) x[k].real = b[pivots_[static_cast<std::size_t>(k)].row];
  for (int k = 0; k < size_; ++k) {
    const int end = pivots_[static_cast<std::size_t>(k) + 1].left;
    const double v = x[k].real;
    for (int l = pivots_[static_cast<std::size_t>(k)].left; l < end; ++l) {
      const Term& t = left_[static_cast<std::size_t>(l)];
      x[t.place].real -= a[t.value].real * v;
    }
  }
  for (int k = size_ - 1; k >= 0; --k) {
    const Pivot& p = pivots_[static_cast<std::size_t>(k)];
    const int end = pivots_[static_cast<std::size_t>(k) + 1].right;
    double v = x[k].real;
    for (int r = p.right; r < end; ++r) {
      const Term& t = right_[static_cast<std::size_t>(r)];
      v -= a[t.value].real * x[t.place].real;
    }
    b[p.column] = x[k].real = v * a[p.value].real;
  }
}

void Elimination::solve(double* b, double* b_re, double* b_im) {
  const Value* a = a_.data();
  Value* x = x_.data();
  for (int k = 0; k < size_; ++k) {
    const int row = pivots_[static_cast<std::size_t>(k)].row;
    x[k] = {b[row], b_re[row], b_im[row]};
  }
  for (int k = 0; k < size_; ++k) {
    const int end = pivots_[static_cast<std::size_t>(k) + 1].left;
    const Value v = x[k];
    for (int l = pivots_[static_cast<std::size_t>(k)].left; l < end; ++l) {
      const Term& t = left_[static_cast<std::size_t>(l)];
      const Value& m = a[t.value];
      Value& w = x[t.place];
      w = {w.real - m.real * v.real, w.re - (m.re * v.re - m.im * v.im), w.im - (m.re * v.im + m.im * v.re)};
    }
  }
  for (int k = size_ - 1; k >= 0; --k) {
    const Pivot& p = pivots_[static_cast<std::size_t>(k)];
    const int end = pivots_[static_cast<std::size_t>(k) + 1].right;
    Value v = x[k];
    for (int r = p.right; r < end; ++r) {
      const Term& t = right_[static_cast<std::size_t>(r)];
      const Value &m = a[t.value], &w = x[t.place];
      v = {v.real - m.real * w.real, v.re - (m.re * w.re - m.im * w.im), v.im - (m.re * w.im + m.im * w.re)};
    }
    const Value& inverse = a[p.value];
    x[k] = {v.real * inverse.real, v.re * inverse.re - v.im * inverse.im, v.re * inverse.im + v.im * inverse.re};
    b[p.column] = x[k].real;
    b_re[p.column] = x[k].re;
    b_im[p.column] = x[k].im;
  }
}

}  // namespace stillhouse
