#include "models/separation/two_liquids.h"

#include <algorithm>
#include <optional>

#include "engine/base/error.h"
#include "models/properties/liquid_split.h"

namespace stillhouse {

TwoLiquids::Layers TwoLiquids::layers(const Fluid& fluid, const PerSpecies<double>& z, double T) {
  if (fluid.cubic())
    throw ModelError("two liquids need a model of activity, not " + name_of(fluid.model()) +
                     "; allowed: nrtl, uniquac or unifac");
  std::optional<LiquidSplit> split = liquid_split(fluid, z, T);
  if (!split) split = any_liquid_split(fluid, T);
  if (!split) {
    std::string names;
    for (const std::string& name : fluid.names()) names += (names.empty() ? "" : ", ") + name;
    throw ModelError("no two of " + names + " separate into two liquids by the model " + name_of(fluid.model()) +
                     "; allowed: species that do, by nrtl, uniquac or unifac");
  }
  // a species that is in neither goes to both
  for (std::size_t i = 0; i < fluid.size(); ++i) {
    split->first[i] = std::max(split->first[i], 1e-12);
    split->second[i] = std::max(split->second[i], 1e-12);
  }
  const bool first_is_light = fluid.liquid_density(split->first, T) < fluid.liquid_density(split->second, T);
  return first_is_light ? Layers{split->first, split->second} : Layers{split->second, split->first};
}

TwoLiquids::TwoLiquids(Declare& declare, const Fluid& fluid, double volume, double capacity, double T,
                       const Layers& layers)
    : capacity_(capacity), layers_(layers), inventory_(declare, fluid) {
  declare.check("volume", volume, 1e-6, 1e5, "m^3");
  const double scale = std::max(1.0, volume / 1e-3);
  for (std::size_t i = 0; i < fluid.size(); ++i) {
    const std::string tag = species_tag(fluid.name(i));
    const Range range{.nominal = scale, .minimum = -1e-5 * scale, .maximum = 1e9};
    n1_.push_back(
        declare.differential("n_light_" + tag, "mol", range, "moles of " + fluid.name(i) + " in the light liquid"));
    n2_.push_back(
        declare.differential("n_heavy_" + tag, "mol", range, "moles of " + fluid.name(i) + " in the heavy liquid"));
  }
  U_ = declare.differential("U", "J", {.start = capacity * (T - 298.15), .nominal = 1e4 * scale},
                            "energy of both liquids and the metal");
  T_ = declare.algebraic("T", "K",
                         {.start = T, .nominal = 300.0, .minimum = fluid.valid_from(), .maximum = fluid.valid_to()},
                         "temperature");
}

}  // namespace stillhouse
