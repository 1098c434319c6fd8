#include "models/properties/regression/consistency.h"

#include <algorithm>
#include <cmath>

#include "models/properties/bracketed_root.h"
#include "models/properties/regression/linear_fit.h"

namespace stillhouse {

namespace {

constexpr std::size_t fewest_points = 5;
constexpr double unmeasured_end = 0.3;  // of the composition
constexpr double least_area = 0.05;     // of ln(gamma_1 / gamma_2) over x_1

PerSpecies<double> pair(double first, double second) {
  PerSpecies<double> result;
  result.push_back(first);
  result.push_back(second);
  return result;
}

template <class Value>
std::optional<double> one_value(const std::vector<PairPoint>& points, const Value& value, double relative,
                                double absolute) {
  std::optional<double> first;
  for (const PairPoint& point : points) {
    const std::optional<double> here = value(point);
    if (!here) return std::nullopt;
    if (!first) first = here;
    if (std::fabs(*here - *first) > relative * std::fabs(*first) + absolute) return std::nullopt;
  }
  return first;
}

/// Points with x, y, T and P between the pure ends.
std::vector<PairPoint> complete(const std::vector<PairPoint>& points) {
  std::vector<PairPoint> result;
  for (const PairPoint& point : points)
    if (point.y && point.T && point.P && point.x > 0.0 && point.x < 1.0 && *point.y > 0.0 && *point.y < 1.0)
      result.push_back(point);
  return result;
}

/// Boiling point of a pure species between 200 K and 650 K.
double boiling_point(const Fluid& fluid, std::size_t i, double P) {
  return bracketed_root([&](double T) { return log(fluid.vapour_pressure(i, T) / P); }, 200.0, 650.0);
}

/// g^E / (R T) = x1 x2 sum_k c_k (x1 - x2)^k as activity coefficients.
PerSpecies<double> redlich_kister(const std::vector<double>& c, double x1) {
  const double x2 = 1.0 - x1, z = x1 - x2;
  double sum = 0.0, slope = 0.0, power = 1.0;  // of sum_k c_k z^k by z
  for (std::size_t k = 0; k < c.size(); ++k) {
    sum += c[k] * power;
    if (k + 1 < c.size()) slope += static_cast<double>(k + 1) * c[k + 1] * power;
    power *= z;
  }
  const double g = x1 * x2 * sum, dg = (x2 - x1) * sum + 2.0 * x1 * x2 * slope;  // by x1
  return pair(g + x2 * dg, g - x1 * dg);
}

}  // namespace

std::optional<double> one_temperature(const std::vector<PairPoint>& points) {
  return one_value(
      points, [](const PairPoint& point) { return point.T; }, 0.0, 0.1);
}
std::optional<double> one_pressure(const std::vector<PairPoint>& points) {
  return one_value(
      points, [](const PairPoint& point) { return point.P; }, 0.005, 0.0);
}

std::optional<std::array<double, 2>> measured_activity(const Fluid& ideal, const PairPoint& point) {
  if (complete({point}).empty()) return std::nullopt;
  const PerSpecies<double> x = pair(point.x, 1.0 - point.x);
  const std::array<double, 2> sought{*point.y * *point.P, (1.0 - *point.y) * *point.P};
  // partial pressures rise with the first to second power of activity (dimers), so that this step closes in on them
  PerSpecies<double> activity = x;
  for (int step = 0; step < 200; ++step) {
    const PerSpecies<double> pressure = ideal.bubble_pressures(activity, *point.T);
    double miss = 0.0;
    for (std::size_t i = 0; i < 2; ++i) {
      const double ratio = log(sought[i] / pressure[i]);
      miss = std::max(miss, std::fabs(ratio));
      activity[i] *= exp(0.67 * ratio);
    }
    if (miss < 1e-13) break;
  }
  return std::array<double, 2>{activity[0] / x[0], activity[1] / x[1]};
}

std::optional<AreaTest> area_test(const Fluid& ideal, const std::vector<PairPoint>& points) {
  const std::vector<PairPoint> used = complete(points);
  if (used.size() < fewest_points) return std::nullopt;
  const std::optional<double> T = one_temperature(used), P = one_pressure(used);
  if (!T && !P) return std::nullopt;
  const auto [least, most] =
      std::minmax_element(used.begin(), used.end(), [](const auto& a, const auto& b) { return a.x < b.x; });
  if (least->x > unmeasured_end || most->x < 1.0 - unmeasured_end) return std::nullopt;

  // a polynomial in z = x1 - x2; an error dy of y changes ln(gamma_1 / gamma_2) by dy / (y (1 - y))
  const std::size_t terms = used.size() >= 10 ? 5 : used.size() >= 7 ? 4 : 3;
  std::vector<std::vector<double>> basis;
  std::vector<double> target, weight;
  for (const PairPoint& point : used) {
    const auto gamma = *measured_activity(ideal, point);
    std::vector<double> row;
    for (std::size_t k = 0; k < terms; ++k) row.push_back(k == 0 ? 1.0 : row.back() * (2.0 * point.x - 1.0));
    basis.push_back(row);
    target.push_back(log(gamma[0] / gamma[1]));
    weight.push_back(*point.y * (1.0 - *point.y));
  }
  const std::vector<double> c = linear_fit(basis, target, weight);
  AreaTest test;
  constexpr int steps = 1000;
  for (int i = 0; i < steps; ++i) {
    const double z = 2.0 * (i + 0.5) / steps - 1.0;
    double height = 0.0;
    for (std::size_t k = terms; k-- > 0;) height = height * z + c[k];
    (height > 0.0 ? test.above : test.below) += std::fabs(height) / steps;
  }
  if (test.above + test.below < least_area) return std::nullopt;
  test.D = 100.0 * std::fabs(test.above - test.below) / (test.above + test.below);
  test.at_pressure = !T;
  if (test.at_pressure) {
    const double one = boiling_point(ideal, 0, *P), other = boiling_point(ideal, 1, *P);
    double low = std::min(one, other), high = std::max(one, other);
    for (const PairPoint& point : used) low = std::min(low, *point.T), high = std::max(high, *point.T);
    test.J = 150.0 * (high - low) / low;
  }
  test.consistent = test.D - test.J < 10.0;
  return test;
}

std::optional<PointTest> point_test(const Fluid& ideal, const std::vector<PairPoint>& points) {
  const std::vector<PairPoint> used = complete(points);
  if (used.size() < fewest_points) return std::nullopt;
  const auto pressures = [&](const std::vector<double>& c, const PairPoint& point) {
    PerSpecies<double> activity = redlich_kister(c, point.x);
    activity[0] = point.x * exp(activity[0]);
    activity[1] = (1.0 - point.x) * exp(activity[1]);
    return ideal.bubble_pressures(activity, *point.T);
  };
  PointTest test;
  test.terms = used.size() >= 10 ? 4 : used.size() >= 7 ? 3 : 2;
  const auto residuals = [&](const std::vector<double>& c, std::vector<double>& r) {
    for (std::size_t i = 0; i < used.size(); ++i) {
      const PerSpecies<double> p = pressures(c, used[i]);
      r[i] = 100.0 * log((p[0] + p[1]) / *used[i].P);
    }
  };
  const std::vector<double> c =
      fit_least_squares(residuals, std::vector<double>(static_cast<std::size_t>(test.terms), 0.1), used.size())
          .parameters;
  for (const PairPoint& point : used) {
    const PerSpecies<double> p = pressures(c, point);
    const double miss = p[0] / (p[0] + p[1]) - *point.y;
    test.mean += std::fabs(miss) / static_cast<double>(used.size());
    test.bias += miss / static_cast<double>(used.size());
    test.largest = std::max(test.largest, std::fabs(miss));
  }
  test.consistent = test.mean <= 0.01;
  return test;
}

}  // namespace stillhouse
