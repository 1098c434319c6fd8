#include "labs/session/instructor.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "labs/record/reader.h"
#include "labs/session/replay.h"
#include "labs/session/run_recorder.h"
#include "tests/labs/record/sample_run.h"
#include "tests/labs/session/small_column.h"

namespace stillhouse {
namespace {

using testing::Contains;
using testing::HasSubstr;

/// A small column with an instructor beside it.
class InstructedColumn : public testing::Test {
 protected:
  void advance(int scans) {
    for (int i = 0; i < scans; ++i) {
      session_->advance();
      if (recorder_) recorder_->scanned(*session_);
    }
  }

  /// The refusal in English; empty if it was done.
  std::string give(const std::string& actor, const std::string& verb, const std::string& tag, double value = 0.0,
                   const std::string& text = "") {
    const Command command{0, actor, verb, tag, value, text};
    const std::optional<Refusal> refusal = session_->execute(command);
    if (recorder_) recorder_->command(*session_, command, refusal);
    if (!refusal) return "";
    EXPECT_FALSE(refusal->zh.empty()) << refusal->en;
    return refusal->en;
  }
  std::string order(const std::string& target, double value, const std::string& text) {
    return give("instructor", "malfunction", target, value, text);
  }

  double input(const std::string& name) const {
    return session_->simulator().input(session_->simulator().plant().find_input(name));
  }
  TagReading reading(const std::string& tag) const { return *session_->room().reading(session_->room_state(), tag); }
  const Malfunction& malfunction(std::size_t i) const { return session_->instructor_state().malfunctions.at(i); }

  /// The same lab in another mode, or with other faults.
  void use(const std::function<void(scenario::Lab&)>& change) {
    auto lab = std::make_shared<scenario::Lab>(*small_column());
    change(*lab);
    session_ = std::make_unique<Session>(lab, SessionSettings{7, ""});
  }

  std::unique_ptr<Session> session_ = small_session();
  std::optional<RunRecorder> recorder_;
};

TEST_F(InstructedColumn, LosesAShareOfAnInputWithinItsRamp) {
  give("student", "set", "HV-400", 1.0);
  advance(20);
  EXPECT_EQ(order("cooling_water.valve", 0.2, "scale ramp=40"), "");
  advance(21);
  // 20 of 40 s have passed: half of the way from 1 to 0.2
  EXPECT_DOUBLE_EQ(input("cooling_water.valve"), 0.6);
  advance(60);
  EXPECT_DOUBLE_EQ(input("cooling_water.valve"), 0.2);
  EXPECT_TRUE(malfunction(0).acts());
  EXPECT_EQ(give("instructor", "clear", "M1"), "");
  advance(1);
  EXPECT_DOUBLE_EQ(input("cooling_water.valve"), 1.0);
  EXPECT_EQ(give("instructor", "clear", "M1"), "Malfunction M1 has ended already.");
}

TEST_F(InstructedColumn, HoldsAnInputAtAValueForAWhile) {
  EXPECT_EQ(order("kettle.power", 1500.0, "set_input ramp=10 after=5 lasts=30"), "");
  advance(5);
  EXPECT_FALSE(malfunction(0).acts());
  advance(6);
  EXPECT_DOUBLE_EQ(input("kettle.power"), 750.0);
  advance(20);
  EXPECT_DOUBLE_EQ(input("kettle.power"), 1500.0);
  advance(10);
  EXPECT_DOUBLE_EQ(input("kettle.power"), 0.0);
  EXPECT_EQ(malfunction(0).ended, 35);
}

TEST_F(InstructedColumn, SeesInstrumentsFailAndComeBack) {
  advance(5);
  EXPECT_EQ(order("LI-101", 1.0, "sensor_fail"), "");
  EXPECT_EQ(order("TI-100", 0.0, "sensor_stuck"), "");
  advance(1);
  EXPECT_EQ(reading("LI-101").quality, Quality::good) << "the failure begins after this scan's instruments";
  const double stood = reading("TI-100").value;
  advance(10);
  EXPECT_EQ(reading("LI-101").value, 1.0);
  EXPECT_EQ(reading("LI-101").quality, Quality::bad);
  EXPECT_EQ(reading("TI-100").value, stood);
  EXPECT_EQ(give("instructor", "clear", "all"), "");
  advance(10);
  EXPECT_EQ(reading("LI-101").quality, Quality::good);
  EXPECT_NE(reading("TI-100").value, stood);
}

TEST_F(InstructedColumn, HasBurstsThatGrow) {
  const auto largest = [this](int scans) {
    double most = 0.0;
    for (int i = 0; i < scans; ++i) {
      advance(1);
      const int signal = session_->simulator().plant().find_signal("kettle.level");
      most = std::max(most, std::abs(reading("LI-101").value - session_->simulator().signal(signal)));
    }
    return most;
  };
  EXPECT_LT(largest(20), 0.02);
  order("LI-101", 0.1, "sensor_burst ramp=100");
  const double small = largest(20);
  largest(60);
  const double large = largest(60);
  EXPECT_GT(large, 3.0 * small);
  EXPECT_LT(large, 0.6);
}

TEST_F(InstructedColumn, JamsAHandle) {
  EXPECT_EQ(order("HV-400", 0.0, "handle_stuck"), "");
  advance(1);
  give("student", "set", "HV-400", 1.0);
  advance(20);
  EXPECT_EQ(reading("FI-400").value, 0.0);
  give("instructor", "clear", "M1");
  advance(20);
  EXPECT_GT(reading("FI-400").value, 0.02);
}

TEST_F(InstructedColumn, WaitsForItsTrigger) {
  EXPECT_EQ(order("TI-100", 0.0, "sensor_stuck when=above:FI-400:0.03"), "");
  EXPECT_EQ(order("LI-101", 0.0, "sensor_stuck when=done:heat after=10"), "");
  EXPECT_EQ(order("JI-101", 0.0, "sensor_stuck when=alarm:FAL-400"), "");
  EXPECT_EQ(order("FI-400", 0.0, "sensor_stuck when=below:HIC-101:-1"), "");
  advance(20);
  // the water is shut: only the alarm stands
  EXPECT_TRUE(malfunction(0).waits());
  EXPECT_TRUE(malfunction(2).acts());
  give("student", "set", "HV-400", 1.0);
  advance(20);
  EXPECT_TRUE(malfunction(0).acts());
  EXPECT_TRUE(malfunction(1).waits());
  give("instructor", "clear", "M3");
  give("student", "set", "HIC-101", 3000.0);
  advance(20);
  const std::int64_t done = session_->progress().tasks[1].finished;
  ASSERT_GE(done, 0);
  EXPECT_EQ(malfunction(1).began, done + 10);
  // one that never came is cleared as well
  EXPECT_EQ(give("instructor", "clear", "M4"), "");
  EXPECT_FALSE(malfunction(3).waits());
}

TEST_F(InstructedColumn, RepairsNotTheLabsOwnFault) {
  use([](scenario::Lab& lab) {
    lab.faults[0].when.reset();
    lab.faults[0].after = 0.0;
    lab.faults[0].lasts = 200.0;
    lab.faults[0].does = {{scenario::EffectKind::sensor_fail, "LI-101", 1.0, 0.0, "1", {}}};
  });
  advance(5);
  EXPECT_EQ(reading("LI-101").quality, Quality::bad);
  order("LI-101", 0.0, "sensor_stuck lasts=200");
  advance(5);
  give("instructor", "clear", "M1");
  advance(3);
  EXPECT_EQ(reading("LI-101").quality, Quality::bad);
  // and the other way round: what the lab ends takes not the instructor's with it
  order("LI-101", 0.0, "sensor_fail");
  advance(200);
  EXPECT_EQ(reading("LI-101").quality, Quality::bad);
  give("instructor", "clear", "M2");
  advance(2);
  EXPECT_EQ(reading("LI-101").quality, Quality::good);
}

TEST_F(InstructedColumn, OperatesInTheField) {
  EXPECT_EQ(give("instructor", "field", "cooling_water.supply", 0.5), "");
  advance(2);
  EXPECT_DOUBLE_EQ(input("cooling_water.supply"), 0.5);
  EXPECT_EQ(give("instructor", "field", "cooling_water.valve", 0.5), "HV-400 moves cooling_water.valve; operate that.");
  EXPECT_THAT(give("instructor", "field", "cooling_water.suply", 0.5), HasSubstr("'cooling_water.supply'?"));
  EXPECT_THAT(give("instructor", "field", "cooling_water.supply", -3.0), HasSubstr("cannot be"));
  EXPECT_THAT(give("instructor", "field", "cooling_water.supply", std::nan("")), HasSubstr("cannot be"));
  EXPECT_EQ(give("instructor", "set", "HV-400", 1.0), "");
}

TEST_F(InstructedColumn, TellsTheStudentSomething) {
  EXPECT_EQ(give("instructor", "message", "", 0.0, "Look at FI-400."), "");
  advance(3);
  EXPECT_EQ(session_->instructor_state().messages[0].confirmed, -1);
  EXPECT_EQ(give("student", "confirm", "2"), "There is no such message.");
  EXPECT_EQ(give("student", "confirm", "1"), "");
  EXPECT_EQ(session_->instructor_state().messages[0].confirmed, 3);
  EXPECT_EQ(give("student", "confirm", "1"), "This message has been confirmed already.");
  EXPECT_EQ(give("instructor", "message", "", 0.0, "  "), "A message needs words.");
  EXPECT_THAT(give("instructor", "message", "", 0.0, std::string(600, 'a')), HasSubstr("500"));
  EXPECT_EQ(give("instructor", "message", "", 0.0, "a\nb"), "A message is one line.");
}

TEST_F(InstructedColumn, RefusesWhatIsMalformed) {
  EXPECT_THAT(order("TI-100", 0.0, ""), HasSubstr("is no malfunction; there are: scale"));
  EXPECT_THAT(order("TI-100", 0.0, "explode"), HasSubstr("'explode' is no malfunction"));
  EXPECT_EQ(order("TI-10", 0.0, "sensor_stuck"), "There is no instrument 'TI-10'; did you mean 'TI-100'?");
  EXPECT_THAT(order("AI-140", 0.0, "sensor_stuck"), HasSubstr("works by samples"));
  EXPECT_THAT(order("HV-4", 0.0, "handle_stuck"), HasSubstr("no handle 'HV-4'"));
  EXPECT_THAT(order("UZ-1", 0.0, "disable_interlock"), HasSubstr("no interlock 'UZ-1'"));
  EXPECT_THAT(order("cooling_water.suply", 0.5, "scale"), HasSubstr("'cooling_water.supply'?"));
  EXPECT_THAT(order("cooling_water.supply", -1.0, "scale"), HasSubstr("0 to 10"));
  EXPECT_THAT(order("kettle.power", 1e9, "set_input"), HasSubstr("cannot be"));
  EXPECT_THAT(order("TI-100", 0.5, "sensor_fail"), HasSubstr("low end (0)"));
  EXPECT_THAT(order("TI-100", -1.0, "sensor_burst"), HasSubstr("not negative"));
  EXPECT_THAT(order("TI-100", 500.0, "sensor_burst"), HasSubstr("at most 150 K"));
  EXPECT_THAT(order("TI-100", 5.0, "sensor_spike"), HasSubstr("every"));
  EXPECT_THAT(order("TI-100", 5.0, "sensor_drift every=3"), HasSubstr("belongs to spikes"));
  EXPECT_THAT(order("TI-100", 0.0, "sensor_stuck ramp=10"), HasSubstr("has no ramp"));
  EXPECT_THAT(order("TI-100", std::nan(""), "sensor_drift"), HasSubstr("is a number"));
  EXPECT_THAT(order("cooling_water.supply", 0.5, "scale ramp=soon"), HasSubstr("not 'soon'"));
  EXPECT_THAT(order("cooling_water.supply", 0.5, "scale ramp=-1"), HasSubstr("between 0 and 86400 s"));
  EXPECT_THAT(order("cooling_water.supply", 0.5, "scale lasts=1e9"), HasSubstr("between 0 and 86400 s"));
  EXPECT_THAT(order("cooling_water.supply", 0.5, "scale until=5"), HasSubstr("no 'until'"));
  EXPECT_THAT(order("cooling_water.supply", 0.5, "scale when=soon"), HasSubstr("no trigger"));
  EXPECT_THAT(order("cooling_water.supply", 0.5, "scale when=above:TI-9:3"),
              HasSubstr("no instrument or handle 'TI-9'"));
  EXPECT_THAT(order("cooling_water.supply", 0.5, "scale when=above:TI-100:hot"), HasSubstr("'hot' is no number"));
  EXPECT_THAT(order("cooling_water.supply", 0.5, "scale when=done:heart"), HasSubstr("'heat'?"));
  EXPECT_THAT(order("cooling_water.supply", 0.5, "scale when=alarm:FAL-4"), HasSubstr("no alarm"));
  EXPECT_THAT(order("cooling_water.supply", 0.5, "scale when=tripped:UZ-1"), HasSubstr("no interlock"));
  EXPECT_EQ(give("instructor", "clear", "all"), "There is no malfunction to clear.");
  EXPECT_EQ(give("instructor", "clear", "M1"), "There is no malfunction 'M1'.");
  EXPECT_EQ(give("instructor", "speed", "", 0.0), "The speed is a number above zero.");
  EXPECT_TRUE(session_->commands().empty());

  // one on a device at a time, as many as one likes on an input
  EXPECT_EQ(order("TI-100", 0.0, "sensor_stuck"), "");
  EXPECT_EQ(order("TI-100", 0.01, "sensor_drift"), "TI-100 has malfunction M1 already; clear it first.");
  EXPECT_EQ(order("cooling_water.supply", 0.5, "scale"), "");
  EXPECT_EQ(order("cooling_water.supply", 0.5, "scale"), "");
  advance(2);
  EXPECT_DOUBLE_EQ(input("cooling_water.supply"), 0.25);
}

TEST_F(InstructedColumn, ListensToNobodyElse) {
  for (const char* verb : {"malfunction", "clear", "field", "message", "freeze", "run", "speed", "snapshot"})
    for (const char* actor : {"student", "operator_file", ""})
      EXPECT_EQ(give(actor, verb, "TI-100", 1.0, "sensor_stuck"), "Only the instructor may do this.") << verb;
}

TEST(MalfunctionOrder, IsWrittenAndReadAlike) {
  const scenario::Lab& lab = *small_column();
  for (const char* text :
       {"scale", "scale ramp=60 after=30 lasts=600.5", "scale when=above:TI-100:333.15 after=5",
        "scale when=below:HV-400:0.1", "scale when=done:heat", "scale when=started:heat", "scale when=alarm:FAL-400"}) {
    const Command command{0, "instructor", "malfunction", "cooling_water.supply", 0.1, text};
    const ReadOrder read = read_order(command, lab);
    ASSERT_TRUE(read.order) << read.mistake.en;
    EXPECT_EQ(order_text(*read.order), text);
    EXPECT_EQ(malfunction_command(*read.order), command);
  }
  const auto said = [&](const char* tag, double value, const char* text) {
    return order_sentence(*read_order({0, "instructor", "malfunction", tag, value, text}, lab).order, lab);
  };
  EXPECT_EQ(
      said("cooling_water.supply", 0.02, "scale ramp=60 when=above:TI-100:333.15 after=30 lasts=600").en,
      "cooling_water.supply goes to 2 % of what it should be, within 1 min, once TI-100 above 60 °C and 30 s have "
      "passed, for 10 min");
  EXPECT_EQ(said("cooling_water.supply", 0.02, "scale ramp=60 when=above:TI-100:333.15 after=30 lasts=600").zh,
            "cooling_water.supply 变为应有值的 2 %，在 1 分钟内渐变，当TI-100 高于 60 °C后再过 30 秒，持续 10 分钟");
  EXPECT_EQ(said("TI-100", 1.5 / 3600.0, "sensor_drift").en, "TI-100 drifts by 1.5 K an hour");
  EXPECT_EQ(said("TI-100", 5.0, "sensor_spike every=30").en, "TI-100 has spikes of 5 K every 30 s");
}

TEST_F(InstructedColumn, StartsAndStopsTheLabsOwnFaults) {
  give("student", "set", "HV-400", 1.0);
  advance(20);
  const auto fault = [this] { return session_->progress().faults[0]; };
  EXPECT_THAT(give("student", "start_fault", "water_sag"), HasSubstr("Only the instructor"));
  EXPECT_THAT(give("instructor", "start_fault", "sag"), HasSubstr("it has: water_sag"));
  EXPECT_EQ(give("instructor", "start_fault", "water_sag"), "");
  EXPECT_THAT(give("instructor", "start_fault", "water_sag"), HasSubstr("acts already"));
  advance(2);
  EXPECT_EQ(fault().began, 20);
  EXPECT_DOUBLE_EQ(input("cooling_water.valve"), 0.2);
  EXPECT_EQ(give("instructor", "stop_fault", "water_sag"), "");
  advance(1);
  EXPECT_DOUBLE_EQ(input("cooling_water.valve"), 1.0);
  EXPECT_THAT(give("instructor", "start_fault", "water_sag"), HasSubstr("comes once in a run"));
  EXPECT_THAT(give("instructor", "stop_fault", "water_sag"), HasSubstr("has ended already"));
}

TEST_F(InstructedColumn, FaultOfTheLabThatWasStartedEndsByItself) {
  give("student", "set", "HV-400", 1.0);
  give("instructor", "start_fault", "water_sag");
  advance(62);
  EXPECT_EQ(session_->progress().faults[0].ended, 60) << "it lasts 60 s";
  EXPECT_DOUBLE_EQ(input("cooling_water.valve"), 1.0);
}

TEST_F(InstructedColumn, FaultThatIsStoppedBeforeItBeganDoesNotCome) {
  use([](scenario::Lab& lab) {
    lab.faults[0].when.reset();
    lab.faults[0].after = 30.0;
  });
  give("student", "set", "HV-400", 1.0);
  EXPECT_EQ(give("instructor", "stop_fault", "water_sag"), "");
  EXPECT_THAT(give("instructor", "stop_fault", "water_sag"), HasSubstr("stopped already"));
  advance(50);
  EXPECT_TRUE(session_->progress().faults[0].called_off());
  EXPECT_DOUBLE_EQ(input("cooling_water.valve"), 1.0);
  EXPECT_EQ(give("instructor", "start_fault", "water_sag"), "") << "unless it is started";
  advance(2);
  EXPECT_DOUBLE_EQ(input("cooling_water.valve"), 0.2);
}

TEST_F(InstructedColumn, WhatALabsFaultEndsOnADeviceLeavesTheMalfunctionOnIt) {
  use([](scenario::Lab& lab) {
    lab.faults[0].does = {{scenario::EffectKind::sensor_fail, "LI-101", 1.0, 0.0, "1", {}}};
  });
  advance(5);
  EXPECT_EQ(order("LI-101", 0.0, "sensor_fail"), "");
  give("instructor", "start_fault", "water_sag");
  advance(3);
  give("instructor", "stop_fault", "water_sag");
  advance(3);
  EXPECT_EQ(reading("LI-101").quality, Quality::bad);
  EXPECT_EQ(reading("LI-101").value, 0.0) << "the instructor's malfunction goes on";
}

class InstructedRun : public InstructedColumn {
 protected:
  std::filesystem::path path() const { return folder_ / "a.run"; }
  TemporaryFolder folder_;
};

TEST_F(InstructedRun, IsTheSameToTheBitWhenDoneAgain) {
  use([](scenario::Lab&) {});
  recorder_ = RunRecorder::begin(path(), *session_);
  give("student", "set", "HV-400", 1.0);
  advance(20);
  order("cooling_water.valve", 0.2, "scale ramp=40");
  order("TI-100", 0.01, "sensor_drift when=done:heat after=5");
  order("LI-101", 0.05, "sensor_spike every=7");
  give("instructor", "field", "cooling_water.supply", 0.7);
  give("instructor", "message", "", 0.0, "看 FI-400。");
  give("instructor", "malfunction", "nothing", 0.0, "explode");
  give("instructor", "freeze", "");
  advance(33);
  give("student", "confirm", "1");
  give("student", "set", "HIC-101", 3000.0);
  advance(40);
  give("instructor", "clear", "M1");
  advance(20);
  // back between the orders and the clear: what stood then stands again
  const Scan from = session_->scan();
  session_->backtrack(70, true);
  recorder_->backtrack(*session_, from, true);
  EXPECT_TRUE(malfunction(0).acts());
  EXPECT_EQ(session_->backtracks_by_instructor(), 1);
  advance(41);
  give("instructor", "clear", "M3");
  advance(20);
  recorder_->close(*session_);

  const RunRecord run = read_run(path());
  EXPECT_EQ(run.backtracks[0].actor, Actor::instructor);
  const Replay again = replay(run);
  EXPECT_TRUE(again.identical()) << again.difference;
  EXPECT_EQ(again.session->digest(), session_->digest());
  EXPECT_EQ(again.session->commands(), session_->commands());
  EXPECT_GT(again.digests_compared, 10);
  EXPECT_EQ(again.session->grade().flags, session_->grade().flags);

  std::vector<std::string> faults;
  for (const FaultRecord& fault : run.faults) faults.push_back(fault.id + " " + fault.state);
  EXPECT_THAT(faults, Contains("M1 active"));
  EXPECT_THAT(faults, Contains("M3 cleared"));
}

TEST_F(InstructedRun, WithFaultsStartedAndStoppedComesAgainBitByBit) {
  use([](scenario::Lab&) {});
  recorder_ = RunRecorder::begin(path(), *session_);
  advance(10);
  give("student", "set", "HV-400", 1.0);
  EXPECT_EQ(give("instructor", "stop_fault", "water_sag"), "");
  advance(10);
  EXPECT_EQ(give("instructor", "start_fault", "water_sag"), "");
  advance(20);
  session_->backtrack(25, true);
  recorder_->backtrack(*session_, 40, true);
  advance(10);
  EXPECT_EQ(give("instructor", "stop_fault", "water_sag"), "");
  advance(30);
  give("student", "finish", "");
  recorder_->close(*session_);
  const RunRecord run = read_run(path());
  const Replay again = replay(run);
  EXPECT_TRUE(again.identical()) << again.difference;
  EXPECT_EQ(again.session->digest(), session_->digest());
  std::vector<std::string> faults;
  for (const FaultRecord& fault : run.faults) faults.push_back(fault.id + " " + fault.state);
  EXPECT_THAT(faults, testing::ElementsAre("water_sag active", "water_sag cleared", "water_sag revealed"))
      << "one that was called off is none";
  std::vector<std::string> flags;
  for (const Text& flag : session_->grade().flags) flags.push_back(flag.en);
  EXPECT_THAT(flags, Contains("instructor, 20 s: fault of the lab water_sag started"));
}

TEST_F(InstructedRun, IsMarkedInTheGrade) {
  EXPECT_TRUE(session_->grade().flags.empty());
  advance(90);
  order("TI-100", 1.5 / 3600.0, "sensor_drift");
  give("instructor", "set", "HV-400", 0.5);
  give("instructor", "snapshot", "before");
  give("instructor", "speed", "", 10.0);
  advance(10);
  session_->backtrack(95, true);
  std::vector<std::string> flags;
  for (const Text& flag : session_->grade().flags) {
    flags.push_back(flag.en);
    EXPECT_FALSE(flag.zh.empty());
  }
  EXPECT_THAT(flags, testing::ElementsAre("the instructor intervened 3 times",
                                          "instructor, 1 min 30 s: malfunction: TI-100 drifts by 1.5 K an hour",
                                          "instructor, 1 min 30 s: set HV-400 50 %",
                                          "instructor: run taken back, 1 time in all"));
}

TEST_F(InstructedRun, OfAnExaminationMayGoBackOnlyByTheInstructor) {
  for (const bool by_instructor : {true, false}) {
    use([](scenario::Lab& lab) {
      lab.mode = scenario::LabMode::exam;
      std::string& text = lab.sources[0].text;
      text.replace(text.find("id = \"small_column\""), 0, "mode = \"exam\", ");
    });
    EXPECT_FALSE(session_->may_backtrack());
    std::filesystem::remove(path());
    recorder_ = RunRecorder::begin(path(), *session_);
    EXPECT_EQ(order("cooling_water.supply", 0.5, "scale"), "");
    advance(20);
    session_->backtrack(10, by_instructor);
    recorder_->backtrack(*session_, 20, by_instructor);
    EXPECT_EQ(session_->scan(), 10);
    recorder_->close(*session_);
    const Replay again = replay(read_run(path()));
    EXPECT_EQ(again.identical(), by_instructor);
    if (!by_instructor) EXPECT_THAT(again.difference, HasSubstr("the student went back"));
  }
}

}  // namespace
}  // namespace stillhouse
