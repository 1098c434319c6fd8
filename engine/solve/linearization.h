#pragma once

#include <span>
#include <string>
#include <vector>

#include "engine/solve/dae_problem.h"

namespace stillhouse {

/// A small full matrix, row by row. For results; nothing inside a step is kept in one.
struct DenseMatrix {
  int rows = 0;
  int columns = 0;
  std::vector<double> values;

  DenseMatrix() = default;
  DenseMatrix(int r, int c) : rows(r), columns(c), values(static_cast<std::size_t>(r) * static_cast<std::size_t>(c)) {}

  double& operator()(int r, int c) { return values[static_cast<std::size_t>(r * columns + c)]; }
  double operator()(int r, int c) const { return values[static_cast<std::size_t>(r * columns + c)]; }
};

/// A state, an input or an output of a linear model, and its value where the plant was linearized.
struct LinearQuantity {
  std::string name;      ///< full name of the signal or input
  std::string unit;      ///< SI
  std::string sentence;  ///< what it is, for a person
  double value = 0.0;
  double nominal = 1.0;  ///< the size that its errors and changes are judged by
};

/// How small deviations of a plant go on from an operating point (x0, u0, y0):
///
///   d(x - x0)/dt = A (x - x0) + B (u - u0) + rates          y - y0 = C (x - x0) + D (u - u0)
///
/// `rates` is dx/dt at the operating point: zero where the plant is at rest.
struct LinearModel {
  std::vector<LinearQuantity> states;   ///< the differential variables; ledgers, which act on nothing, are left out
  std::vector<LinearQuantity> inputs;   ///< those asked for, in that order
  std::vector<LinearQuantity> outputs;  ///< those asked for, in that order
  std::vector<double> rates;            ///< a state's unit per s
  DenseMatrix A;                        ///< states x states, 1/s times the units
  DenseMatrix B;                        ///< states x inputs
  DenseMatrix C;                        ///< outputs x states
  DenseMatrix D;                        ///< outputs x inputs
};

/// Linearizes F(y, y', u) = 0 of index 1 at the differential variables in `y`, with the problem's inputs and modes.
/// Algebraic variables and rates are first solved for, from what stands in `y` and `yp`.
///
/// With x the differential variables, z the algebraic ones and w = (x', z) what x and u determine,
///
///   [F_x' F_z] dw = -(F_x dx + F_u du)
///
/// whose rows for x' are A and B; the rows for z, with dx and du themselves, carry over to the outputs. All derivatives
/// are exact (dual numbers), also those of observables. Modes are held: what a state event would change is not seen.
///
/// The problem must have all unknowns of the plant: elimination is done here. `inputs` are positions in
/// plant().inputs(), `outputs` in plant().signals(). The latter may be unknowns or observables, but no ledgers.
///
/// Example, a tank n' = q - k n with k = 0.5: A = -0.5, B = 1; its outflow k n: C = 0.5, D = 0.
///
/// Throws SolveError or ModelError as make_consistent does; ModelError naming an output that is a ledger, or an
/// observable whose unit shows it for plain numbers only.
LinearModel linearize(DaeProblem& problem, std::vector<double> y, std::vector<double> yp, std::span<const int> inputs,
                      std::span<const int> outputs);

}  // namespace stillhouse
