#include "models/instruments/calibration/uncertainty.h"

#include <algorithm>
#include <cmath>

#include "engine/autodiff/functions.h"
#include "engine/base/error.h"
#include "models/control/setting_check.h"
#include "models/instruments/calibration/distributions.h"

namespace stillhouse {

double rectangular(double half_width) {
  return half_width / sqrt(3.0);
}
double triangular(double half_width) {
  return half_width / sqrt(6.0);
}
double arcsine(double half_width) {
  return half_width / sqrt(2.0);
}

double CombinedUncertainty::coverage_factor(double probability) const {
  check_setting("coverage", "probability", probability, 0.01, 0.9999);
  // a hair above the whole number is the whole number
  const double nu = std::isinf(freedom) ? freedom : std::max(1.0, std::floor(freedom * (1.0 + 1e-12)));
  return students_t_quantile(0.5 + 0.5 * probability, std::min(nu, 1e300));
}

CombinedUncertainty combine(const std::function<double(std::span<const double>)>& f,
                            const std::vector<UncertainInput>& inputs, const std::vector<Correlation>& correlations) {
  CombinedUncertainty result;
  std::vector<double> x;
  for (const UncertainInput& input : inputs) {
    check_setting(input.name, "standard uncertainty", input.u, 0.0, 1e300);
    check_setting(input.name, "degrees of freedom", std::min(input.freedom, 1e300), 1e-3, 1e300);
    x.push_back(input.value);
  }
  result.value = f(x);

  double variance = 0.0, fourth = 0.0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    const UncertainInput& input = inputs[i];
    x[i] = input.value + input.u;
    const double above = f(x);
    x[i] = input.value - input.u;
    const double below = f(x);
    x[i] = input.value;
    const double part = 0.5 * (above - below);
    result.budget.push_back({input.name, input.u > 0.0 ? part / input.u : 0.0, part});
    variance += part * part;
    if (!std::isinf(input.freedom)) fourth += part * part * part * part / input.freedom;
  }
  for (const Correlation& c : correlations) {
    if (c.first >= inputs.size() || c.second >= inputs.size() || c.first == c.second)
      throw ModelError("uncertainty: a correlation needs two different inputs of " + std::to_string(inputs.size()));
    check_setting("uncertainty", "correlation", c.r, -1.0, 1.0);
    variance += 2.0 * c.r * result.budget[c.first].u * result.budget[c.second].u;
  }
  result.u = sqrt(std::max(0.0, variance));
  const bool known = correlations.empty() && fourth > 0.0;
  result.freedom = known ? variance * variance / fourth : std::numeric_limits<double>::infinity();
  return result;
}

}  // namespace stillhouse
