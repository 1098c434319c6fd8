#include "models/properties/regression/pair_regression.h"

#include "models/properties/fluid.h"

namespace stillhouse {

namespace {

constexpr double pressure_deviation = 0.02, fraction_deviation = 0.01;

NrtlLiquid liquid_of(const std::vector<double>& p, double alpha) {
  NrtlLiquid liquid(2);
  liquid.b(0, 1) = 100.0 * p[0];
  liquid.b(1, 0) = 100.0 * p[1];
  liquid.alpha(0, 1) = liquid.alpha(1, 0) = alpha;
  return liquid;
}

}  // namespace

PairRegression regress_nrtl_pair(const std::array<std::string, 2>& compounds, const std::vector<BoilingPoint>& points,
                                 double alpha) {
  // an ideal liquid of the fractions x_i gamma_i has the partial pressures of the real one
  const Fluid ideal({compounds[0], compounds[1]}, LiquidModel::ideal);
  const auto residuals = [&](const std::vector<double>& p, std::vector<double>& r) {
    const NrtlLiquid liquid = liquid_of(p, alpha);
    for (std::size_t i = 0; i < points.size(); ++i) {
      PerSpecies<double> x;
      x.push_back(points[i].x);
      x.push_back(1.0 - points[i].x);
      const auto log_gamma = liquid.log_activity(x, points[i].T);
      for (std::size_t k = 0; k < 2; ++k) x[k] *= exp(log_gamma[k]);
      const auto pressure = ideal.bubble_pressures(x, points[i].T);
      const double P = pressure[0] + pressure[1];
      r[2 * i] = log(P / points[i].P) / pressure_deviation;
      r[2 * i + 1] = (pressure[0] / P - points[i].y) / fraction_deviation;
    }
  };
  PairRegression result;
  result.fit = fit_least_squares(residuals, {2.0, 5.0}, 2 * points.size());
  result.first = {0.0, 100.0 * result.fit.parameters[0], 0.0, alpha};
  result.second = {0.0, 100.0 * result.fit.parameters[1], 0.0, alpha};
  return result;
}

}  // namespace stillhouse
