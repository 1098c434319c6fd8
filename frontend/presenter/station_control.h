#pragma once

#include <string>

#include "frontend/presenter/run_control.h"

namespace stillhouse {

/// What an instructor's station may ask of the run beyond what every screen may. Whatever is asked here is the
/// instructor's and goes into the run file as his: freezing, pace and going back are open to him in an examination too.
class StationControl : public RunControl {
 public:
  /// Keeps the present state under a name; one of the same name is replaced.
  virtual void take_snapshot(std::string name) = 0;
  /// Goes to a snapshot or an initial condition of this name, and freezes there.
  virtual void restore(std::string name) = 0;
  /// Lets the lab's good operator play once behind the scenes: the state at the end of each of its tasks becomes an
  /// initial condition.
  virtual void find_initial_conditions() = 0;
};

}  // namespace stillhouse
