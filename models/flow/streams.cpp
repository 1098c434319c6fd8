#include "models/flow/streams.h"

namespace stillhouse {

GasNode::GasNode(Declare declare, double T_start, double p_start) {
  p = declare.algebraic("p", "Pa", {.start = p_start, .nominal = 1e5, .minimum = 1e3, .maximum = 3e5},
                        "absolute pressure of the gas");
  T = declare.algebraic("T", "K", {.start = T_start, .nominal = 300.0, .minimum = 255.0, .maximum = 430.0},
                        "temperature");
  const Range fraction{.start = 0.0, .nominal = 1.0, .minimum = -1e-3, .maximum = 1.0 + 1e-3};
  y = {declare.algebraic("y_light", "mol/mol", fraction, "mole fraction of the light species in the gas"),
       declare.algebraic("y_heavy", "mol/mol", fraction, "mole fraction of the heavy species in the gas")};
}

GasFlow::GasFlow(Declare declare) {
  const Range flow{.nominal = 0.05, .minimum = -50.0, .maximum = 50.0};
  n = {declare.algebraic("n_light", "mol/s", flow, "gas flow of the light species"),
       declare.algebraic("n_heavy", "mol/s", flow, "gas flow of the heavy species"),
       declare.algebraic("n_air", "mol/s", flow, "gas flow of air")};
  H = declare.algebraic("H", "W", {.nominal = 2000.0}, "enthalpy flow of the gas");
}

LiquidFlow::LiquidFlow(Declare declare) {
  const Range flow{.nominal = 0.05, .minimum = -1e-3, .maximum = 50.0};
  n = {declare.algebraic("n_light", "mol/s", flow, "liquid flow of the light species"),
       declare.algebraic("n_heavy", "mol/s", flow, "liquid flow of the heavy species")};
  H = declare.algebraic("H", "W", {.nominal = 500.0}, "enthalpy flow of the liquid");
}

LiquidHead::LiquidHead(Declare declare) {
  dp = declare.algebraic("head", "Pa", {.nominal = 100.0, .minimum = -1.0, .maximum = 1e5},
                         "pressure of the standing liquid");
}

void define(Declare& declare, const GasNode& node) {
  for (Variable v : {node.p, node.T, node.y[0], node.y[1]}) declare.defines(v);
}

void define(Declare& declare, const GasFlow& flow) {
  for (Variable v : {flow.n[0], flow.n[1], flow.n[2], flow.H}) declare.defines(v);
}

void define(Declare& declare, const LiquidFlow& flow) {
  for (Variable v : {flow.n[0], flow.n[1], flow.H}) declare.defines(v);
}

}  // namespace stillhouse
