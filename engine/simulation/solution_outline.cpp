#include "engine/simulation/solution_outline.h"

#include "engine/solve/declared_start.h"
#include "engine/solve/elimination_order.h"
#include "engine/solve/integrator.h"
#include "engine/solve/unit_structure.h"

namespace stillhouse {

namespace {

/// As the multistep method plans it.
std::string structure_of(DaeProblem& problem) {
  const SparsePattern& pattern = problem.pattern();
  std::vector<double> values(static_cast<std::size_t>(pattern.entries()));
  jacobian_at_declared_start(problem, 1.0, usual_rate_weight, values.data());
  const std::vector<int> rows = match_rows(pattern, values.data());
  if (rows.empty()) return "found with the first step";
  const EliminationPlan plan = plan_elimination(pattern, rows);
  std::vector<int> unit_of;
  for (int i = 0; i < problem.size(); ++i) unit_of.push_back(problem.unknown(i).defined_by);
  return in_words(find_units(pattern, unit_of, plan), plan.counts);
}

}  // namespace

SolutionOutline outline_solution(const std::shared_ptr<const Flowsheet>& plant) {
  DaeProblem problem(plant, natural_form(*plant));
  const bool small = Integrator(problem, {}).method() == Method::one_step;
  return {problem.in_words(),
          small ? "one-step: Radau IIA of order 5, for small plants" : "multistep: BDF of orders 1 to 5 (IDA)",
          small ? std::to_string(problem.size()) + " unknowns, eliminated entry by entry" : structure_of(problem)};
}

}  // namespace stillhouse
