// The picture does not wait: neither for a plant that runs at a thousand times its pace, nor for a disk that hangs.
#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "frontend/presenter/runner.h"
#include "tests/frontend/pilot_lab.h"

namespace stillhouse {
namespace {

using Clock = std::chrono::steady_clock;

/// A disk that takes nothing until it is let go.
class HangingDisk final : public RunSink {
 public:
  void commanded(const Session&, const Command&, const std::optional<Refusal>&) override { hang(); }
  void scanned(const Session&) override { hang(); }
  void went_back(const Session&, std::int64_t, bool) override {}
  void closed(const Session&) override {}

  void wait_until_it_hangs() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return hanging_; });
  }
  void let_go() {
    const std::lock_guard lock(mutex_);
    free_ = true;
    changed_.notify_all();
  }

 private:
  void hang() {
    std::unique_lock lock(mutex_);
    hanging_ = true;
    changed_.notify_all();
    changed_.wait(lock, [this] { return free_; });
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  bool hanging_ = false, free_ = false;
};

/// What a window does in a frame: reads all that a screen draws, and wishes something now and then. Returns a number
/// that depends on it.
double frame(Runner& runner, int number) {
  const std::shared_ptr<const ScreenState> screen = runner.screen();
  double sum = screen->time + static_cast<double>(screen->journal.size() + screen->alarms.size());
  for (const InstrumentFace& face : screen->instruments) sum += face.value;
  for (const HandleFace& face : screen->handles) sum += face.asked;
  for (const TaskLine& task : screen->tasks) sum += task.finished;
  for (int pen = 0; pen < static_cast<int>(screen->lab->pens.size()); ++pen)
    for (const TrendSpan& span : screen->trends.decimated(pen, 0.0, screen->time, 40)) sum += span.last;
  if (number % 20 == 0) runner.set_speed(number % 40 == 0 ? 1000.0 : 999.0);
  if (number % 50 == 7) runner.command({.verb = "note", .text = "seen"});
  return sum;
}

TEST(RunnerThreads, AFrameAtAThousandTimesThePaceWaitsForNoScan) {
  Runner runner(pilot_session(), {.speed = 1000.0, .frozen = false});
  runner.start();
  std::vector<double> taken;
  std::int64_t states = 0, last = -1;
  double sum = 0.0;
  const Clock::time_point begin = Clock::now();
  for (int i = 0; runner.screen()->scan < 600 && Clock::now() - begin < std::chrono::seconds(60); ++i) {
    const Clock::time_point before = Clock::now();
    sum += frame(runner, i);
    taken.push_back(std::chrono::duration<double>(Clock::now() - before).count());
    const std::int64_t scan = runner.screen()->scan;
    states += std::exchange(last, scan) != scan ? 1 : 0;
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  runner.stop();
  EXPECT_GE(runner.screen()->scan, 600);
  EXPECT_GT(states, 5) << "the picture moves on while the plant runs";
  EXPECT_NE(sum, 0.0);
  // the middle one, because a busy machine may take the processor away in some
  std::nth_element(taken.begin(), taken.begin() + static_cast<std::ptrdiff_t>(taken.size() / 2), taken.end());
  EXPECT_LT(taken[taken.size() / 2], 0.016) << "longer than a frame at 60 a second";
}

TEST(RunnerThreads, AHangingDiskHoldsThePlantAndNotThePicture) {
  HangingDisk disk;
  Runner runner(pilot_session(), {.speed = 1000.0, .frozen = false});
  runner.tell(&disk);
  runner.start();
  disk.wait_until_it_hangs();
  // as many frames as one likes are drawn meanwhile, and wishes are taken; were one of them to wait, this would not end
  const std::int64_t stands_at = runner.screen()->scan;
  for (int i = 0; i < 200; ++i) frame(runner, i);
  runner.freeze(true);
  EXPECT_EQ(runner.screen()->scan, stands_at);
  EXPECT_EQ(runner.failure(), "");
  disk.let_go();
  // what was wished meanwhile is done
  for (int i = 0; i < 2000 && runner.screen()->run != RunLook::frozen; ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  EXPECT_EQ(runner.screen()->run, RunLook::frozen);
  EXPECT_EQ(runner.screen()->notebook.size(), 4u) << "a note every fifty frames";
  runner.stop();
}

}  // namespace
}  // namespace stillhouse
