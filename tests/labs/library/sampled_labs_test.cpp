// The labs whose samples come from a running plant: whoever works well passes, whoever does not fails, whatever plant
// he gets.
#include <gtest/gtest.h>

#include <cmath>
#include <memory>

#include "labs/session/lab_library.h"
#include "labs/session/operator_player.h"
#include "labs/session/session.h"

namespace stillhouse {
namespace {

std::unique_ptr<Session> played_lab(const std::string& id, const std::string& name, std::uint64_t seed) {
  const LabPlace place = LabLibrary::standard().find(id);
  const auto lab = std::make_shared<scenario::Lab>(load_lab(place));
  auto session = std::make_unique<Session>(lab, SessionSettings{seed, {}});
  OperatorPlayer player(load_operator(find_operator(place, name), *lab), *session);
  while (session->running()) {
    for (const Command& command : player.next(*session)) session->execute(command);
    session->advance();
  }
  return session;
}

double grade_of(const std::string& id, const std::string& name, std::uint64_t seed) {
  return played_lab(id, name, seed)->grade().score;
}

TEST(SampledLabs, TotalRefluxTellsGoodFromCareless) {
  for (const std::uint64_t seed : {2306u, 1u})
    EXPECT_GE(grade_of("total_reflux_efficiency", "good", seed), 90.0) << seed;
  EXPECT_LE(grade_of("total_reflux_efficiency", "careless", 2306), 50.0);
  EXPECT_LE(grade_of("total_reflux_efficiency", "nothing", 2306), 10.0);
}

TEST(SampledLabs, AcidAndWaterTellGoodFromCareless) {
  for (const std::uint64_t seed : {4711u, 1u})
    EXPECT_GE(grade_of("acid_base_karl_fischer", "good", seed), 90.0) << seed;
  EXPECT_LE(grade_of("acid_base_karl_fischer", "careless", 4711), 50.0);
  EXPECT_LE(grade_of("acid_base_karl_fischer", "nothing", 4711), 10.0);
}

/// The truth of a question for a student.
double truth_of(const std::string& id, std::uint64_t seed, std::size_t question) {
  return played_lab(id, "good", seed)->progress().answers[question].truth;
}

TEST(SampledLabs, EachStudentHasAPlantOfHisOwn) {
  EXPECT_GT(std::abs(truth_of("acid_base_karl_fischer", 1, 1) - truth_of("acid_base_karl_fischer", 2, 1)), 2e-4);
}

TEST(SampledLabs, GoAgainToTheBit) {
  const auto first = played_lab("acid_base_karl_fischer", "good", 4711);
  const auto second = played_lab("acid_base_karl_fischer", "good", 4711);
  EXPECT_EQ(first->digest(), second->digest());
  const std::int64_t scan = first->scan();
  second->backtrack(scan / 2);
  EXPECT_NE(first->digest(), second->digest());
}

}  // namespace
}  // namespace stillhouse
