#pragma once

#include <string_view>

#include "engine/modelling/declare.h"

namespace stillhouse {

/// First-order actuator: a valve stem or a drive follows its command, so that no flow jumps.
///   tau dz/dt = command - z,   z between 0 (closed) and 1 (open)
class Drive {
 public:
  Drive(Declare& declare, std::string_view name, double time_constant, double start, std::string_view sentence);

  template <class Eq>
  auto position(Eq& eq) const {
    return eq[z_];
  }
  template <class Eq>
  void equate(Eq& eq) const {
    eq.equate("actuator", time_constant_ * eq.der(z_), eq[command_] - eq[z_]);
  }

 private:
  double time_constant_;
  Input command_;
  Variable z_;
};

}  // namespace stillhouse
