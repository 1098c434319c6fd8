#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/modelling/flowsheet.h"
#include "engine/solve/equation_form.h"
#include "engine/solve/sparse_matrix.h"

namespace stillhouse {

/// complete  every unknown of the plant is solved for, every equation is one of the solver's; the check, and what is
///           tried when the other form fails
/// reduced   variables that an equation gives explicitly are computed from the rest, and only the rest is solved for:
///           the solution is the same, a step costs a fraction
enum class DaeForm { complete, reduced };

/// The form that costs least: plants of a few units are as fast complete, and compiled.
DaeForm natural_form(const Flowsheet& plant);

/// F(y, y', inputs, modes) = 0 of one flowsheet, with its exact sparse Jacobian. The unknowns y are those of the form;
/// `complete` gives all of the plant's.
/// Inputs and modes are constant while an integrator works; nothing here allocates after construction.
class DaeProblem {
 public:
  explicit DaeProblem(std::shared_ptr<const Flowsheet> plant, DaeForm form = DaeForm::complete);

  const Flowsheet& plant() const { return *plant_; }
  int size() const { return static_cast<int>(form_->unknowns().size()); }
  /// The unknown i of the form, as it was declared.
  const VariableInfo& unknown(int i) const {
    return plant_->variables()[static_cast<std::size_t>(form_->unknowns()[static_cast<std::size_t>(i)])];
  }
  /// Unknowns and equations of the form, by their position in the flowsheet's lists.
  const std::vector<int>& unknowns() const { return form_->unknowns(); }
  const std::vector<int>& rows() const { return form_->rows(); }
  /// "energy balance of tray_5".
  std::string equation_name(int row) const {
    return plant_->equation_name(form_->rows()[static_cast<std::size_t>(row)]);
  }
  /// What is solved for, in words.
  std::string in_words() const { return form_->in_words(); }

  /// Sparsity of dF/dy + c dF/dy', compressed columns.
  const SparsePattern& pattern() const { return form_->pattern(); }

  void residual(const double* y, const double* yp, double* residual) const;
  /// values = y_weight dF/dy + yp_weight dF/dy', in the order of `pattern()`.
  void jacobian(const double* y, const double* yp, double y_weight, double yp_weight, double* values) const;

  /// The form's unknowns out of all of the plant's.
  void take(const std::vector<double>& whole, std::vector<double>& of_form) const;
  /// All of the plant's unknowns from the form's. The rates of algebraic variables are left as they are.
  void complete(const std::vector<double>& y, const std::vector<double>& yp, std::vector<double>& whole_y,
                std::vector<double>& whole_yp) const;
  /// The same, and what the plant observes; arrays of the lengths of the flowsheet's lists.
  void observe(const std::vector<double>& y, const std::vector<double>& yp, std::vector<double>& whole_y,
               std::vector<double>& whole_yp, std::vector<double>& observables, std::vector<double>& holdings) const;
  /// Event functions, and if asked what they change, at a state of the form.
  void events(const double* y, double* functions, Events::Transition* transitions) const;

  /// The size a residual row has when every unknown is off by its nominal size: sum |J_ij| nominal_j.
  std::vector<double> row_scales(const double* jacobian_values) const;

  std::vector<double> inputs;
  std::vector<double> modes;

 private:
  std::shared_ptr<const Flowsheet> plant_;
  std::unique_ptr<EquationForm> form_;
};

}  // namespace stillhouse
