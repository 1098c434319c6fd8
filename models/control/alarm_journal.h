#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "models/control/alarm.h"

namespace stillhouse {

/// One line of the alarm journal. `alarm` is the alarm's index in its list.
struct AlarmEntry {
  std::int64_t scan = 0;
  std::int32_t alarm = 0;
  AlarmEvent event = AlarmEvent::raised;
  std::string note;  ///< reason of a shelving

  bool operator==(const AlarmEntry&) const = default;
};

/// Performance of an alarm system over a run, by the measures of ISA-18.2 clause 16 (IEC 62682 clause 16).
struct AlarmPerformance {
  int raised = 0;  ///< annunciated alarms
  int acknowledged = 0;
  double mean_time_to_acknowledge = 0;     ///< s, over the acknowledged ones; 0 if there are none
  double longest_time_to_acknowledge = 0;  ///< s, counting those never acknowledged up to the end
  int most_in_ten_minutes = 0;             ///< largest number raised in any window of 10 minutes
  double flood_time = 0;                   ///< s in flood: begins above 10 in 10 min, ends below 5 in 10 min
  int most_standing = 0;                   ///< largest number standing at once
  double standing_time = 0;                ///< alarm-seconds: sum over alarms of the time they stood
};

/// Measures of the journal from scan 0 to `end` (exclusive). `dt` is the scan's length, s.
AlarmPerformance alarm_performance(const std::vector<AlarmEntry>& journal, double dt, std::int64_t end);

/// How often alarms come at a moment.
struct AlarmRate {
  int in_ten_minutes = 0;         ///< annunciated in the last 10 minutes
  bool flood = false;             ///< as in AlarmPerformance
  std::int64_t flood_since = -1;  ///< scan at which the present flood began
};

/// Rate after the scans 0 to `end` (exclusive).
AlarmRate alarm_rate(const std::vector<AlarmEntry>& journal, double dt, std::int64_t end);

}  // namespace stillhouse
