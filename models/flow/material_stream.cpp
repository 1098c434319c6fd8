#include "models/flow/material_stream.h"

namespace stillhouse {

namespace {

constexpr double T_start = 298.15, p_start = 101325.0;

std::vector<Variable> fractions(Declare& declare, const Fluid& fluid, const std::string& prefix,
                                const std::string& sentence) {
  std::vector<Variable> list;
  for (std::size_t i = 0; i < fluid.size(); ++i)
    list.push_back(declare.algebraic(
        prefix + species_tag(fluid.name(i)), "mol/mol",
        {.start = 1.0 / static_cast<double>(fluid.size()), .nominal = 1.0, .minimum = -1e-3, .maximum = 1.001},
        sentence + " of " + fluid.name(i)));
  return list;
}

}  // namespace

std::string species_tag(std::string_view compound) {
  std::string tag;
  for (const char c : compound) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    tag += plain ? c : '_';
  }
  return tag;
}

MaterialStream::MaterialStream(Declare declare, const Fluid& fluid, Phase of) : phase(of) {
  const bool is_gas = of == Phase::gas;
  PerSpecies<double> even(fluid.size());
  for (double& share : even) share = 1.0 / static_cast<double>(fluid.size());
  const double h_start = is_gas ? fluid.gas_enthalpy(even, T_start) : fluid.liquid_enthalpy(even, T_start);
  F = declare.algebraic("F", "mol/s", {.nominal = 1.0, .minimum = -1e6, .maximum = 1e6}, "molar flow");
  p = declare.algebraic("p", "Pa", {.start = p_start, .nominal = 1e5, .minimum = 0.0, .maximum = 2e8}, "pressure");
  T = declare.algebraic("T", "K",
                        {.start = T_start,
                         .nominal = 300.0,
                         .minimum = is_gas ? 250.0 : fluid.valid_from(),
                         .maximum = is_gas ? SpeciesForms::gas_valid_to : fluid.valid_to()},
                        "temperature");
  h = declare.algebraic("h", "J/mol", {.start = h_start, .nominal = 1e5, .minimum = -1e8, .maximum = 1e8},
                        "molar enthalpy, from the elements at 298.15 K");
  x = fractions(declare, fluid, "x_", "mole fraction");
  if (is_gas) {
    h_back = declare.algebraic("h_back", "J/mol", {.start = h_start, .nominal = 1e5, .minimum = -1e8, .maximum = 1e8},
                               "molar enthalpy of what is downstream");
    x_back = fractions(declare, fluid, "x_back_", "mole fraction downstream");
  } else {
    wet = declare.algebraic("wet", "1", {.start = 1.0, .nominal = 1.0, .minimum = -1e-3, .maximum = 1.001},
                            "share of the outlet that liquid covers");
  }
}

std::vector<double> trace_parts(const Fluid& fluid) {
  std::vector<double> parts;
  double sum = 0.0;
  for (std::size_t i = 0; i < fluid.size(); ++i) {
    parts.push_back(fluid.condenses(i) ? 1.0 : 0.0);
    sum += parts.back();
  }
  // a fluid of gases only is never liquid, but its fractions are defined
  for (double& part : parts) part = sum > 0.0 ? part / sum : 1.0 / static_cast<double>(parts.size());
  return parts;
}

void define_sent(Declare& declare, const MaterialStream& outlet) {
  declare.defines(outlet.T);
  declare.defines(outlet.h);
  for (Variable x : outlet.x) declare.defines(x);
  if (outlet.phase == Phase::liquid) declare.defines(outlet.wet);
}

void define_behind(Declare& declare, const MaterialStream& inlet) {
  if (inlet.phase == Phase::liquid) return;
  declare.defines(inlet.h_back);
  for (Variable x : inlet.x_back) declare.defines(x);
}

}  // namespace stillhouse
