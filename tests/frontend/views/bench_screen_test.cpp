#include "frontend/views/bench_screen.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "labs/session/lab_library.h"
#include "tests/folders.h"
#include "tests/frontend/views/window_of_run.h"

namespace stillhouse {
namespace {

using testing::HasSubstr;

/// A student before a bench.
class BenchAt : public WindowOfRun {
 protected:
  explicit BenchAt(const char* lab = "total_reflux_efficiency")
      : WindowOfRun(session_of(lab), Role::student, "bench") {}

  static std::unique_ptr<Session> session_of(const char* id) {
    const LabLibrary library({STILLHOUSE_SOURCE_DIR "/labs"});
    const auto lab = std::make_shared<const scenario::Lab>(load_lab(library.find(id)));
    return std::make_unique<Session>(lab, SessionSettings{lab->seed, {}});
  }
};

TEST_F(BenchAt, PurgesDrawsAndClosesASample) {
  const std::string tag = session().lab().plant.sample_points.front().tag, point = "bench.point." + tag;
  type(point + ".volume", "many");
  click(point + ".purge");
  EXPECT_TRUE(session().commands().empty());
  EXPECT_FALSE(window_.view.complaint[tag].empty());

  window_.view.typed[point + ".volume"] = "30";
  click(point + ".purge");
  ASSERT_EQ(session().commands().size(), 1u);
  EXPECT_EQ(session().commands()[0].verb, "purge");
  EXPECT_NEAR(session().commands()[0].value, 30e-6, 1e-12);

  type(point + ".label", "K1");
  window_.view.typed[point + ".volume"] = "10";
  window_.draw(2);
  click(point + ".draw");
  ASSERT_EQ(session().sampling_state().samples.size(), 1u);
  EXPECT_EQ(session().sampling_state().samples[0].label, "K1");
  EXPECT_EQ(window_.value(point + ".state"), "running");

  runner_.run_until(180.0);
  look();
  ASSERT_GE(session().sampling_state().samples[0].taken_at, 0);
  ASSERT_TRUE(window_.has("bench.sample.K1.close"));
  click("bench.sample.K1.close");
  EXPECT_FALSE(session().sampling_state().samples[0].open);
  EXPECT_FALSE(window_.has("bench.sample.K1.close"));
}

TEST_F(BenchAt, SendsASampleToAnInstrumentAndSaysWhatIsRefused) {
  const std::string device = session().lab().bench.instruments.front().tag;
  const std::string bottle = session().lab().bench.shelf.front().label;
  click("bench.sample." + bottle + ".analyse");
  ASSERT_EQ(session().commands().size(), 1u);
  EXPECT_EQ(session().commands()[0].verb, "analyse");
  EXPECT_EQ(session().commands()[0].tag, device);
  runner_.run_until(1200.0);
  look();
  ASSERT_EQ(session().bench_state().analyses.size(), 1u);
  EXPECT_TRUE(session().bench_state().analyses[0].finished);
  ASSERT_FALSE(window_.screen.bench->analyses.empty());

  window_.view.typed["bench.prepare.label"] = "S1";
  window_.view.typed["bench.prepare.recipe"] = "weigh nothing 100 mg";
  window_.draw(2);
  click("bench.prepare");
  EXPECT_EQ(session().commands().size(), 1u) << "a recipe of what is not there is refused";
}

class ChromatographAt : public BenchAt {
 protected:
  ChromatographAt() : BenchAt("xylenes_gc_method") {}
};

TEST_F(ChromatographAt, ReplacesAColumnOnlyIfItIsMeant) {
  click("bench.replace.GC.column");
  EXPECT_TRUE(session().commands().empty());
  click("bench.replace.GC.column.no");
  EXPECT_TRUE(session().commands().empty());
  click("bench.replace.GC.column");
  click("bench.replace.GC.column.yes");
  ASSERT_EQ(session().commands().size(), 1u);
  EXPECT_EQ(session().commands()[0].verb, "replace");
  EXPECT_EQ(session().commands()[0].text, "column");
  EXPECT_EQ(session().bench_state().replaced, 1);
  look();
  EXPECT_THAT(window_.value("bench.queue"), HasSubstr("1:00:00"));
}

}  // namespace
}  // namespace stillhouse
