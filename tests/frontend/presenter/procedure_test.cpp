#include "frontend/presenter/procedure.h"

#include <gtest/gtest.h>

#include "labs/session/notebook.h"
#include "labs/session/session.h"
#include "tests/frontend/pilot_lab.h"

namespace stillhouse {
namespace {

const StepConditions* step_of(const std::vector<StepConditions>& steps, const std::string& task) {
  for (const StepConditions& step : steps)
    if (step.task == task) return &step;
  return nullptr;
}

TEST(Procedure, SaysWhatAStepAsksForAndWhatIsSeen) {
  const std::unique_ptr<Session> session = pilot_session();
  session->advance();
  const std::vector<StepConditions> steps = step_conditions(*session);
  const StepConditions* vent = step_of(steps, "open_vent");
  ASSERT_NE(vent, nullptr);
  ASSERT_EQ(vent->done.parts.size(), 1u);
  EXPECT_EQ(vent->done.parts[0].asked.en, "HV-132 above 90 %");
  EXPECT_EQ(vent->done.parts[0].now.en, "HV-132 0 %");
  EXPECT_EQ(vent->done.parts[0].now.zh, "HV-132 为 0 %");
  EXPECT_EQ(vent->done.parts[0].tag, "HV-132");
  EXPECT_FALSE(vent->done.parts[0].holds);
  EXPECT_TRUE(vent->start.parts.empty());

  // what comes first is named as long as it is not done
  const StepConditions* heat = step_of(steps, "heat");
  ASSERT_NE(heat, nullptr);
  EXPECT_GE(heat->after.size(), 2u);

  // several parts, each with its own lamp
  const StepConditions* reflux = step_of(steps, "total_reflux");
  ASSERT_NE(reflux, nullptr);
  ASSERT_EQ(reflux->done.parts.size(), 3u);
  EXPECT_FALSE(reflux->done.joined_by.empty());
  EXPECT_TRUE(reflux->done.parts[0].holds) << reflux->done.parts[0].asked.en;
  EXPECT_FALSE(reflux->done.parts[1].holds) << reflux->done.parts[1].asked.en;
}

TEST(Procedure, FollowsTheHand) {
  const std::unique_ptr<Session> session = pilot_session();
  ASSERT_FALSE(session->execute({.actor = "student", .verb = "set", .tag = "HV-132", .value = 1.0}));
  for (int i = 0; i < 60; ++i) session->advance();
  EXPECT_EQ(step_of(step_conditions(*session), "open_vent"), nullptr) << "what is done asks for nothing";
  EXPECT_EQ(step_of(step_conditions(*session), "heat")->after.size(), 1u) << "the water is still to come";
}

TEST(Notebook, KeepsWordsAndReadings) {
  const std::unique_ptr<Session> session = pilot_session();
  session->advance();
  EXPECT_TRUE(session->execute({.actor = "student", .verb = "note"})) << "there is nothing to write down";
  ASSERT_FALSE(session->execute({.actor = "student", .verb = "note", .text = "The column is cold. 塔是冷的。"}));
  session->advance();
  ASSERT_FALSE(
      session->execute({.actor = "student", .verb = "note", .tag = "TI-112", .value = 293.15, .text = "at rest"}));
  const std::vector<NotebookEntry> entries = notebook_of(*session);
  ASSERT_EQ(entries.size(), 2u);
  EXPECT_EQ(entries[0].text, "The column is cold. 塔是冷的。");
  EXPECT_TRUE(entries[0].reading.empty());
  EXPECT_EQ(entries[0].time, session->scan_length());
  EXPECT_EQ(entries[1].tag, "TI-112");
  EXPECT_TRUE(entries[1].reading.starts_with("20 °C ± ")) << entries[1].reading;
}

// JCGM 100:2008, 4.3.7: a value known to lie within +-a, evenly, has the standard uncertainty a / sqrt(3); k = 2.
TEST(Notebook, KnowsTheUncertaintyOfAReading) {
  scenario::Instrument instrument;
  EXPECT_FALSE(reading_uncertainty(instrument));
  instrument.bias_spread = 3.0;
  EXPECT_NEAR(*reading_uncertainty(instrument), 2.0 * 1.7320508075688772, 1e-12);
  instrument.noise = 1.0;
  EXPECT_NEAR(*reading_uncertainty(instrument), 4.0, 1e-12);  // 2 sqrt(3 + 1)
  instrument.resolution = 6.0;
  EXPECT_NEAR(*reading_uncertainty(instrument), 2.0 * 2.6457513110645907, 1e-12);  // 2 sqrt(7)
}

}  // namespace
}  // namespace stillhouse
