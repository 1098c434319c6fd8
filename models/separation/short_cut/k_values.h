#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "models/properties/component.h"

namespace stillhouse {

/// K_i(T) = y_i/x_i of species i at T and the pressure of the problem.
using KValue = std::function<double(std::size_t species, double T)>;

/// K by Raoult's law: psat_i(T)/P, the vapour pressures in Pa.
KValue raoult_k_values(std::vector<std::function<double(double)>> vapour_pressures, double P);

/// K of compounds in an ideal liquid under a slightly imperfect vapour (Lewis and Randall's rule with second virial
/// coefficients): K_i = psat_i/P exp(B_i (psat_i - P)/(R T)). B from the component data, which must hold it; below half
/// the critical pressure. The compounds must outlive the K. Source: J. M. Smith, H. C. Van Ness, M. M. Abbott,
/// Introduction to Chemical Engineering Thermodynamics, 7th ed., eq. 14.9.
KValue virial_k_values(std::vector<const Component*> compounds, double P);

/// Temperature and the phase that appears: vapour at a bubble point, liquid at a dew point.
struct PhasePoint {
  double T;               ///< K
  std::vector<double> x;  ///< composition of the phase that appears
};

/// Bubble point, sum z_i K_i(T) = 1, y_i = z_i K_i, and dew point, sum z_i/K_i(T) = 1, x_i = z_i/K_i, with K that do
/// not depend on composition. ModelError if there is none between T_low and T_high. Source: R. E. Treybal,
/// Mass-Transfer Operations, 3rd ed., eqs. 9.22 to 9.27, example 9.3.
PhasePoint bubble_point(const std::vector<double>& z, const KValue& K, double T_low, double T_high);
PhasePoint dew_point(const std::vector<double>& z, const KValue& K, double T_low, double T_high);

/// Vapour fraction of a feed at given K (Rachford, Rice): sum z_i (K_i - 1)/(1 + f (K_i - 1)) = 0. Below the bubble
/// point 0, above the dew point 1.
///
///   vapour_fraction({0.5, 0.25, 0.25}, {1.8036, 0.7236, 0.2636})   // 0.3264
///
/// Source: H. H. Rachford, J. D. Rice, J. Pet. Technol. 4 (10) (1952) 19; J. Benitez, Principles and Modern
/// Applications of Mass Transfer Operations, 2nd ed., example 6.2.
double vapour_fraction(const std::vector<double>& z, const std::vector<double>& K);

/// Liquid of a feed of which the fraction f is vapour: x_i = z_i/(1 + f (K_i - 1)).
std::vector<double> flashed_liquid(const std::vector<double>& z, const std::vector<double>& K, double f);

/// Temperature at which the fraction f of the feed is vapour, between T_low and T_high.
double flash_temperature(const std::vector<double>& z, const KValue& K, double f, double T_low, double T_high);

}  // namespace stillhouse
