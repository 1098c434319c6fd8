#include "models/reactors/reacting_gas.h"

#include "engine/base/error.h"
#include "models/reactors/solution.h"

namespace stillhouse {

ReactingGas::ReactingGas(Kinetics kinetics, std::vector<HeatCapacity> heat_capacities)
    : kinetics_(std::move(kinetics)), heat_capacities_(std::move(heat_capacities)) {
  if (kinetics_.phase() != ReactionPhase::gas) throw ModelError("reacting gas: its kinetics are those of a liquid");
  if (heat_capacities_.size() != kinetics_.size())
    throw ModelError("reacting gas: " + std::to_string(heat_capacities_.size()) + " heat capacities for " +
                     std::to_string(kinetics_.size()) + " species");
  constexpr double T = reference_temperature;
  for (std::size_t i = 0; i < size(); ++i) {
    const HeatCapacity& Cp = heat_capacities_[i];
    if (!(Cp[0] + T * (Cp[1] + T * (Cp[2] + T * Cp[3])) > 0.0))
      throw ModelError("reacting gas: the heat capacity of " + name(i) + " is not above zero at 298.15 K");
    const double sensible = T * (Cp[0] + T * (Cp[1] / 2.0 + T * (Cp[2] / 3.0 + T * (Cp[3] / 4.0))));
    at_zero_.push_back(kinetics_.enthalpies()[i] - sensible);
  }
}

ReactingGasFlow::ReactingGasFlow(Declare declare, const SharedGas& gas, const Start& start) {
  double total = 0.0;
  for (const double flow : start.n) total += flow;
  for (std::size_t i = 0; i < gas->size(); ++i)
    n.push_back(declare.algebraic("n_" + variable_suffix(gas->name(i)), "mol/s",
                                  {.start = start.n[i], .nominal = total, .minimum = -1e-6 * total, .maximum = 1e6},
                                  "flow of " + gas->name(i)));
  T = declare.algebraic("T", "K", {.start = start.T, .nominal = 300.0, .minimum = 200.0, .maximum = 3000.0},
                        "temperature of the gas");
  p = declare.algebraic("p", "Pa", {.start = start.p, .nominal = 1e5, .minimum = 1e2, .maximum = 1e8},
                        "pressure of the gas");
}

void ReactingGasFlow::define(Declare& declare) const {
  for (const Variable v : n) declare.defines(v);
  declare.defines(T);
  declare.defines(p);
}

ReactingGasFeed::ReactingGasFeed(Declare& declare, const SharedGas& gas, ReactingGasFlow out,
                                 const ReactingGasFlow::Start& start)
    : gas_(gas), out_(std::move(out)) {
  double total = 0.0;
  for (const double flow : start.n) total += flow;
  declare.check("flow", total, 1e-12, 1e6, "mol/s");
  F_ = declare.input("F", "mol/s", {.start = total, .nominal = total, .minimum = 0.1 * total, .maximum = 3.0 * total},
                     "flow of the feed");
  T_ = declare.input("T", "K", {.start = start.T, .nominal = 300.0, .minimum = 250.0, .maximum = 2000.0},
                     "temperature of the feed");
  p_ = declare.input("p", "Pa", {.start = start.p, .nominal = 1e5, .minimum = 1e3, .maximum = 5e7},
                     "pressure of the feed");
  for (std::size_t i = 0; i < gas->size(); ++i)
    y_.push_back(declare.input("y_" + variable_suffix(gas->name(i)), "mol/mol",
                               {.start = start.n[i] / total, .minimum = 0.0, .maximum = 1.0},
                               "mole fraction of " + gas->name(i) + " in the feed"));
  out_.define(declare);
  entered_ =
      declare.ledger("entered_energy", declare.conserved("energy", "J"), 1e6, "energy that entered since the start");
}

ReactingGasDrain::ReactingGasDrain(Declare& declare, const SharedGas& gas, ReactingGasFlow in)
    : gas_(gas), in_(std::move(in)) {
  entered_ =
      declare.ledger("entered_energy", declare.conserved("energy", "J"), 1e6, "energy that entered since the start");
}

}  // namespace stillhouse
