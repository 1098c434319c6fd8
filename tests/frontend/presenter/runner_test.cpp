#include "frontend/presenter/runner.h"

#include <chrono>
#include <thread>

#include <gtest/gtest.h>

#include "tests/frontend/pilot_lab.h"

namespace stillhouse {
namespace {

constexpr std::int64_t kScans = 400;

/// Heats, opens the water, and asks for something that is refused: at fixed scans.
std::vector<Command> script(const Session& session) {
  const scenario::Plant& plant = session.room().plant();
  std::vector<Command> commands;
  for (std::size_t i = 0; i < plant.handles.size(); ++i) {
    const scenario::Handle& handle = plant.handles[i];
    const double part = 0.2 + 0.1 * static_cast<double>(i % 5);
    if (session.scan() == 10 + 7 * static_cast<std::int64_t>(i))
      commands.push_back({.actor = "student",
                          .verb = "set",
                          .tag = handle.tag,
                          .value = handle.low + part * (handle.high - handle.low)});
  }
  if (session.scan() == 50) commands.push_back({.actor = "student", .verb = "set", .tag = "none"});
  if (session.scan() == kScans) commands.push_back({.actor = "student", .verb = "finish"});
  return commands;
}

/// Waits for the thread; false after ten seconds.
template <class Condition>
bool comes(const Condition& condition) {
  for (int i = 0; i < 2000; ++i) {
    if (condition()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  return false;
}

TEST(Runner, PaceAndScreenDoNotChangeTheRun) {
  // without a thread, a screen or a clock
  const std::unique_ptr<Session> plain = pilot_session();
  while (plain->running()) {
    for (const Command& command : script(*plain)) plain->execute(command);
    plain->advance();
  }
  const Digest expected = plain->digest();

  // as fast as it goes, watched all the time; and in jerks, with changes of pace
  for (const bool jerks : {false, true}) {
    Runner runner(pilot_session(), {.source = script, .speed = 1000.0, .frozen = jerks});
    runner.start();
    ASSERT_TRUE(comes([&] {
      const auto screen = runner.screen();
      if (jerks && !screen->ended()) {
        runner.freeze(screen->scan % 3 == 0);
        runner.set_speed(screen->scan % 2 == 0 ? 1000.0 : 300.0);
        if (screen->run == RunLook::frozen) runner.step();
        runner.freeze(false);
      }
      return screen->ended();
    }));
    runner.stop();
    EXPECT_EQ(runner.session().digest(), expected) << jerks;
    EXPECT_EQ(runner.session().commands(), plain->commands());
  }
}

TEST(Runner, StaysWhereItIsWhileFrozenAndStepsOneScan) {
  Runner runner(pilot_session(), {});
  runner.start();
  EXPECT_EQ(runner.screen()->run, RunLook::frozen);
  runner.step();
  ASSERT_TRUE(comes([&] { return runner.screen()->scan == 1; }));
  std::this_thread::sleep_for(std::chrono::milliseconds(60));
  EXPECT_EQ(runner.screen()->scan, 1);
  EXPECT_EQ(runner.screen()->run, RunLook::frozen);
}

TEST(Runner, AnswersEveryCommandOfTheScreen) {
  Runner runner(pilot_session(), {});
  runner.start();
  const std::string tag = runner.screen()->handles.front().tag;
  const double high = runner.screen()->handles.front().high;
  runner.command({.verb = "set", .tag = tag, .value = high});
  runner.command({.verb = "set", .tag = "HIC-999", .value = 1.0});
  ASSERT_TRUE(comes([&] { return runner.screen()->replies.size() == 2; }));
  const auto screen = runner.screen();
  EXPECT_FALSE(screen->replies[0].refusal);
  EXPECT_EQ(screen->handles.front().asked, high);
  ASSERT_TRUE(screen->replies[1].refusal);
  EXPECT_FALSE(screen->replies[1].refusal->en.empty());
  EXPECT_FALSE(screen->replies[1].refusal->zh.empty());
  runner.stop();
  EXPECT_EQ(runner.session().commands().front().actor, "student");
}

TEST(Runner, GoesBackWithTheTrends) {
  Runner runner(pilot_session(), {});
  runner.run_until(200.0);
  EXPECT_EQ(runner.screen()->trends.end(), 200);
  runner.start();
  runner.backtrack(130);
  ASSERT_TRUE(comes([&] { return runner.screen()->scan == 130; }));
  EXPECT_EQ(runner.screen()->trends.end(), 130);
  EXPECT_EQ(runner.screen()->backtracks, 1);
  EXPECT_EQ(runner.screen()->run, RunLook::frozen);
}

TEST(Runner, GradesARunThatHasEnded) {
  Runner runner(pilot_session(), {});
  runner.start();
  runner.command({.verb = "finish"});
  ASSERT_TRUE(comes([&] { return runner.screen()->ended(); }));
  ASSERT_TRUE(runner.screen()->grade);
  EXPECT_EQ(runner.screen()->grade->total, pilot_lab()->rubric.total);
}

/// Counts what it is told.
class CountingSink final : public RunSink {
 public:
  void commanded(const Session&, const Command& command, const std::optional<Refusal>& refusal) override {
    (refusal ? refused : accepted).push_back(command);
  }
  void scanned(const Session&) override { ++scans; }
  void went_back(const Session&, std::int64_t from, bool) override { back_from = from; }
  void closed(const Session&) override { ++closings; }

  std::vector<Command> accepted, refused;
  int scans = 0, closings = 0;
  std::int64_t back_from = -1;
};

TEST(Runner, TellsItsKeeperOfEverything) {
  CountingSink sink;
  Runner runner(pilot_session(), {.source = script});
  runner.tell(&sink);
  runner.run_until(60.0);
  EXPECT_EQ(sink.scans, 60);
  EXPECT_EQ(sink.accepted, runner.session().commands());
  ASSERT_EQ(sink.refused.size(), 1u);
  EXPECT_EQ(sink.refused.front().tag, "none");
  runner.start();
  runner.backtrack(40);
  ASSERT_TRUE(comes([&] { return runner.screen()->scan == 40; }));
  runner.stop();
  EXPECT_EQ(sink.back_from, 60);
  EXPECT_EQ(sink.closings, 1);
}

TEST(Runner, RelivesARunToTheSameState) {
  Runner first(pilot_session(), {.source = script});
  first.run_until(150.0);
  Runner second(pilot_session(), {});
  second.relive(first.session().commands(), 150);
  EXPECT_EQ(second.session().digest(), first.session().digest());
  EXPECT_EQ(second.screen()->trends.end(), 150);
}

}  // namespace
}  // namespace stillhouse
