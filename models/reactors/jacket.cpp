#include "models/reactors/jacket.h"

namespace stillhouse {

Jacket::Jacket(Declare& declare, const Parameters& parameters) : par_(parameters) {
  if (par_.kind == Kind::none) return;
  declare.check("UA", par_.UA, 0.0, 1e9, "W/K");
  const Quantity energy = declare.conserved("energy", "J");
  const bool mixed = par_.kind == Kind::mixed;
  if (mixed) {
    declare.check("jacket capacity", par_.capacity, 1.0, 1e10, "J/K");
    U_ = declare.differential("jacket_U", "J",
                              {.start = par_.capacity * (par_.T_start - reference), .nominal = 10.0 * par_.capacity},
                              "energy of the coolant in the jacket");
  }
  T_ = declare.algebraic("jacket_T", "K",
                         {.start = mixed ? par_.T_start : par_.coolant_T,
                          .nominal = 300.0,
                          .minimum = par_.coolant_T_low - 50.0,
                          .maximum = par_.coolant_T_high + 200.0},
                         "temperature of the coolant in the jacket");
  heat_ = declare.ledger("jacket_heat", energy, 1e7, "energy that entered through the jacket since the start");
  if (!mixed || par_.coolant_q_limit > 0.0)
    coolant_T_ = declare.input(
        "coolant_T", "K",
        {.start = par_.coolant_T, .nominal = 300.0, .minimum = par_.coolant_T_low, .maximum = par_.coolant_T_high},
        "temperature of the coolant that comes");
  if (!mixed) {
    cooling_ = declare.input("cooling", "1", {.start = 1.0, .minimum = 0.0, .maximum = 1.0},
                             "share of the heat transfer that works: 0 when the coolant has failed");
    return;
  }
  if (par_.coolant_q_limit > 0.0)
    coolant_q_ = declare.input(
        "coolant_q", "m^3/s",
        {.start = par_.coolant_q, .nominal = par_.coolant_q_limit, .minimum = 0.0, .maximum = par_.coolant_q_limit},
        "flow of the coolant");
  duty_ = declare.input(
      "duty", "W",
      {.start = par_.duty, .nominal = par_.duty_limit, .minimum = -par_.duty_limit, .maximum = par_.duty_limit},
      "heat given to the coolant from outside; negative: taken");
}

}  // namespace stillhouse
