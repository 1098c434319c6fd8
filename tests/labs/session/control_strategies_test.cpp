#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/labs/session/small_works.h"

// what stands around a controller, from its words to its scans
namespace stillhouse {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

// the controllers begin on line 9 of the text
std::string pid(const std::string& tag, const std::string& fields) {
  return "[\"" + tag + "\"] = pid { says = { en = \"a\", zh = \"甲\" }, " + fields + " },\n";
}

const std::string kFlow =
    pid("FIC-1",
        "reads = \"FT-1\", moves = \"FV-1\", gain = 0.5, reset = seconds(4), action = \"reverse\", "
        "setpoint = kg_per_s(0.3), mode = \"auto\"");
const std::string kAbove =
    pid("TIC-3",
        "reads = \"TT-3\", moves = \"FIC-1.setpoint\", gain = 3, reset = seconds(150), action = \"reverse\", "
        "setpoint = kelvin(340), mode = \"auto\"");

std::string flow_with(const std::string& fields) {
  return pid("FIC-1",
             "reads = \"FT-1\", moves = \"FV-1\", gain = 0.5, reset = seconds(4), action = \"reverse\", "
             "setpoint = kg_per_s(0.3), " +
                 fields);
}

TEST(ControlStrategies, AControllersOptionsAreRead) {
  const scenario::Controller it =
      SmallWorks::plant(
          SmallWorks::text(pid("TIC-3",
                               "reads = \"TT-3\", moves = \"FV-1\", gain = 2, reset = seconds(60), derivative = "
                               "seconds(15), form = \"series\", action = \"reverse\", setpoint = kelvin(320), "
                               "setpoint_weight = 0.4, derivative_on = \"error\", derivative_limit = 8, filter = "
                               "seconds(3), anti_windup = \"clamping\", setpoint_per_minute = delta_K(6), "
                               "setpoint_follows = true")))
          .controllers.at(0);
  // Astrom and Hagglund (1995), eq. 3.10: series 2, 60 s, 15 s is standard 2.5, 75 s, 12 s
  EXPECT_DOUBLE_EQ(it.gain, 2.5);
  EXPECT_DOUBLE_EQ(it.reset, 75.0);
  EXPECT_DOUBLE_EQ(it.derivative, 12.0);
  EXPECT_EQ(it.setpoint_weight, 0.4);
  EXPECT_TRUE(it.derivative_on_error);
  EXPECT_EQ(it.derivative_limit, 8.0);
  EXPECT_EQ(it.filter, 3.0);
  EXPECT_EQ(it.anti_windup, AntiWindup::clamping);
  EXPECT_DOUBLE_EQ(it.setpoint_rate, 0.1);
  EXPECT_TRUE(it.setpoint_follows);
  EXPECT_THAT(SmallWorks::mistake(SmallWorks::text(flow_with("anti_windup = \"none\", tracking_time = seconds(9)"))),
              AllOf(StartsWith("9: "), HasSubstr("belongs to back_calculation")));
}

TEST(ControlStrategies, TheProportionalTermSeesTheWeightedSetPoint) {
  const auto kick = [](const std::string& option) {
    SmallWorks it(pid("FIC-1",
                      "reads = \"FT-1\", moves = \"FV-1\", gain = 2, action = \"reverse\", setpoint = "
                      "kg_per_s(0), mode = \"auto\", " +
                          option));
    it.run(5);
    EXPECT_EQ(it.act("setpoint", "FIC-1", 0.1), "");
    const double before = it.output("FIC-1");
    it.run(1);
    return it.output("FIC-1") - before;
  };
  EXPECT_NEAR(kick("setpoint_weight = 1"), 0.2, 1e-12);
  EXPECT_NEAR(kick("setpoint_weight = 0.5"), 0.1, 1e-12);
  // 0.06 kg/s a minute: 0.001 kg/s in the first scan
  EXPECT_NEAR(kick("setpoint_per_minute = kg_per_s(0.06)"), 0.002, 1e-12);
}

TEST(ControlStrategies, APrimaryFollowsUntilItsSecondaryIsInCascade) {
  SmallWorks it(kAbove + kFlow);  // the primary may be written first
  it.run(60);
  EXPECT_EQ(it.setpoint("FIC-1"), 0.3);
  EXPECT_DOUBLE_EQ(it.output("TIC-3"), 0.3) << "initialisation: it stands at the set point it will move";
  EXPECT_EQ(it.act("mode", "TIC-3", 0.0, "manual"), "");
  EXPECT_EQ(it.act("output", "TIC-3", 0.5),
            "FIC-1 is not in cascade, and TIC-3 follows its set-point; put FIC-1 into cascade first.");
  EXPECT_EQ(it.act("mode", "TIC-3", 0.0, "auto"), "");
  EXPECT_EQ(it.act("mode", "FIC-1", 0.0, "cascade"), "");

  // it takes over from where the set point stood; one that had not followed would begin at 3 * 0.33, its limit
  it.run(1);
  EXPECT_NEAR(it.setpoint("FIC-1"), 0.3, 0.005);
  it.run(3000);
  EXPECT_NEAR(it.signals[2], 340.0, 0.01);
  EXPECT_NEAR(it.setpoint("FIC-1"), 0.5, 1e-3) << "40 K at 80 K per kg/s";
  EXPECT_THAT(it.act("setpoint", "FIC-1", 0.2), HasSubstr("comes from the controller above"));
  EXPECT_THAT(it.act("set", "FV-1", 0.2), HasSubstr("switch FIC-1 to manual first"));

  // and back, with nothing moved
  const double stood = it.setpoint("FIC-1");
  EXPECT_EQ(it.act("mode", "FIC-1", 0.0, "auto"), "");
  it.run(1);
  EXPECT_EQ(it.setpoint("FIC-1"), stood);
  EXPECT_EQ(it.act("mode", "TIC-3", 0.0, "cascade"), "No controller stands above this one.");
}

TEST(ControlStrategies, APrimaryDoesNotWindUpAtItsSecondarysLimit) {
  SmallWorks it(kAbove + pid("FIC-1",
                             "reads = \"FT-1\", moves = \"FV-1\", gain = 0.5, reset = seconds(4), action = "
                             "\"reverse\", setpoint = kg_per_s(0.3), mode = \"cascade\", output_range = { "
                             "percent(0), percent(50) }"));
  it.act("setpoint", "TIC-3", 345.0);
  it.run(3000);  // 340 K is all there is
  EXPECT_NEAR(it.signals[2], 340.0, 0.01);
  EXPECT_DOUBLE_EQ(it.output("FIC-1"), 0.5);
  EXPECT_LT(it.setpoint("FIC-1"), 0.7) << "it stopped asking when the valve came to its limit";
  it.act("setpoint", "TIC-3", 320.0);
  it.run(20);
  EXPECT_LT(it.output("FIC-1"), 0.5) << "and turns at once";
}

TEST(ControlStrategies, AFlowFollowsAnotherByItsRatio) {
  SmallWorks it(
      flow_with("mode = \"cascade\", setpoint_from = ratio_station { reads = \"FT-2\", ratio = 0.4, bias = "
                "kg_per_s(0.05) }"));
  it.run(1);
  EXPECT_DOUBLE_EQ(it.setpoint("FIC-1"), 0.45);
  EXPECT_EQ(it.act("tune", "FIC-1", 0.5, "ratio"), "");
  it.run(100);
  EXPECT_DOUBLE_EQ(it.setpoint("FIC-1"), 0.55);
  EXPECT_NEAR(it.signals[0], 0.55, 1e-3);
  it.signals[1] = 2.0;
  it.run(1);
  EXPECT_EQ(it.setpoint("FIC-1"), 1.0) << "within the limits of the set point";
  EXPECT_EQ(it.act("tune", "FIC-1", -1.0, "ratio"), "The ratio must not be negative.");

  // a wild flow that is not measured any more leaves the set point
  it.signals[1] = 0.5;
  it.run(1);
  EXPECT_DOUBLE_EQ(it.setpoint("FIC-1"), 0.3);
  scenario::Effect failure;
  failure.kind = scenario::EffectKind::sensor_fail;
  failure.target = "FT-2";
  failure.value = 1.0;
  EXPECT_TRUE(it.room.begin(it.state, failure));
  it.run(5);
  EXPECT_DOUBLE_EQ(it.setpoint("FIC-1"), 0.3);
}

TEST(ControlStrategies, AProgramRampsSoaksAndHoldsBack) {
  const std::string program =
      "setpoint_from = program({ segment { to = kg_per_s(0.5), per_minute = kg_per_s(0.12), soak = seconds(30) }, "
      "segment { to = kg_per_s(0.2) } })";
  SmallWorks it(flow_with("mode = \"auto\", " + program));
  it.run(50);
  EXPECT_EQ(it.setpoint("FIC-1"), 0.3) << "nothing runs before cascade";
  EXPECT_EQ(it.act("mode", "FIC-1", 0.0, "cascade"), "");
  it.run(50);
  EXPECT_NEAR(it.setpoint("FIC-1"), 0.4, 1e-12) << "0.002 kg/s a second";
  it.run(51);
  EXPECT_NEAR(it.setpoint("FIC-1"), 0.5, 1e-12);
  it.run(25);
  EXPECT_NEAR(it.setpoint("FIC-1"), 0.5, 1e-12);
  it.run(10);
  EXPECT_NEAR(it.setpoint("FIC-1"), 0.2, 1e-12);

  // the reading lags by far more than is allowed: the ramp waits
  SmallWorks held(
      flow_with("mode = \"cascade\", setpoint_from = program({ segment { to = kg_per_s(0.5), per_minute = "
                "kg_per_s(0.12), hold_back = kg_per_s(0.1) } }), output_range = { percent(0), percent(20) "
                "}"));
  held.run(400);
  EXPECT_NEAR(held.signals[0], 0.2, 1e-6);
  EXPECT_NEAR(held.setpoint("FIC-1"), 0.3, 0.003);
}

TEST(ControlStrategies, ADisturbanceIsFedForward) {
  const std::string forward =
      "feed_forward = feed_forward { reads = \"FT-2\", gain = 0.5, lead = seconds(30), lag = seconds(10), rest = "
      "kg_per_s(1) }";
  const auto moved = [&](const std::string& mode, int scans) {
    SmallWorks it(pid("TIC-3",
                      "reads = \"TT-3\", moves = \"FV-1\", gain = 0.001, action = \"reverse\", setpoint = "
                      "kelvin(300), output = percent(20), mode = \"" +
                          mode + "\", " + forward));
    it.run(3);
    const double before = it.output("TIC-3");
    it.signals[1] = 1.2;  // a tenth of its range
    it.run(scans);
    return it.output("TIC-3") - before;
  };
  // K (1 + (T1/T2 - 1) exp(-t/T2)): 0.05 at last; the disturbance is taken to rise along the first scan
  EXPECT_NEAR(moved("auto", 200), 0.05, 3e-4);
  EXPECT_NEAR(moved("auto", 1), 0.05 * (1.0 + 2.0 * 10.0 * (1.0 - std::exp(-0.1))), 1e-3);
  EXPECT_EQ(moved("manual", 200), 0.0);
}

TEST(ControlStrategies, ATuningFollowsItsSchedule) {
  const std::string schedule =
      "mode = \"auto\", gain_schedule = gain_schedule { reads = \"FT-2\", points = { tuning_at { at = kg_per_s(0.5), "
      "gain "
      "= 1, reset = seconds(8) }, tuning_at { at = kg_per_s(1.5), gain = 3, reset = seconds(4) } } }";
  SmallWorks it(flow_with(schedule));
  it.run(200);
  const PidTuning& tuning = it.state.controllers[0].tuning;
  EXPECT_DOUBLE_EQ(tuning.gain, 2.0) << "half way between its points";
  EXPECT_DOUBLE_EQ(tuning.integral_time, 6.0);
  const double before = it.output("FIC-1");
  it.signals[1] = 1.4;
  it.run(2);
  EXPECT_DOUBLE_EQ(tuning.gain, 2.8);
  EXPECT_NEAR(it.output("FIC-1"), before, 1e-6) << "without a bump";
  it.signals[1] = 1.41;
  it.run(2);
  EXPECT_DOUBLE_EQ(tuning.gain, 2.8) << "too little to matter";
  EXPECT_THAT(it.act("tune", "FIC-1", 1.0, "gain"), HasSubstr("by its gain schedule over FT-2"));
  EXPECT_THAT(SmallWorks::mistake(SmallWorks::text(flow_with(
                  "gain_schedule = gain_schedule { reads = \"FT-2\", points = { tuning_at { at = kg_per_s(1), "
                  "gain = 1 }, tuning_at { at = kg_per_s(1), gain = 2 } } }"))),
              AllOf(StartsWith("9: "), HasSubstr("points that rise")));
}

TEST(ControlStrategies, MistakesAreToldOnTheirLine) {
  const auto mistake = [](const std::string& controllers) {
    return SmallWorks::mistake(SmallWorks::text(controllers));
  };
  EXPECT_EQ(mistake(kAbove + kFlow), "");
  EXPECT_THAT(mistake(kAbove), AllOf(StartsWith("9: `FIC-1.setpoint` is no handle, input or set point")));
  EXPECT_THAT(mistake(flow_with("mode = \"cascade\"")),
              AllOf(StartsWith("9: `FIC-1` starts in cascade"), HasSubstr("nothing says its set point")));
  EXPECT_THAT(mistake(kAbove + flow_with("setpoint_from = ratio_station { reads = \"FT-2\", ratio = 1 }")),
              AllOf(StartsWith("9: "), HasSubstr("allowed: one of the two")));
  EXPECT_THAT(mistake(flow_with("setpoint_from = ratio_station { reads = \"TT-3\", ratio = 1 }")),
              AllOf(StartsWith("9: "), HasSubstr("two readings of one kind")));
  EXPECT_THAT(mistake(flow_with("setpoint_from = program({})")), AllOf(StartsWith("9: "), HasSubstr("empty")));
  EXPECT_THAT(mistake(flow_with("setpoint_from = program({ segment { to = kg_per_s(3) } })")),
              AllOf(StartsWith("9: "), HasSubstr("`to` of segment")));
  EXPECT_THAT(mistake(flow_with("feed_forward = feed_forward { reads = \"FT-2\", gain = 1, lead = seconds(3) }")),
              AllOf(StartsWith("9: "), HasSubstr("needs a `lag`")));
  // two that move each other
  EXPECT_THAT(mistake(pid("A",
                          "reads = \"FT-1\", moves = \"B.setpoint\", gain = 1, action = \"direct\", setpoint = "
                          "kg_per_s(0)") +
                      pid("B",
                          "reads = \"FT-1\", moves = \"A.setpoint\", gain = 1, action = \"direct\", setpoint = "
                          "kg_per_s(0)")),
              HasSubstr("is no handle, input or set point"));
}

TEST(ControlStrategies, AnInterlockVotes) {
  const std::string voted =
      "interlocks = { [\"I-1\"] = interlock { when = any_of { above(\"FT-1\", kg_per_s(0.5)), above(\"FT-2\", "
      "kg_per_s(1.5)), above(\"TT-3\", kelvin(350)) }, votes = 2, forces = { [\"FV-1\"] = percent(0) }, says = { en = "
      "\"a\", zh = \"甲\" } } }";
  SmallWorks it("", voted);
  it.signals[1] = 1.8;
  it.run(5);
  EXPECT_FALSE(it.state.interlocks[0].tripped) << "one of three";
  it.signals[2] = 360.0;
  it.run(1);
  EXPECT_TRUE(it.state.interlocks[0].tripped) << "two of three";
  EXPECT_THAT(SmallWorks::mistake(SmallWorks::text(
                  "",
                  "interlocks = { [\"I-1\"] = interlock { when = above(\"FT-1\", kg_per_s(0.5)), votes = 2, forces "
                  "= { [\"FV-1\"] = percent(0) }, says = { en = \"a\", zh = \"甲\" } } }")),
              HasSubstr("votes of an any_of of 2 to 8"));
}

}  // namespace
}  // namespace stillhouse
