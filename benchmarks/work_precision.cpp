// Prints work-precision tables of the small stiff problems, in Markdown; --quick: fewer tolerances and runs.

#include <cstdio>
#include <string>

#include "benchmarks/problems/work_precision.h"

using stillhouse::WorkPrecision;

int main(int argc, char** argv) {
  const bool quick = argc > 1 && std::string(argv[1]) == "--quick";
  const std::vector<WorkPrecision> points = stillhouse::measure_work_precision(quick);

  std::printf("## At equal error\n\n");
  std::printf("Time in us to each number of correct digits, interpolated between tolerances; times ours.\n\n");
  std::printf(
      "| problem | digits | one-step | multistep | CVODE, exact | CVODE, quotients | times ours, the better |\n");
  std::printf("|---|---|---|---|---|---|---|\n");
  for (const char* problem : stillhouse::small_problems) {
    for (double digits : {5.0, 6.5, 8.0}) {
      double us[4];
      for (int m = 0; m < 4; ++m)
        us[m] = 1e6 * seconds_at(points, problem, stillhouse::work_precision_methods[m], digits);
      std::printf("| %s | %.1f | %.0f | %.0f | %.0f | %.0f | %.1f |\n", problem, digits, us[0], us[1], us[2], us[3],
                  (us[2] < us[3] ? us[2] : us[3]) / us[0]);
    }
  }

  std::string problem;
  for (const WorkPrecision& p : points) {
    if (p.problem != problem) {
      problem = p.problem;
      std::printf("\n## %s\n\n", problem.c_str());
      std::printf("| rtol | method | digits | steps | evaluations | Jacobians | us | us a step |\n");
      std::printf("|---|---|---|---|---|---|---|---|\n");
    }
    std::printf("| %.0e | %s | %.2f | %ld | %ld | %ld | %.1f | %.2f |%s\n", p.tolerance, p.method.c_str(), p.digits,
                p.steps, p.evaluations, p.jacobians, 1e6 * p.seconds, 1e6 * p.seconds / static_cast<double>(p.steps),
                p.came ? "" : " did not come to the end");
  }
}
