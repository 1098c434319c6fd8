#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

#include "frontend/presenter/start_page.h"

namespace stillhouse {

/// Reads the start page on a thread of its own: every lab is loaded and its plant built for the picture, which takes
/// longer than a frame may.
class StartPageReader {
 public:
  /// `wake` is called on the thread after each page, to wake a window that sleeps; may be empty.
  explicit StartPageReader(std::function<void()> wake = {}, std::function<StartPage()> read = start_page_here);
  /// Waits for the page that is being read.
  ~StartPageReader();
  StartPageReader(const StartPageReader&) = delete;
  StartPageReader& operator=(const StartPageReader&) = delete;

  /// Reads once more, after what is being read.
  void read_again();
  /// The newest page; null until the first has been read. Never waits for one.
  std::shared_ptr<const StartPage> page() const;
  /// Waits until all that was asked for has been read.
  void wait() const;

 private:
  void work();

  std::function<void()> wake_;
  std::function<StartPage()> read_;
  mutable std::mutex mutex_;
  mutable std::condition_variable changed_;
  bool wanted_ = true, reading_ = false, stopping_ = false;
  std::shared_ptr<const StartPage> page_;
  std::thread thread_;  // last: it uses the others
};

}  // namespace stillhouse
