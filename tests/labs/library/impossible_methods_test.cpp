#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>

#include "labs/session/lab_library.h"
#include "labs/session/session.h"

namespace stillhouse {
namespace {

using testing::HasSubstr;

/// A student who does what cannot be done, in a lab's own session.
class Misuse {
 public:
  explicit Misuse(const char* lab)
      : session_(std::make_shared<const scenario::Lab>(load_lab(LabLibrary::standard().find(lab))), {1, {}}) {}

  /// The method is set, the sample goes in and is analysed to the end.
  void analyse(const char* instrument, const std::string& method, const char* sample, double volume = 0.0) {
    if (!method.empty()) give("method", instrument, method, 0.0);
    give("analyse", instrument, sample, volume);
    const std::size_t wanted = session_.bench_state().analyses.size();
    while (session_.running() && (!last().finished || session_.bench_state().analyses.size() < wanted))
      session_.advance();
    session_.advance();
  }
  const BenchAnalysis& last() const { return session_.bench_state().analyses.back(); }
  const BenchState& bench() const { return session_.bench_state(); }

  std::string journal() const {
    std::string text;
    for (const auto& entry : session_.bench_state().journal) text += entry.text.en + "\n";
    return text;
  }
  /// Points of the row of the rubric that has this title; a deduction's are below zero.
  double points(const std::string& title) const {
    for (const CriterionGrade& row : session_.grade().criteria)
      if (row.title.en == title) return row.score;
    ADD_FAILURE() << "no row " << title;
    return 0.0;
  }

 private:
  void give(const char* verb, const char* tag, const std::string& text, double value) {
    const std::optional<Refusal> refusal = session_.execute({0, "student", verb, tag, value, text});
    EXPECT_FALSE(refusal) << refusal->en;
  }
  Session session_;
};

TEST(ImpossibleMethods, AColumnBeyondItsTemperatureIsHarmedEachTime) {
  Misuse lab("xylenes_gc_method");
  EXPECT_EQ(lab.points("The instrument was harmed"), 0.0);
  lab.analyse("GC", "phase=wax, oven=280degC, hold=2min, ramp1=0K/min", "mixture");
  EXPECT_EQ(lab.bench().damage, 1);
  EXPECT_EQ(lab.points("The instrument was harmed"), -10.0);
  EXPECT_EQ(lab.points("The instrument was harmed again"), 0.0);
  EXPECT_THAT(lab.journal(), HasSubstr("stands 250"));
  // and heated without carrier gas
  lab.analyse("GC", "pressure=0kPa, oven=150degC", "mixture");
  EXPECT_EQ(lab.bench().damage, 2);
  EXPECT_EQ(lab.points("The instrument was harmed again"), -10.0);
  EXPECT_THAT(lab.journal(), HasSubstr("oxidised"));
}

TEST(ImpossibleMethods, NeitherAColdDetectorNorAnEmptyVialStopsTheRun) {
  Misuse lab("xylenes_gc_method");
  lab.analyse("GC", "detector=off", "mixture");
  EXPECT_EQ(lab.bench().faults, 1);
  EXPECT_EQ(lab.points("An analysis failed"), -3.0);
  EXPECT_EQ(lab.points("Resolution of the worst pair in the last chromatogram"), 0.0);
  lab.analyse("GC", "detector=fid, detector_temperature=60degC", "mixture");
  EXPECT_EQ(lab.bench().faults, 2);
  // all that is left goes in, then nothing is left
  lab.analyse("GC", "detector_temperature=280degC, volume=0.1uL, split=500", "p-xylene", -1.0);
  lab.analyse("GC", "", "p-xylene");
  EXPECT_THAT(lab.last().analysis->messages.front().text.en, HasSubstr("empty"));
  EXPECT_EQ(lab.bench().faults, 3);
  EXPECT_EQ(lab.points("More analyses failed"), -3.0);
  // a student is not told what an unknown holds
  for (const auto& entry : lab.bench().journal)
    EXPECT_THAT(entry.text.en, testing::Not(testing::AllOf(HasSubstr("retention of"), HasSubstr("xylene"))));
}

TEST(ImpossibleMethods, APumpThatTripsIsAFaultAndOneThatMayNotCrushesTheBed) {
  Misuse lab("eight_solutes_hplc");
  lab.analyse("LC", "particle=1.8um, flow=4mL/min, run_time=3min", "mixture");
  EXPECT_EQ(lab.bench().faults, 1);
  EXPECT_EQ(lab.bench().damage, 0);
  EXPECT_EQ(lab.points("The pump tripped, or another analysis failed"), -4.0);
  EXPECT_EQ(lab.points("Resolution of the worst pair in the last chromatogram"), 0.0);
  lab.analyse("LC", "pressure_limit=1000bar", "mixture");
  EXPECT_EQ(lab.bench().damage, 1);
  EXPECT_EQ(lab.points("The column was harmed"), -15.0);
  lab.analyse("LC", "pressure_limit=400bar, flow=1mL/min, oven=100degC", "mixture");
  EXPECT_EQ(lab.points("The column was harmed again"), -10.0);
}

TEST(ImpossibleMethods, ASpectrometerWithoutItsLampReadsNoise) {
  Misuse lab("chromium_manganese_uv");
  lab.analyse("UV", "lamp=off", "unknown");
  EXPECT_EQ(lab.bench().faults, 1);
  EXPECT_EQ(lab.points("A reading failed"), -4.0);
  lab.analyse("UV", "lamp=on, mode=scan, from=500nm, to=400nm", "unknown");
  EXPECT_EQ(lab.bench().faults, 2);
  EXPECT_EQ(lab.points("More readings failed"), -4.0);
}

}  // namespace
}  // namespace stillhouse
