#include "labs/grading/evidence_text.h"

#include <gtest/gtest.h>

#include <limits>

#include "labs/grading/condition_text.h"
#include "tests/labs/grading/judged_run.h"

namespace stillhouse {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

TEST(EvidenceText, SaysDurationsAsPeopleDo) {
  EXPECT_EQ(duration_text(45.0), (Text{"45 s", "45 秒"}));
  EXPECT_EQ(duration_text(2.5), (Text{"2.5 s", "2.5 秒"}));
  EXPECT_EQ(duration_text(59.97), (Text{"1 min", "1 分钟"}));
  EXPECT_EQ(duration_text(420.0), (Text{"7 min", "7 分钟"}));
  EXPECT_EQ(duration_text(440.0), (Text{"7 min 20 s", "7 分 20 秒"}));
  EXPECT_EQ(duration_text(3900.0), (Text{"1 h 5 min", "1 小时 5 分钟"}));
  EXPECT_EQ(duration_text(3605.0), (Text{"1 h 5 s", "1 小时 5 秒"}));
}

TEST(EvidenceText, ShowsValuesInTheirUnitWithOneDecimal) {
  EXPECT_EQ(value_text(0.95, "mol%"), "95 mol%");
  EXPECT_EQ(value_text(351.5512, "degC"), "78.4 °C");
  EXPECT_EQ(value_text(0.05214, "mol/s"), "0.0521 mol/s");
  EXPECT_EQ(value_text(8.3111e6, "MJ/kg"), "8.31 MJ/kg");
  EXPECT_EQ(value_text(12345.6, "W"), "12346 W");
  EXPECT_EQ(value_text(3.0, ""), "3");
}

TEST(EvidenceText, NeverShowsAMissedLimitAsMet) {
  EXPECT_EQ(value_beside(0.912, 0.95, "mol%"), "91.2 mol%");
  EXPECT_EQ(value_beside(0.94998, 0.95, "mol%"), "94.998 mol%");
  EXPECT_EQ(value_beside(0.95, 0.95, "mol%"), "95 mol%");
}

TEST(EvidenceText, SaysBandsRampsAndPoints) {
  EXPECT_EQ(band_text(0.95, kInfinity, "mol%"), (Text{"95 mol% or more", "不低于 95 mol%"}));
  EXPECT_EQ(band_text(-kInfinity, 6000.0, "mbar"), (Text{"60 mbar or less", "不高于 60 mbar"}));
  EXPECT_EQ(band_text(333.15, 337.15, "degC"), (Text{"60 °C to 64 °C", "60 °C 至 64 °C"}));
  EXPECT_EQ(full_text(6e6, 2e7, "MJ/kg").en, "6 MJ/kg or less");
  EXPECT_EQ(full_text(2.0, 0.5, "kg").en, "2 kg or more");
  EXPECT_EQ(points_text(1.0), (Text{"1 point", "1 分"}));
  EXPECT_EQ(points_text(2.5), (Text{"2.5 points", "2.5 分"}));
  EXPECT_EQ(points_text(0.04), (Text{"0.04 points", "0.04 分"}));
}

TEST(EvidenceText, FillsPlacesInEachLanguage) {
  EXPECT_EQ(filled({"{1} before {0}, {2}", "{0}、{1}"}, {{"a", "甲"}, {"b", "乙"}}),
            (Text{"b before a, {2}", "甲、乙"}));
  EXPECT_EQ(without_stop({"Open it.", "打开。"}), (Text{"Open it", "打开"}));
}

TEST(ConditionText, SpeaksOfConditionsInBothLanguages) {
  JudgedRun run;
  run.add_task("heat", "Heat the reboiler.", "加热再沸器。");
  scenario::Condition both;
  both.kind = scenario::ConditionKind::all_of;
  both.children = {sustained_for(300.0, value_above("TI-112", 337.15, "degC")), fact_holds("I-101")};
  scenario::Condition completed;
  completed.kind = scenario::ConditionKind::completed;
  completed.name = "heat";
  both.children.push_back(completed);
  EXPECT_EQ(in_words(both, run.lab),
            (Text{"TI-112 above 64 °C for 5 min, interlock I-101 tripped and \"Heat the reboiler\" completed",
                  "TI-112 高于 64 °C，持续 5 分钟、联锁 I-101 动作且“加热再沸器”已完成"}));
  EXPECT_EQ(signal_of(both), "TI-112");
  EXPECT_EQ(signal_of(fact_holds("I-101")), "I-101");

  scenario::Condition none;
  none.kind = scenario::ConditionKind::none_of;
  none.children = {value_below("LT-101", 0.3, "%")};
  EXPECT_EQ(in_words(none, run.lab), (Text{"not: LT-101 below 30 %", "不得：LT-101 低于 30 %"}));

  scenario::Condition steady;
  steady.kind = scenario::ConditionKind::steady;
  steady.subject = {scenario::SubjectKind::reading, "TI-112", "degC"};
  steady.high = 1.5;
  steady.duration = 300.0;
  EXPECT_EQ(in_words(steady, run.lab).en, "TI-112 steady within 1.5 K for 5 min");

  // a fault is hidden: its name would tell what to look for
  scenario::Condition fault;
  fault.kind = scenario::ConditionKind::fault_active;
  fault.name = "cooling_water_sag";
  EXPECT_EQ(in_words(fault, run.lab).en, "a disturbance acting");
}

TEST(ConditionText, CallsSwitchesOnAndOff) {
  JudgedRun run;
  scenario::Handle pump;
  pump.tag = "HS-105";
  pump.kind = scenario::HandleKind::on_off_switch;
  pump.high = 1.0;
  run.lab.plant.handles = {pump};
  scenario::Condition on = value_above("HS-105", 0.5, "1");
  on.subject.kind = scenario::SubjectKind::position;
  EXPECT_EQ(in_words(on, run.lab), (Text{"HS-105 on", "HS-105 接通"}));
  EXPECT_EQ(subject_value_text(on.subject, 0.0, run.lab).en, "HS-105 off");
}

}  // namespace
}  // namespace stillhouse
