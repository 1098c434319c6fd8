#pragma once

#include <memory>
#include <vector>

#include "engine/solve/dae_problem.h"

namespace stillhouse {

/// Accuracy of a solve. Absolute tolerances are these fractions of each variable's nominal size.
struct SolverSettings {
  double relative_tolerance = 1e-5;
  double differential_tolerance = 1e-8;
  double algebraic_tolerance = 1e-6;
  double ledger_tolerance = 1e-4;
  double newton_coefficient = 0.05;  ///< fraction of the error test that Newton may leave
  double first_step = 0.0;           ///< s; first step after a restart, 0: the integrator chooses
};

/// How much more carefully than the settings a stretch is integrated; the defaults are the settings as they are.
struct Caution {
  double longest_step = 0.0;      ///< s; 0: no limit
  int highest_order = 5;          ///< of the BDF
  int newton_iterations = 4;      ///< most in one attempt at a step
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

/// Variable-order BDF for F(y, y') = 0 (SUNDIALS IDA) with exact sparse Jacobians. Keeps its history while inputs
/// change; `restart` begins anew from a consistent state and then depends on nothing that came before.
class Integrator {
 public:
  enum class Outcome { reached, event, failed };

  Integrator(DaeProblem& problem, const SolverSettings& settings);
  ~Integrator();

  void restart(double time, const std::vector<double>& y, const std::vector<double>& yp);
  /// Integrates to exactly `time`, or to the first state event before it; allocates nothing. `reached_time()` and the
  /// vectors then hold the solution; after Outcome::failed the time it came to and what was tried last.
  Outcome advance(double time, std::vector<double>& y, std::vector<double>& yp);
  double reached_time() const;
  /// After Outcome::reached or event: the step that an order-one formula could take from here, as `restart` begins with
  /// it, s; never longer than what the integrator would take next with the history it has. From the second derivative
  /// of its own polynomial: h = sqrt(2 e / |y''|) leaves the error e = 1/4 of what the tolerances allow, in the norm of
  /// its error test.
  double order_one_step() const;
  /// Length of the last step, s.
  double last_step() const;
  /// After Outcome::event: 1 for each event function that crossed zero upwards.
  const std::vector<int>& crossed() const;
  /// First step after the next restart, s; 0: the integrator chooses.
  void set_first_step(double step);
  /// How carefully to integrate from the next restart on.
  void set_caution(const Caution& caution);
  SolverCosts costs() const;

 private:
  struct Ida;
  std::unique_ptr<Ida> ida_;
};

}  // namespace stillhouse
