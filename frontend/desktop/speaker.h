#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

#include "frontend/presenter/alarm_sound.h"

namespace stillhouse {

/// Sounds alarms on the computer's sound device (ALSA), on a thread of its own: the window waits for no sound. Without
/// a device nothing happens, and nothing is said.
class Speaker {
 public:
  Speaker();
  ~Speaker();
  Speaker(const Speaker&) = delete;
  Speaker& operator=(const Speaker&) = delete;

  /// Sounds once; what still sounds is played to its end, what waits is forgotten for it.
  void sound(Urgency urgency);

 private:
  void work();

  std::mutex mutex_;
  std::condition_variable wanted_;
  Urgency next_ = 0;  ///< 0: none
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace stillhouse
