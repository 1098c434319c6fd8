#include <gtest/gtest.h>
#include <stdlib.h>

#include <fstream>
#include <functional>
#include <map>
#include <sstream>

#include "benchmarks/problems/column_a_course.h"
#include "engine/simulation/simulator.h"
#include "tests/folders.h"

/// What known courses cost the solver, in counts, which are the same on every machine. A change that costs a fifth
/// more steps is seen here; one that saves a fifth is stored:
///   STILLHOUSE_WRITE_GOLDEN=1 build/release/tests/stillhouse_labs_tests --gtest_filter='SolverCosts.*'
/// writes tests/golden/solver_costs.csv anew; its difference belongs into the commit that caused it.
namespace stillhouse {
namespace {

constexpr const char* file_name = STILLHOUSE_SOURCE_DIR "/tests/golden/solver_costs.csv";
constexpr double tolerance = 0.2;

using Counts = std::map<std::string, long>;

Counts counts_of(const SolverCosts& costs) {
  return {{"steps", costs.steps}, {"residuals", costs.residuals}, {"jacobians", costs.jacobians}};
}

/// Feed +1 %, 500 min, relative tolerance 1e-6.
Counts column_a_feed_step() {
  const auto course = column_a::feed_step(DaeForm::reduced);
  Integrator integrator(course->problem, column_a::step_accuracy);
  std::vector<double> y, yp;
  integrate(integrator, *course, column_a::step_length, y, yp);
  return counts_of(integrator.costs());
}

/// Half an hour of the pilot column from cold, inputs held, no scans.
Counts pilot_column_cold_start() {
  Course course(pilot_column(), pilot_column_on());
  Integrator integrator(course.problem, {});
  std::vector<double> y, yp;
  integrate(integrator, course, 1800.0, y, yp);
  return counts_of(integrator.costs());
}

/// The same in scans of one second, with the restarts at checkpoints.
Counts pilot_column_scans() {
  const auto plant = pilot_column();
  Simulator simulator(plant);
  for (const auto& [name, value] : pilot_column_on()) simulator.set_input(plant->find_input(name), value);
  while (simulator.time() < 1800.0) simulator.advance();
  return counts_of(simulator.costs());
}

const std::map<std::string, std::function<Counts()>>& workloads() {
  static const std::map<std::string, std::function<Counts()>> all = {
      {"column_a_feed_step", column_a_feed_step},
      {"pilot_column_cold_start", pilot_column_cold_start},
      {"pilot_column_scans", pilot_column_scans},
  };
  return all;
}

std::map<std::string, Counts> stored() {
  std::map<std::string, Counts> found;
  std::ifstream file(file_name);
  for (std::string line; std::getline(file, line);) {
    std::istringstream fields(line);
    std::string workload, what, count;
    if (line.starts_with("#") || !std::getline(fields, workload, ',') || !std::getline(fields, what, ',') ||
        !std::getline(fields, count) || workload == "workload")
      continue;
    found[workload][what] = std::stol(count);
  }
  return found;
}

TEST(SolverCosts, AreThoseStored) {
  std::map<std::string, Counts> now;
  for (const auto& [name, run] : workloads()) now[name] = run();

  if (::getenv("STILLHOUSE_WRITE_GOLDEN") != nullptr) {
    std::ofstream file(file_name);
    file << "# What known courses cost the solver; written by SolverCosts, see solver_costs_test.cpp.\n"
            "workload,what,count\n";
    for (const auto& [name, counts] : now)
      for (const auto& [what, count] : counts) file << name << "," << what << "," << count << "\n";
  }

  const std::map<std::string, Counts> golden = stored();
  ASSERT_EQ(golden.size(), now.size()) << file_name;
  for (const auto& [name, counts] : golden) {
    for (const auto& [what, count] : counts) {
      const long here = now.at(name).at(what);
      EXPECT_NEAR(static_cast<double>(here), static_cast<double>(count), tolerance * static_cast<double>(count))
          << name << ": " << here << " " << what << ", stored are " << count;
    }
  }
}

}  // namespace
}  // namespace stillhouse
