#include "models/flow/liquid_contents.h"

#include <algorithm>

namespace stillhouse {

LiquidContents::LiquidContents(Declare& declare, const Fluid& fluid, double capacity, const Start& start,
                               const std::string& prefix)
    : capacity_(capacity), trace_(trace_parts(fluid)), inventory_(declare, fluid) {
  const double scale = std::max(1.0, start.N);
  for (std::size_t i = 0; i < fluid.size(); ++i) {
    n_.push_back(declare.differential(
        prefix + "n_" + species_tag(fluid.name(i)), "mol",
        {.start = start.N * start.x[i], .nominal = scale, .minimum = -1e-5 * scale, .maximum = 1e9},
        "moles of " + fluid.name(i)));
  }
  const double U = start.N * fluid.liquid_enthalpy(start.x, start.T) + capacity_ * (start.T - 298.15);
  U_ = declare.differential(prefix + "U", "J", {.start = U, .nominal = 1e4 * scale}, "energy of liquid and metal");
  T_ = declare.algebraic(
      prefix + "T", "K",
      {.start = start.T, .nominal = 300.0, .minimum = fluid.valid_from(), .maximum = fluid.valid_to()},
      "temperature of the liquid");
}

}  // namespace stillhouse
