#include "frontend/cli/progress.h"

#include <unistd.h>

#include <algorithm>
#include <iostream>

namespace stillhouse::cli {

namespace {

constexpr std::chrono::milliseconds kTerminalPause{100};
constexpr std::chrono::milliseconds kLogPause{5000};

}  // namespace

Progress::Progress(std::string what)
    : what_(std::move(what)),
      terminal_(::isatty(STDERR_FILENO) == 1),
      // work that takes no time needs no line
      next_(Clock::now() + (terminal_ ? 2 * kTerminalPause : kLogPause)) {}

Progress::~Progress() {
  clear();
}

void Progress::show(double share, const std::string& state) {
  const Clock::time_point now = Clock::now();
  if (now < next_) return;
  next_ = now + (terminal_ ? kTerminalPause : kLogPause);
  const int percent = static_cast<int>(100.0 * std::clamp(share, 0.0, 1.0));
  const std::string line = what_ + " " + std::to_string(percent) + " %  " + state;
  if (!terminal_) {
    std::cerr << line << "\n";
    return;
  }
  std::cerr << "\r" << line;
  if (shown_ > line.size()) std::cerr << std::string(shown_ - line.size(), ' ');
  std::cerr << std::flush;
  shown_ = line.size();
}

void Progress::clear() {
  if (shown_ == 0) return;
  std::cerr << "\r" << std::string(shown_, ' ') << "\r" << std::flush;
  shown_ = 0;
}

}  // namespace stillhouse::cli
