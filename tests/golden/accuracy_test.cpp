#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "labs/session/lab_library.h"
#include "labs/session/operator_player.h"
#include "labs/session/playing.h"
#include "labs/session/session.h"
#include "tests/folders.h"

namespace stillhouse {
namespace {

/// True temperatures, and what the drum holds, at every boundary.
class Course {
 public:
  explicit Course(const Flowsheet& plant) {
    for (int i = 0; i < static_cast<int>(plant.signals().size()); ++i) {
      const SignalInfo& signal = plant.signals()[static_cast<std::size_t>(i)];
      if (signal.name.ends_with(".T")) temperatures_.push_back(i);
      if (signal.name == "drum.x_light") purity_ = i;
    }
  }
  void add(const Session& session) {
    for (int i : temperatures_) T.push_back(session.simulator().signal(i));
    x.push_back(session.simulator().signal(purity_));
  }
  std::vector<double> T, x;

 private:
  std::vector<int> temperatures_;
  int purity_ = 0;
};

struct Differences {
  double most;  ///< in 99 of 100
  double largest;
};
Differences differences(const std::vector<double>& a, const std::vector<double>& b) {
  std::vector<double> d;
  for (std::size_t i = 0; i < a.size(); ++i) d.push_back(std::abs(a[i] - b[i]));
  std::sort(d.begin(), d.end());
  return {d[d.size() * 99 / 100], d.back()};
}

TEST(Accuracy, OfScansIsFarBelowWhatInstrumentsRead) {
  const LabPlace place = LabLibrary({STILLHOUSE_SOURCE_DIR "/labs"}).find("methanol_water_distillation");
  const auto lab = std::make_shared<const scenario::Lab>(load_lab(place));
  Session session(lab, {lab->seed, ""});
  Course course(session.simulator().plant());
  OperatorPlayer player(load_operator(find_operator(place, "good"), *lab), session);
  play(session, {.player = &player, .boundary = [&](const Session& s) {
                   course.add(s);
                   return true;
                 }});

  // the same commands in the same scans, solved a thousand times as exactly
  SimulatorSettings exact;
  exact.solver = {.relative_tolerance = 1e-8, .differential_tolerance = 1e-11, .newton_coefficient = 0.05};
  Session again(lab, {lab->seed, "", exact});
  Course of_exact(again.simulator().plant());
  std::size_t next = 0;
  while (of_exact.x.size() < course.x.size()) {
    of_exact.add(again);
    for (; next < session.commands().size() && session.commands()[next].scan == again.scan(); ++next)
      ASSERT_FALSE(again.execute(session.commands()[next])) << session.commands()[next].verb;
    if (of_exact.x.size() < course.x.size()) again.advance();
  }
  ASSERT_GT(again.simulator().costs().steps, 3 * session.simulator().costs().steps);

  const Differences T = differences(course.T, of_exact.T), x = differences(course.x, of_exact.x);
  std::printf("temperatures: %.3f K in 99 of 100, at most %.3f K; distillate: %.5f, at most %.5f mol/mol\n", T.most,
              T.largest, x.most, x.largest);
  std::printf("steps: %ld, exactly %ld\n", session.simulator().costs().steps, again.simulator().costs().steps);
  EXPECT_LT(T.most, 0.1);
  EXPECT_LT(T.largest, 0.5);
  EXPECT_LT(x.most, 5e-4);
  EXPECT_LT(x.largest, 5e-3);
}

}  // namespace
}  // namespace stillhouse
