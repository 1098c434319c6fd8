#include "models/properties/diffusion_volume.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "engine/base/error.h"

namespace stillhouse {

namespace {

struct Volume {
  std::string_view of;
  double value;
};

constexpr std::array molecules{
    Volume{"air", 19.7},     Volume{"hydrogen", 6.12},        Volume{"nitrogen", 18.5},
    Volume{"oxygen", 16.3},  Volume{"carbon monoxide", 18.0}, Volume{"carbon dioxide", 26.9},
    Volume{"ammonia", 20.7}, Volume{"water", 13.1},           Volume{"sulfur dioxide", 41.8},
};
constexpr std::array atoms{
    Volume{"C", 15.9}, Volume{"H", 2.31}, Volume{"O", 6.11}, Volume{"N", 4.54}, Volume{"S", 22.9}, Volume{"Cl", 21.0},
};
// with one aromatic or heterocyclic ring
constexpr std::array ringed{
    "pyridine",        "nitrobenzene", "benzene",        "phenol",
    "aniline",         "toluene",      "styrene",        "ethylbenzene",
    "m-xylene",        "o-xylene",     "p-xylene",       "cumene",
    "tetrahydrofuran", "1,4-dioxane",  "ethylene oxide", "1,2-propylene oxide",
};
constexpr double ring = -18.3;

}  // namespace

double diffusion_volume(const Component& component) {
  for (const Volume& molecule : molecules)
    if (molecule.of == component.name()) return molecule.value;
  double sum = std::find(ringed.begin(), ringed.end(), component.name()) == ringed.end() ? 0.0 : ring;
  for (const auto& [symbol, count] : component.atoms()) {
    const auto atom =
        std::find_if(atoms.begin(), atoms.end(), [&symbol = symbol](const Volume& v) { return v.of == symbol; });
    if (atom == atoms.end())
      throw ModelError("component " + component.name() + ": the element " + symbol + " has no diffusion volume");
    sum += count * atom->value;
  }
  return sum;
}

}  // namespace stillhouse
