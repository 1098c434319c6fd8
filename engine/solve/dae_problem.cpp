#include "engine/solve/dae_problem.h"

#include <cmath>

#include "engine/solve/solver_settings.h"

namespace stillhouse {

DaeForm natural_form(const Flowsheet& plant) {
  return plant.unknown_count() <= small_plant ? DaeForm::complete : DaeForm::reduced;
}

DaeProblem::DaeProblem(std::shared_ptr<const Flowsheet> plant, DaeForm form)
    : plant_(std::move(plant)),
      form_(form == DaeForm::complete ? make_complete_form(*plant_) : make_reduced_form(*plant_)) {
  for (const InputInfo& u : plant_->inputs()) inputs.push_back(u.range.start);
  for (const ModeInfo& m : plant_->modes()) modes.push_back(m.start);
}

void DaeProblem::residual(const double* y, const double* yp, double* residual) const {
  form_->residual(y, yp, inputs.data(), modes.data(), residual);
}

void DaeProblem::jacobian(const double* y, const double* yp, double y_weight, double yp_weight, double* values) const {
  form_->jacobian(y, yp, inputs.data(), modes.data(), y_weight, yp_weight, values);
}

void DaeProblem::take(const std::vector<double>& whole, std::vector<double>& of_form) const {
  const std::vector<int>& unknowns = form_->unknowns();
  of_form.resize(unknowns.size());
  for (std::size_t i = 0; i < unknowns.size(); ++i) of_form[i] = whole[static_cast<std::size_t>(unknowns[i])];
}

void DaeProblem::complete(const std::vector<double>& y, const std::vector<double>& yp, std::vector<double>& whole_y,
                          std::vector<double>& whole_yp) const {
  form_->complete(y.data(), inputs.data(), modes.data(), whole_y.data());
  const std::vector<int>& unknowns = form_->unknowns();
  for (std::size_t i = 0; i < unknowns.size(); ++i) whole_yp[static_cast<std::size_t>(unknowns[i])] = yp[i];
}

void DaeProblem::observe(const std::vector<double>& y, const std::vector<double>& yp, std::vector<double>& whole_y,
                         std::vector<double>& whole_yp, std::vector<double>& observables,
                         std::vector<double>& holdings) const {
  form_->observe(y.data(), inputs.data(), modes.data(), whole_y.data(), observables.data(), holdings.data());
  const std::vector<int>& unknowns = form_->unknowns();
  for (std::size_t i = 0; i < unknowns.size(); ++i) whole_yp[static_cast<std::size_t>(unknowns[i])] = yp[i];
}

void DaeProblem::events(const double* y, double* functions, Events::Transition* transitions) const {
  form_->events(y, inputs.data(), modes.data(), functions, transitions);
}

std::vector<double> DaeProblem::row_scales(const double* jacobian_values) const {
  std::vector<double> scales(static_cast<std::size_t>(size()), 1e-300);
  const SparsePattern& pattern = form_->pattern();
  for (int column = 0; column < size(); ++column) {
    const double nominal = unknown(column).range.nominal;
    for (int k = pattern.column_start[static_cast<std::size_t>(column)];
         k < pattern.column_start[static_cast<std::size_t>(column) + 1]; ++k) {
      scales[static_cast<std::size_t>(pattern.row[static_cast<std::size_t>(k)])] +=
          std::abs(jacobian_values[k]) * nominal;
    }
  }
  return scales;
}

}  // namespace stillhouse
