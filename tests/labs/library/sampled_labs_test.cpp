// The labs whose samples come from a running plant: whoever works well passes, whoever does not fails, whatever plant
// he gets.
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <memory>

#include "labs/record/reader.h"
#include "labs/session/lab_library.h"
#include "labs/session/operator_player.h"
#include "labs/session/playing.h"
#include "labs/session/replay.h"
#include "labs/session/run_recorder.h"
#include "labs/session/session.h"
#include "tests/labs/library/played_lab.h"
#include "tests/labs/record/sample_run.h"

namespace stillhouse {
namespace {

TEST(SampledLabs, TotalRefluxTellsGoodFromCareless) {
  for (const std::uint64_t seed : {2306u, 1u}) {
    const Grade grade = played_lab("total_reflux_efficiency", "good", seed)->grade();
    EXPECT_GE(grade.score, 90.0) << seed;
    // the notebook is no part of that score: it waits for a person
    EXPECT_EQ(grade.total, 100.0);
    EXPECT_EQ(grade.open(), 10.0);
  }
  EXPECT_LE(score_of("total_reflux_efficiency", "careless", 2306), 50.0);
  EXPECT_LE(score_of("total_reflux_efficiency", "nothing", 2306), 10.0);
}

TEST(SampledLabs, AcidAndWaterTellGoodFromCareless) {
  for (const std::uint64_t seed : {4711u, 1u})
    EXPECT_GE(score_of("acid_base_karl_fischer", "good", seed), 90.0) << seed;
  EXPECT_LE(score_of("acid_base_karl_fischer", "careless", 4711), 50.0);
  EXPECT_LE(score_of("acid_base_karl_fischer", "nothing", 4711), 10.0);
}

/// The truth of a question for a student.
double truth_of(const std::string& id, std::uint64_t seed, std::size_t question) {
  return played_lab(id, "good", seed)->progress().answers[question].truth;
}

TEST(SampledLabs, EachStudentHasAPlantOfHisOwn) {
  EXPECT_GT(std::abs(truth_of("acid_base_karl_fischer", 1, 1) - truth_of("acid_base_karl_fischer", 2, 1)), 2e-4);
}

TEST(SampledLabs, AreReplayedFromTheirRunFileToTheBit) {
  const TemporaryFolder folder;
  for (const char* id : {"acid_base_karl_fischer", "total_reflux_efficiency"}) {
    const LabPlace place = LabLibrary::standard().find(id);
    const auto lab = std::make_shared<scenario::Lab>(load_lab(place));
    Session session(lab, {lab->seed, {}});
    const scenario::Operator good = load_operator(find_operator(place, "good"), *lab);
    OperatorPlayer player(good, session);
    const std::filesystem::path file = folder / (std::string(id) + ".run");
    RunRecorder recorder = RunRecorder::begin(file, session, &good);
    play(session, {.player = &player, .recorder = &recorder});
    recorder.close(session);
    EXPECT_FALSE(session.sampling_state().samples.empty()) << id;

    const Replay again = replay(read_run(file));
    EXPECT_TRUE(again.identical()) << id << ": " << again.difference;
    EXPECT_EQ(again.session->digest(), session.digest()) << id;
    EXPECT_EQ(again.session->sampling_state(), session.sampling_state()) << id;
    EXPECT_EQ(again.score_recorded, session.grade().score) << id;
  }
}

}  // namespace
}  // namespace stillhouse
