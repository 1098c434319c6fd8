#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/labs/session/batch_works.h"

// a batch recipe, from its words to its scans
namespace stillhouse {
namespace {

using scenario::ConditionKind;
using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

const std::string kSays = "says = { en = \"a\", zh = \"甲\" }";

std::string phase(const std::string& id, const std::string& fields) {
  return "phase { id = \"" + id + "\", " + kSays + ", " + fields + " },\n";
}

std::string recipe(const std::string& phases, const std::string& more = "", const std::string& interlocks = "") {
  return "controllers = { [\"TIC-1\"] = pid { reads = \"TT-1\", moves = \"HV-1\", gain = 4, reset = seconds(100), "
         "action "
         "= \"reverse\", setpoint = kelvin(300), " +
         kSays + " } }, interlocks = { " + interlocks + " },\nsequences = { [\"US-1\"] = sequence { phases = {\n" +
         phases + "}, " + kSays + ", " + more + " } },";
}

const std::string kFill = phase("fill", "does = { set(\"FV-1\", on) }, ends = above(\"LT-1\", percent(50))");
const std::string kHeat = phase("heat",
                                "does = { set(\"FV-1\", off), setpoint(\"TIC-1\", kelvin(330)), mode(\"TIC-1\", "
                                "\"auto\") }, ends = above(\"TT-1\", kelvin(329)), at_most = seconds(400)");
const std::string kSoak = phase("soak", "at_least = seconds(60)");
const std::string kCool = phase("cool",
                                "does = { mode(\"TIC-1\", \"manual\"), output(\"TIC-1\", percent(0)), set(\"CV-1\", "
                                "percent(100)) }, ends = sustained(seconds(10), below(\"TT-1\", kelvin(310)))");
const std::string kBatch = kFill + kHeat + kSoak + kCool;

TEST(SequenceWords, RunsARecipeToItsEnd) {
  BatchWorks it(recipe(kBatch));
  it.run(10);
  EXPECT_TRUE(it.holds(ConditionKind::sequence_is, "US-1", "idle"));
  EXPECT_EQ(it.phase("US-1"), 0.0);
  EXPECT_EQ(it.signals[3], 0.0) << "nothing happens before it is started";

  EXPECT_EQ(it.act("command", "US-1", 0.0, "start"), "");
  it.run(30);
  EXPECT_TRUE(it.holds(ConditionKind::phase_active, "US-1", "fill"));
  EXPECT_FALSE(it.holds(ConditionKind::phase_done, "US-1", "fill"));
  EXPECT_EQ(it.inputs[2], 1.0);
  it.run(25);
  EXPECT_TRUE(it.holds(ConditionKind::phase_done, "US-1", "fill"));
  EXPECT_TRUE(it.holds(ConditionKind::phase_active, "US-1", "heat"));
  EXPECT_EQ(it.phase("US-1"), 2.0);
  EXPECT_EQ(it.inputs[2], 0.0);
  EXPECT_NEAR(it.signals[3], 0.51, 0.0101);

  while (!it.holds(ConditionKind::phase_active, "US-1", "soak") && it.scan < 1000) it.run(1);
  EXPECT_NEAR(it.signals[0], 329.0, 0.6);
  const std::int64_t soak = it.scan;
  while (!it.holds(ConditionKind::phase_active, "US-1", "cool") && it.scan < 2000) it.run(1);
  EXPECT_EQ(it.scan - soak, 60);
  EXPECT_EQ(it.inputs[0], 0.0);
  EXPECT_EQ(it.inputs[1], 1.0);
  while (it.holds(ConditionKind::sequence_is, "US-1", "running") && it.scan < 3000) it.run(1);
  EXPECT_TRUE(it.holds(ConditionKind::sequence_is, "US-1", "complete"));
  EXPECT_TRUE(it.holds(ConditionKind::phase_done, "US-1", "cool"));
  EXPECT_EQ(it.phase("US-1"), 5.0);
  EXPECT_LT(it.signals[0], 310.0);
  EXPECT_THAT(it.act("command", "US-1", 0.0, "hold"), HasSubstr("does not run"));

  // the journal has every event once
  std::vector<SequenceEntry::Event> events;
  for (const SequenceEntry& entry : it.state.sequence_journal) events.push_back(entry.event);
  using Event = SequenceEntry::Event;
  EXPECT_EQ(events, (std::vector{Event::started, Event::advanced, Event::advanced, Event::advanced, Event::finished}));

  EXPECT_EQ(it.act("command", "US-1", 0.0, "reset"), "");
  EXPECT_TRUE(it.holds(ConditionKind::sequence_is, "US-1", "idle"));
}

// a choice when a phase ends, a loop, and an end before the last phase
TEST(SequenceWords, BranchesWhenAPhaseEnds) {
  const std::string branches =
      "branches = { branch { when = above(\"LT-1\", percent(52)), to = \"end\" }, "
      "branch { when = above(\"LT-1\", percent(40)), to = \"top\" } }";
  const std::string top = phase("top", "does = { set(\"FV-1\", on) }, at_least = seconds(5), " + branches);
  BatchWorks it(
      recipe(phase("fill", "does = { set(\"FV-1\", on) }, at_least = seconds(46), " + branches) + kSoak + top));
  it.act("command", "US-1", 0.0, "start");
  it.run(47);
  EXPECT_TRUE(it.holds(ConditionKind::phase_active, "US-1", "top")) << it.signals[3];
  EXPECT_TRUE(it.holds(ConditionKind::phase_done, "US-1", "fill"));
  EXPECT_FALSE(it.holds(ConditionKind::phase_done, "US-1", "soak")) << "passed by";
  EXPECT_EQ(it.phase("US-1"), 3.0);
  it.run(5);
  EXPECT_TRUE(it.holds(ConditionKind::phase_active, "US-1", "top")) << "once more";
  EXPECT_TRUE(it.holds(ConditionKind::phase_done, "US-1", "top"));
  while (it.holds(ConditionKind::sequence_is, "US-1", "running") && it.scan < 100) it.run(1);
  EXPECT_TRUE(it.holds(ConditionKind::sequence_is, "US-1", "complete"));
  EXPECT_GT(it.signals[3], 0.52);
  EXPECT_LT(it.signals[3], 0.58);

  // without a branch that holds it goes on down the list
  BatchWorks plain(recipe(phase("fill", "at_least = seconds(5), " + branches) + kSoak + top));
  plain.act("command", "US-1", 0.0, "start");
  plain.run(10);
  EXPECT_TRUE(plain.holds(ConditionKind::phase_active, "US-1", "soak"));
}

// the same orders at the same scans make the same state, and a copied state goes on as its original
TEST(SequenceWords, RepeatsToTheBit) {
  BatchWorks one(recipe(kBatch)), two(recipe(kBatch));
  for (BatchWorks* it : {&one, &two}) {
    it->act("command", "US-1", 0.0, "start");
    it->run(100);
    it->act("command", "US-1", 0.0, "hold");
    it->run(20);
    it->act("command", "US-1", 0.0, "restart");
  }
  two.state = ControlRoomState(one.state);
  one.run(700);
  two.run(700);
  EXPECT_TRUE(one.state == two.state);
  EXPECT_EQ(one.room.numbers(one.state), two.room.numbers(two.state));
  EXPECT_TRUE(one.holds(ConditionKind::sequence_is, "US-1", "complete"));
}

TEST(SequenceWords, IsHeldRestartedAndAborted) {
  BatchWorks it(recipe(kBatch, "on_hold = { set(\"FV-1\", off) }, on_abort = { set(\"CV-1\", percent(100)) }"));
  EXPECT_THAT(it.act("command", "US-1", 0.0, "restart"), HasSubstr("not held"));
  it.act("command", "US-1", 0.0, "start");
  it.run(20);
  EXPECT_EQ(it.act("command", "US-1", 0.0, "hold"), "");
  const double level = it.signals[3];
  it.run(50);
  EXPECT_EQ(it.signals[3], level) << "the feed is off";
  EXPECT_TRUE(it.holds(ConditionKind::phase_active, "US-1", "fill"));
  EXPECT_THAT(it.act("command", "US-1", 0.0, "start"), HasSubstr("started already"));
  EXPECT_EQ(it.act("command", "US-1", 0.0, "restart"), "");
  it.run(5);
  EXPECT_GT(it.signals[3], level) << "the actions of the phase are done again";
  EXPECT_EQ(it.act("command", "US-1", 0.0, "abort"), "");
  it.run(1);
  EXPECT_EQ(it.inputs[1], 1.0);
  EXPECT_TRUE(it.holds(ConditionKind::sequence_is, "US-1", "aborted"));
  EXPECT_FALSE(it.holds(ConditionKind::phase_active, "US-1", "fill"));
  EXPECT_THAT(it.act("command", "US-1", 0.0, "start"), HasSubstr("reset it first"));
  EXPECT_EQ(it.act("command", "US-1", 0.0, "reset"), "");
  EXPECT_EQ(it.act("command", "US-1", 0.0, "start"), "");
  EXPECT_THAT(it.act("command", "US-1", 0.0, "stop"), HasSubstr("start, hold, restart, abort and reset"));
  EXPECT_THAT(it.act("command", "US-2", 0.0, "start"), HasSubstr("did you mean 'US-1'"));
}

TEST(SequenceWords, TimeHeldIsNotTimeRun) {
  BatchWorks it(recipe(kSoak + kCool));
  it.act("command", "US-1", 0.0, "start");
  it.run(31);
  it.act("command", "US-1", 0.0, "hold");
  it.run(500);
  it.act("command", "US-1", 0.0, "restart");
  it.run(30);
  EXPECT_TRUE(it.holds(ConditionKind::phase_active, "US-1", "soak"));
  it.run(1);
  EXPECT_TRUE(it.holds(ConditionKind::phase_active, "US-1", "cool")) << "30 s before and 30 s after";
}

TEST(SequenceWords, WaitsForAPersonWhenAPhaseTakesTooLong) {
  // 30 K more is out of reach of a heater that is jammed shut
  BatchWorks it(recipe(kHeat + kCool));
  it.fail("HV-1", scenario::EffectKind::handle_stuck);
  it.act("command", "US-1", 0.0, "start");
  it.run(400);
  EXPECT_TRUE(it.holds(ConditionKind::sequence_is, "US-1", "running"));
  it.run(5);
  EXPECT_TRUE(it.holds(ConditionKind::sequence_is, "US-1", "held"));
  EXPECT_EQ(it.state.sequence_journal.back().event, SequenceEntry::Event::late);
  it.act("command", "US-1", 0.0, "restart");
  it.run(300);
  EXPECT_TRUE(it.holds(ConditionKind::sequence_is, "US-1", "running")) << "it has its time anew";
}

TEST(SequenceWords, AnActionThatIsRefusedHoldsIt) {
  const std::string interlock =
      "[\"I-1\"] = interlock { when = above(\"TT-2\", kelvin(400)), forces = { [\"FV-1\"] = fraction(0) }, " + kSays +
      " }";
  BatchWorks it(recipe(kBatch, "", interlock));
  it.frozen = true;
  it.signals[1] = 410.0;
  it.run(2);
  it.act("command", "US-1", 0.0, "start");
  it.run(2);
  EXPECT_TRUE(it.holds(ConditionKind::sequence_is, "US-1", "held"));
  EXPECT_EQ(it.state.sequence_journal.back().action, "FV-1");
  EXPECT_THAT(it.state.sequence_journal.back().why.en, HasSubstr("Interlock I-1 holds FV-1"));
  it.signals[1] = 300.0;
  it.run(1);
  EXPECT_EQ(it.act("reset", "I-1"), "");
  EXPECT_EQ(it.act("command", "US-1", 0.0, "restart"), "");
  it.run(2);
  EXPECT_EQ(it.inputs[2], 1.0);
}

TEST(SequenceWords, ATripAbortsItAndAConditionHoldsIt) {
  const std::string interlock =
      "[\"I-1\"] = interlock { when = all_of { above(\"TT-2\", kelvin(400)), phase_active(\"US-1\", \"fill\") }, "
      "forces "
      "= { [\"FV-1\"] = fraction(0) }, " +
      kSays + " }";
  BatchWorks it(recipe(kBatch,
                       "aborts_when = tripped(\"I-1\"), on_abort = { set(\"CV-1\", percent(40)) }, holds_when = "
                       "above(\"TT-3\", kelvin(400))",
                       interlock));
  it.frozen = true;
  it.signals[1] = 410.0;
  it.run(2);
  EXPECT_FALSE(it.state.interlocks[0].tripped) << "it asks for a phase";
  it.signals[1] = 300.0;
  it.run(1);
  it.act("command", "US-1", 0.0, "start");
  it.run(3);
  it.signals[2] = 410.0;
  it.run(1);
  EXPECT_TRUE(it.holds(ConditionKind::sequence_is, "US-1", "held"));
  it.signals[1] = 410.0;
  it.run(1);
  EXPECT_TRUE(it.holds(ConditionKind::sequence_is, "US-1", "aborted"));
  EXPECT_EQ(it.inputs[1], 0.4);
}

TEST(SequenceWords, MistakesAreToldOnTheirLine) {
  const auto mistake = [](const std::string& phases, const std::string& more = "") {
    return BatchWorks::mistake(recipe(phases, more));
  };
  EXPECT_EQ(mistake(kBatch), "");
  // the first phase stands on line 16
  EXPECT_THAT(mistake(phase("fill", "does = { set(\"FV-1\", on) }")),
              AllOf(StartsWith("16: phase `fill` says not when it ends"), HasSubstr("at_least")));
  EXPECT_THAT(mistake(phase("fill", "at_least = seconds(10), at_most = seconds(5)")),
              AllOf(StartsWith("16: "), HasSubstr("longer time")));
  EXPECT_THAT(mistake(phase("fill", "does = { set(\"FV-2\", on) }, at_least = seconds(10)")),
              AllOf(StartsWith("16: `FV-2` is no handle"), HasSubstr("nearest: ")));
  EXPECT_THAT(mistake(phase("fill", "does = { wait(seconds(3)) }, at_least = seconds(10)")),
              AllOf(StartsWith("16: wait is for operators"), HasSubstr("set, setpoint, output, mode")));
  EXPECT_THAT(mistake(kSoak + kSoak), AllOf(StartsWith("17: "), HasSubstr("each id once")));
  EXPECT_THAT(mistake(phase("fill", "ends = completed(\"x\")")),
              AllOf(StartsWith("16: "), HasSubstr("may not be asked by a sequence")));
  EXPECT_THAT(mistake(phase("fill", "ends = phase_done(\"US-1\", \"fil\")")),
              AllOf(StartsWith("16: `fil` is no phase of US-1"), HasSubstr("nearest: fill")));
  EXPECT_THAT(mistake(kSoak, "aborts_when = tripped(\"I-9\")"), HasSubstr("`I-9` is no interlock"));
  EXPECT_THAT(mistake(""), HasSubstr("0 phases; allowed are 1 to 32"));
}

}  // namespace
}  // namespace stillhouse
