#include "models/separation/packing.h"

#include <string>
#include <vector>

#include "engine/base/error.h"

namespace stillhouse {

const Packing& find_packing(std::string_view name) {
  std::vector<std::string> names;
  for (const Packing& packing : packings) {
    if (packing.name == name) return packing;
    names.emplace_back(packing.name);
  }
  std::string known;
  for (const std::string& each : names) known += (known.empty() ? "" : ", ") + each;
  const std::string nearest = nearest_word(name, names);
  throw ModelError("no packing is called '" + std::string(name) + "'" +
                   (nearest.empty() ? "" : "; did you mean '" + nearest + "'?") + "; known are " + known);
}

}  // namespace stillhouse
