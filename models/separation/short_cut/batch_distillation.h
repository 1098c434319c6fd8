#pragma once

#include <vector>

#include "models/separation/short_cut/mccabe_thiele.h"

namespace stillhouse {

/// Simple batch distillation of a binary (Rayleigh): vapour is taken away in equilibrium with what is left.
///
///   d(W x) = y* dW     ln(W_0/W) = integral from x to x_0 of dx/(y* - x)
///
/// W  mol or any unit alike: liquid left;  x  -  mole fraction of the light species
/// Assumes a mixed still, no reflux from its walls, no holdup above. `curve` may have an azeotrope.
/// Source: Lord Rayleigh, Phil. Mag. (6) 4 (1902) 521; R. E. Treybal, Mass-Transfer Operations, 3rd ed., eq. 9.42.
///
///   residue_composition(constant_volatility(2.16), 0.5, 0.4)   // 0.3276: 60 of 100 mol distilled
double residue_composition(const EquilibriumCurve& curve, double x_0, double share_left);

/// W/W_0 when the residue has come to x; x must lie on the way that distillation takes.
double share_left(const EquilibriumCurve& curve, double x_0, double x);

/// Mean composition of all that was distilled, from the balance of the light species.
///
///   mean_distillate(0.5, 0.3276, 0.4)   // 0.615
double mean_distillate(double x_0, double x, double share_left);

/// Simple batch distillation of any number of species of constant volatility: n_i/n_i0 = (n_r/n_r0)^alpha_ir.
///
///   residue_amounts({0.5, 0.25, 0.25}, {1370, 550, 200}, 0.675)   // {0.2568, 0.1913, 0.2268}
///
/// `amounts` and result in the same unit; `volatility` in any unit alike (vapour pressures).
/// Source: Treybal, eq. 9.46, example 9.7.
std::vector<double> residue_amounts(const std::vector<double>& amounts, const std::vector<double>& volatility,
                                    double share_left);

/// Batch rectification at constant distillate composition: what has been distilled when the kettle has come to x.
///
///   D = S_0 (x_0 - x)/(x_D - x)
///   distilled_at_constant_composition(100.0, 0.55, 0.37, 0.75)   // 47.4
///
/// Source: Coulson, Richardson, Chemical Engineering, vol. 2, 5th ed., eq. 11.98, example 11.12.
double distilled_at_constant_composition(double charge, double x_0, double x, double x_D);

/// Reflux ratio that a column of so many ideal trays over a kettle needs for x_D while the kettle holds x. ModelError
/// if even total reflux does not give x_D.
double reflux_for_distillate(const EquilibriumCurve& curve, double x, double x_D, int trays);

}  // namespace stillhouse
