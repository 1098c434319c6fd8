#pragma once

namespace stillhouse {

/// How a problem is integrated in time.
/// multistep  variable-order BDF (IDA): one residual and one solution a step, a history that restarts lose
/// one_step   implicit Runge-Kutta for small stiff plants: some stages a step, full order from the first step on
/// automatic  by the number of unknowns; Integrator::method() says which
enum class Method { automatic, multistep, one_step };

/// Unknowns up to which a plant is small: it is integrated by the one-step method, and as it is written. Where it pays
/// was measured, see DECISIONS.md.
inline constexpr int small_plant = 40;

/// Accuracy of a solve. Absolute tolerances are these fractions of each variable's nominal size.
struct SolverSettings {
  double relative_tolerance = 1e-5;
  double differential_tolerance = 1e-8;
  double algebraic_tolerance = 1e-6;
  double ledger_tolerance = 1e-4;
  double newton_coefficient = 0.05;  ///< fraction of the error test that Newton may leave
  double first_step = 0.0;           ///< s; first step after a restart, 0: the integrator chooses
  Method method = Method::automatic;
};

/// How much more carefully than the settings a stretch is integrated; the defaults are the settings as they are.
struct Caution {
  double longest_step = 0.0;      ///< s; 0: no limit
  int highest_order = 5;          ///< of the multistep method
  int newton_iterations = 4;      ///< most in one attempt at a step of the multistep method
  double newton_factor = 1.0;     ///< on SolverSettings::newton_coefficient
  double tolerance_factor = 1.0;  ///< on the relative tolerance
  long most_steps = 100000;       ///< in one stretch between two stops
};

/// What a solve has cost; summed over restarts.
struct SolverCosts {
  long steps = 0;
  long residuals = 0;
  long jacobians = 0;
  long newton_iterations = 0;
  long error_test_failures = 0;
  long newton_failures = 0;
  long restarts = 0;

  SolverCosts& operator+=(const SolverCosts& b);
};

}  // namespace stillhouse
