#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "tests/labs/session/batch_works.h"

// one output on two valves, a two-position controller, and votes, from their words to their scans
namespace stillhouse {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

const std::string kSays = "says = { en = \"a\", zh = \"甲\" }";

std::string split(const std::string& fields,
                  const std::string& parts =
                      "part { moves = \"CV-1\", from = percent(50), to = percent(0) }, part { moves = \"HV-1\", from "
                      "= percent(50), to = percent(100) }") {
  return "controllers = { [\"TIC-1\"] = pid { reads = \"TT-1\", split_range = split_range({ " + parts +
         " }), action = \"reverse\", setpoint = kelvin(320), " + kSays + ", " + fields + " } },\n";
}

const std::string kTuned = "gain = 4, reset = seconds(60)";

std::string shuts(const std::string& handle, double percent) {
  return "[\"I-" + handle + "\"] = interlock { when = above(\"LT-1\", percent(50)), latched = false, forces = { [\"" +
         handle + "\"] = percent(" + std::to_string(percent) + ") }, " + kSays + " },\n";
}

TEST(SplitRangeWords, EachHandleHasItsPartOfTheOutput) {
  BatchWorks it(split(kTuned));
  EXPECT_EQ(it.output("TIC-1"), 0.5) << "both shut at the start";
  EXPECT_EQ(it.act("output", "TIC-1", 0.75), "");
  it.run(1);
  EXPECT_DOUBLE_EQ(it.inputs[0], 0.5);
  EXPECT_DOUBLE_EQ(it.inputs[1], 0.0);
  EXPECT_EQ(it.act("output", "TIC-1", 0.1), "");
  it.run(1);
  EXPECT_DOUBLE_EQ(it.inputs[0], 0.0);
  EXPECT_DOUBLE_EQ(it.inputs[1], 0.8);

  // the output follows a handle that is moved by hand
  EXPECT_EQ(it.act("set", "HV-1", 0.3), "");
  EXPECT_DOUBLE_EQ(it.output("TIC-1"), 0.65);
  // before the scan that moves them: who looks at a frozen plant sees what was asked of both
  EXPECT_DOUBLE_EQ(it.room.handle_asked(it.state, 0), 0.3);
  EXPECT_DOUBLE_EQ(it.room.handle_asked(it.state, 1), 0.0);
  EXPECT_DOUBLE_EQ(it.room.handle_position(it.state, 1), 0.8);
  it.run(1);
  EXPECT_DOUBLE_EQ(it.inputs[0], 0.3);
  EXPECT_DOUBLE_EQ(it.inputs[1], 0.0);
  EXPECT_THAT(it.act("set", "HV-1", 1.3), HasSubstr("0 % to 100 %"));

  // automatic takes over from there: the proportional term alone would ask for 4 * 20/200 more
  EXPECT_EQ(it.act("mode", "TIC-1", 0.0, "auto"), "");
  it.run(1);
  EXPECT_NEAR(it.output("TIC-1"), 0.65, 0.01);
  EXPECT_THAT(it.act("set", "CV-1", 0.3), HasSubstr("switch TIC-1 to manual first"));
}

TEST(SplitRangeWords, HeatsAndCoolsToItsSetPoint) {
  BatchWorks it(split(kTuned + ", mode = \"auto\""));
  it.run(1500);
  EXPECT_NEAR(it.signals[0], 320.0, 0.01);
  EXPECT_NEAR(it.inputs[0], 0.2, 1e-3) << "20 K / 200 s of loss, 0.5 K/s of heating";
  EXPECT_EQ(it.inputs[1], 0.0);
  EXPECT_EQ(it.act("setpoint", "TIC-1", 270.0), "");
  it.run(1500);
  EXPECT_NEAR(it.signals[0], 270.0, 0.01);
  EXPECT_NEAR(it.inputs[1], 0.3, 1e-3);
  EXPECT_EQ(it.inputs[0], 0.0);
}

TEST(SplitRangeWords, WorksOnWithTheHandleThatIsFree) {
  // the heating is held shut by an interlock while the set point asks for it
  BatchWorks it(split(kTuned + ", mode = \"auto\"") + "interlocks = {\n" + shuts("HV-1", 0.0) + "},");
  it.run(10);
  EXPECT_GT(it.inputs[0], 0.05);
  it.signals[3] = 0.6;
  it.run(1);
  EXPECT_EQ(it.inputs[0], 0.0);
  EXPECT_EQ(it.output("TIC-1"), 0.5) << "the output follows at once to where the heating begins";
  EXPECT_EQ(it.inputs[1], 0.0);
  it.run(500);
  EXPECT_EQ(it.output("TIC-1"), 0.5);

  // it has not wound up: cooling begins in the scan after the error has changed its sign
  EXPECT_EQ(it.act("setpoint", "TIC-1", 300.0), "");
  it.signals[0] = 300.0;
  it.frozen = true;
  it.run(2);
  it.signals[0] = 301.0;
  it.run(2);
  EXPECT_GT(it.inputs[1], 0.02);
  EXPECT_EQ(it.inputs[0], 0.0);

  // released, the heating begins where it stands: shut
  it.signals[0] = 300.0;
  it.run(600);
  it.signals[3] = 0.0;
  it.run(1);
  EXPECT_LT(it.inputs[0], 0.05);
}

TEST(SplitRangeWords, InManualTheOutputFollowsWhatIsHeld) {
  BatchWorks it(split(kTuned) + "interlocks = {\n" + shuts("HV-1", 0.0) + "},");
  it.act("output", "TIC-1", 0.9);
  it.signals[3] = 0.6;
  it.run(1);
  EXPECT_EQ(it.output("TIC-1"), 0.5);
  it.signals[3] = 0.0;
  it.run(1);
  EXPECT_EQ(it.inputs[0], 0.0) << "and the release moves nothing";
}

TEST(SplitRangeWords, FollowsWhenAllAreHeld) {
  BatchWorks it(split(kTuned + ", mode = \"auto\"") + "interlocks = {\n" + shuts("HV-1", 0.0) + shuts("CV-1", 100.0) +
                "},");
  it.run(5);
  it.signals[3] = 0.6;
  it.run(1);
  EXPECT_EQ(it.inputs[0], 0.0);
  EXPECT_EQ(it.inputs[1], 1.0);
  EXPECT_EQ(it.output("TIC-1"), 0.5) << "the nearest that belongs to one of them";
  EXPECT_THAT(it.act("set", "HV-1", 0.2), HasSubstr("Interlock I-HV-1 holds HV-1"));
}

// two valves one after the other: the second takes over at once when the first is held
TEST(SplitRangeWords, DoesNotCrossAPartThatIsHeld) {
  BatchWorks it(split(kTuned + ", output = percent(20), mode = \"auto\"",
                      "part { moves = \"HV-1\", from = percent(0), to = percent(50) }, part { moves = \"CV-1\", from = "
                      "percent(50), to = percent(100) }") +
                "interlocks = {\n" + shuts("HV-1", 0.0) + "},");
  it.frozen = true;
  it.signals[0] = 319.0;
  it.run(3);
  EXPECT_LT(it.output("TIC-1"), 0.5);
  it.signals[3] = 0.6;
  it.run(3);
  EXPECT_GE(it.output("TIC-1"), 0.5);
  EXPECT_GT(it.inputs[1], 0.0);
}

TEST(SplitRangeWords, MistakesAreToldOnTheirLine) {
  EXPECT_EQ(BatchWorks::mistake(split(kTuned)), "");
  EXPECT_THAT(BatchWorks::mistake(split(kTuned, "part { moves = \"HV-1\", from = percent(0), to = percent(100) }")),
              AllOf(StartsWith("14: "), HasSubstr("1 parts; allowed are 2 to 8")));
  EXPECT_THAT(BatchWorks::mistake(split(kTuned,
                                        "part { moves = \"HV-1\", from = percent(0), to = percent(50) }, part { moves "
                                        "= \"CV-2\", from = percent(50), to = percent(100) }")),
              AllOf(StartsWith("14: `CV-2` is no handle"), HasSubstr("nearest: CV-1")));
  EXPECT_THAT(BatchWorks::mistake(split(kTuned,
                                        "part { moves = \"HV-1\", from = percent(50), to = percent(50) }, part { moves "
                                        "= \"CV-1\", from = percent(50), to = percent(100) }")),
              AllOf(StartsWith("14: `to` of part is its `from`")));
  EXPECT_THAT(BatchWorks::mistake(split(kTuned,
                                        "part { moves = \"HV-1\", from = percent(0), to = percent(50) }, part { moves "
                                        "= \"HV-1\", from = percent(50), to = percent(100) }")),
              HasSubstr("moves already"));
  EXPECT_THAT(BatchWorks::mistake(split(kTuned + ", moves = \"HV-1\"")),
              AllOf(StartsWith("14: pid has both"), HasSubstr("allowed: one of the two")));
}

// Astrom and Hagglund (1995), section 3.2: the parallel form with Kp, Ki, Kd is the standard one with Kp, Kp/Ki, Kd/Kp
TEST(PidForms, TheParallelFormIsSaidInItsOwnGains) {
  const auto form = [](const std::string& fields) {
    return "controllers = { [\"TIC-1\"] = pid { reads = \"TT-1\", moves = \"HV-1\", action = \"reverse\", setpoint = "
           "kelvin(320), " +
           kSays + ", " + fields + " } },";
  };
  const scenario::Controller it =
      BatchWorks::plant(
          form("form = \"parallel\", gain = 2, integral_gain = per_second(0.1), derivative_gain = seconds(10)"))
          .controllers.at(0);
  EXPECT_DOUBLE_EQ(it.gain, 2.0);
  EXPECT_DOUBLE_EQ(it.reset, 20.0);
  EXPECT_DOUBLE_EQ(it.derivative, 5.0);

  // all three forms of one controller move the same, to rounding: series 1, 10 s, 10 s is standard 2, 20 s, 5 s
  std::vector<double> outputs;
  for (const char* fields : {"gain = 2, reset = seconds(20), derivative = seconds(5)",
                             "form = \"series\", gain = 1, reset = seconds(10), derivative = seconds(10)",
                             "form = \"parallel\", gain = 2, integral_gain = per_second(0.1), derivative_gain = "
                             "seconds(10)"}) {
    BatchWorks works(form(fields + std::string(", mode = \"auto\"")));
    works.run(40);
    outputs.push_back(works.output("TIC-1"));
  }
  EXPECT_GT(outputs[0], 0.05);
  EXPECT_LT(outputs[0], 0.95);
  EXPECT_NEAR(outputs[1], outputs[0], 1e-12);
  EXPECT_NEAR(outputs[2], outputs[0], 1e-12);

  EXPECT_THAT(BatchWorks::mistake(form("form = \"parallel\", gain = 2, reset = seconds(20)")),
              AllOf(StartsWith("14: `reset` of pid"), HasSubstr("integral_gain")));
  EXPECT_THAT(BatchWorks::mistake(form("gain = 2, integral_gain = per_second(0.1)")),
              AllOf(StartsWith("14: `integral_gain` of pid"), HasSubstr("reset, derivative")));
}

std::string thermostat(const std::string& fields) {
  return "controllers = { [\"TSC-1\"] = on_off { reads = \"TT-1\", moves = \"HV-1\", differential = delta_K(4), action "
         "= \"reverse\", setpoint = kelvin(320), " +
         kSays + ", " + fields + " } },\n";
}

// A first-order process between two positions: on, T runs to T_on = 400 K, off to T_off = 300 K, with tau = 200 s; the
// times between 318 K and 322 K are tau ln((T_on - 318)/(T_on - 322)) and tau ln((322 - T_off)/(318 - T_off)).
TEST(OnOffWords, CyclesAsAFirstOrderProcessDoes) {
  BatchWorks it(thermostat("mode = \"auto\""));
  it.run(600);
  int on = 0, off = 0, cycles = 0;
  double low = 1e9, high = 0.0;
  for (int scan = 0; scan < 6000; ++scan) {
    const double before = it.inputs[0];
    it.run(1);
    EXPECT_TRUE(it.inputs[0] == 0.0 || it.inputs[0] == 1.0);
    (it.inputs[0] == 1.0 ? on : off) += 1;
    if (before == 0.0 && it.inputs[0] == 1.0) ++cycles;
    low = std::min(low, it.signals[0]);
    high = std::max(high, it.signals[0]);
  }
  const double t_on = 200.0 * std::log(82.0 / 78.0), t_off = 200.0 * std::log(22.0 / 18.0);
  // a switch comes up to two scans late, on each side
  EXPECT_NEAR(static_cast<double>(on) / cycles, t_on, 4.0);
  EXPECT_NEAR(static_cast<double>(off) / cycles, t_off, 4.0);
  EXPECT_NEAR(low, 318.0, 0.3);
  EXPECT_NEAR(high, 322.0, 0.9);
}

TEST(OnOffWords, KeepsLeastTimesAndCanBeSwitchedByHand) {
  BatchWorks it(thermostat("at_least_on = seconds(30), at_least_off = seconds(60)"));
  it.frozen = true;
  it.run(5);
  EXPECT_EQ(it.inputs[0], 0.0);
  EXPECT_EQ(it.act("output", "TSC-1", 0.5), "TSC-1 has two positions: 0 % and 100 %.");
  EXPECT_EQ(it.act("output", "TSC-1", 1.0), "");
  it.run(1);
  EXPECT_EQ(it.inputs[0], 1.0);
  it.signals[0] = 330.0;
  EXPECT_EQ(it.act("mode", "TSC-1", 0.0, "auto"), "");
  it.run(28);
  EXPECT_EQ(it.inputs[0], 1.0) << "on for 29 s of 30";
  it.run(2);
  EXPECT_EQ(it.inputs[0], 0.0);
  it.signals[0] = 310.0;
  it.run(58);
  EXPECT_EQ(it.inputs[0], 0.0);
  it.run(3);
  EXPECT_EQ(it.inputs[0], 1.0);
  EXPECT_THAT(it.act("tune", "TSC-1", 2.0, "gain"), HasSubstr("nothing to tune"));
  EXPECT_THAT(it.act("set", "HV-1", 0.0), HasSubstr("switch TSC-1 to manual first"));
  EXPECT_EQ(it.act("setpoint", "TSC-1", 305.0), "");
  it.run(31);
  EXPECT_EQ(it.inputs[0], 0.0) << "another set point";

  // blind: off, and in the hands of the operator
  it.act("setpoint", "TSC-1", 320.0);
  it.run(100);
  EXPECT_EQ(it.inputs[0], 1.0);
  it.fail("TT-1", scenario::EffectKind::sensor_fail, 0.0);
  it.run(1);
  EXPECT_EQ(it.inputs[0], 0.0);
  EXPECT_EQ(it.state.controllers[0].mode, PidMode::manual);
}

TEST(OnOffWords, GoesOnAfterAnInterlock) {
  BatchWorks it(thermostat("mode = \"auto\", at_least_off = seconds(20)") + "interlocks = {\n" + shuts("HV-1", 0.0) +
                "},");
  it.frozen = true;
  it.run(5);
  EXPECT_EQ(it.inputs[0], 1.0);
  it.signals[3] = 0.6;
  it.run(10);
  EXPECT_EQ(it.inputs[0], 0.0);
  it.signals[3] = 0.0;
  it.run(5);
  EXPECT_EQ(it.inputs[0], 0.0) << "it has been off for less than it must";
  it.run(10);
  EXPECT_EQ(it.inputs[0], 1.0);
}

// What a 2oo3 group becomes when one of its transmitters has failed. Rows: transmitters beyond the limit
// of those that are sound.
TEST(Votes, AFailedTransmitterVotesAsItsAuthorSays) {
  const auto trips = [](const std::string& failed, int sound_beyond, int failures) {
    BatchWorks it(
        "interlocks = { [\"I-1\"] = interlock { when = any_of { above(\"TT-1\", kelvin(400)), above(\"TT-2\", "
        "kelvin(400)), above(\"TT-3\", kelvin(400)) }, votes = 2, failed = \"" +
        failed + "\", forces = { [\"HV-1\"] = percent(0) }, " + kSays + " } },");
    it.frozen = true;
    for (int i = 0; i < failures; ++i)
      it.fail("TT-" + std::to_string(i + 1), scenario::EffectKind::sensor_fail, 0.0);  // to the low end
    for (int i = 0; i < sound_beyond; ++i) it.signals[static_cast<std::size_t>(2 - i)] = 420.0;
    it.run(2);
    return it.state.interlocks[0].tripped;
  };
  // all sound: 2oo3, whatever is said of failed ones
  for (const char* failed : {"as_read", "trips", "abstains"})
    for (int beyond = 0; beyond <= 3; ++beyond) EXPECT_EQ(trips(failed, beyond, 0), beyond >= 2) << failed << beyond;
  for (int beyond = 0; beyond <= 2; ++beyond) {
    EXPECT_EQ(trips("as_read", beyond, 1), beyond >= 2) << "it reads low: 2oo2 of the others";
    EXPECT_EQ(trips("trips", beyond, 1), beyond >= 1) << "1oo2";
    EXPECT_EQ(trips("abstains", beyond, 1), beyond >= 2) << "2oo2";
  }
  for (int beyond = 0; beyond <= 1; ++beyond) {
    EXPECT_FALSE(trips("as_read", beyond, 2));
    EXPECT_TRUE(trips("trips", beyond, 2));
    EXPECT_EQ(trips("abstains", beyond, 2), beyond >= 1) << "1oo1";
  }
  EXPECT_FALSE(trips("as_read", 0, 3));
  EXPECT_TRUE(trips("trips", 0, 3));
  EXPECT_TRUE(trips("abstains", 0, 3)) << "nobody is left to say that all is well";
}

TEST(Spikes, LastForOneScanAndComeAsOftenAsIsSaid) {
  BatchWorks it("");
  it.frozen = true;
  it.fail("TT-1", scenario::EffectKind::sensor_spike, 25.0, 20.0);
  int spikes = 0;
  for (int i = 0; i < 20000; ++i) {
    it.run(1);
    const double reading = it.value("TT-1", scenario::SubjectKind::reading);
    EXPECT_TRUE(reading == 300.0 || reading == 325.0) << reading;
    spikes += reading == 325.0;
  }
  EXPECT_NEAR(spikes, 1000, 4 * 31) << "20000 scans, one in 20: four standard deviations of the binomial";
  EXPECT_EQ(it.state.transmitters[0].reading.quality, Quality::good);
}

}  // namespace
}  // namespace stillhouse
