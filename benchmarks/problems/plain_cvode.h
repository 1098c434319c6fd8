#pragma once

#include <memory>
#include <vector>

namespace stillhouse {

/// SUNDIALS' CVODE as its manual shows it for a small stiff system y' = f(y): BDF, stock serial vectors,
/// SUNLinSol_Dense, Jacobian by CVODE's own difference quotients or exact. The right-hand side is a plain function. The
/// anchor of the one-step method.
class PlainCvode {
 public:
  using Rates = void (*)(const double* y, double* rate);
  using Jacobian = void (*)(const double* y, double* columns);  ///< dense, column by column

  /// `jacobian` null: difference quotients. `tolerances` are absolute, one an unknown.
  PlainCvode(Rates rates, Jacobian jacobian, double relative_tolerance, const std::vector<double>& tolerances);
  ~PlainCvode();
  PlainCvode(const PlainCvode&) = delete;
  PlainCvode& operator=(const PlainCvode&) = delete;

  /// From 0 to `time`; whether it came there. `y` is start and end.
  bool integrate(double time, std::vector<double>& y);
  long steps() const;
  long evaluations() const;  ///< of the right-hand side, those for difference quotients among them
  long jacobians() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace stillhouse
