#include "models/control/alarm.h"

#include <cmath>

#include "models/control/scan_delay.h"
#include "models/control/setting_check.h"

namespace stillhouse {

Alarm::Alarm(const Settings& settings) : settings_(settings) {
  check_setting("alarm", "limit", settings.limit, -1e300, 1e300);
  check_setting("alarm", "deadband", settings.deadband, 0.0, 1e300);
  check_setting("alarm", "on_delay", settings.on_delay, 0.0, 1e6);
  check_setting("alarm", "off_delay", settings.off_delay, 0.0, 1e6);
  check_setting("alarm", "longest_shelving", settings.longest_shelving, 0.0, 1e6);
}

std::optional<AlarmEvent> Alarm::scan(State& state, const Reading& value, double dt, std::int64_t scan,
                                      bool suppress) const {
  bool condition = state.condition;
  if (value.quality != Quality::bad) {
    // how far beyond the limit; between -deadband and 0 the condition stays as it is
    const double beyond =
        settings_.side == AlarmSide::above ? value.value - settings_.limit : settings_.limit - value.value;
    if (beyond > 0.0) condition = true;
    if (beyond < -settings_.deadband || (settings_.deadband == 0.0 && beyond <= 0.0)) condition = false;
  }
  return scan_condition(state, condition, dt, scan, suppress);
}

std::optional<AlarmEvent> Alarm::scan_condition(State& state, bool condition, double dt, std::int64_t scan,
                                                bool suppress) const {
  // delays: a condition that flickers back starts anew
  state.condition = condition;
  state.pending = condition == state.active ? 0 : state.pending + 1;
  if (has_stood(state.pending, condition ? settings_.on_delay : settings_.off_delay, dt)) {
    state.active = condition;
    state.pending = 0;
  }

  // suppression by design comes before everything but the shelf
  if (suppress && state.status != AlarmStatus::suppressed && state.status != AlarmStatus::shelved) {
    state.status = AlarmStatus::suppressed;
    return AlarmEvent::suppressed;
  }

  switch (state.status) {
    case AlarmStatus::normal:
    case AlarmStatus::returned_unacknowledged:
      if (!state.active) return {};
      state.status = AlarmStatus::unacknowledged;
      state.raised_at = scan;
      return AlarmEvent::raised;
    case AlarmStatus::unacknowledged:
    case AlarmStatus::acknowledged:
      if (state.active) return {};
      state.status =
          state.status == AlarmStatus::acknowledged ? AlarmStatus::normal : AlarmStatus::returned_unacknowledged;
      state.cleared_at = scan;
      return AlarmEvent::cleared;
    case AlarmStatus::shelved:
      if (scan < state.shelved_until) return {};
      return unshelve(state);
    case AlarmStatus::suppressed:
      if (suppress) return {};
      state.status = AlarmStatus::normal;
      return AlarmEvent::released;
  }
  return {};
}

std::optional<Refusal> Alarm::may_acknowledge(const State& state) const {
  if (state.status == AlarmStatus::unacknowledged || state.status == AlarmStatus::returned_unacknowledged) return {};
  return Refusal{"There is nothing to acknowledge.", "没有需要确认的报警。"};
}

std::optional<Refusal> Alarm::may_shelve(const State& state, double duration, const char* reason) const {
  if (settings_.longest_shelving <= 0.0) return Refusal{"This alarm may not be shelved.", "该报警不允许搁置。"};
  if (state.status == AlarmStatus::shelved) return Refusal{"The alarm is shelved already.", "该报警已经搁置。"};
  if (state.status == AlarmStatus::suppressed)
    return Refusal{"The alarm is suppressed by design.", "该报警已按设计抑制。"};
  if (!(duration > 0.0) || duration > settings_.longest_shelving)
    return Refusal{"The time on the shelf must be above zero and not longer than allowed for this alarm.",
                   "搁置时间必须大于零，且不超过该报警允许的时间。"};
  if (reason == nullptr || *reason == '\0')
    return Refusal{"Shelving an alarm needs a reason.", "搁置报警必须写明理由。"};
  return {};
}

std::optional<Refusal> Alarm::may_unshelve(const State& state) const {
  if (state.status == AlarmStatus::shelved) return {};
  return Refusal{"The alarm is not shelved.", "该报警没有搁置。"};
}

AlarmEvent Alarm::acknowledge(State& state, std::int64_t scan) const {
  state.status = state.status == AlarmStatus::returned_unacknowledged ? AlarmStatus::normal : AlarmStatus::acknowledged;
  state.acknowledged_at = scan;
  return AlarmEvent::acknowledged;
}

AlarmEvent Alarm::shelve(State& state, double duration, double dt, std::int64_t scan) const {
  state.status = AlarmStatus::shelved;
  state.shelved_until = scan + scans_of(duration, dt);
  return AlarmEvent::shelved;
}

AlarmEvent Alarm::unshelve(State& state) const {
  // from normal the next scan raises it anew if it is still active, as a line of its own in the journal
  state.status = AlarmStatus::normal;
  return AlarmEvent::unshelved;
}

bool stands(const Alarm::State& state) {
  return state.status == AlarmStatus::unacknowledged || state.status == AlarmStatus::acknowledged;
}

const char* word(AlarmPriority priority) {
  switch (priority) {
    case AlarmPriority::low:
      return "low";
    case AlarmPriority::medium:
      return "medium";
    case AlarmPriority::high:
      return "high";
    case AlarmPriority::critical:
      return "critical";
  }
  return "low";
}

const char* word(AlarmStatus status) {
  switch (status) {
    case AlarmStatus::normal:
      return "normal";
    case AlarmStatus::unacknowledged:
      return "unacknowledged";
    case AlarmStatus::acknowledged:
      return "acknowledged";
    case AlarmStatus::returned_unacknowledged:
      return "returned_unacknowledged";
    case AlarmStatus::shelved:
      return "shelved";
    case AlarmStatus::suppressed:
      return "suppressed";
  }
  return "normal";
}

const char* word(AlarmEvent event) {
  switch (event) {
    case AlarmEvent::raised:
      return "raised";
    case AlarmEvent::acknowledged:
      return "acknowledged";
    case AlarmEvent::cleared:
      return "cleared";
    case AlarmEvent::shelved:
      return "shelved";
    case AlarmEvent::unshelved:
      return "unshelved";
    case AlarmEvent::suppressed:
      return "suppressed";
    case AlarmEvent::released:
      return "released";
  }
  return "raised";
}

}  // namespace stillhouse
