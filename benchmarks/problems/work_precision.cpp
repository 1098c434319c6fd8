#include "benchmarks/problems/work_precision.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <ctime>
#include <functional>
#include <memory>

#include "benchmarks/problems/chemical_akzo.h"
#include "benchmarks/problems/hires.h"
#include "benchmarks/problems/orego.h"
#include "benchmarks/problems/pollution.h"
#include "benchmarks/problems/robertson.h"
#include "benchmarks/problems/plain_cvode.h"
#include "benchmarks/problems/van_der_pol.h"
#include "engine/solve/consistent_start.h"
#include "engine/solve/integrator.h"

namespace stillhouse {

namespace {

// what CVODE is given: y' = f(y) in as few unknowns as a textbook writes, plain code

struct RobertsonRates {
  static constexpr int size = 3;
  template <class Real>
  static void rates(const Real* y, Real* rate) {
    rate[0] = 1e4 * y[1] * y[2] - 0.04 * y[0];
    rate[2] = 3e7 * y[1] * y[1];
    rate[1] = -rate[0] - rate[2];
  }
};
struct HiresRates {
  static constexpr int size = 8;
  template <class Real>
  static void rates(const Real* y, Real* rate) {
    const Real bound = 280.0 * y[5] * y[7];
    rate[0] = -1.71 * y[0] + 0.43 * y[1] + 8.32 * y[2] + 0.0007;
    rate[1] = 1.71 * y[0] - 8.75 * y[1];
    rate[2] = -10.03 * y[2] + 0.43 * y[3] + 0.035 * y[4];
    rate[3] = 8.32 * y[1] + 1.71 * y[2] - 1.12 * y[3];
    rate[4] = -1.745 * y[4] + 0.43 * y[5] + 0.43 * y[6];
    rate[5] = 0.69 * y[3] + 1.71 * y[4] - 0.43 * y[5] + 0.69 * y[6] - bound;
    rate[6] = bound - 1.81 * y[6];
    rate[7] = -rate[6];
  }
};
struct OregonatorRates : Oregonator {
  static constexpr int size = 3;
};
struct VanDerPolRates : VanDerPol {
  static constexpr int size = 2;
};
struct PollutionRates {
  static constexpr int size = 20;
  template <class Real>
  static void rates(const Real* y, Real* rate) {
    Pollution::rates(y, rate);
  }
};
struct ChemicalAkzoRates {
  static constexpr int size = 5;
  template <class Real>
  static void rates(const Real* y, Real* rate) {
    const Real all[6] = {y[0], y[1], y[2], y[3], y[4], ChemicalAkzo::Ks * y[0] * y[3]};
    ChemicalAkzo::rates(all, rate);
  }
};

template <class Plain>
void exact_jacobian(const double* y, double* columns) {
  constexpr int n = Plain::size;
  std::array<Dual<n>, n> at, rate;
  for (int i = 0; i < n; ++i) {
    at[static_cast<std::size_t>(i)] = Dual<n>(y[i]);
    at[static_cast<std::size_t>(i)].gradient[static_cast<std::size_t>(i)] = 1.0;
  }
  Plain::rates(at.data(), rate.data());
  for (int c = 0; c < n; ++c) {
    for (int r = 0; r < n; ++r)
      columns[c * n + r] = rate[static_cast<std::size_t>(r)].gradient[static_cast<std::size_t>(c)];
  }
}

/// CPU seconds of one run: the least of `runs` batches that take at least 2 ms each.
double least_seconds(int runs, const std::function<void()>& once) {
  const auto now = [] {
    timespec t{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return static_cast<double>(t.tv_sec) + 1e-9 * static_cast<double>(t.tv_nsec);
  };
  double least = 1e300;
  int batch = 1;
  for (int run = 0; run < runs;) {
    const double before = now();
    for (int k = 0; k < batch; ++k) once();
    const double spent = now() - before;
    if (spent < 2e-3) {
      batch *= 2;
      continue;
    }
    least = std::min(least, spent / batch);
    ++run;
  }
  return least;
}

double digits(const std::vector<double>& y, const double* reference) {
  double worst = 1e-16;
  for (std::size_t i = 0; i < y.size(); ++i) worst = std::max(worst, std::abs(y[i] / reference[i] - 1.0));
  return -std::log10(worst);
}

template <class Problem, class Plain>
void measure(const std::string& name, double of_nominal, bool quick, std::vector<WorkPrecision>& into) {
  FlowsheetBuilder builder;
  builder.add<Problem>(name);
  DaeProblem problem(builder.build());
  std::vector<double> start, rates, nominal;
  for (const VariableInfo& v : problem.plant().variables()) {
    start.push_back(v.range.start);
    nominal.push_back(v.range.nominal);
  }
  rates.assign(start.size(), 0.0);
  make_consistent(problem, start, rates);
  const int runs = quick ? 3 : 9;

  for (double tolerance : {1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10}) {
    if (quick && tolerance != 1e-4 && tolerance != 1e-6 && tolerance != 1e-8) continue;
    for (Method method : {Method::one_step, Method::multistep}) {
      SolverSettings settings;
      settings.method = method;
      settings.relative_tolerance = tolerance;
      settings.differential_tolerance = settings.algebraic_tolerance = tolerance * of_nominal;
      WorkPrecision point{name, work_precision_methods[method == Method::one_step ? 0 : 1], tolerance};
      Integrator integrator(problem, settings);
      std::vector<double> y = start, yp = rates;
      const auto once = [&] {
        y = start;
        yp = rates;
        integrator.restart(0.0, y, yp);
        return integrator.advance(Problem::end, y, yp) == Integrator::Outcome::reached;
      };
      point.came = once();
      const SolverCosts costs = integrator.costs();
      point.digits = digits(y, Problem::reference);
      point.steps = costs.steps;
      point.evaluations = costs.residuals;
      point.jacobians = costs.jacobians;
      point.seconds = least_seconds(runs, once);
      into.push_back(point);
    }
    for (bool exact : {true, false}) {
      WorkPrecision point{name, work_precision_methods[exact ? 2 : 3], tolerance};
      std::vector<double> absolute, y;
      for (std::size_t i = 0; i < static_cast<std::size_t>(Plain::size); ++i)
        absolute.push_back(tolerance * of_nominal * std::abs(nominal[i]));
      PlainCvode cvode(&Plain::template rates<double>, exact ? &exact_jacobian<Plain> : nullptr, tolerance, absolute);
      const auto once = [&] {
        y.assign(start.begin(), start.begin() + Plain::size);
        return cvode.integrate(Problem::end, y);
      };
      point.came = once();
      point.digits = digits(y, Problem::reference);
      point.steps = cvode.steps();
      point.evaluations = cvode.evaluations();
      point.jacobians = cvode.jacobians();
      point.seconds = least_seconds(runs, once);
      into.push_back(point);
    }
  }
}

}  // namespace

std::vector<WorkPrecision> measure_work_precision(bool quick) {
  std::vector<WorkPrecision> points;
  measure<Robertson, RobertsonRates>("ROBER", 1e-2, quick, points);
  measure<Hires, HiresRates>("HIRES", 1e-2, quick, points);
  measure<Oregonator, OregonatorRates>("OREGO", 1.0, quick, points);
  measure<VanDerPol, VanDerPolRates>("VDPOL", 1.0, quick, points);
  measure<Pollution, PollutionRates>("POLLU", 1.0, quick, points);
  measure<ChemicalAkzo, ChemicalAkzoRates>("CHEMAKZO", 1.0, quick, points);
  return points;
}

double seconds_at(const std::vector<WorkPrecision>& points, const std::string& problem, const std::string& method,
                  double digits) {
  std::vector<const WorkPrecision*> own;
  for (const WorkPrecision& p : points)
    if (p.problem == problem && p.method == method && p.came) own.push_back(&p);
  if (own.size() < 2) return -1.0;
  std::sort(own.begin(), own.end(),
            [](const WorkPrecision* a, const WorkPrecision* b) { return a->digits < b->digits; });
  std::size_t upper = 1;
  while (upper + 1 < own.size() && own[upper]->digits < digits) ++upper;
  const WorkPrecision &a = *own[upper - 1], &b = *own[upper];
  if (!(b.digits > a.digits)) return a.seconds;
  const double slope = std::log(b.seconds / a.seconds) / (b.digits - a.digits);
  return a.seconds * std::exp(slope * (digits - a.digits));
}

}  // namespace stillhouse
