#include "benchmarks/problems/column_a_course.h"

#include "benchmarks/measurements/anchors.h"
#include "benchmarks/measurements/topics.h"

namespace stillhouse {

/// Skogestad's column A: feed +1 %, 500 min, relative tolerance 1e-6. It is purely differential, so CVODE is an anchor
/// as well.
void add_column_a(Bench& bench) {
  using namespace column_a;
  const auto add = [&](const char* name, const char* who, StockAlgebra algebra, auto over, double goal,
                       double seconds) {
    bench.add({.name = name,
               .ours = ours_over(feed_step, step_length, step_accuracy),
               .anchor = std::string(who) + ", " + in_words(algebra),
               .theirs = over(feed_step, step_length, step_accuracy, algebra),
               .simulated = step_length,
               .goal_ratio = goal,
               .goal_s = seconds});
  };
  const auto ida = [](const MakeCourse& course, double seconds, const SolverSettings& settings, StockAlgebra algebra) {
    return ida_over(course, seconds, settings, algebra);
  };
  add("column_a/cvode_band", "CVODE", StockAlgebra::band, cvode_over, 4.0, 0.5e-3);
  add("column_a/cvode_dense", "CVODE", StockAlgebra::dense, cvode_over, 0.0, 0.0);
  add("column_a/cvode_klu", "CVODE", StockAlgebra::sparse, cvode_over, 0.0, 0.0);
  add("column_a/ida_band", "IDA", StockAlgebra::band, ida, 0.0, 0.0);
  add("column_a/ida_dense", "IDA", StockAlgebra::dense, ida, 0.0, 0.0);
  add("column_a/ida_klu", "IDA", StockAlgebra::sparse, ida, 0.0, 0.0);
  add("column_a/own_vectors", "IDA", StockAlgebra::own_vectors, ida, 0.0, 0.0);
}

}  // namespace stillhouse
