#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/text.h"
#include "labs/record/records.h"

namespace stillhouse {

/// One alarm from its raising to its end, put together from the changes of state in a run.
struct AlarmEpisode {
  std::string tag;
  std::string priority;
  Text text;
  double raised = 0.0;                 ///< simulated time, s
  std::optional<double> acknowledged;  ///< simulated time, s
  std::optional<double> returned;      ///< when the process was back within the limit; simulated time, s

  /// Time from raising to acknowledging, s.
  std::optional<double> response() const {
    if (!acknowledged) return std::nullopt;
    return *acknowledged - raised;
  }
};

/// The alarms of a run in the order in which they were raised. An alarm that comes back before it was acknowledged is
/// one episode.
std::vector<AlarmEpisode> alarm_history(const std::vector<AlarmRecord>& changes);

}  // namespace stillhouse
