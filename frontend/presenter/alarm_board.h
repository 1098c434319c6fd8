#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/base/text.h"
#include "models/control/alarm_journal.h"

namespace stillhouse {

class Session;

/// One change of an alarm, for the history.
struct AlarmChange {
  double time = 0.0;  ///< s
  int alarm = 0;      ///< position in ScreenState::alarms
  AlarmEvent event = AlarmEvent::raised;
  std::string note;  ///< reason of a shelving
};

/// What the run has seen of one alarm.
struct AlarmTally {
  int raised = 0;            ///< times
  bool chatters = false;     ///< raised three times or more within a minute
  std::string shelf_reason;  ///< of the last shelving
};

/// Which alarm came first of a burst: alarms that were raised while another one of them still waited for its
/// acknowledgement. The burst is over when all are acknowledged; the mark stays until the next one begins.
struct FirstOut {
  int alarm = -1;  ///< -1: no burst yet, or it had one alarm only
  double time = 0.0;
  int members = 0;
};

/// An interlock that has tripped, with the cause that stood first.
struct TripLine {
  double time = 0.0;
  std::string tag;
  Text says, cause;
};

/// State of the whole alarm system, by the measures of ISA-18.2-2016 clause 16. More than ten alarms in ten minutes
/// are more than an operator can answer (EEMUA 191, ISA-18.2 table 5): a flood, which ends below five. An alarm that
/// comes three times in a minute chatters (usual first criterion: PAS, Taming the wild alarm system, part 3).
struct AlarmBoard {
  std::vector<AlarmChange> changes;  ///< the newest kChanges, oldest first
  std::vector<AlarmTally> tallies;   ///< by alarm
  std::vector<int> per_ten_minutes;  ///< raised in each ten minutes of the run, the last one not yet over
  int in_ten_minutes = 0;
  int most_in_ten_minutes = 0;
  bool flood = false;
  double flood_since = -1.0;  ///< s; negative: there is none now
  int standing = 0, chattering = 0;
  double longest_standing = 0.0;  ///< s that the oldest of those standing now has stood
  FirstOut first_out;
  std::vector<TripLine> trips;  ///< newest first

  static constexpr std::size_t kChanges = 2000;
  static constexpr int kFlood = 10;  ///< more than so many in ten minutes
};

/// Board of a journal after the scans 0 to `end` (exclusive), of so many alarms; without trips.
AlarmBoard alarm_board(const std::vector<AlarmEntry>& journal, double dt, std::int64_t end, std::size_t alarms);

/// Board of a session.
AlarmBoard alarm_board(const Session& session);

}  // namespace stillhouse
