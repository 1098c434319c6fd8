#pragma once

#include <string_view>

#include "engine/modelling/declare.h"

namespace stillhouse {

/// First-order actuator: a valve stem or a drive follows its command, so that no flow jumps.
///   tau dz/dt = powered command - z,   z between 0 (closed) and 1 (open); powered is 1 unless the unit says otherwise
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
  /// `powered`: 0 for a drive without power, which runs down whatever it is told.
  template <class Eq, class Real>
  void equate(Eq& eq, const Real& powered) const {
    eq.equate("actuator", time_constant_ * eq.der(z_), powered * eq[command_] - eq[z_]);
  }

 private:
  double time_constant_;
  Input command_;
  Variable z_;
};

}  // namespace stillhouse
