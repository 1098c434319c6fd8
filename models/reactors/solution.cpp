#include "models/reactors/solution.h"

#include "engine/base/error.h"
#include "engine/base/quantity.h"

namespace stillhouse {

namespace {

void check_property(const char* name, double value, double minimum, double maximum, const char* unit) {
  if (value >= minimum && value <= maximum) return;
  throw ModelError("reacting liquid: " + std::string(name) + " = " + shortest(value) + " " + unit + " is outside " +
                   shortest(minimum) + " .. " + shortest(maximum) + " " + unit);
}

}  // namespace

Solution::Solution(Kinetics kinetics, double density, double heat_capacity)
    : kinetics_(std::move(kinetics)), density_(density), heat_capacity_(heat_capacity) {
  check_property("density", density, 100.0, 20000.0, "kg/m^3");
  check_property("heat capacity", heat_capacity, 100.0, 20000.0, "J/kg/K");
  kinetics_.needs_no_catalyst("reacting liquid");
}

SolutionFlow::SolutionFlow(Declare declare, const SharedSolution& solution) {
  q = declare.algebraic("q", "m^3/s", {.nominal = 1e-4, .minimum = -1e-6, .maximum = 1e3}, "volume flow");
  for (std::size_t i = 0; i < solution->size(); ++i)
    n.push_back(declare.algebraic("n_" + variable_suffix(solution->name(i)), "mol/s",
                                  {.nominal = 0.1, .minimum = -1e-3, .maximum = 1e6}, "flow of " + solution->name(i)));
  H = declare.algebraic("H", "W", {.nominal = 1e4}, "enthalpy flow");
}

void SolutionFlow::define(Declare& declare) const {
  declare.defines(q);
  for (const Variable v : n) declare.defines(v);
  declare.defines(H);
}

SolutionBalance::SolutionBalance(Declare& declare, const SharedSolution& solution) : solution_(solution) {
  for (const auto& invariant : solution->kinetics().invariants())
    moieties_.push_back(declare.conserved(invariant.name, "mol"));
  volume_ = declare.conserved("volume", "m^3");
  energy_ = declare.conserved("energy", "J");
}

SolutionLedger::SolutionLedger(Declare& declare, const SharedSolution& solution) : solution_(solution) {
  const SolutionBalance balance(declare, solution);
  for (std::size_t k = 0; k < balance.moieties_.size(); ++k)
    moieties_.push_back(declare.ledger("entered_" + std::to_string(k + 1), balance.moieties_[k], 100.0,
                                       "what entered of " + solution->kinetics().invariants()[k].name));
  volume_ = declare.ledger("entered_volume", balance.volume_, 0.1, "volume that entered since the start");
  energy_ = declare.ledger("entered_energy", balance.energy_, 1e7, "energy that entered since the start");
}

std::string variable_suffix(const std::string& species) {
  std::string suffix;
  for (const char c : species) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    suffix += plain ? c : '_';
  }
  return suffix;
}

}  // namespace stillhouse
