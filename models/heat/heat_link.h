#pragma once

#include "engine/modelling/declare.h"

namespace stillhouse {

/// A wall through which one vessel heats another: what both share.
///
///   T  K  of the side that gives the heat, which determines it      Q  W  through the wall, determined by the other
struct HeatLink {
  explicit HeatLink(Declare declare)
      : T(declare.algebraic("T", "K", {.start = 298.15, .nominal = 300.0, .minimum = 150.0, .maximum = 1000.0},
                            "temperature that the wall is heated by")),
        Q(declare.algebraic("Q", "W", {.nominal = 1e5, .minimum = -1e10, .maximum = 1e10}, "heat through the wall")) {}

  Variable T, Q;
};

}  // namespace stillhouse
