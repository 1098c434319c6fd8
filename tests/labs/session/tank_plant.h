#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "labs/scenario/lab.h"
#include "labs/session/plant_directory.h"

namespace stillhouse {

/// A heated tank with an outlet valve: small enough to be followed by hand, with one device of every kind on it.
struct TankPlant {
  // truth: level m, temperature K, mole fraction, density kg/m3
  std::array<double, 4> signals = {1.0, 320.0, 0.5, 850.0};
  // inputs: heater W, outlet valve 0..1, pump 0 or 1
  std::array<double, 3> inputs = {0.0, 0.0, 0.0};

  static PlantDirectory directory() {
    return {[](std::string_view name) {
              constexpr std::array<std::string_view, 4> names = {"tank.level", "tank.T", "tank.x", "tank.density"};
              for (std::size_t i = 0; i < names.size(); ++i)
                if (names[i] == name) return static_cast<int>(i);
              return -1;
            },
            [](std::string_view name) {
              constexpr std::array<std::string_view, 3> names = {"tank.heater", "tank.valve", "tank.pump"};
              for (std::size_t i = 0; i < names.size(); ++i)
                if (names[i] == name) return static_cast<int>(i);
              return -1;
            }};
  }

  TruthView truth() const {
    return [this](int index) { return signals[static_cast<std::size_t>(index)]; };
  }

  /// One second: 5 mm/s in when the pump runs, 10 mm/s out through the open valve, 4200 J/K, 10 W/K to 300 K.
  void advance() {
    double& level = signals[0];
    level += 0.005 * inputs[2] - 0.01 * inputs[1];
    if (level < 0.0) level = 0.0;
    signals[1] += (inputs[0] - 10.0 * (signals[1] - 300.0)) / 4200.0;
  }

  static scenario::Plant lab() {
    using scenario::Condition;
    using scenario::ConditionKind;
    using scenario::HandleKind;
    using scenario::InstrumentKind;
    using scenario::SubjectKind;
    scenario::Plant plant;
    scenario::Instrument level;
    level.tag = "LI-101";
    level.kind = InstrumentKind::level_transmitter;
    level.signal = "tank.level";
    level.unit = "m";
    level.range_high = 2.0;
    level.noise = 0.001;
    scenario::Instrument temperature;
    temperature.tag = "TI-102";
    temperature.signal = "tank.T";
    temperature.unit = "degC";
    temperature.range_low = 273.15;
    temperature.range_high = 423.15;
    temperature.lag = 5.0;
    temperature.bias_spread = 0.5;
    scenario::Instrument analyser;
    analyser.tag = "AI-103";
    analyser.kind = InstrumentKind::analyser;
    analyser.signal = "tank.x";
    analyser.unit = "mol/mol";
    analyser.range_high = 1.0;
    analyser.delay = 30.0;
    analyser.budget = 2;
    scenario::Instrument hydrometer;
    hydrometer.tag = "DI-104";
    hydrometer.kind = InstrumentKind::hydrometer;
    hydrometer.signal = "tank.density";
    hydrometer.temperature_signal = "tank.T";
    hydrometer.unit = "kg/m^3";
    hydrometer.range_low = 750.0;
    hydrometer.range_high = 1000.0;
    hydrometer.resolution = 0.5;
    hydrometer.delay = 10.0;
    hydrometer.budget = 5;
    plant.instruments = {level, temperature, analyser, hydrometer};

    scenario::Handle heater;
    heater.tag = "HIC-201";
    heater.kind = HandleKind::hand_station;
    heater.input = "tank.heater";
    heater.unit = "W";
    heater.high = 3000.0;
    heater.stroke = 10.0;
    scenario::Handle valve;
    valve.tag = "LV-101";
    valve.input = "tank.valve";
    valve.unit = "%";
    valve.high = 1.0;
    valve.stroke = 5.0;
    scenario::Handle pump;
    pump.tag = "HS-203";
    pump.kind = HandleKind::on_off_switch;
    pump.input = "tank.pump";
    pump.unit = "1";
    pump.high = 1.0;
    plant.handles = {heater, valve, pump};

    scenario::Controller controller;
    controller.tag = "LIC-101";
    controller.reads = "LI-101";
    controller.moves = "LV-101";
    controller.moves_handle = true;
    controller.gain = 4.0;
    controller.reset = 200.0;
    controller.reverse = false;
    controller.setpoint_unit = "m";
    controller.setpoint = 1.0;
    controller.setpoint_low = 0.2;
    controller.setpoint_high = 1.8;
    controller.output_unit = "%";
    controller.output_high = 1.0;
    plant.controllers = {controller};

    scenario::Alarm low;
    low.tag = "LAL-101";
    low.reads = "LI-101";
    low.high = false;
    low.limit = 0.5;
    low.deadband = 0.05;
    low.delay = 3.0;
    low.priority = scenario::AlarmPriority::high;
    plant.alarms = {low};

    // dry-out or overheating: heater off
    Condition dry;
    dry.kind = ConditionKind::below;
    dry.subject = {SubjectKind::reading, "LI-101", "m"};
    dry.high = 0.3;
    Condition hot;
    hot.kind = ConditionKind::above;
    hot.subject = {SubjectKind::reading, "TI-102", "degC"};
    hot.low = 373.15;
    scenario::Interlock guard;
    guard.tag = "IS-201";
    guard.when.kind = ConditionKind::any_of;
    guard.when.children = {dry, hot};
    guard.delay = 2.0;
    guard.latched = true;
    guard.forces = {{"HIC-201", true, 0.0, "W"}};
    plant.interlocks = {guard};
    return plant;
  }
};

}  // namespace stillhouse
