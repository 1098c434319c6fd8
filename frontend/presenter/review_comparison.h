#pragma once

#include <optional>
#include <string>
#include <vector>

#include "frontend/presenter/review_playback.h"
#include "labs/session/command.h"

namespace stillhouse {

/// A task in two runs, s; nothing where it never came.
struct StepTimes {
  std::string id;
  Text says;
  std::optional<double> started, finished;              ///< this run
  std::optional<double> other_started, other_finished;  ///< the other one
};

/// Where two runs first do not do the same: the first of their commands, acknowledging left out, that differs in verb,
/// tag or word, in its value by more than 2 %, or in its time by more than two minutes.
struct Parting {
  static constexpr double kValue = 0.02;
  static constexpr double kTime = 120.0;  ///< s
  double time = 0.0;                      ///< s: the earlier of the two
  std::optional<Command> here, other;     ///< nothing: that run gives no further command
  std::size_t here_at = 0, other_at = 0;  ///< their places among the commands
  double here_time = 0.0, other_time = 0.0;
};
std::optional<Parting> first_parting(const std::vector<Command>& here, const std::vector<Command>& other,
                                     double scan_length);

/// Tasks of both grades side by side, in the order of the first.
std::vector<StepTimes> step_times(const Grade& here, const Grade& other);

}  // namespace stillhouse
