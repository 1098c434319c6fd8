#pragma once

#include <string>
#include <vector>

namespace stillhouse {

/// One way through one problem: what it cost and how exact its end was.
struct WorkPrecision {
  std::string problem;
  std::string method;
  double tolerance = 0.0;  ///< relative; absolute ones are this fraction of what each unknown comes to
  double digits = 0.0;     ///< -log10 of the largest relative error at the end
  long steps = 0, evaluations = 0, jacobians = 0;
  double seconds = 0.0;  ///< CPU; the least of several runs
  bool came = true;      ///< to the end
};

inline constexpr const char* work_precision_methods[] = {"one-step", "multistep", "CVODE dense, exact Jacobian",
                                                         "CVODE dense, difference quotients"};

/// ROBER, HIRES, OREGO, VDPOL, POLLU and CHEMAKZO by our two methods (through DaeProblem, as any plant) and by stock
/// CVODE (plain functions, the differential unknowns only), each at relative tolerances from 1e-4 to 1e-10; `quick`: at
/// 1e-4, 1e-6, 1e-8 with fewer runs. All in this process, one after the other.
std::vector<WorkPrecision> measure_work_precision(bool quick);

/// The time a method needs for an error of 10^-digits: between its measured points by straight lines in logarithms,
/// beyond them by the nearest two. Negative: it has fewer than two points.
double seconds_at(const std::vector<WorkPrecision>& points, const std::string& problem, const std::string& method,
                  double digits);

}  // namespace stillhouse
