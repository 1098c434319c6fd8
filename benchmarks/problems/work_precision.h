#pragma once

#include <functional>
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

inline constexpr const char* small_problems[] = {"ROBER", "HIRES", "OREGO", "VDPOL", "POLLU", "CHEMAKZO"};

/// Ours through DaeProblem in the reduced form, as any plant; stock CVODE with plain functions of the differential
/// unknowns only.
enum class SmallMethod { one_step, multistep, cvode_exact, cvode_quotients, automatic };
inline constexpr const char* work_precision_methods[] = {"one-step", "multistep", "CVODE dense, exact Jacobian",
                                                         "CVODE dense, difference quotients", "ours"};

/// A way through one problem, to be gone again and again.
struct SmallRun {
  WorkPrecision first;         ///< what its first run cost and came to; no time
  std::function<bool()> once;  ///< from the start to the end, or false
};
/// By name; throws std::invalid_argument if there is none.
SmallRun small_run(const std::string& problem, SmallMethod method, double tolerance);
/// The run at the loosest tolerance of 1e-2, 10^-2.25, 10^-2.5 ... at which, and at the next two, the end is exact to
/// so many digits, so that a lucky end does not count. Throws std::runtime_error if there is none.
SmallRun small_run_exact_to(const std::string& problem, SmallMethod method, double digits);

/// CPU seconds of one call: the least of `runs` batches that take at least 2 ms each.
double least_seconds(int runs, const std::function<void()>& once);

/// ROBER, HIRES, OREGO, VDPOL, POLLU and CHEMAKZO by our two methods and by stock CVODE, each at relative tolerances
/// from 1e-4 to 1e-10; `quick`: at 1e-4, 1e-6, 1e-8 with fewer runs. All in this process, one after the other.
std::vector<WorkPrecision> measure_work_precision(bool quick);

/// The time a method needs for an error of 10^-digits: between its measured points by straight lines in logarithms,
/// beyond them by the nearest two. Negative: it has fewer than two points.
double seconds_at(const std::vector<WorkPrecision>& points, const std::string& problem, const std::string& method,
                  double digits);

}  // namespace stillhouse
