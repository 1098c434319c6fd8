// An assessor's way by mouse and keyboard in the real window: the class, one run of it, another mark with a reason, the
// papers; and the runs themselves are what they were.
#include <cstdlib>
#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/folders.h"
#include "tests/frontend/views/window_by_hand.h"

namespace stillhouse {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

/// Two short runs of a class, in a folder that goes with this.
struct TwoRuns {
  TwoRuns() {
    std::string pattern = testing::TempDir() + "stillhouse_class_XXXXXX";
    if (mkdtemp(pattern.data()) == nullptr) return;
    folder = pattern;
    for (const char* hand : {"good", "careless"}) {
      const std::string command = std::string(STILLHOUSE_BINARY_DIR) +
                                  "/stillhouse run methanol_water_distillation --until 20min --operator " + hand +
                                  " --student " + hand + " --out " + folder + "/" + hand + ".run > /dev/null 2>&1";
      if (std::system(command.c_str()) == -1) return;
    }
  }
  ~TwoRuns() { fs::remove_all(folder); }
  std::string folder;
};

TEST(AssessorByHand, ChangesAMarkWithAReasonAndExportsTheClass) {
  const TwoRuns runs;
  const std::string careless = runs.folder + "/careless.run", before = text_of(careless);
  ASSERT_FALSE(before.empty());
  WindowByHand window("assessor", {"--review", runs.folder});

  // the class, then one run of it; the strip is dragged to half of its time
  window.click("class.open.careless.run");
  ASSERT_TRUE(window.sees("review.strip"));
  window.drag("review.strip", 0.1, 0.5);
  EXPECT_TRUE(window.sees("review.time", "0:10:0")) << window.says("review.time");

  // another mark: not without a reason
  window.click("review.tab.2");
  window.click("review.change.steps_1");
  window.click("review.points");
  window.type("12");
  window.click("review.by");
  window.type("A. Assessor");
  window.click("review.give");
  EXPECT_TRUE(window.sees("review.mark_says"));
  window.click("review.reason");
  window.type("said the right order aloud");
  window.click("review.give");
  EXPECT_TRUE(window.sees("review.given.steps_1", "12.0"));
  EXPECT_TRUE(window.sees("review.why.steps_1", "said the right order aloud"));

  // the papers, with the new mark; the run is what it was
  window.click("review.back");
  for (const char* kind : {"csv", "html", "pdf"}) {
    window.click(std::string("class.") + kind);
    EXPECT_TRUE(window.sees("class.written", std::string(".") + kind));
    EXPECT_TRUE(fs::exists(runs.folder + "/class." + kind)) << kind;
  }
  EXPECT_THAT(text_of(runs.folder + "/class.csv"), HasSubstr("careless"));
  EXPECT_THAT(text_of(runs.folder + "/careless.run.review"), HasSubstr("said the right order aloud"));
  EXPECT_EQ(text_of(careless), before);
  EXPECT_TRUE(verifies(careless));
}

}  // namespace
}  // namespace stillhouse
