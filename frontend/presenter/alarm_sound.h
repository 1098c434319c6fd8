#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "frontend/presenter/screen_state.h"

namespace stillhouse {

/// Says when an alarm is heard, and as what. A new alarm is heard at once; as long as it waits for its acknowledgement
/// it is heard again, the more often the more urgent it is, the least urgent kind once only. Of several the most urgent
/// is heard. An alarm that has returned is silent.
class AlarmHorn {
 public:
  /// The urgency to be heard now, if any. `now` is wall time, s, and does not go back.
  std::optional<Urgency> hear(const std::vector<AlarmLine>& alarms, bool muted, double now);
  /// Quiet until another alarm is raised.
  void silence() { silenced_ = true; }
  bool silenced() const { return silenced_; }

  /// s between repetitions of an urgency; 0: it is not repeated.
  static double period(Urgency urgency);

 private:
  double newest_ = -1.0;  ///< simulated time of the newest raising that was seen, s
  double heard_at_ = -1e9;
  bool silenced_ = false;
};

/// The sound of an urgency as samples of one channel: three rising notes, two, one, and a soft click of a note. Each
/// differs in pitch, number and length, so that they are told apart by ear alone.
std::vector<std::int16_t> alarm_tone(Urgency urgency, int samples_per_second);

}  // namespace stillhouse
