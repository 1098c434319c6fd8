#include "models/properties/regression/pair_regression.h"

#include <algorithm>
#include <cmath>

#include "engine/base/error.h"
#include "models/properties/bracketed_root.h"
#include "models/properties/component.h"
#include "models/properties/fluid_vle.h"

namespace stillhouse {

namespace {

PerSpecies<double> pair(double first, double second) {
  PerSpecies<double> result;
  result.push_back(first);
  result.push_back(second);
  return result;
}

/// What stands between the fitted numbers and the parameters a_12, b_12, a_21, b_21.
class Parameters {
 public:
  Parameters(const std::array<std::string, 2>& compounds, const std::vector<PairPoint>& points,
             const PairChoice& choice)
      : choice_(choice) {
    const Component &one = Component::find(compounds[0]), &other = Component::find(compounds[1]);
    switch (choice.model) {
      case LiquidModel::nrtl:
        break;
      case LiquidModel::wilson: {
        const double ratio = other.constant("Wilson_volume") / one.constant("Wilson_volume");
        constant_ = {log(ratio), -log(ratio)};
        break;
      }
      case LiquidModel::uniquac:
        for (std::size_t i = 0; i < 2; ++i) {
          const Component& component = i == 0 ? one : other;
          sizes_.r.push_back(component.constant("UNIQUAC_r"));
          sizes_.q.push_back(component.constant("UNIQUAC_q"));
        }
        break;
      default:
        throw ModelError("the model " + name_of(choice.model) +
                         " has no parameters to fit; nrtl, wilson and uniquac have");
    }
    double sum = 0.0;
    int count = 0;
    for (const PairPoint& point : points)
      if (point.T) sum += *point.T, ++count;
    if (choice.over_temperature && count == 0)
      throw ModelError("parameters over temperature need points with measured temperatures");
    if (count > 0) pivot_ = sum / count;
  }

  std::vector<std::string> names() const {
    return choice_.over_temperature ? std::vector<std::string>{"a_12", "b_12", "a_21", "b_21"}
                                    : std::vector<std::string>{"b_12", "b_21"};
  }

  /// The parameters that were fitted, in the order of `names`; linear in p but for the models' own constants.
  std::vector<double> values(const std::vector<double>& p) const {
    // over temperature p is value and slope at the mean temperature, which the points tell apart better than a and b
    if (choice_.over_temperature)
      return {constant_[0] + p[0] - p[1], pivot_ * p[1], constant_[1] + p[2] - p[3], pivot_ * p[3]};
    return {100.0 * p[0], 100.0 * p[1]};
  }
  std::array<ActivityParameters, 2> parameters(const std::vector<double>& p) const {
    const std::vector<double> v = values(p);
    const double alpha = choice_.model == LiquidModel::nrtl ? choice_.alpha : 0.0;
    if (choice_.over_temperature) return {{{v[0], v[1], 0.0, alpha}, {v[2], v[3], 0.0, alpha}}};
    return {{{constant_[0], v[0], 0.0, alpha}, {constant_[1], v[1], 0.0, alpha}}};
  }

  /// Numbers to begin with that give b = 100 K times `one` and `other`.
  std::vector<double> start(double one, double other) const {
    if (!choice_.over_temperature) return {one, other};
    const double p1 = 100.0 * one / pivot_, p2 = 100.0 * other / pivot_;
    return {p1, p1, p2, p2};
  }

  PerSpecies<double> log_activity(const std::vector<double>& p, const PerSpecies<double>& x, double T) const {
    const auto [first, second] = parameters(p);
    const auto fill = [&first = first, &second = second](auto& liquid) {
      liquid.a(0, 1) = first.a, liquid.b(0, 1) = first.b;
      liquid.a(1, 0) = second.a, liquid.b(1, 0) = second.b;
    };
    if (choice_.model == LiquidModel::wilson) {
      WilsonLiquid liquid(2);
      fill(liquid);
      return liquid.log_activity(x, T);
    }
    if (choice_.model == LiquidModel::uniquac) {
      UniquacLiquid liquid(2);
      liquid.sizes = sizes_;
      fill(liquid);
      return liquid.log_activity(x, T);
    }
    NrtlLiquid liquid(2);
    fill(liquid);
    liquid.alpha(0, 1) = liquid.alpha(1, 0) = choice_.alpha;
    return liquid.log_activity(x, T);
  }

 private:
  PairChoice choice_;
  double pivot_ = 350.0;                  // K
  std::array<double, 2> constant_{0, 0};  // of a_ij
  MoleculeSizes sizes_;
};

std::size_t measurements_of(const PairPoint& point) {
  return (point.T && point.P ? 1u : 0u) + (point.y ? 1u : 0u) + (point.gamma[0] ? 1u : 0u) + (point.gamma[1] ? 1u : 0u);
}

/// Uncertainties and correlations of what depends linearly on the fitted numbers.
void add_uncertainties(const Parameters& parameters, PairRegression& result) {
  const std::size_t n = result.fit.parameters.size();
  const std::vector<double> origin = parameters.values(std::vector<double>(n, 0.0));
  std::vector<std::vector<double>> slope(n, std::vector<double>(n)), covariance = slope;
  for (std::size_t j = 0; j < n; ++j) {
    std::vector<double> unit(n, 0.0);
    unit[j] = 1.0;
    const std::vector<double> moved = parameters.values(unit);
    for (std::size_t i = 0; i < n; ++i) slope[i][j] = moved[i] - origin[i];
  }
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t k = 0; k < n; ++k)
      for (std::size_t j = 0; j < n; ++j)
        for (std::size_t m = 0; m < n; ++m) covariance[i][k] += slope[i][j] * result.fit.covariance[j][m] * slope[k][m];
  result.correlations.assign(n, std::vector<double>(n, 1.0));
  for (std::size_t i = 0; i < n; ++i) result.uncertainties.push_back(sqrt(std::max(0.0, covariance[i][i])));
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t k = 0; k < n; ++k) {
      const double product = result.uncertainties[i] * result.uncertainties[k];
      if (i != k) result.correlations[i][k] = product > 0.0 ? covariance[i][k] / product : 0.0;
    }
}

}  // namespace

Fluid PairRegression::fluid() const {
  return Fluid({compounds[0], compounds[1]}, model, [this](LiquidModel, const std::string& i, const std::string&) {
    return std::optional<ActivityParameters>(i == compounds[0] ? first : second);
  });
}

PairRegression regress_pair(const std::array<std::string, 2>& compounds, const std::vector<PairPoint>& points,
                            const PairChoice& choice) {
  // an ideal liquid of the fractions x_i gamma_i has the partial pressures of the real one
  const Fluid ideal({compounds[0], compounds[1]}, LiquidModel::ideal);
  for (std::size_t i = 0; i < 2; ++i)
    if (!ideal.condenses(i))
      throw ModelError(ideal.name(i) + " is a gas here; activity parameters are fitted to two liquids");
  const Parameters parameters(compounds, points, choice);
  PairRegression result;
  result.compounds = {ideal.name(0), ideal.name(1)};
  result.model = choice.model;
  result.names = parameters.names();
  for (const PairPoint& point : points) {
    if (!point.T && !point.P) throw ModelError("a measured point has neither temperature nor pressure");
    if (!point.T && (point.gamma[0] || point.gamma[1]))
      throw ModelError("an activity coefficient was measured at a temperature, and there is none");
    result.measurements += measurements_of(point);
  }
  const std::size_t unknowns = result.names.size();
  if (result.measurements < unknowns)
    throw ModelError(std::to_string(unknowns) + " parameters need " + std::to_string(unknowns) +
                     " measured values at least, there are " + std::to_string(result.measurements));

  const auto residuals = [&](const std::vector<double>& p, std::vector<double>& r) {
    std::size_t next = 0;
    for (const PairPoint& point : points) {
      const PerSpecies<double> x = pair(point.x, 1.0 - point.x);
      const auto pressures = [&](double T) {
        PerSpecies<double> activity = parameters.log_activity(p, x, T);
        for (std::size_t k = 0; k < 2; ++k) activity[k] = x[k] * exp(activity[k]);
        return ideal.bubble_pressures(activity, T);
      };
      const auto total = [](const PerSpecies<double>& pressure) { return pressure[0] + pressure[1]; };
      double T = point.T.value_or(0.0);
      if (!point.T)
        T = bracketed_root([&](double trial) { return log(total(pressures(trial)) / *point.P); }, 250.0, 600.0);
      const PerSpecies<double> pressure = pressures(T);
      if (point.T && point.P) r[next++] = log(total(pressure) / *point.P) / choice.pressure_deviation;
      if (point.y) r[next++] = (pressure[0] / total(pressure) - *point.y) / choice.fraction_deviation;
      for (std::size_t k = 0; k < 2; ++k)
        if (point.gamma[k])
          r[next++] = (parameters.log_activity(p, x, T)[k] - log(*point.gamma[k])) / choice.activity_deviation;
    }
  };

  // there may be several minima; in units of 100 K, of the sign that a deviation from Raoult's law has in each model
  const double sign = choice.model == LiquidModel::nrtl ? 1.0 : -1.0;
  bool found = false;
  std::string why;
  for (const auto& [one, other] : {std::pair{2.0, 5.0}, {5.0, 2.0}, {0.5, 0.5}, {-1.0, 2.0}, {2.0, -1.0}}) {
    try {
      const LeastSquaresFit fit =
          fit_least_squares(residuals, parameters.start(sign * one, sign * other), result.measurements);
      if (found && !(fit.cost < (1.0 - 1e-6) * result.fit.cost)) continue;
      result.fit = fit;
      found = true;
    } catch (const ModelError& error) {
      why = error.what();  // another start may lead to a minimum
    }
  }
  if (!found) throw ModelError(why);

  const auto [first, second] = parameters.parameters(result.fit.parameters);
  result.first = first;
  result.second = second;
  result.values = parameters.values(result.fit.parameters);
  add_uncertainties(parameters, result);
  return result;
}

PairDeviation deviation(const Fluid& fluid, const PairPoint& point) {
  PairDeviation d;
  const PerSpecies<double> x = pair(point.x, 1.0 - point.x);
  if (point.P && (point.T || point.y)) {
    const FluidEquilibrium e = bubble_at_pressure(fluid, x, *point.P);
    if (point.T) d.T = e.T - *point.T;
    if (point.y) d.y = e.y[0] - *point.y;
  }
  if (point.T && (point.P || point.y)) {
    const FluidEquilibrium e = bubble_at_temperature(fluid, x, *point.T);
    if (point.P) d.P = e.P / *point.P - 1.0;
    if (point.y && !point.P) d.y = e.y[0] - *point.y;
  }
  for (std::size_t k = 0; k < 2; ++k)
    if (point.gamma[k] && point.T) d.log_gamma[k] = fluid.log_activity(x, *point.T)[k] - log(*point.gamma[k]);
  return d;
}

}  // namespace stillhouse
