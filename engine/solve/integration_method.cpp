#include "engine/solve/integration_method.h"

namespace stillhouse {

SolverCosts& SolverCosts::operator+=(const SolverCosts& b) {
  steps += b.steps;
  residuals += b.residuals;
  jacobians += b.jacobians;
  newton_iterations += b.newton_iterations;
  error_test_failures += b.error_test_failures;
  newton_failures += b.newton_failures;
  restarts += b.restarts;
  return *this;
}

double absolute_tolerance(const DaeProblem& problem, const SolverSettings& settings, int i) {
  const VariableInfo& v = problem.unknown(i);
  const double fraction = v.kind == Kind::differential ? settings.differential_tolerance
                          : v.kind == Kind::algebraic  ? settings.algebraic_tolerance
                                                       : settings.ledger_tolerance;
  const double accuracy = v.range.accuracy > 0.0 ? v.range.accuracy : fraction;
  return accuracy * v.range.nominal;
}

}  // namespace stillhouse
