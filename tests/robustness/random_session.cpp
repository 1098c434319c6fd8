#include "tests/robustness/random_session.h"

#include <cmath>

namespace stillhouse {

namespace {

using scenario::EffectKind;

scenario::Fault fault_of(const scenario::Effect& effect, Dice& dice, double duration) {
  scenario::Fault fault;
  fault.id = "random_" + effect.target;
  fault.after = std::floor(dice.between(0.0, duration));
  if (dice.chance(0.8)) fault.lasts = std::floor(dice.between(5.0, 1200.0));
  fault.does = {effect};
  return fault;
}

}  // namespace

void add_random_faults(scenario::Lab& lab, Dice& dice) {
  lab.rubric.aborts.clear();
  for (scenario::Fault& fault : lab.faults) {
    fault.when.reset();
    fault.after = std::floor(dice.between(0.0, lab.duration));
    fault.lasts = std::floor(dice.between(5.0, 1200.0));
  }
  // an effect on an input of the plant is scaled and ramped as the lab does it; the room's devices fail in every way
  const scenario::Plant& plant = lab.plant;
  const std::size_t own = lab.faults.size();
  for (std::size_t i = 0; i < own; ++i) {
    scenario::Effect effect = lab.faults[i].does.front();
    if (effect.kind != EffectKind::scale) continue;
    effect.value = dice.within(0.0, 1.2);
    lab.faults.push_back(fault_of(effect, dice, lab.duration));
  }
  constexpr EffectKind of_sensors[] = {EffectKind::sensor_drift, EffectKind::sensor_stuck, EffectKind::sensor_fail,
                                       EffectKind::sensor_burst};
  for (std::int64_t sensors = dice.whole(0, 3); sensors > 0 && !plant.instruments.empty(); --sensors) {
    const scenario::Instrument& instrument = plant.instruments[dice.pick(plant.instruments.size())];
    if (instrument.works_by_samples()) continue;
    const double span = instrument.range_high - instrument.range_low;
    scenario::Effect effect{of_sensors[dice.pick(4)], instrument.tag, 0.0, 0.0, instrument.unit, {}};
    if (effect.kind == EffectKind::sensor_drift) effect.value = dice.between(-1e-3, 1e-3) * span;
    if (effect.kind == EffectKind::sensor_fail) effect.value = dice.chance(0.5) ? 1.0 : 0.0;
    if (effect.kind == EffectKind::sensor_burst) effect.value = dice.between(0.0, 0.2) * span;
    lab.faults.push_back(fault_of(effect, dice, lab.duration));
  }
  if (!plant.handles.empty() && dice.chance(0.5)) {
    const std::string& tag = plant.handles[dice.pick(plant.handles.size())].tag;
    lab.faults.push_back(fault_of({EffectKind::handle_stuck, tag, 0.0, 0.0, {}, {}}, dice, lab.duration));
  }
  if (!plant.interlocks.empty() && dice.chance(0.5)) {
    const std::string& tag = plant.interlocks[dice.pick(plant.interlocks.size())].tag;
    lab.faults.push_back(fault_of({EffectKind::disable_interlock, tag, 0.0, 0.0, {}, {}}, dice, lab.duration));
  }
}

std::optional<Command> random_command(const Session& session, Dice& dice) {
  const scenario::Plant& plant = session.lab().plant;
  const auto controller = [&]() -> const scenario::Controller& {
    return plant.controllers[dice.pick(plant.controllers.size())];
  };
  for (int draw = 0; draw < 10; ++draw) {
    Command c{0, "student", {}, {}, 0.0, {}};
    const double kind = dice.uniform();
    if (kind < 0.45 && !plant.handles.empty()) {
      const scenario::Handle& handle = plant.handles[dice.pick(plant.handles.size())];
      c.verb = "set", c.tag = handle.tag, c.value = dice.within(handle.low, handle.high);
    } else if (kind < 0.85 && !plant.controllers.empty()) {
      const scenario::Controller& pid = controller();
      c.tag = pid.tag;
      if (kind < 0.57) {
        c.verb = "mode", c.text = dice.chance(0.6) ? "auto" : "manual";
      } else if (kind < 0.68) {
        c.verb = "setpoint", c.value = dice.within(pid.setpoint_low, pid.setpoint_high);
      } else if (kind < 0.78) {
        c.verb = "output", c.value = dice.within(pid.output_low, pid.output_high);
      } else {
        constexpr const char* what[] = {"gain", "reset", "derivative"};
        const std::size_t w = dice.pick(3);
        c.verb = "tune", c.text = what[w];
        c.value = w == 0 ? pid.gain * std::exp(dice.between(-2.0, 2.0)) : dice.between(w == 1 ? 1.0 : 0.0, 600.0);
      }
    } else if (kind < 0.91 && !plant.alarms.empty()) {
      c.tag = dice.chance(0.5) ? "all" : plant.alarms[dice.pick(plant.alarms.size())].tag;
      c.verb = "acknowledge";
      if (c.tag != "all" && dice.chance(0.3))
        c.verb = "shelve", c.value = std::floor(dice.between(1.0, 600.0)), c.text = "at random";
      else if (c.tag != "all" && dice.chance(0.3))
        c.verb = "unshelve";
    } else if (kind < 0.96 && !plant.interlocks.empty()) {
      c.tag = plant.interlocks[dice.pick(plant.interlocks.size())].tag;
      c.verb = dice.chance(0.6) ? "reset" : "bypass";
      c.value = dice.chance(0.5) ? 1.0 : 0.0;
    } else if (!plant.instruments.empty()) {
      c.verb = "sample", c.tag = plant.instruments[dice.pick(plant.instruments.size())].tag;
    }
    if (!session.query(c)) return c;
  }
  return std::nullopt;
}

}  // namespace stillhouse
