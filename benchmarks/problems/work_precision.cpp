#include "benchmarks/problems/work_precision.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <ctime>
#include <functional>
#include <memory>
#include <stdexcept>

#include "benchmarks/problems/chemical_akzo.h"
#include "benchmarks/problems/course.h"
#include "benchmarks/problems/hires.h"
#include "benchmarks/problems/orego.h"
#include "benchmarks/problems/plain_cvode.h"
#include "benchmarks/problems/pollution.h"
#include "benchmarks/problems/robertson.h"
#include "benchmarks/problems/van_der_pol.h"

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

double digits(const std::vector<double>& y, const double* reference) {
  double worst = 1e-16;
  for (std::size_t i = 0; i < y.size(); ++i) worst = std::max(worst, std::abs(y[i] / reference[i] - 1.0));
  return -std::log10(worst);
}

template <class Problem>
SmallRun ours(WorkPrecision first, double of_nominal, Method method) {
  struct Trip {
    explicit Trip(std::shared_ptr<const Flowsheet> plant, const SolverSettings& settings)
        : course(std::move(plant)), integrator(course.problem, settings) {}
    Course course;
    Integrator integrator;
    std::vector<double> y, yp;
    bool once() {
      y = course.y;
      yp = course.yp;
      integrator.restart(0.0, y, yp);
      return integrator.advance(Problem::end, y, yp) == Integrator::Outcome::reached;
    }
  };
  FlowsheetBuilder builder;
  builder.add<Problem>(first.problem);
  const auto plant = builder.build();
  SolverSettings settings;
  settings.method = method;
  settings.relative_tolerance = first.tolerance;
  settings.differential_tolerance = settings.algebraic_tolerance = first.tolerance * of_nominal;
  const auto trip = std::make_shared<Trip>(plant, settings);
  first.came = trip->once();
  const SolverCosts costs = trip->integrator.costs();
  std::vector<double> whole(static_cast<std::size_t>(plant->unknown_count())), rates(whole.size());
  trip->course.problem.complete(trip->y, trip->yp, whole, rates);
  first.digits = digits(whole, Problem::reference);
  first.steps = costs.steps;
  first.evaluations = costs.residuals;
  first.jacobians = costs.jacobians;
  return {first, [trip] { return trip->once(); }};
}

template <class Problem, class Plain>
SmallRun theirs(WorkPrecision first, double of_nominal, bool exact) {
  FlowsheetBuilder builder;
  builder.add<Problem>(first.problem);
  std::vector<double> start, absolute;
  const Course course(builder.build(), {}, DaeForm::complete);
  for (int i = 0; i < Plain::size; ++i) {
    start.push_back(course.y[static_cast<std::size_t>(i)]);
    absolute.push_back(first.tolerance * of_nominal * std::abs(course.problem.unknown(i).range.nominal));
  }
  const auto cvode = std::make_shared<PlainCvode>(&Plain::template rates<double>,
                                                  exact ? &exact_jacobian<Plain> : nullptr, first.tolerance, absolute);
  const auto y = std::make_shared<std::vector<double>>();
  const auto once = [=] {
    *y = start;
    return cvode->integrate(Problem::end, *y);
  };
  first.came = once();
  first.digits = digits(*y, Problem::reference);
  first.steps = cvode->steps();
  first.evaluations = cvode->evaluations();
  first.jacobians = cvode->jacobians();
  return {first, once};
}

template <class Problem, class Plain>
SmallRun run_of(const std::string& name, double of_nominal, SmallMethod method, double tolerance) {
  const WorkPrecision first{
      .problem = name, .method = work_precision_methods[static_cast<int>(method)], .tolerance = tolerance};
  switch (method) {
    case SmallMethod::one_step:
      return ours<Problem>(first, of_nominal, Method::one_step);
    case SmallMethod::multistep:
      return ours<Problem>(first, of_nominal, Method::multistep);
    case SmallMethod::automatic:
      return ours<Problem>(first, of_nominal, Method::automatic);
    default:
      return theirs<Problem, Plain>(first, of_nominal, method == SmallMethod::cvode_exact);
  }
}

}  // namespace

SmallRun small_run(const std::string& problem, SmallMethod method, double tolerance) {
  if (problem == "ROBER") return run_of<Robertson, RobertsonRates>(problem, 1e-2, method, tolerance);
  if (problem == "HIRES") return run_of<Hires, HiresRates>(problem, 1e-2, method, tolerance);
  if (problem == "OREGO") return run_of<Oregonator, OregonatorRates>(problem, 1.0, method, tolerance);
  if (problem == "VDPOL") return run_of<VanDerPol, VanDerPolRates>(problem, 1.0, method, tolerance);
  if (problem == "POLLU") return run_of<Pollution, PollutionRates>(problem, 1.0, method, tolerance);
  if (problem == "CHEMAKZO") return run_of<ChemicalAkzo, ChemicalAkzoRates>(problem, 1.0, method, tolerance);
  throw std::invalid_argument("no small problem " + problem);
}

SmallRun small_run_exact_to(const std::string& problem, SmallMethod method, double digits) {
  SmallRun loosest;
  int in_a_row = 0;
  constexpr int needed = 3;
  for (int quarter = 8; quarter <= 48; ++quarter) {
    SmallRun run = small_run(problem, method, std::pow(10.0, -0.25 * quarter));
    if (!run.first.came || run.first.digits < digits) {
      in_a_row = 0;
      continue;
    }
    if (in_a_row++ == 0) loosest = std::move(run);
    if (in_a_row == needed) return loosest;
  }
  throw std::runtime_error(problem + " is not solved so exactly by " +
                           work_precision_methods[static_cast<int>(method)]);
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

std::vector<WorkPrecision> measure_work_precision(bool quick) {
  const int runs = quick ? 3 : 9;
  std::vector<WorkPrecision> points;
  for (const char* problem : small_problems) {
    for (int exponent = 4; exponent <= 10; exponent += quick ? 2 : 1) {
      if (exponent > 8 && quick) continue;
      for (const SmallMethod method :
           {SmallMethod::one_step, SmallMethod::multistep, SmallMethod::cvode_exact, SmallMethod::cvode_quotients}) {
        const SmallRun run = small_run(problem, method, std::pow(10.0, -exponent));
        points.push_back(run.first);
        points.back().seconds = least_seconds(runs, [&] { run.once(); });
      }
    }
  }
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
