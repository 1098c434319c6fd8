#include "engine/modelling/flowsheet.h"

#include <algorithm>

namespace stillhouse {

namespace {

template <class List>
int find_by_name(const List& list, std::string_view name) {
  const auto found = std::find_if(list.begin(), list.end(), [&](const auto& info) { return info.name == name; });
  return found == list.end() ? -1 : static_cast<int>(found - list.begin());
}

}  // namespace

int Flowsheet::find_signal(std::string_view name) const {
  return find_by_name(signals_, name);
}

int Flowsheet::find_input(std::string_view name) const {
  return find_by_name(inputs_, name);
}

std::string Flowsheet::equation_name(int row) const {
  for (const Unit& unit : units_) {
    const int local = row - unit.first_row;
    if (local >= 0 && local < static_cast<int>(unit.rows.size())) {
      return unit.rows[static_cast<std::size_t>(local)].name + " of " + unit.path;
    }
  }
  return "equation " + std::to_string(row);
}

void Flowsheet::residual(const double* y, const double* yp, const double* inputs, const double* modes,
                         double* residual) const {
  for (const Unit& unit : units_) {
    Equations<double> eq(y, yp, inputs, modes, residual + unit.first_row);
    unit.operation->equations(eq);
  }
}

void Flowsheet::observe(const double* y, const double* inputs, const double* modes, double* observables,
                        double* holdings) const {
  std::fill(holdings, holdings + quantities_.size(), 0.0);
  Observing show(y, inputs, modes, observables, holdings);
  for (const Unit& unit : units_) unit.operation->observe(show);
}

void Flowsheet::residual_along(const double* y, const double* yp, const double* inputs, const double* modes,
                               const Directions& along, double* derivatives) const {
  for (const Unit& unit : units_) {
    Equations<Tangent> eq(y, yp, inputs, modes, along, derivatives + tangent_width * unit.first_row);
    unit.operation->equations(eq);
  }
}

void Flowsheet::observe_along(const double* y, const double* inputs, const double* modes, const Directions& along,
                              double* derivatives) const {
  ObservingTangent show(y, inputs, modes, along, derivatives);
  for (const Unit& unit : units_) unit.operation->observe(show);
}

void Flowsheet::events(const double* y, const double* inputs, const double* modes, double* functions,
                       Events::Transition* transitions) const {
  for (const Unit& unit : units_) {
    Events events(y, inputs, modes, functions ? functions + unit.first_event : nullptr,
                  transitions ? transitions + unit.first_event : nullptr);
    unit.operation->events(events);
  }
}

}  // namespace stillhouse
