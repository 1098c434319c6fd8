#pragma once

#include <memory>
#include <vector>

#include "engine/solve/integration_method.h"

namespace stillhouse {

/// Variable-order BDF for F(y, y') = 0 (SUNDIALS IDA) with exact sparse Jacobians. Keeps its history while inputs
/// change.
class IdaMethod final : public IntegrationMethod {
 public:
  IdaMethod(DaeProblem& problem, const SolverSettings& settings);
  ~IdaMethod() override;

  void restart(double time, const std::vector<double>& y, const std::vector<double>& yp) override;
  Outcome advance(double time, std::vector<double>& y, std::vector<double>& yp) override;
  double reached_time() const override;
  /// From the second derivative of its own polynomial: h = sqrt(2 e / |y''|) leaves the error e = 1/4 of what the
  /// tolerances allow, in the norm of its error test.
  double restart_step() const override;
  double last_step() const override;
  const std::vector<int>& crossed() const override;
  void set_first_step(double step) override;
  void set_caution(const Caution& caution) override;
  SolverCosts costs() const override;

 private:
  struct Ida;
  std::unique_ptr<Ida> ida_;
};

}  // namespace stillhouse
