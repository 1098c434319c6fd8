#pragma once

#include <optional>
#include <vector>

#include "models/properties/regression/pair_regression.h"

namespace stillhouse {

/// Activity coefficients of a measured point that has x, y, T and P, neither liquid absent: those with which the
/// species of `ideal`, a Fluid without activity model, have the partial pressures y_i P (association of acids
/// included).
std::optional<std::array<double, 2>> measured_activity(const Fluid& ideal, const PairPoint& point);

/// Areas under ln(gamma_1 / gamma_2) over x_1. By the equation of Gibbs and Duhem they cancel at constant temperature.
///
///   D = 100 |A - B| / (A + B)              A, B: areas above and below zero
///   J = 150 (T_max - T_min) / T_min        at constant pressure, T_min and T_max of the mixture's boiling points
///
/// Consistent if D < 10 at constant temperature (Redlich, Kister), if D - J < 10 at constant pressure (Herington).
/// Assumes    the areas under a polynomial in x_1 fitted to the points, each weighted by what an error of y does to it;
///            J stands for the heat of mixing, whose true value it does not know
/// Source     Redlich, Kister, Ind. Eng. Chem. 40 (1948) 345; Herington, J. Inst. Petrol. 37 (1951) 457
struct AreaTest {
  bool at_pressure = false;
  double above = 0.0, below = 0.0;  // -
  double D = 0.0, J = 0.0;          // %
  bool consistent = false;
};
/// Nothing if the points are neither of one temperature (0.1 K) nor of one pressure (0.5 %), fewer than five have y, or
/// they leave more than 0.3 of the compositions at an end unmeasured, or A + B is below 0.05, which is what errors of y
/// make of an ideal liquid.
std::optional<AreaTest> area_test(const Fluid& ideal, const std::vector<PairPoint>& points);

/// The test of van Ness, Byer and Gibbs: an excess Gibbs energy fitted to x, P and T alone predicts y; the measured
/// y agree if the mean absolute difference is no more than 0.01.
///
///   g^E / (R T) = x_1 x_2 sum_k c_k (x_1 - x_2)^k, k = 0 .. terms - 1      (heat of mixing left out at constant P)
///
/// Source     Van Ness, Byer, Gibbs, AIChE Journal 19 (1973) 238; the bound of Fredenslund, Gmehling, Rasmussen,
///            Vapor-Liquid Equilibria using UNIFAC, 1977
struct PointTest {
  int terms = 0;
  double mean = 0.0, largest = 0.0, bias = 0.0;  // of y computed less measured, -
  bool consistent = false;
};
/// Nothing if fewer than five points have y, T and P.
std::optional<PointTest> point_test(const Fluid& ideal, const std::vector<PairPoint>& points);

/// Where points were taken at one temperature (within 0.1 K) or one pressure (within 0.5 %): that of the first.
std::optional<double> one_temperature(const std::vector<PairPoint>& points);
std::optional<double> one_pressure(const std::vector<PairPoint>& points);

}  // namespace stillhouse
