#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "models/properties/activity_parameters.h"
#include "models/properties/fluid.h"
#include "models/properties/regression/least_squares.h"

namespace stillhouse {

/// One measured equilibrium of two species; x and y are mole fractions of the first. What was not measured is absent.
struct PairPoint {
  double x = 0.0;                              // -, liquid
  std::optional<double> y;                     // -, vapour
  std::optional<double> T, P;                  // K, Pa; one of them at least
  std::array<std::optional<double>, 2> gamma;  // -, activity coefficients, with T
};

/// What is regressed, and how far each measurement is trusted.
struct PairChoice {
  LiquidModel model = LiquidModel::nrtl;  // nrtl, wilson or uniquac
  double alpha = 0.3;                     // -, of NRTL; it is not fitted
  bool over_temperature = false;          // fit the constant part of both parameters too
  double pressure_deviation = 0.02;       // of P, relative
  double fraction_deviation = 0.01;       // of y, -
  double activity_deviation = 0.05;       // of ln gamma, -
};

/// Parameters of a pair, in the form of activity_parameters.h, with the fit they come from.
struct PairRegression {
  std::array<std::string, 2> compounds;
  LiquidModel model = LiquidModel::nrtl;
  ActivityParameters first, second;   // of (1, 2) and (2, 1)
  std::vector<std::string> names;     // of what was fitted: "b_12", "b_21" or "a_12", "b_12", "a_21", "b_21"
  std::vector<double> values;         // in this order; a is a number, b in K
  std::vector<double> uncertainties;  // standard uncertainties of the values
  std::vector<std::vector<double>> correlations;  // of the values
  LeastSquaresFit fit;
  std::size_t measurements = 0;  // numbers that were fitted to

  /// A fluid of both compounds with these parameters.
  Fluid fluid() const;
};

/// Regresses the activity parameters of a pair from measured points, with the vapour pressures and the association of
/// the vapour that a Fluid of these compounds has. The function minimised is the sum of squares of
///
///   ln(P(x, T) / P) / s_P       where T and P were measured
///   (y(x, T) - y) / s_y         where y was; T is the model's boiling point where only P was held
///   (ln gamma_i(x, T) - ln gamma_i) / s_gamma
///
/// tau_ij = b_ij / T for NRTL; Lambda_ij = v_j / v_i exp(b_ij / T) for Wilson, with the volumes of the component data;
/// tau_ij = exp(b_ij / T) for UNIQUAC; over temperature each with a constant a_ij beside b_ij. Several starts are
/// tried, the best minimum counts. Assumes    an ideal gas of monomers and, of acids, dimers; errors of x and T are
/// small or stand in s_P Valid for  some bar; points from 250 K to 600 K Source     Barker, Austral. J. Chem. 6 (1953)
/// 207 (pressures explicit in the model, no roots to find) ModelError if a model has no parameters to fit, a compound
/// is a gas, or the points do not determine them all.
PairRegression regress_pair(const std::array<std::string, 2>& compounds, const std::vector<PairPoint>& points,
                            const PairChoice& choice);

/// How far a fluid of two species is from one measured point: computed less measured, absent where nothing was
/// measured.
struct PairDeviation {
  std::optional<double> T;  // K, of the boiling point at P
  std::optional<double> P;  // of the pressure at T, relative
  std::optional<double> y;  // -, at P, or at T where P was not measured
  std::array<std::optional<double>, 2> log_gamma;
};
PairDeviation deviation(const Fluid& fluid, const PairPoint& point);

}  // namespace stillhouse
