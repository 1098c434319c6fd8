#include <algorithm>
#include <cctype>
#include <stdexcept>
#include <string>

#include "benchmarks/measurements/topics.h"
#include "benchmarks/problems/work_precision.h"

namespace stillhouse {

namespace {

constexpr double exact_to = 6.0;  // digits of the worst unknown at the end

Work whole_way(const SmallRun& run) {
  return [once = run.once] {
    if (!once()) throw std::runtime_error("the integrator gave up on the way");
  };
}

/// CVODE with that Jacobian with which it is there sooner.
Work the_better_cvode(const std::string& problem) {
  const SmallRun exact = small_run_exact_to(problem, SmallMethod::cvode_exact, exact_to);
  const SmallRun quotients = small_run_exact_to(problem, SmallMethod::cvode_quotients, exact_to);
  const auto seconds = [](const SmallRun& run) { return least_seconds(3, [&] { run.once(); }); };
  return whole_way(seconds(exact) <= seconds(quotients) ? exact : quotients);
}

}  // namespace

/// Small stiff problems with published ends. Each integrator gets the loosest tolerance with which it comes to within
/// 1e-6 of them, so that times are compared at equal error.
void add_small_problems(Bench& bench) {
  for (const std::string problem : small_problems) {
    std::string name = problem;
    std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::tolower(c); });
    bench.add({.name = "small_problem/" + name,
               .ours = [=] { return whole_way(small_run_exact_to(problem, SmallMethod::automatic, exact_to)); },
               .anchor = "CVODE, dense, the better of both Jacobians, at equal error",
               .theirs = [=] { return the_better_cvode(problem); },
               .goal_ratio = 1.0});
  }
}

}  // namespace stillhouse
