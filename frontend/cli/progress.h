#pragma once

#include <chrono>
#include <string>

namespace stillhouse::cli {

/// How far long work has come, on stderr: one line that is written over at a terminal, else a line now and then.
class Progress {
 public:
  /// `what` is done, as "simulating".
  explicit Progress(std::string what);
  ~Progress();

  /// `share` of the work is done, 0 to 1; `state` says where it is.
  void show(double share, const std::string& state);

  /// Clears the line, so that something else can be written.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;

  std::string what_;
  bool terminal_;
  Clock::time_point next_;
  std::size_t shown_ = 0;  ///< length of the line that stands at the terminal
};

}  // namespace stillhouse::cli
