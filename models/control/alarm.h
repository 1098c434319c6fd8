#pragma once

#include <cstdint>
#include <optional>

#include "engine/base/refusal.h"
#include "models/control/reading.h"

namespace stillhouse {

/// How soon the operator must act, rising.
enum class AlarmPriority : std::uint8_t { low, medium, high, critical };

/// States of ISA-18.2-2016 figure 5 (IEC 62682), with the letters used there.
enum class AlarmStatus : std::uint8_t {
  normal,                   ///< A
  unacknowledged,           ///< B: in alarm, not yet acknowledged
  acknowledged,             ///< C: in alarm, acknowledged
  returned_unacknowledged,  ///< D: back to normal before anyone acknowledged
  shelved,                  ///< G: put away by the operator for a while
  suppressed                ///< H: suppressed by design (the equipment is not running)
};

/// What happened to an alarm: the lines of the alarm journal.
enum class AlarmEvent : std::uint8_t { raised, acknowledged, cleared, shelved, unshelved, suppressed, released };

/// On which side of the limit the alarm is.
enum class AlarmSide : std::uint8_t { above, below };

/// Alarm: limit with deadband, on- and off-delay, and the state machine of ISA-18.2.
///
///   condition begins  value > limit            (side above; mirrored below)
///   condition ends    value < limit - deadband
///   active            when the condition has stood for on_delay; ends when it has been away for off_delay
///
/// A reading of bad quality leaves the condition as it was (the reading has its own diagnostic).
/// Leaving the shelf or the suppression: raised anew, unacknowledged, if it is still active.
/// Source: ANSI/ISA-18.2-2016, clauses 5.4 (states) and 10.5 (deadband, delays); IEC 62682:2014;
/// recommended starting values: EEMUA 191 (deadband 5 % of span for flow and level, 2 % pressure, 1 % temperature;
/// on-delay 15 s flow and level, 60 s temperature).
class Alarm {
 public:
  struct Settings {
    AlarmSide side = AlarmSide::above;
    double limit = 0.0;      ///< SI of the value
    double deadband = 0.0;   ///< SI of the value, >= 0
    double on_delay = 0.0;   ///< s
    double off_delay = 0.0;  ///< s
    AlarmPriority priority = AlarmPriority::medium;
    double longest_shelving = 3600.0;  ///< s; 0: may not be shelved
  };

  struct State {
    std::int64_t raised_at = -1;        ///< scan of the last raising; -1: never
    std::int64_t acknowledged_at = -1;  ///< scan of the last acknowledgement
    std::int64_t cleared_at = -1;       ///< scan of the last return to normal
    std::int64_t shelved_until = -1;    ///< scan at which the shelving ends
    std::int32_t pending = 0;           ///< scans for which the condition has differed from `active`
    AlarmStatus status = AlarmStatus::normal;
    bool condition = false;  ///< after the deadband, before the delays
    bool active = false;     ///< after the delays

    bool operator==(const State&) const = default;
  };

  /// Throws ModelError if a deadband or delay is negative.
  explicit Alarm(const Settings& settings);

  const Settings& settings() const { return settings_; }

  /// One scan on a value. At most one event a scan. `suppress` is the design's own suppression.
  std::optional<AlarmEvent> scan(State& state, const Reading& value, double dt, std::int64_t scan,
                                 bool suppress = false) const;

  /// One scan on a condition that someone else has evaluated (limit and deadband are not used).
  std::optional<AlarmEvent> scan_condition(State& state, bool condition, double dt, std::int64_t scan,
                                           bool suppress = false) const;

  std::optional<Refusal> may_acknowledge(const State& state) const;
  std::optional<Refusal> may_shelve(const State& state, double duration, const char* reason) const;
  std::optional<Refusal> may_unshelve(const State& state) const;

  AlarmEvent acknowledge(State& state, std::int64_t scan) const;
  AlarmEvent shelve(State& state, double duration, double dt, std::int64_t scan) const;
  AlarmEvent unshelve(State& state) const;

 private:
  Settings settings_;
};

/// Standing: in alarm and in the operator's sight (acknowledged or not).
bool stands(const Alarm::State& state);

/// Stable words for records and labs.
const char* word(AlarmPriority priority);
const char* word(AlarmStatus status);
const char* word(AlarmEvent event);

}  // namespace stillhouse
