#include "models/control/pid.h"

#include <algorithm>
#include <cmath>

#include "engine/autodiff/functions.h"
#include "models/control/setting_check.h"

namespace stillhouse {

namespace {

void check_tuning(const PidTuning& tuning) {
  check_setting("pid", "gain", tuning.gain, 0.0, 1e300);
  check_setting("pid", "integral_time", tuning.integral_time, 0.0, 1e300);
  check_setting("pid", "derivative_time", tuning.derivative_time, 0.0, 1e300);
}

}  // namespace

Pid::Pid(const Settings& settings) : settings_(settings), sign_(settings.action == PidAction::reverse ? 1.0 : -1.0) {
  check_span("pid", settings.low, settings.high);
  check_tuning(settings.tuning);
  check_setting("pid", "set_point_weight", settings.set_point_weight, 0.0, 1.0);
  check_setting("pid", "derivative_limit", settings.derivative_limit, 1.0, 1000.0);
  check_setting("pid", "output_low", settings.output_low, 0.0, 1.0);
  check_setting("pid", "output_high", settings.output_high, settings.output_low, 1.0);
  check_setting("pid", "set_point_rate", settings.set_point_rate, 0.0, 1e300);
  check_setting("pid", "derivative_weight", settings.derivative_weight, 0.0, 1.0);
  check_setting("pid", "tracking_time", settings.tracking_time, 0.0, 1e300);
  check_setting("pid", "measurement_filter", settings.measurement_filter, 0.0, 1e300);
  if (settings_.set_point_low == 0.0 && settings_.set_point_high == 0.0) {
    settings_.set_point_low = settings_.low;
    settings_.set_point_high = settings_.high;
  }
  check_setting("pid", "set_point_low", settings_.set_point_low, settings_.low, settings_.high);
  check_setting("pid", "set_point_high", settings_.set_point_high, settings_.set_point_low, settings_.high);
  check_setting("pid", "output", settings.output, settings.output_low, settings.output_high);
  check_setting("pid", "set_point", settings.set_point, settings_.set_point_low, settings_.set_point_high);
}

Pid::State Pid::initial() const {
  State state;
  state.target = state.set_point = settings_.set_point;
  state.output = settings_.output;
  state.mode = settings_.mode;
  state.tuning = settings_.tuning;
  state.within = {settings_.output_low, settings_.output_high};
  return state;
}

double Pid::proportional(const State& state) const {
  return sign_ * state.tuning.gain * (settings_.set_point_weight * normalised(state.set_point) - state.measurement);
}

double Pid::tracking_time(const PidTuning& tuning) const {
  if (settings_.tracking_time > 0.0) return settings_.tracking_time;
  return tuning.derivative_time > 0.0 ? sqrt(tuning.integral_time * tuning.derivative_time) : tuning.integral_time;
}

double Pid::scan(State& state, const Reading& measurement, double dt, std::optional<double> tracked,
                 std::optional<double> remote, std::optional<double> forward, std::optional<OutputLimits> free) const {
  const bool gap = !state.started || state.quality == Quality::bad;
  state.quality = std::isfinite(measurement.value) ? measurement.quality : Quality::bad;
  state.tracking = tracked.has_value();
  if (tracked) state.output = *tracked;

  // what no longer moves anything is not asked for
  state.within = {settings_.output_low, settings_.output_high};
  bool cut = false;
  if (free && !tracked) {
    state.within.low = std::clamp(free->low, settings_.output_low, settings_.output_high);
    state.within.high = std::clamp(free->high, state.within.low, settings_.output_high);
    const double within = std::clamp(state.output, state.within.low, state.within.high);
    cut = within != state.output;
    state.output = within;
  }

  // without a measurement there is nothing to control by: hold, and hand over to the operator
  if (state.quality == Quality::bad) {
    if (state.mode != PidMode::manual) {
      state.mode = PidMode::manual;
      state.lost = true;
    }
    state.derivative = 0.0;
    return state.output;
  }

  // derivative of the measurement, filtered; what happened while there was no measurement has no slope
  double y = normalised(measurement.value);
  if (settings_.measurement_filter > 0.0 && !gap)
    y = state.measurement + dt / (settings_.measurement_filter + dt) * (y - state.measurement);
  const bool first = !state.started;
  double change = gap ? 0.0 : y - state.measurement;
  if (settings_.derivative_weight > 0.0) {
    const double weighted = settings_.derivative_weight * normalised(state.set_point);
    if (!gap) change -= weighted - state.weighted;
    state.weighted = weighted;
  }
  state.measurement = y;
  state.started = true;
  const PidTuning& tuning = state.tuning;
  if (tuning.derivative_time > 0.0) {
    const double filter = tuning.derivative_time / settings_.derivative_limit;
    state.derivative =
        (filter * state.derivative - sign_ * tuning.gain * tuning.derivative_time * change) / (filter + dt);
  } else {
    state.derivative = 0.0;
  }

  // set-point in force: follows the measurement or runs towards the target
  const bool idle = state.mode == PidMode::manual || state.tracking;
  if (state.mode == PidMode::cascade && remote && std::isfinite(*remote))
    state.target = std::clamp(*remote, settings_.set_point_low, settings_.set_point_high);
  if (idle && settings_.set_point_follows)
    state.target = state.set_point = std::clamp(measurement.value, settings_.set_point_low, settings_.set_point_high);
  if (settings_.set_point_rate > 0.0) {
    const double step = settings_.set_point_rate * dt;
    state.set_point += std::clamp(state.target - state.set_point, -step, step);
  } else {
    state.set_point = state.target;
  }

  // somebody else moves the output: keep the integral such that taking over changes nothing
  double fast = proportional(state) + state.derivative;
  if (forward) fast += *forward;
  if (idle || first || cut) {
    state.integral = state.output - fast;
    return state.output;
  }

  // the output first, then the integral for the next scan
  const double wanted = fast + state.integral;
  state.output = std::clamp(wanted, state.within.low, state.within.high);
  if (tuning.integral_time > 0.0) {
    const double error = sign_ * (normalised(state.set_point) - y);
    const bool outward = (wanted - state.output) * error > 0.0;
    if (settings_.anti_windup != AntiWindup::clamping || !outward)
      state.integral += tuning.gain * dt / tuning.integral_time * error;
    if (settings_.anti_windup == AntiWindup::back_calculation)
      state.integral += std::min(1.0, dt / tracking_time(tuning)) * (state.output - wanted);
  }
  return state.output;
}

std::optional<Refusal> Pid::may_set_point(const State& state, double set_point) const {
  if (settings_.set_point_follows && state.mode == PidMode::manual)
    return Refusal{"In manual the set-point follows the measurement; switch to automatic first.",
                   "手动时设定值跟随测量值；请先切换到自动。"};
  if (state.mode == PidMode::cascade)
    return Refusal{"The set-point comes from the controller above; switch to automatic to set it.",
                   "设定值由上级控制器给出；请先切换到自动再设定。"};
  if (!(set_point >= settings_.set_point_low))
    return Refusal{"The set-point is below its lower limit.", "设定值低于下限。"};
  if (!(set_point <= settings_.set_point_high))
    return Refusal{"The set-point is above its upper limit.", "设定值高于上限。"};
  return {};
}

std::optional<Refusal> Pid::may_output(const State& state, double output) const {
  if (state.tracking)
    return Refusal{"An interlock holds the output; reset the interlock first.", "输出被联锁占用；请先复位联锁。"};
  if (state.mode != PidMode::manual)
    return Refusal{"The controller is in automatic; switch to manual to move the output.",
                   "控制器处于自动；请先切换到手动再改变输出。"};
  if (!(output >= settings_.output_low)) return Refusal{"The output is below its lower limit.", "输出低于下限。"};
  if (!(output <= settings_.output_high)) return Refusal{"The output is above its upper limit.", "输出高于上限。"};
  return {};
}

std::optional<Refusal> Pid::may_mode(const State& state, PidMode mode) const {
  if (mode == PidMode::cascade && !settings_.has_remote)
    return Refusal{"No controller stands above this one.", "该控制器没有上级控制器。"};
  if (mode != PidMode::manual && (state.quality == Quality::bad || !state.started))
    return Refusal{"There is no valid measurement; the controller must stay in manual.",
                   "没有有效的测量值；控制器必须保持手动。"};
  return {};
}

std::optional<Refusal> Pid::may_tune(const State&, const PidTuning& tuning) const {
  const auto allowed = [](double value) { return value >= 0.0 && std::isfinite(value); };
  if (allowed(tuning.gain) && allowed(tuning.integral_time) && allowed(tuning.derivative_time)) return {};
  return Refusal{"Gain and times must not be negative.", "增益和时间不得为负。"};
}

void Pid::set_point(State& state, double set_point) const {
  state.target = std::clamp(set_point, settings_.set_point_low, settings_.set_point_high);
}

void Pid::output(State& state, double output) const {
  state.output = std::clamp(output, settings_.output_low, settings_.output_high);
}

void Pid::mode(State& state, PidMode mode) const {
  state.mode = mode;
  state.lost = false;
}

void Pid::tune(State& state, const PidTuning& tuning) const {
  // the integral takes up what the proportional and derivative terms lose, so that the output stays
  const double before = proportional(state) + state.derivative;
  state.tuning = tuning;
  state.derivative = 0.0;
  state.integral += before - proportional(state);
}

const char* word(PidMode mode) {
  switch (mode) {
    case PidMode::manual:
      return "manual";
    case PidMode::automatic:
      return "automatic";
    case PidMode::cascade:
      return "cascade";
  }
  return "manual";
}

}  // namespace stillhouse
