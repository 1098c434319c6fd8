#include <algorithm>
#include <numeric>
#include <set>

#include "engine/solve/equation_form.h"

namespace stillhouse {

namespace {

class CompleteForm final : public EquationForm {
 public:
  explicit CompleteForm(const Flowsheet& plant);

  void residual(const double* y, const double* yp, const double* inputs, const double* modes, double* r) override {
    plant_.residual(y, yp, inputs, modes, r);
  }
  void jacobian(const double* y, const double* yp, const double* inputs, const double* modes, double y_weight,
                double yp_weight, double* values) override;
  void complete(const double* y, const double*, const double*, double* whole_y) override {
    std::copy(y, y + unknowns_.size(), whole_y);
  }
  void observe(const double* y, const double* inputs, const double* modes, double* whole_y, double* observables,
               double* holdings) override {
    std::copy(y, y + unknowns_.size(), whole_y);
    plant_.observe(whole_y, inputs, modes, observables, holdings);
  }
  void events(const double* y, const double* inputs, const double* modes, double* functions,
              Events::Transition* transitions) override {
    plant_.events(y, inputs, modes, functions, transitions);
  }
  std::string in_words() const override {
    return "all " + std::to_string(unknowns_.size()) + " unknowns are solved for";
  }

 private:
  struct Entry {
    int block;  // position in the sweep's block
    int value;  // position in the matrix
  };
  struct Sweep {
    std::size_t unit;
    int first;  // first of the unit's own unknowns that is seeded
    std::vector<Entry> entries;
  };

  const Flowsheet& plant_;
  std::vector<Sweep> sweeps_;
  std::vector<double> y_along_, yp_along_;  // what a sweep seeds: its unknowns, one a direction; else zero
  std::vector<double> block_;
};

CompleteForm::CompleteForm(const Flowsheet& plant) : plant_(plant) {
  unknowns_.resize(static_cast<std::size_t>(plant.unknown_count()));
  std::iota(unknowns_.begin(), unknowns_.end(), 0);
  rows_ = unknowns_;

  // the pattern of the whole: every (equation, unknown) pair that some unit's pattern names
  const std::size_t n = unknowns_.size();
  std::vector<std::set<int>> rows_of_column(n);
  std::size_t most_rows = 0;
  for (const Flowsheet::Unit& unit : plant_.units()) {
    most_rows = std::max(most_rows, unit.rows.size());
    for (std::size_t r = 0; r < unit.rows.size(); ++r) {
      for (const auto* list : {&unit.rows[r].reads, &unit.rows[r].rates}) {
        for (int local : *list) {
          const int column = unit.unknowns[static_cast<std::size_t>(local)];
          rows_of_column[static_cast<std::size_t>(column)].insert(unit.first_row + static_cast<int>(r));
        }
      }
    }
  }
  pattern_.column_start.push_back(0);
  for (const std::set<int>& rows : rows_of_column) {
    pattern_.row.insert(pattern_.row.end(), rows.begin(), rows.end());
    pattern_.column_start.push_back(static_cast<int>(pattern_.row.size()));
  }

  // each sweep of each unit: where the entries of its dense block go
  for (std::size_t u = 0; u < plant_.units().size(); ++u) {
    const Flowsheet::Unit& unit = plant_.units()[u];
    const int count = static_cast<int>(unit.unknowns.size());
    for (int first = 0; first < count; first += tangent_width) {
      Sweep sweep{u, first, {}};
      for (std::size_t r = 0; r < unit.rows.size(); ++r) {
        std::set<int> locals(unit.rows[r].reads.begin(), unit.rows[r].reads.end());
        locals.insert(unit.rows[r].rates.begin(), unit.rows[r].rates.end());
        for (int local : locals) {
          if (local < first || local >= first + tangent_width) continue;
          const int column = unit.unknowns[static_cast<std::size_t>(local)];
          sweep.entries.push_back({static_cast<int>(r) * tangent_width + local - first,
                                   pattern_.position(unit.first_row + static_cast<int>(r), column)});
        }
      }
      if (!sweep.entries.empty()) sweeps_.push_back(std::move(sweep));
    }
  }
  y_along_.assign(n * tangent_width, 0.0);
  yp_along_.assign(n * tangent_width, 0.0);
  block_.assign(most_rows * tangent_width, 0.0);
}

void CompleteForm::jacobian(const double* y, const double* yp, const double* inputs, const double* modes,
                            double y_weight, double yp_weight, double* values) {
  for (const Sweep& sweep : sweeps_) {
    const Flowsheet::Unit& unit = plant_.units()[sweep.unit];
    const auto seed = [&](double y_seed, double yp_seed) {
      for (std::size_t k = 0; k < std::size_t{tangent_width}; ++k) {
        const std::size_t local = static_cast<std::size_t>(sweep.first) + k;
        if (local >= unit.unknowns.size()) return;
        const std::size_t at = std::size_t{tangent_width} * static_cast<std::size_t>(unit.unknowns[local]) + k;
        y_along_[at] = y_seed;
        yp_along_[at] = yp_seed;
      }
    };
    seed(y_weight, yp_weight);
    Equations<Tangent> eq(y, yp, inputs, modes, {.y = y_along_.data(), .yp = yp_along_.data()}, block_.data());
    unit.operation->equations(eq);
    seed(0.0, 0.0);
    for (const Entry& entry : sweep.entries) values[entry.value] = block_[static_cast<std::size_t>(entry.block)];
  }
}

}  // namespace

std::unique_ptr<EquationForm> make_complete_form(const Flowsheet& plant) {
  return std::make_unique<CompleteForm>(plant);
}

}  // namespace stillhouse
