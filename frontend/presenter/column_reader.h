#pragma once

#include <string>
#include <vector>

#include "frontend/presenter/screen_state.h"
#include "labs/scenario/lab.h"

namespace stillhouse {

class Simulator;
class Flowsheet;

/// Reads the picture of a column out of a plant: what one would see through its glass. Finds the signals once, by name;
/// what a plant does not have stays absent.
class ColumnReader {
 public:
  ColumnReader(const Flowsheet& plant, const scenario::Plant& lab);

  ColumnPicture picture(const Simulator& simulator) const;

 private:
  struct TraySignals {
    int T, clear_liquid, froth, flooding, backup, weeping;
  };
  struct VesselSignals {
    int T = -1, level = -1;
    bool present() const { return T >= 0; }
  };

  std::vector<TraySignals> trays_;
  VesselSignals kettle_, condenser_, drum_, feed_tank_, preheater_, distillate_tank_, bottoms_tank_, catch_pot_;
  int heating_, bottoms_flow_, cooling_water_, reflux_, distillate_, feed_, vent_, lift_, overflow_;
  int preheating_;  ///< input
  int feed_tray_ = 0;
  double tray_spacing_ = 0.1;
};

}  // namespace stillhouse
