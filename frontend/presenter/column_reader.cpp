#include "frontend/presenter/column_reader.h"

#include <algorithm>
#include <cmath>

#include "engine/simulation/simulator.h"
#include "models/catalogue.h"

namespace stillhouse {

namespace {

/// Smallest flow that is drawn as flowing: what still drips is not.
constexpr double kLeastFlow = 2e-8;          // m3/s
constexpr double kLeastVapour = 2e-4;        // mol/s
constexpr double kLeastCoolingWater = 1e-4;  // kg/s
constexpr double kLeastHeat = 5.0;           // W

/// A number the flowsheet is built with: the lab's, or the flowsheet's own.
double parameter(const scenario::Plant& lab, const std::string& name, double otherwise) {
  for (const scenario::Setting& setting : lab.parameters)
    if (setting.name == name) return setting.number;
  for (const FlowsheetKind& kind : catalogue()) {
    if (kind.name != lab.flowsheet) continue;
    for (const ParameterInfo& info : kind.parameters)
      if (info.name == name) return info.standard;
  }
  return otherwise;
}

}  // namespace

ColumnReader::ColumnReader(const Flowsheet& plant, const scenario::Plant& lab) {
  const auto signal = [&](const std::string& name) { return plant.find_signal(name); };
  for (int k = 1; signal("tray_" + std::to_string(k) + ".T") >= 0; ++k) {
    const std::string tray = "tray_" + std::to_string(k);
    trays_.push_back({signal(tray + ".T"), signal(tray + ".clear_liquid"), signal(tray + ".froth"),
                      signal(tray + ".flooding"), signal(tray + ".backup"), signal(tray + ".weeping")});
  }
  const auto vessel = [&](const std::string& name) {
    return VesselSignals{signal(name + ".T"), signal(name + ".level")};
  };
  kettle_ = vessel("kettle");
  condenser_ = vessel("condenser_1");
  drum_ = vessel("drum");
  feed_tank_ = vessel("feed_tank");
  preheater_ = vessel("preheater");
  distillate_tank_ = vessel("distillate_tank");
  bottoms_tank_ = vessel("bottoms_tank");
  catch_pot_ = vessel("catch_pot");
  heating_ = signal("kettle.heating");
  bottoms_flow_ = signal("kettle.bottoms_flow");
  cooling_water_ = signal("cooling_water.m");
  reflux_ = signal("drum.reflux_flow");
  distillate_ = signal("drum.distillate_flow");
  feed_ = signal("feed_tank.pump_flow");
  vent_ = signal("drum.vent_flow");
  lift_ = signal("drum.relief_lift");
  overflow_ = signal("drum.overflow_flow");
  preheating_ = plant.find_input("preheater.power");
  feed_tray_ = static_cast<int>(std::lround(parameter(lab, "feed_tray", 0.0)));
  tray_spacing_ = std::max(parameter(lab, "tray_spacing", 0.1), 0.01);
}

ColumnPicture ColumnReader::picture(const Simulator& simulator) const {
  const auto value = [&](int signal, double otherwise = 0.0) {
    return signal >= 0 ? simulator.signal(signal) : otherwise;
  };
  const auto vessel = [&](const VesselSignals& signals, bool active) {
    return VesselPicture{signals.present(), value(signals.T, 293.15), std::clamp(value(signals.level), 0.0, 1.0),
                         active};
  };

  ColumnPicture picture;
  picture.feed_tray = feed_tray_;
  picture.tray_spacing = tray_spacing_;
  for (const TraySignals& tray : trays_)
    picture.trays.push_back({value(tray.T, 293.15), value(tray.clear_liquid), value(tray.froth), value(tray.flooding),
                             value(tray.backup), value(tray.weeping)});
  picture.cooling_flows = value(cooling_water_) > kLeastCoolingWater;
  picture.reflux_flows = value(reflux_) > kLeastFlow;
  picture.distillate_flows = value(distillate_) > kLeastFlow;
  picture.bottoms_flow = value(bottoms_flow_) > kLeastFlow;
  picture.feed_flows = value(feed_) > kLeastFlow;
  picture.vent_flows = std::abs(value(vent_)) > kLeastVapour;
  picture.relief_lifted = value(lift_) > 0.02;
  picture.overflows = value(overflow_) > kLeastFlow;
  picture.kettle = vessel(kettle_, value(heating_) > kLeastHeat);
  picture.condenser = vessel(condenser_, picture.cooling_flows);
  picture.drum = vessel(drum_, picture.reflux_flows || picture.distillate_flows);
  picture.feed_tank = vessel(feed_tank_, picture.feed_flows);
  picture.preheater = vessel(preheater_, preheating_ >= 0 && simulator.input(preheating_) > kLeastHeat);
  picture.distillate_tank = vessel(distillate_tank_, picture.distillate_flows);
  picture.bottoms_tank = vessel(bottoms_tank_, picture.bottoms_flow);
  picture.catch_pot = vessel(catch_pot_, picture.overflows);

  // vapour that has reached the head of the column shows at the last tray; below, boiling shows at the kettle
  picture.vapour_rises = !trays_.empty() && value(trays_.back().T, 293.15) > 318.15;
  return picture;
}

}  // namespace stillhouse
