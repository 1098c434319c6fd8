#include "models/separation/two_phase.h"

#include <algorithm>

namespace stillhouse {

TwoPhase::TwoPhase(Declare& declare, const Fluid& fluid, double volume, double capacity, const Start& start)
    : volume_(volume),
      capacity_(capacity),
      trace_(trace_parts(fluid)),
      inventory_(declare, fluid),
      of_equation_(fluid.cubic() != nullptr) {
  declare.check("volume", volume, 1e-6, 1e5, "m^3");
  const double V_L = start.N * fluid.liquid_molar_volume(start.x, start.T);
  const double V_G = 0.02 * volume + softplus(0.98 * volume - V_L, 0.01 * volume);
  const double RT = gas_constant * start.T * fluid.gas_compressibility(start.y, start.T, start.p);
  const double M = start.p * V_G / RT;
  const double scale = std::max({1.0, start.N, volume / 1e-3});
  for (std::size_t i = 0; i < fluid.size(); ++i) {
    const std::string tag = species_tag(fluid.name(i));
    n_.push_back(declare.differential(
        "n_" + tag, "mol", {.start = start.N * start.x[i], .nominal = scale, .minimum = -1e-5 * scale, .maximum = 1e9},
        "moles of " + fluid.name(i) + " in the liquid"));
    m_.push_back(declare.differential(
        "m_" + tag, "mol",
        {.start = M * start.y[i], .nominal = std::max(1.0, M), .minimum = -1e-5 * scale, .maximum = 1e9},
        "moles of " + fluid.name(i) + " in the gas"));
  }
  const double U = start.N * fluid.liquid_enthalpy(start.x, start.T, start.p) +
                   M * (fluid.gas_enthalpy(start.y, start.T, start.p) - RT) + capacity * (start.T - 298.15);
  U_ = declare.differential("U", "J", {.start = U, .nominal = 1e4 * scale}, "internal energy of liquid, gas and metal");
  T_ = declare.algebraic("T", "K",
                         {.start = start.T,
                          .nominal = 300.0,
                          .minimum = fluid.valid_from(),
                          .maximum = std::max(fluid.valid_to(), start.hottest)},
                         "temperature");
  p_ = declare.algebraic(
      "p", "Pa", {.start = start.p, .nominal = 1e5, .minimum = 10.0, .maximum = of_equation_ ? 1e7 : 1e6}, "pressure");
  if (of_equation_) {
    const Range share{.minimum = -1e-3, .maximum = 0.5};
    liquid_continued_ = declare.observable("liquid_continued", "1", share,
                                           "how far the liquid is where the equation of state has none of its own");
    gas_continued_ = declare.observable("gas_continued", "1", share,
                                        "how far the gas is where the equation of state has none of its own");
  }
}

}  // namespace stillhouse
