#include <utility>

#include "frontend/presenter/plant_diagram.h"

// plants of the catalogue as textbooks draw them
namespace stillhouse {

namespace {

/// Puts a diagram together by the names of its units.
class Sketch {
 public:
  Sketch& unit(const std::string& name, Symbol symbol, std::vector<std::string> covers = {}) {
    DiagramUnit unit{name, name, symbol, {}};
    unit.covers = std::move(covers);
    diagram_.units.push_back(std::move(unit));
    return *this;
  }
  Sketch& stages(int count) {
    diagram_.units.back().stages = count;
    return *this;
  }
  Sketch& heated() {
    diagram_.units.back().heated = true;
    return *this;
  }
  Sketch& cooled() {
    diagram_.units.back().cooled = true;
    return *this;
  }

  /// `inlet` and `outlet` matter to columns, whose ports have an order; `flow` is a signal.
  Sketch& liquid(const std::string& from, const std::string& to, const std::string& flow = "",
                 const std::string& inlet = "", const std::string& outlet = "") {
    return join(from, to, flow, inlet, outlet, false);
  }
  Sketch& gas(const std::string& from, const std::string& to, const std::string& flow = "") {
    return join(from, to, flow, "", "", true);
  }
  Diagram drawn() { return std::move(diagram_); }

 private:
  int place(const std::string& name) const {
    for (std::size_t i = 0; i < diagram_.units.size(); ++i)
      if (diagram_.units[i].name == name) return static_cast<int>(i);
    return -1;
  }
  int add_port(int unit, const std::string& name, bool is_inlet, bool is_gas) {
    std::vector<DiagramPort>& ports = diagram_.units[static_cast<std::size_t>(unit)].ports;
    ports.push_back({name, is_inlet, is_gas});
    return static_cast<int>(ports.size()) - 1;
  }
  Sketch& join(const std::string& from, const std::string& to, const std::string& flow, const std::string& inlet,
               const std::string& outlet, bool is_gas) {
    const int source = place(from), target = place(to);
    const int out = add_port(source, outlet, false, is_gas), in = add_port(target, inlet, true, is_gas);
    diagram_.streams.push_back({"", source, out, target, in, is_gas, flow});
    return *this;
  }

  Diagram diagram_;
};

Diagram column_a() {
  return Sketch()
      .unit("feed", Symbol::arrow_in, {"column.feed"})
      .unit("column", Symbol::column, {"stage"})
      .stages(39)
      .unit("condenser", Symbol::vessel, {"stage_41", "column.reflux"})
      .cooled()
      .unit("reboiler", Symbol::tubed_vessel, {"stage_1", "column.boilup"})
      .unit("distillate", Symbol::arrow_out, {"column.distillate"})
      .unit("bottoms", Symbol::arrow_out, {"column.bottoms"})
      .liquid("feed", "column", "column.feed", "feed")
      .gas("column", "condenser", "column.boilup")
      .liquid("column", "reboiler", "column.boilup", "", "bottom")
      .liquid("condenser", "column", "column.reflux", "reflux")
      .liquid("condenser", "distillate", "column.distillate")
      .gas("reboiler", "column", "column.boilup")
      .liquid("reboiler", "bottoms", "column.bottoms")
      .drawn();
}

Diagram wood_berry() {
  return Sketch()
      .unit("feed", Symbol::arrow_in, {"column.feed"})
      .unit("column", Symbol::column)
      .stages(8)
      .unit("condenser", Symbol::vessel, {"column.reflux"})
      .cooled()
      .unit("reboiler", Symbol::tubed_vessel, {"column.steam"})
      .unit("distillate", Symbol::arrow_out, {"column.x_D"})
      .unit("bottoms", Symbol::arrow_out, {"column.x_B"})
      .liquid("feed", "column", "column.feed", "feed")
      .gas("column", "condenser", "column.steam")
      .liquid("column", "reboiler", "column.steam", "", "bottom")
      .liquid("condenser", "column", "column.reflux", "reflux")
      .liquid("condenser", "distillate", "column.feed")
      .gas("reboiler", "column", "column.steam")
      .liquid("reboiler", "bottoms", "column.feed")
      .drawn();
}

Diagram quadruple_tank() {
  return Sketch()
      .unit("reservoir", Symbol::drum)
      .unit("pump_1", Symbol::pump, {"pumps.drive_1"})
      .unit("pump_2", Symbol::pump, {"pumps.drive_2"})
      .unit("valve_1", Symbol::joint)
      .unit("valve_2", Symbol::joint)
      .unit("tank_3", Symbol::vessel)
      .unit("tank_4", Symbol::vessel)
      .unit("tank_1", Symbol::vessel)
      .unit("tank_2", Symbol::vessel)
      .liquid("reservoir", "pump_1", "pumps.drive_1")
      .liquid("reservoir", "pump_2", "pumps.drive_2")
      .liquid("pump_1", "valve_1", "pumps.drive_1")
      .liquid("pump_2", "valve_2", "pumps.drive_2")
      .liquid("valve_2", "tank_3", "pumps.drive_2")
      .liquid("valve_1", "tank_4", "pumps.drive_1")
      .liquid("valve_1", "tank_1", "pumps.drive_1")
      .liquid("valve_2", "tank_2", "pumps.drive_2")
      .liquid("tank_3", "tank_1", "tank_3.outflow")
      .liquid("tank_4", "tank_2", "tank_4.outflow")
      .liquid("tank_1", "reservoir", "tank_1.outflow")
      .liquid("tank_2", "reservoir", "tank_2.outflow")
      .drawn();
}

Diagram stirred_reactor() {
  return Sketch()
      .unit("feed", Symbol::arrow_in, {"source"})
      .unit("reactor", Symbol::stirred_vessel)
      .cooled()
      .unit("drain", Symbol::arrow_out)
      .liquid("feed", "reactor", "feed.q")
      .liquid("reactor", "drain", "feed.q")
      .drawn();
}

Diagram runaway_vessel() {
  return Sketch()
      .unit("vessel", Symbol::stirred_vessel)
      .cooled()
      .unit("vent_valve", Symbol::valve, {"vessel.vent"})
      .unit("rupture_disc", Symbol::rupture_disc, {"vessel.relief"})
      .unit("vent", Symbol::vent)
      .unit("blow_down", Symbol::vent)
      .gas("vessel", "vent_valve", "vessel.vent_flow")
      .gas("vessel", "rupture_disc", "vessel.relief_flow")
      .gas("vent_valve", "vent", "vessel.vent_flow")
      .gas("rupture_disc", "blow_down", "vessel.relief_flow")
      .drawn();
}

Diagram pilot_column() {
  return Sketch()
      .unit("feed_tank", Symbol::vessel)
      .unit("feed_pump", Symbol::pump, {"feed_tank.pump"})
      .unit("preheater", Symbol::heater)
      .unit("column", Symbol::column, {"tray"})
      .stages(12)
      .unit("kettle", Symbol::vessel)
      .heated()
      .unit("bottoms_valve", Symbol::valve, {"kettle.bottoms_valve", "kettle.bottoms_flow"})
      .unit("bottoms_tank", Symbol::vessel)
      .unit("water_valve", Symbol::valve, {"cooling_water"})
      .unit("condenser", Symbol::exchanger, {"condenser_1", "condenser_2"})
      .unit("drum", Symbol::vessel)
      .unit("vent_valve", Symbol::valve, {"drum.vent", "drum.relief_lift"})
      .unit("vent", Symbol::vent)
      .unit("reflux_pump", Symbol::pump, {"drum.reflux_pump"})
      .unit("splitter", Symbol::joint, {"drum.splitter", "drum.reflux_flow", "drum.distillate_flow"})
      .unit("distillate_tank", Symbol::vessel)
      .unit("catch_pot", Symbol::vessel, {"drum.overflow_flow"})
      .liquid("feed_tank", "feed_pump", "feed_tank.pump_flow")
      .liquid("feed_pump", "preheater", "feed_tank.pump_flow")
      .liquid("preheater", "column", "feed_tank.pump_flow", "feed")
      .gas("column", "condenser", "condenser_1.gas_in.n_air")
      .liquid("column", "kettle", "tray_1.clear_liquid", "", "bottom")
      .gas("kettle", "column", "kettle.heating")
      .liquid("kettle", "bottoms_valve", "kettle.bottoms_flow")
      .liquid("bottoms_valve", "bottoms_tank", "kettle.bottoms_flow")
      .liquid("water_valve", "condenser", "cooling_water.m")
      .liquid("condenser", "drum")
      .gas("drum", "vent_valve", "drum.vent_flow")
      .gas("vent_valve", "vent", "drum.vent_flow")
      .liquid("drum", "reflux_pump", "drum.reflux_flow")
      .liquid("drum", "catch_pot", "drum.overflow_flow")
      .liquid("reflux_pump", "splitter", "drum.reflux_flow")
      .liquid("splitter", "column", "drum.reflux_flow", "reflux")
      .liquid("splitter", "distillate_tank", "drum.distillate_flow")
      .drawn();
}

}  // namespace

std::optional<Diagram> catalogue_diagram(const std::string& flowsheet) {
  if (flowsheet == "column_a") return column_a();
  if (flowsheet == "wood_berry") return wood_berry();
  if (flowsheet == "quadruple_tank") return quadruple_tank();
  if (flowsheet == "seborg_reactor" || flowsheet == "van_de_vusse") return stirred_reactor();
  if (flowsheet == "runaway_vessel") return runaway_vessel();
  if (flowsheet == "pilot_column") return pilot_column();
  return {};
}

}  // namespace stillhouse
