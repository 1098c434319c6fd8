#pragma once

#include <vector>

namespace stillhouse {

/// A species of the feed, as Underwood's equations see it.
struct Volatile {
  double alpha;  ///< -  volatility relative to the heavy key
  double z;      ///< -  mole fraction in the feed
};

/// Underwood's root between the volatilities of the keys:
///
///   sum alpha_i z_i / (alpha_i - theta) = 1 - q,   alpha_heavy < theta < alpha_light
///   underwood_root({{3.91, 0.3}, {1.0, 0.3}, {7.77, 0.4}}, 0.0, 1.0, 3.91)   // 2.2085
///
/// q  -  liquid fraction of the feed (its heat condition: 1 boiling liquid, 0 saturated vapour)
/// Assumes constant alpha and constant molar overflow. ModelError if no volatility range is given or a volatility lies
/// strictly between the keys (then there are several roots, one below each: ask for each pair of neighbours).
/// Source: A. J. V. Underwood, Chem. Eng. Progr. 44 (1948) 603; J. Benitez, Principles and Modern Applications of Mass
/// Transfer Operations, 2nd ed., example 6.11.
double underwood_root(const std::vector<Volatile>& feed, double q, double alpha_heavy, double alpha_light);

/// Least reflux: R_min + 1 = sum alpha_i x_D,i / (alpha_i - theta). `alpha` and `x_D` of the same species in order.
///
///   // alpha 2.5, z = 0.5, boiling liquid, pure distillate: 1/((alpha - 1) z) = 4/3
///   minimum_reflux_by_underwood({2.5, 1.0}, {1.0, 0.0}, underwood_root({{2.5, 0.5}, {1.0, 0.5}}, 1.0, 1.0, 2.5))
double minimum_reflux_by_underwood(const std::vector<double>& alpha, const std::vector<double>& x_D, double theta);

}  // namespace stillhouse
