#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "labs/session/lab_library.h"
#include "labs/session/operator_player.h"
#include "labs/session/playing.h"
#include "labs/session/session.h"
#include "tests/folders.h"

namespace stillhouse {
namespace {

/// A lab that cannot be passed, or that a careless hand passes, does not ship.
class ShippedLab : public testing::TestWithParam<std::string> {
 protected:
  ShippedLab() : place_(LabLibrary({STILLHOUSE_SOURCE_DIR "/labs"}).find(GetParam())) {
    lab_ = std::make_shared<const scenario::Lab>(load_lab(place_));
  }

  Grade grade_of(const std::string& name) const {
    Session session(lab_, {lab_->seed, ""});
    OperatorPlayer player(load_operator(find_operator(place_, name), *lab_), session);
    play(session, {.player = &player});
    EXPECT_NE(session.end(), SessionEnd::failed) << session.failure();
    return session.grade();
  }

  LabPlace place_;
  std::shared_ptr<const scenario::Lab> lab_;
};

TEST_P(ShippedLab, IsPassedByItsGoodOperator) {
  const Grade grade = grade_of("good");
  EXPECT_GE(grade.score, 90.0);
  EXPECT_EQ(grade.total, 100.0);
  EXPECT_FALSE(grade.aborted);
}

TEST_P(ShippedLab, IsNotPassedByItsCarelessOperator) {
  const Grade grade = grade_of("careless");
  EXPECT_LE(grade.score, 50.0);
  EXPECT_GE(grade.score, 0.0);
}

TEST_P(ShippedLab, GivesNothingForNothing) {
  EXPECT_LT(grade_of("nothing").score, 15.0);
}

TEST_P(ShippedLab, EveryLostPointHasEvidence) {
  for (const char* name : {"careless", "nothing"}) {
    for (const CriterionGrade& criterion : grade_of(name).criteria) {
      double lost = 0.0;
      for (const Evidence& evidence : criterion.evidence) {
        lost += evidence.lost;
        EXPECT_FALSE(evidence.text.en.empty() || evidence.text.zh.empty()) << criterion.id;
        EXPECT_LE(evidence.from, evidence.to) << criterion.id;
      }
      EXPECT_NEAR(lost, criterion.lost(), 1e-6) << name << ": " << criterion.id;
    }
  }
}

// a lab that only operates a plant has twelve tasks; one whose questions are answered at the bench, three of each
TEST_P(ShippedLab, HasTasksOrQuestionsEnough) {
  if (lab_->questions.empty())
    EXPECT_GE(lab_->tasks.size(), 12u);
  else
    EXPECT_GE(std::min(lab_->tasks.size(), lab_->questions.size()), 3u);
}

std::vector<std::string> shipped_labs() {
  std::vector<std::string> ids;
  for (const LabPlace& place : LabLibrary({STILLHOUSE_SOURCE_DIR "/labs"}).labs()) ids.push_back(place.id());
  return ids;
}

INSTANTIATE_TEST_SUITE_P(Library, ShippedLab, testing::ValuesIn(shipped_labs()),
                         [](const auto& info) { return info.param; });

}  // namespace
}  // namespace stillhouse
