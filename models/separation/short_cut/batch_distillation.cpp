#include "models/separation/short_cut/batch_distillation.h"

#include <cstddef>
#include <string>

#include "engine/autodiff/functions.h"
#include "engine/base/error.h"
#include "models/control/setting_check.h"
#include "models/properties/bracketed_root.h"

namespace stillhouse {

namespace {

constexpr int rayleigh_steps = 2000;

}  // namespace

double residue_composition(const EquilibriumCurve& curve, double x_0, double share_left) {
  check_setting("batch_distillation", "x_0", x_0, 0.0, 1.0);
  check_setting("batch_distillation", "share_left", share_left, 1e-12, 1.0);
  // dx/d ln W = y* - x, by Runge and Kutta's fourth order: no end point to be searched for
  const double h = log(share_left) / rayleigh_steps;
  const auto slope = [&](double x) {
    const double inside = x < 0.0 ? 0.0 : x > 1.0 ? 1.0 : x;
    return curve(inside) - inside;
  };
  double x = x_0;
  for (int i = 0; i < rayleigh_steps; ++i) {
    const double k1 = slope(x), k2 = slope(x + 0.5 * h * k1), k3 = slope(x + 0.5 * h * k2), k4 = slope(x + h * k3);
    x += h / 6.0 * (k1 + 2.0 * (k2 + k3) + k4);
  }
  return x;
}

double share_left(const EquilibriumCurve& curve, double x_0, double x) {
  check_setting("batch_distillation", "x_0", x_0, 0.0, 1.0);
  check_setting("batch_distillation", "x", x, 0.0, 1.0);
  // Simpson's rule in x
  const double h = (x_0 - x) / rayleigh_steps;
  double sum = 0.0;
  for (int i = 0; i <= rayleigh_steps; ++i) {
    const double at = x + h * i, driving = curve(at) - at;
    if (!(driving * (x_0 - x) > 0.0) && x != x_0)
      throw ModelError("batch_distillation: the residue does not come from " + std::to_string(x_0) + " to " +
                       std::to_string(x) + "; it leaves its light species or stays at an azeotrope");
    sum += (i == 0 || i == rayleigh_steps ? 1.0 : i % 2 == 1 ? 4.0 : 2.0) / driving;
  }
  return x == x_0 ? 1.0 : exp(-sum * h / 3.0);
}

double mean_distillate(double x_0, double x, double share_left) {
  check_setting("batch_distillation", "share_left", share_left, 0.0, 1.0 - 1e-12);
  return (x_0 - share_left * x) / (1.0 - share_left);
}

std::vector<double> residue_amounts(const std::vector<double>& amounts, const std::vector<double>& volatility,
                                    double share_left) {
  check_setting("batch_distillation", "share_left", share_left, 1e-12, 1.0);
  if (amounts.empty() || amounts.size() != volatility.size())
    throw ModelError("batch_distillation: each amount needs its volatility");
  double total = 0.0, least = volatility[0];
  for (std::size_t i = 0; i < amounts.size(); ++i) {
    check_setting("batch_distillation", "volatility", volatility[i], 1e-300, 1e300);
    total += amounts[i];
    least = volatility[i] < least ? volatility[i] : least;
  }
  // ln of what is left of the least volatile decides all others
  const auto left = [&](double log_share) {
    std::vector<double> result(amounts);
    for (std::size_t i = 0; i < amounts.size(); ++i) result[i] *= exp(volatility[i] / least * log_share);
    return result;
  };
  const auto excess = [&](double log_share) {
    double sum = -share_left * total;
    for (const double n : left(log_share)) sum += n;
    return sum;
  };
  return left(bracketed_root(excess, log(share_left), 0.0));
}

double distilled_at_constant_composition(double charge, double x_0, double x, double x_D) {
  check_setting("batch_distillation", "x", x, 0.0, x_0);
  check_setting("batch_distillation", "x_D", x_D, x_0, 1.0);
  return charge * (x_0 - x) / (x_D - x);
}

double reflux_for_distillate(const EquilibriumCurve& curve, double x, double x_D, int trays) {
  if (distillate_at_total_reflux(curve, x, trays) < x_D)
    throw ModelError("batch_distillation: " + std::to_string(trays) + " trays over a kettle of " + std::to_string(x) +
                     " do not give " + std::to_string(x_D) + " at any reflux");
  const auto excess = [&](double share) {
    const StagedColumn column{curve, 1.0, x_D, share / (1.0 - share)};
    return x - liquid_below(column, trays + 1);
  };
  // L/V rather than the ratio, which has no end
  const double share = bracketed_root(excess, 0.0, 1.0 - 1e-9);
  return share / (1.0 - share);
}

}  // namespace stillhouse
