#pragma once

#include <cmath>
#include <deque>
#include <string>

#include "models/plant/unit_site.h"

namespace stillhouse {

/// Number of cells that a text cuts a tube into.
inline int cell_count(UnitSite& site) {
  return static_cast<int>(std::lround(site.number("cells")));
}

/// Cells NAME_cell_1 ... of a tube, one behind the other from the site's `in` to its `out`: calls add(name, in, out,
/// wall_T) for each. The wall's temperature is one input of all, between `coldest` and `hottest` K; without heat
/// transfer (U = 0) there is none.
template <class Add>
void add_cells(UnitSite& site, Phase phase, double coldest, double hottest, const Add& add) {
  Input wall_T;
  if (site.number("U") > 0.0)
    wall_T = site.builder()
                 .stream(site.path())
                 .input("wall_T", "K",
                        {.start = site.number("wall_T"), .nominal = 300.0, .minimum = coldest, .maximum = hottest},
                        "temperature of the wall");
  const int cells = cell_count(site);
  std::deque<MaterialStream> between;
  const MaterialStream* in = site.only("in").stream;
  for (int k = 1; k <= cells; ++k) {
    const std::string name = site.path() + "_cell_" + std::to_string(k);
    const MaterialStream* out = k == cells
                                    ? site.only("out").stream
                                    : &between.emplace_back(site.builder().stream(name + ".out"), *site.fluid(), phase);
    add(name, *in, *out, wall_T);
    in = out;
  }
}

}  // namespace stillhouse
