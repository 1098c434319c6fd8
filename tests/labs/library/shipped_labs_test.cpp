#include <gtest/gtest.h>

#include <cmath>
#include <memory>

#include "tests/labs/library/played_lab.h"

namespace stillhouse {
namespace {

constexpr const char* distillation = "methanol_water_distillation";

TEST(ShippedLabs, AGoodOperatorPassesWhateverColumnHeGets) {
  for (std::uint64_t seed : {1u, 2u}) EXPECT_GE(score_of(distillation, "good", seed), 90.0) << seed;
}

TEST(ShippedLabs, AnUnknownMixtureIsFoundByCalibrationAndNotByAreas) {
  constexpr const char* alcohols = "alcohol_mixture_gc";
  for (std::uint64_t seed : {4207u, 1u, 2u}) EXPECT_GE(score_of(alcohols, "good", seed), 90.0) << seed;
  EXPECT_LE(score_of(alcohols, "careless", 1), 50.0);
  EXPECT_LE(score_of(alcohols, "nothing", 1), 10.0);
}

TEST(ShippedLabs, XylenesArePartedOnWaxInTheShortestTime) {
  for (std::uint64_t seed : {8106u, 1u, 2u}) EXPECT_GE(score_of("xylenes_gc_method", "good", seed), 90.0) << seed;
  for (std::uint64_t seed : {8106u, 1u}) EXPECT_LE(score_of("xylenes_gc_method", "careless", seed), 50.0) << seed;
  EXPECT_LE(score_of("xylenes_gc_method", "nothing", 1), 10.0);
}

TEST(ShippedLabs, EightSolutesArePartedWithoutHarmToTheColumn) {
  for (std::uint64_t seed : {2008u, 1u, 2u}) EXPECT_GE(score_of("eight_solutes_hplc", "good", seed), 90.0) << seed;
  for (std::uint64_t seed : {2008u, 1u}) EXPECT_LE(score_of("eight_solutes_hplc", "careless", seed), 50.0) << seed;
  EXPECT_LE(score_of("eight_solutes_hplc", "nothing", 1), 10.0);
}

TEST(ShippedLabs, TwoDyesAreFoundWhereStrayLightDoesNotBend) {
  for (std::uint64_t seed : {5254u, 1u, 2u}) EXPECT_GE(score_of("chromium_manganese_uv", "good", seed), 90.0) << seed;
  for (std::uint64_t seed : {5254u, 1u}) EXPECT_LE(score_of("chromium_manganese_uv", "careless", seed), 50.0) << seed;
  EXPECT_LE(score_of("chromium_manganese_uv", "nothing", 1), 10.0);
}

/// The good run of the lab's own seed, played once for all tests that look at it.
const Session& good_run() {
  static const std::unique_ptr<Session> session = played_lab(distillation, "good", 1707);
  return *session;
}

TEST(ShippedLabs, BalancesCloseOverAWholeGradedRun) {
  const Session* session = &good_run();
  ASSERT_EQ(session->end(), SessionEnd::finished);
  for (const BalanceClosure& closure : session->simulator().closures()) {
    // moles against what there was at the start, energy against the heat that went through (about 12 MJ)
    const double scale = closure.unit == "mol" ? closure.start : 1e7;
    EXPECT_LT(std::abs(closure.gap), 1e-6 * scale) << closure.name;
  }
}

TEST(ShippedLabs, GoldenSignalsOfTheGoodRun) {
  const Session* session = &good_run();
  const Flowsheet& plant = session->simulator().plant();
  const auto signal = [&](const char* name) { return session->simulator().signal(plant.find_signal(name)); };
  EXPECT_NEAR(signal("distillate_tank.mass_light"), 0.579, 0.03);
  EXPECT_NEAR(signal("distillate_tank.x_light"), 0.970, 0.01);
  EXPECT_NEAR(signal("kettle.T"), 273.15 + 82.6, 3.0);
  EXPECT_NEAR(signal("kettle.level"), 0.76, 0.03);
  // the cost of the solve, so that a change that makes it dearer is seen
  EXPECT_LT(session->simulator().costs().steps, 18000);
  EXPECT_LT(session->simulator().costs().residuals, 42000);
  EXPECT_EQ(session->simulator().retries(), 0);
}

TEST(ShippedLabs, EveryTruthStaysWithinItsModelsRange) {
  for (const SessionNote& note : good_run().notes()) ADD_FAILURE() << note.text.en;
}

TEST(ShippedLabs, GoingBackAndOnGivesTheSameBits) {
  const LabPlace place = LabLibrary::standard().find(distillation);
  const auto lab = std::make_shared<scenario::Lab>(load_lab(place));
  Session straight(lab, {1707, {}}), returned(lab, {1707, {}});
  const auto act = [](Session& session) {
    if (session.scan() == 5) session.execute({0, "student", "set", "HV-132", 1.0, {}});
    if (session.scan() == 9) session.execute({0, "student", "set", "HV-400", 0.8, {}});
    if (session.scan() == 20) session.execute({0, "student", "set", "HIC-101", 3000.0, {}});
  };
  for (int scan = 0; scan < 500; ++scan) {
    act(straight);
    straight.advance();
  }
  while (returned.scan() < 400) {
    act(returned);
    returned.advance();
  }
  returned.execute({0, "student", "set", "HIC-101", 0.0, {}});
  while (returned.scan() < 470) returned.advance();
  returned.backtrack(317);
  EXPECT_EQ(returned.scan(), 317);
  EXPECT_EQ(returned.commands().size(), 3u);
  while (returned.scan() < 500) returned.advance();
  EXPECT_EQ(returned.digest(), straight.digest());
  EXPECT_EQ(returned.backtracks(), 1);
}

}  // namespace
}  // namespace stillhouse
