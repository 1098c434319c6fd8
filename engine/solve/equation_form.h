#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/modelling/flowsheet.h"
#include "engine/solve/sparse_matrix.h"

namespace stillhouse {

/// How the equations of a plant are put to a solver; see DaeProblem. `y` and `yp` are of the form's own length.
class EquationForm {
 public:
  virtual ~EquationForm() = default;

  /// Unknowns and equations solved for, by their position in the flowsheet's lists.
  const std::vector<int>& unknowns() const { return unknowns_; }
  const std::vector<int>& rows() const { return rows_; }
  const SparsePattern& pattern() const { return pattern_; }

  virtual void residual(const double* y, const double* yp, const double* inputs, const double* modes,
                        double* residual) = 0;
  virtual void jacobian(const double* y, const double* yp, const double* inputs, const double* modes, double y_weight,
                        double yp_weight, double* values) = 0;
  /// All unknowns of the plant.
  virtual void complete(const double* y, const double* inputs, const double* modes, double* whole_y) = 0;
  /// The same, and what the plant observes: observables, and holdings of the conserved quantities.
  virtual void observe(const double* y, const double* inputs, const double* modes, double* whole_y, double* observables,
                       double* holdings) = 0;
  virtual void events(const double* y, const double* inputs, const double* modes, double* functions,
                      Events::Transition* transitions) = 0;
  virtual std::string in_words() const = 0;

 protected:
  std::vector<int> unknowns_, rows_;
  SparsePattern pattern_;
};

/// All unknowns; residuals from the units' compiled templates, Jacobian blocks from dual numbers.
std::unique_ptr<EquationForm> make_complete_form(const Flowsheet& plant);

/// Explicit variables eliminated; everything from programs that compute units of a kind side by side
/// (engine/compilation).
std::unique_ptr<EquationForm> make_reduced_form(const Flowsheet& plant);

}  // namespace stillhouse
