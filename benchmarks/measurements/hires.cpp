#include "benchmarks/problems/hires.h"

#include "benchmarks/measurements/anchors.h"
#include "benchmarks/measurements/topics.h"

namespace stillhouse {

/// HIRES as a DAE through the engine's general path, relative tolerance 1e-6.
void add_hires(Bench& bench) {
  const MakeCourse course = [](DaeForm form) {
    FlowsheetBuilder builder;
    builder.add<Hires>("hires");
    return std::make_shared<Course>(builder.build(), std::vector<Setting>{}, form);
  };
  const SolverSettings accuracy{
      .relative_tolerance = 1e-6, .differential_tolerance = 1e-6, .algebraic_tolerance = 1e-6};
  bench.add({.name = "hires/ida_dense",
             .ours = ours_over(course, Hires::end, accuracy),
             .anchor = "IDA, " + in_words(StockAlgebra::dense),
             .theirs = ida_over(course, Hires::end, accuracy, StockAlgebra::dense),
             .simulated = Hires::end});
}

}  // namespace stillhouse
