#include "labs/scenario/reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/base/error.h"
#include "tests/labs/scenario_fixture.h"

namespace stillhouse::scenario {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* kLab = "library/small_lab/lab.lua";

std::string told(const std::vector<Diagnostic>& diagnostics) {
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics) text += sentence(diagnostic) + "\n";
  return text;
}

Lab sample_lab() {
  const ReadResult<Lab> read = check_lab(sample_files(), kLab, sample_catalogue());
  EXPECT_EQ(told(read.diagnostics), "");
  return read.value.value_or(Lab{});
}

TEST(ScenarioReader, ReadsTheHeader) {
  const Lab lab = sample_lab();
  EXPECT_EQ(lab.id, "small_lab");
  EXPECT_EQ(lab.seed, 1707u);
  EXPECT_EQ(lab.title.zh, "小实验");
  EXPECT_EQ(lab.duration, 5400.0);
  EXPECT_EQ(lab.mode, LabMode::exam);
  EXPECT_EQ(lab.start, "cold_and_empty");
  EXPECT_EQ(lab.notes.en, "Read the\nhandout first.");
  EXPECT_EQ(lab.source.line, 4);
}

TEST(ScenarioReader, LetsTheLabChangeThePlant) {
  const Lab lab = sample_lab();
  ASSERT_EQ(lab.plant.parameters.size(), 3u);
  EXPECT_EQ(lab.plant.parameters[0].name, "trays");
  EXPECT_EQ(lab.plant.parameters[0].number, 10.0);
  EXPECT_EQ(lab.plant.parameters[0].source.file, kLab);
  EXPECT_EQ(lab.plant.parameters[1].number, 0.65);
  EXPECT_EQ(lab.plant.parameters[2].choice, "ethanol_water");

  // the lab's instruments stand beside the plant's or in their place
  std::vector<std::string> tags;
  for (const Instrument& instrument : lab.plant.instruments) tags.push_back(instrument.tag);
  EXPECT_THAT(tags, ElementsAre("TI-112", "LT-101", "PDT-120", "AI-130", "DI-131", "FI-140"));
  EXPECT_EQ(lab.plant.instruments[2].unit, "kPa");
  EXPECT_EQ(lab.plant.instruments[2].range_high, 8000.0);
}

TEST(ScenarioReader, ReadsInstrumentsInSi) {
  const Lab lab = sample_lab();
  const Instrument& thermocouple = lab.plant.instruments[0];
  EXPECT_EQ(thermocouple.kind, InstrumentKind::thermocouple);
  EXPECT_EQ(thermocouple.signal, "tray_12.T");
  EXPECT_EQ(thermocouple.unit, "degC");
  EXPECT_DOUBLE_EQ(thermocouple.range_high, 423.15);
  EXPECT_EQ(thermocouple.lag, 12.0);
  EXPECT_EQ(thermocouple.noise, 0.2);
  EXPECT_DOUBLE_EQ(thermocouple.drift, 1e-4);
  EXPECT_EQ(thermocouple.source.line, 10);
  EXPECT_EQ(thermocouple.source.file, "plants/pilot_column.lua");
  const Instrument& analyser = lab.plant.instruments[3];
  EXPECT_TRUE(analyser.works_by_samples());
  EXPECT_EQ(analyser.delay, 360.0);
  EXPECT_EQ(analyser.budget, 8);
  EXPECT_DOUBLE_EQ(analyser.noise, 0.002);
  const Instrument& hydrometer = lab.plant.instruments[4];
  EXPECT_EQ(hydrometer.temperature_signal, "distillate.T");
  EXPECT_EQ(hydrometer.resolution, 0.5);
  EXPECT_DOUBLE_EQ(hydrometer.range_high, 1000.0);
}

TEST(ScenarioReader, ReadsHandlesControllersAndSafeguards) {
  const Plant plant = sample_lab().plant;
  ASSERT_EQ(plant.handles.size(), 4u);
  EXPECT_EQ(plant.handles[0].high, 3000.0);
  EXPECT_EQ(plant.handles[0].unit, "kW");
  EXPECT_EQ(plant.handles[1].stroke, 20.0);
  EXPECT_EQ(plant.handles[1].unit, "%");
  EXPECT_EQ(plant.handles[2].high, 1.0);
  EXPECT_EQ(plant.handles[3].kind, HandleKind::on_off_switch);
  EXPECT_EQ(plant.handles[3].start, 1.0);

  const Controller& controller = plant.controllers.at(0);
  EXPECT_TRUE(controller.moves_handle);
  EXPECT_FALSE(controller.reverse);
  EXPECT_EQ(controller.mode, PidMode::manual);
  EXPECT_EQ(controller.reset, 600.0);
  EXPECT_DOUBLE_EQ(controller.setpoint, 0.6);
  EXPECT_DOUBLE_EQ(controller.setpoint_low, 0.2);
  EXPECT_EQ(controller.output_high, 1.0);

  const Interlock& interlock = plant.interlocks.at(0);
  EXPECT_TRUE(interlock.latched);
  ASSERT_EQ(interlock.forces.size(), 2u);
  EXPECT_TRUE(interlock.forces[0].is_handle);
  EXPECT_FALSE(interlock.forces[1].is_handle);
  EXPECT_EQ(interlock.forces[1].value, 1.0);
  ASSERT_EQ(interlock.when.children.size(), 2u);
  EXPECT_EQ(interlock.when.children[1].subject.kind, SubjectKind::position);
  EXPECT_EQ(interlock.when.children[1].high, 0.5);

  const Alarm& alarm = plant.alarms.at(0);
  EXPECT_TRUE(alarm.high);
  EXPECT_EQ(alarm.reads, "PDT-120");
  EXPECT_EQ(alarm.limit, 6000.0);
  EXPECT_EQ(alarm.deadband, 300.0);
  EXPECT_EQ(alarm.priority, AlarmPriority::high);
}

TEST(ScenarioReader, ReadsTheExercise) {
  const Lab lab = sample_lab();
  ASSERT_EQ(lab.initial.size(), 2u);
  EXPECT_EQ(lab.initial[0].kind, NameKind::parameter);
  EXPECT_EQ(lab.initial[1].kind, NameKind::input);
  EXPECT_DOUBLE_EQ(lab.initial[1].setting.number, 291.15);
  ASSERT_EQ(lab.student_variation.size(), 2u);
  EXPECT_DOUBLE_EQ(lab.student_variation[0].high, 0.8);
  EXPECT_EQ(lab.student_variation[1].spread, 2.0);
  EXPECT_EQ(lab.student_variation[1].low, 274.0);

  ASSERT_EQ(lab.tasks.size(), 3u);
  EXPECT_EQ(lab.tasks[0].within, 300.0);
  EXPECT_EQ(lab.tasks[0].hint->price, 1.0);
  EXPECT_THAT(lab.tasks[1].after, ElementsAre("cool"));
  EXPECT_EQ(lab.tasks[1].start->low, 500.0);
  const Condition& hot = lab.tasks[1].done.children.at(0);
  EXPECT_EQ(hot.kind, ConditionKind::above);
  EXPECT_EQ(hot.subject.kind, SubjectKind::reading);
  EXPECT_EQ(hot.subject.unit, "degC");
  EXPECT_DOUBLE_EQ(hot.low, 337.15);
  EXPECT_EQ(hot.source.line, 2);
  const Condition& steady = lab.tasks[1].done.children.at(1).children.at(0);
  EXPECT_EQ(steady.high, 2.0);
  EXPECT_EQ(steady.duration, 180.0);
  const Condition& setpoint = lab.tasks[2].done.children.at(0).children.at(1);
  EXPECT_EQ(setpoint.subject.kind, SubjectKind::setpoint);
  EXPECT_EQ(setpoint.subject.name, "LIC-101");

  const Fault& fault = lab.faults.at(0);
  EXPECT_EQ(fault.after, 300.0);
  EXPECT_EQ(fault.lasts, 900.0);
  ASSERT_EQ(fault.does.size(), 7u);
  EXPECT_EQ(fault.does[0].value, 0.4);
  EXPECT_EQ(fault.does[1].duration, 600.0);
  EXPECT_DOUBLE_EQ(fault.does[2].value, -1e-3);
  EXPECT_EQ(fault.does[3].value, 1.0);
}

TEST(ScenarioReader, ReadsTheRubric) {
  const Rubric rubric = sample_lab().rubric;
  ASSERT_EQ(rubric.criteria.size(), 11u);
  const Criterion& steps = rubric.criteria[0];
  EXPECT_EQ(steps.id, "steps_1");
  EXPECT_EQ(steps.points, 40.0);
  ASSERT_EQ(steps.tasks.size(), 3u);
  EXPECT_EQ(steps.tasks[1].weight, 2.0);
  EXPECT_EQ(steps.full, 0.0);
  EXPECT_EQ(steps.none, 1200.0);
  const Criterion& purity = rubric.criteria[1];
  EXPECT_EQ(purity.id, "purity");
  EXPECT_EQ(purity.subject.kind, SubjectKind::signal);
  EXPECT_DOUBLE_EQ(purity.low, 0.95);
  EXPECT_EQ(purity.high, std::numeric_limits<double>::infinity());
  EXPECT_EQ(purity.window.task, "draw");
  EXPECT_DOUBLE_EQ(purity.full, 0.9);
  EXPECT_EQ(purity.at_least, 600.0);
  EXPECT_EQ(rubric.criteria[2].fault, "sag");
  EXPECT_EQ(rubric.criteria[2].hold, 120.0);
  const Criterion& energy = rubric.criteria[3];
  EXPECT_DOUBLE_EQ(energy.full, 6e6);
  EXPECT_DOUBLE_EQ(energy.none, 1.8e7);
  EXPECT_EQ(energy.unit, "MJ/kg");
  EXPECT_TRUE(energy.window.from && energy.window.until);
  EXPECT_EQ(rubric.criteria[4].priority, AlarmPriority::medium);
  EXPECT_TRUE(rubric.criteria[4].requires_);
  EXPECT_DOUBLE_EQ(rubric.criteria[6].none, 0.5);
  EXPECT_EQ(rubric.criteria[7].tasks.at(0).weight, 2.0);
  EXPECT_DOUBLE_EQ(rubric.criteria[7].honesty, 0.3);
  EXPECT_EQ(rubric.criteria[8].subject.kind, SubjectKind::bench);
  EXPECT_EQ(rubric.criteria[10].unit, "min");
  ASSERT_EQ(rubric.deductions.size(), 2u);
  EXPECT_EQ(rubric.deductions[0].per, 60.0);
  EXPECT_EQ(rubric.deductions[0].most, 10.0);
  EXPECT_EQ(rubric.deductions[1].most, 5.0);
  EXPECT_EQ(rubric.aborts.at(0).at_most, 40.0);
}

TEST(ScenarioReader, ReadsAnOperator) {
  const Lab lab = sample_lab();
  const auto read = check_operator(sample_files(), "library/small_lab/operators/good.lua", lab, sample_catalogue());
  ASSERT_EQ(told(read.diagnostics), "");
  const Operator& hand = *read.value;
  EXPECT_EQ(hand.name, "good");
  ASSERT_EQ(hand.steps.size(), 22u);
  EXPECT_EQ(hand.steps[2].kind, StepKind::set);
  EXPECT_EQ(hand.steps[2].value, 2400.0);
  EXPECT_EQ(hand.steps[3].duration, 3600.0);
  EXPECT_EQ(hand.steps[4].value, 0.0);
  EXPECT_EQ(hand.steps[5].word, "auto");
  EXPECT_EQ(hand.steps[8].gain, 2.0);
  EXPECT_FALSE(hand.steps[8].derivative);
  EXPECT_EQ(hand.steps[13].duration, std::numeric_limits<double>::infinity());
  EXPECT_EQ(hand.steps[14].source.line, 18);
  EXPECT_EQ(hand.steps[15].word, "oven=55degC, hold=4min");
  EXPECT_EQ(hand.steps[16].word, "weigh methanol 500 mg; pipette unknown 2 mL; measure water 5 mL; fill water 50 mL");
  EXPECT_EQ(hand.steps[17].times, 2);
  EXPECT_LT(hand.steps[18].value, 0.0);
  EXPECT_TRUE(hand.steps[21].formula && hand.steps[21].uncertainty);
  ASSERT_EQ(hand.reactions.size(), 2u);
  EXPECT_FALSE(hand.reactions[0].once);
  EXPECT_TRUE(hand.reactions[1].once);
  EXPECT_EQ(hand.reactions[1].steps.size(), 2u);
  EXPECT_THAT(hand.text.text, HasSubstr("return operator"));
}

TEST(ScenarioReader, ReadsTheSameLabFromItsOwnTexts) {
  const Lab lab = sample_lab();
  ASSERT_EQ(lab.sources.size(), 2u);
  EXPECT_EQ(lab.sources[0].name, kLab);
  EXPECT_EQ(lab.sources[1].name, "plants/pilot_column.lua");
  const Lab again = read_lab(texts_of(lab), lab.sources.front().name, sample_catalogue());
  EXPECT_EQ(again.sources[1].text, lab.sources[1].text);
  EXPECT_EQ(again.plant.instruments.size(), lab.plant.instruments.size());
  EXPECT_EQ(again.rubric.criteria[3].none, lab.rubric.criteria[3].none);
}

TEST(ScenarioReader, ReadsAPlantAlone) {
  const auto read = check_plant(sample_files(), "plants/pilot_column.lua", sample_catalogue());
  ASSERT_EQ(told(read.diagnostics), "");
  EXPECT_EQ(read.value->alarms.size(), 1u);
}

TEST(ScenarioReader, ThrowsTheFirstMistake) {
  TextFiles files;
  files.put(kLab, "return lab {\n  format = 2,\n}\n");
  try {
    read_lab(files, kLab, sample_catalogue());
    FAIL() << "nothing was thrown";
  } catch (const ScenarioError& error) {
    EXPECT_EQ(error.file(), kLab);
    EXPECT_EQ(error.line(), 1);
    EXPECT_THAT(error.what(), HasSubstr("lab lacks `duration`"));
  }
}

TEST(ScenarioReader, SaysWhichFilesThereAre) {
  const auto lab = check_lab(sample_files(), "library/smal_lab/lab.lua", sample_catalogue());
  EXPECT_THAT(told(lab.diagnostics), HasSubstr("nearest: library/small_lab/lab.lua"));
  EXPECT_FALSE(FolderFiles("/etc").text("../etc/hostname"));
  EXPECT_FALSE(FolderFiles("/etc").text("/etc/hostname"));
}

}  // namespace
}  // namespace stillhouse::scenario
