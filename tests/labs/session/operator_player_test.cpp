#include "labs/session/operator_player.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/base/quantity.h"
#include "tests/labs/session/small_column.h"

namespace stillhouse {
namespace {

/// What an operator did: "scan verb tag value text" for every command, refused ones too.
std::vector<std::string> played(const scenario::Operator& script, int scans, Session& session) {
  OperatorPlayer player(script, session);
  std::vector<std::string> log;
  for (int i = 0; i < scans && session.running(); ++i) {
    for (const Command& command : player.next(session)) {
      std::string line = std::to_string(command.scan) + " " + command.verb;
      if (!command.tag.empty()) line += " " + command.tag;
      if (command.value != 0.0) line += " " + shortest(command.value);
      if (!command.text.empty()) line += " " + command.text;
      log.push_back(line);
      EXPECT_EQ(command.actor, "operator_file");
      session.execute(command);
    }
    session.advance();
  }
  return log;
}

std::vector<std::string> played(const std::string& steps, int scans, const std::string& reactions = "") {
  const auto session = small_session();
  return played(operator_with(steps, reactions), scans, *session);
}

using testing::ElementsAre;

TEST(OperatorPlayer, DoesTheStepsOfOneBoundaryTogether) {
  EXPECT_THAT(played(R"(set("HV-400", percent(80)), setpoint("LIC-101", percent(40)), mode("LIC-101", "auto"))", 3),
              ElementsAre("0 set HV-400 0.8", "0 setpoint LIC-101 0.4", "0 mode LIC-101 auto"));
}

TEST(OperatorPlayer, SaysEveryVerb) {
  EXPECT_THAT(played(R"(output("LIC-101", percent(20)), tune("LIC-101", { gain = 2, reset = seconds(90) }),
               acknowledge("all"), sample("AI-140"), take_hint("water"), finish())",
                     3),
              ElementsAre("0 output LIC-101 0.2", "0 tune LIC-101 2 gain", "0 tune LIC-101 90 reset",
                          "0 acknowledge all", "0 sample AI-140", "0 hint water", "0 finish"));
}

TEST(OperatorPlayer, WaitsForTheTimeItSays) {
  EXPECT_THAT(played(R"(wait(seconds(5)), set("HIC-101", kW(1)), wait(seconds(2)), set("HIC-101", kW(2)))", 20),
              ElementsAre("5 set HIC-101 1000", "7 set HIC-101 2000"));
}

TEST(OperatorPlayer, WaitsUntilAConditionHolds) {
  // the valve takes 5 s for its whole travel; the reading follows within a second or two
  const std::vector<std::string> log =
      played(R"(set("HV-400", percent(100)), wait_until(above("HV-400", percent(50))), set("HIC-101", kW(1)))", 30);
  EXPECT_THAT(log, ElementsAre("0 set HV-400 1", "3 set HIC-101 1000"));
}

TEST(OperatorPlayer, GoesOnWhenItHasWaitedLongEnough) {
  EXPECT_THAT(
      played(R"(wait_until(above("TI-100", celsius(90)), { timeout = seconds(8) }), set("HIC-101", kW(1)))", 20),
      ElementsAre("8 set HIC-101 1000"));
  EXPECT_THAT(played(R"(wait_until(above("TI-100", celsius(90))), set("HIC-101", kW(1)))", 20), ElementsAre());
}

TEST(OperatorPlayer, CountsDurationsOfAConditionFromWhenItBeginsToWait) {
  EXPECT_THAT(played(R"(wait(seconds(4)), wait_until(sustained(seconds(3), below("TI-100", celsius(90)))),
                       set("HIC-101", kW(1)))",
                     20),
              ElementsAre("7 set HIC-101 1000"));
}

TEST(OperatorPlayer, ReactsEachTimeAConditionBeginsToHold) {
  const std::string steps = R"(set("HIC-101", kW(1)), wait(seconds(5)), set("HIC-101", kW(0)), wait(seconds(5)),
                               set("HIC-101", kW(1)))";
  const std::string reaction = R"(when(above("HIC-101", W(500)), { set("HV-400", percent(10)) })";
  EXPECT_THAT(played(steps, 20, reaction + ")"), ElementsAre("0 set HIC-101 1000", "1 set HV-400 0.1", "5 set HIC-101",
                                                             "10 set HIC-101 1000", "11 set HV-400 0.1"));
  EXPECT_THAT(played(steps, 20, reaction + ", { once = true })"),
              ElementsAre("0 set HIC-101 1000", "1 set HV-400 0.1", "5 set HIC-101", "10 set HIC-101 1000"));
}

TEST(OperatorPlayer, FinishesAReactionBeforeItBeginsItAgain) {
  const std::string steps = R"(set("HIC-101", kW(1)), wait(seconds(2)), set("HIC-101", kW(0)), wait(seconds(2)),
                               set("HIC-101", kW(1)))";
  EXPECT_THAT(played(steps, 40, R"(when(above("HIC-101", W(500)), { wait(seconds(10)), acknowledge("all") }))"),
              ElementsAre("0 set HIC-101 1000", "2 set HIC-101", "4 set HIC-101 1000", "11 acknowledge all",
                          "22 acknowledge all"));
}

TEST(OperatorPlayer, ACopyGoesOnWhereItWasMade) {
  const auto session = small_session();
  OperatorPlayer player(operator_with(R"(wait(seconds(5)), set("HIC-101", kW(1)))"), *session);
  for (int i = 0; i < 3; ++i) {
    player.next(*session);
    session->advance();
  }
  OperatorPlayer copy = player;
  for (int i = 3; i < 5; ++i) {
    EXPECT_TRUE(copy.next(*session).empty());
    session->advance();
  }
  EXPECT_EQ(copy.next(*session).size(), 1u);
  EXPECT_TRUE(copy.done());
  EXPECT_FALSE(player.done());
}

}  // namespace
}  // namespace stillhouse
