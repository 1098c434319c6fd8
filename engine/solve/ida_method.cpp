#include "engine/solve/ida_method.h"

#include <ida/ida.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "engine/solve/declared_start.h"
#include "engine/solve/fast_vector.h"
#include "engine/solve/sundials_linear.h"

namespace stillhouse {

namespace {

// Each quarters the step. A plant at rest steps for a whole scan; when an input then jumps into a line that answers
// within microseconds, the ten failures that IDA allows by itself end before the step is short enough. Fifteen reach a
// nanosecond; below it no plant has anything to resolve, and what fails there is not the step's length.
constexpr int most_convergence_failures = 15;

}  // namespace

/// IDA, with our vectors, fixed-pattern Jacobian and factors by the plant's structure.
struct IdaMethod::Ida {
  DaeProblem& problem;
  SolverSettings settings;
  Caution caution;
  std::vector<int> crossed;
  std::vector<double> tried_y, tried_yp;  // what was tried last of what failed
  SolverCosts finished;
  long jacobians = 0;
  long last_step = -1, failures_before = 0;
  double reached = 0.0;
  bool started = false;

  SUNContext context = nullptr;
  void* memory = nullptr;
  N_Vector y = nullptr;
  N_Vector yp = nullptr;
  N_Vector tolerance = nullptr;
  N_Vector kind = nullptr;
  N_Vector curvature = nullptr;
  N_Vector weight = nullptr;
  std::unique_ptr<SundialsLinear> linear;

  Ida(DaeProblem& p, const SolverSettings& s) : problem(p), settings(s) {
    crossed.assign(static_cast<std::size_t>(p.plant().event_count()), 0);
    tried_y.resize(static_cast<std::size_t>(p.size()));
    tried_yp.resize(tried_y.size());
    SUNContext_Create(nullptr, &context);
    const sunindextype n = p.size();
    y = make_fast_vector(n, context);
    yp = N_VClone(y);
    tolerance = N_VClone(y);
    kind = N_VClone(y);
    curvature = N_VClone(y);
    weight = N_VClone(y);
    for (sunindextype i = 0; i < n; ++i) {
      const VariableInfo& v = p.unknown(static_cast<int>(i));
      NV_Ith_S(tolerance, i) = absolute_tolerance(p, s, static_cast<int>(i));
      NV_Ith_S(kind, i) = v.kind == Kind::algebraic ? 0.0 : 1.0;
      NV_Ith_S(y, i) = v.range.start;
      NV_Ith_S(yp, i) = 0.0;
    }
    linear = std::make_unique<SundialsLinear>(p.pattern(), context);
    jacobian_at_declared_start(p, 1.0, usual_rate_weight, linear->values.data());
    linear->factor.prepare(linear->values.data());
    create();
  }

  ~Ida() {
    IDAFree(&memory);
    linear.reset();
    for (N_Vector v : {y, yp, tolerance, kind, curvature, weight}) N_VDestroy(v);
    SUNContext_Free(&context);
  }

  void create() {
    memory = IDACreate(context);
    IDASetErrHandlerFn(
        memory, [](int, const char*, const char*, char*, void*) {}, nullptr);
    IDASetUserData(memory, this);
    IDAInit(memory, residual, 0.0, y, yp);
    IDAWFtolerances(memory, weights);
    IDASetId(memory, kind);
    // inputs change at scan boundaries and algebraic variables jump with them: only what has a memory is error-tested
    IDASetSuppressAlg(memory, SUNTRUE);
    IDASetNonlinConvCoef(memory, settings.newton_coefficient);
    IDASetLinearSolver(memory, linear->solver(), linear->matrix());
    IDASetJacFn(memory, jacobian);
    if (!crossed.empty()) {
      IDARootInit(memory, static_cast<int>(crossed.size()), roots);
      std::vector<int> upwards(crossed.size(), 1);
      IDASetRootDirection(memory, upwards.data());
      IDASetNoInactiveRootWarn(memory);
    }
  }

  void apply_caution() {
    IDASetMaxNumSteps(memory, caution.most_steps);
    IDASetMaxStep(memory, caution.longest_step);
    IDASetMaxOrd(memory, caution.highest_order);
    IDASetMaxNonlinIters(memory, caution.newton_iterations);
    IDASetMaxConvFails(memory, most_convergence_failures);
    IDASetNonlinConvCoef(memory, settings.newton_coefficient * caution.newton_factor);
    IDASVtolerances(memory, settings.relative_tolerance * caution.tolerance_factor, tolerance);
  }

  static int residual(realtype, N_Vector y, N_Vector yp, N_Vector r, void* user) {
    Ida& self = *static_cast<Ida*>(user);
    self.problem.residual(N_VGetArrayPointer(y), N_VGetArrayPointer(yp), N_VGetArrayPointer(r));
    const bool sound = holds_numbers(r);
    if (!sound || self.has_failed_since_last_step()) {
      std::copy_n(N_VGetArrayPointer(y), self.tried_y.size(), self.tried_y.begin());
      std::copy_n(N_VGetArrayPointer(yp), self.tried_yp.size(), self.tried_yp.begin());
    }
    return sound ? 0 : 1;  // not a number anywhere: recoverable, IDA takes a smaller step
  }

  bool has_failed_since_last_step() {
    long steps = 0, tests = 0, solves = 0;
    IDAGetNumSteps(memory, &steps);
    IDAGetNumErrTestFails(memory, &tests);
    IDAGetNumNonlinSolvConvFails(memory, &solves);
    if (steps != last_step) {
      last_step = steps;
      failures_before = tests + solves;
    }
    return tests + solves != failures_before;
  }

  static int weights(N_Vector y, N_Vector w, void* user) {
    const Ida& self = *static_cast<Ida*>(user);
    error_weights(self.settings.relative_tolerance, self.tolerance, y, w);
    return 0;
  }

  static int jacobian(realtype, realtype c, N_Vector y, N_Vector yp, N_Vector, SUNMatrix, void* user, N_Vector,
                      N_Vector, N_Vector) {
    Ida& self = *static_cast<Ida*>(user);
    ++self.jacobians;
    self.problem.jacobian(N_VGetArrayPointer(y), N_VGetArrayPointer(yp), 1.0, c, self.linear->values.data());
    return 0;
  }

  static int roots(realtype, N_Vector y, N_Vector, realtype* functions, void* user) {
    Ida& self = *static_cast<Ida*>(user);
    self.problem.events(N_VGetArrayPointer(y), functions, nullptr);
    return 0;
  }

  SolverCosts current() const {
    SolverCosts c;
    if (!started) return c;
    IDAGetNumSteps(memory, &c.steps);
    IDAGetNumResEvals(memory, &c.residuals);
    IDAGetNumErrTestFails(memory, &c.error_test_failures);
    IDAGetNonlinSolvStats(memory, &c.newton_iterations, &c.newton_failures);
    c.jacobians = jacobians;
    return c;
  }
};

IdaMethod::IdaMethod(DaeProblem& problem, const SolverSettings& settings)
    : ida_(std::make_unique<Ida>(problem, settings)) {}
IdaMethod::~IdaMethod() = default;

void IdaMethod::restart(double time, const std::vector<double>& y, const std::vector<double>& yp) {
  ida_->finished += ida_->current();
  ++ida_->finished.restarts;
  ida_->jacobians = 0;
  ida_->started = true;
  ida_->last_step = -1;
  ida_->tried_y = y;
  ida_->tried_yp = yp;
  std::copy(y.begin(), y.end(), N_VGetArrayPointer(ida_->y));
  std::copy(yp.begin(), yp.end(), N_VGetArrayPointer(ida_->yp));
  IDAReInit(ida_->memory, time, ida_->y, ida_->yp);
  IDASetInitStep(ida_->memory, ida_->settings.first_step);
  ida_->apply_caution();
  ida_->linear->factor.forget();
  ida_->reached = time;
}

void IdaMethod::set_first_step(double step) {
  ida_->settings.first_step = step;
}

void IdaMethod::set_caution(const Caution& caution) {
  ida_->caution = caution;
}

IdaMethod::Outcome IdaMethod::advance(double time, std::vector<double>& y, std::vector<double>& yp) {
  Ida& ida = *ida_;
  int flag = IDA_SUCCESS;
  realtype reached = ida.reached;
  do {
    // what is left is divided into equal steps no longer than the integrator proposes: a last short step would be
    // remembered as the next proposal, and the step would never grow to the whole scan
    realtype proposed = 0.0;
    long steps = 0;
    IDAGetNumSteps(ida.memory, &steps);
    if (steps > 0) IDAGetCurrentStep(ida.memory, &proposed);  // before, it would be that of the run before the restart
    const double left = time - reached;
    double stop = time;
    constexpr double round_off = 1e-9;
    if (proposed > 0.0 && proposed < left * (1.0 - round_off))
      stop = reached + left / std::ceil(left / proposed - round_off);
    IDASetStopTime(ida.memory, stop);
    flag = IDASolve(ida.memory, stop, &reached, ida.y, ida.yp, IDA_NORMAL);
    ida.reached = reached;
    if (flag < 0) {
      y = ida.tried_y;
      yp = ida.tried_yp;
      return Outcome::failed;
    }
    if (stop == time) break;
  } while (flag != IDA_ROOT_RETURN);

  const double* from = N_VGetArrayPointer(ida.y);
  std::copy(from, from + y.size(), y.begin());
  const double* rates = N_VGetArrayPointer(ida.yp);
  std::copy(rates, rates + yp.size(), yp.begin());
  if (flag == IDA_ROOT_RETURN) {
    IDAGetRootInfo(ida.memory, ida.crossed.data());
    return Outcome::event;
  }
  return Outcome::reached;
}

double IdaMethod::reached_time() const {
  return ida_->reached;
}

double IdaMethod::restart_step() const {
  Ida& ida = *ida_;
  int order = 0;
  realtype proposed = 0.0;
  IDAGetLastOrder(ida.memory, &order);
  IDAGetCurrentStep(ida.memory, &proposed);
  if (order < 2) return proposed;
  if (IDAGetDky(ida.memory, ida.reached, 2, ida.curvature) != IDA_SUCCESS) return 0.0;
  IDAGetErrWeights(ida.memory, ida.weight);
  const double* curvature = N_VGetArrayPointer(ida.curvature);
  const double* weight = N_VGetArrayPointer(ida.weight);
  const double* kind = N_VGetArrayPointer(ida.kind);
  const int n = ida.problem.size();
  double sum = 0.0;
  for (int i = 0; i < n; ++i) {
    const double scaled = curvature[i] * weight[i] * kind[i];
    sum += scaled * scaled;
  }
  const double norm = std::sqrt(sum / n);
  return norm * proposed * proposed > 0.5 ? std::sqrt(0.5 / norm) : proposed;
}

double IdaMethod::last_step() const {
  realtype step = 0.0;
  IDAGetLastStep(ida_->memory, &step);
  return step;
}

const std::vector<int>& IdaMethod::crossed() const {
  return ida_->crossed;
}

SolverCosts IdaMethod::costs() const {
  SolverCosts total = ida_->finished;
  total += ida_->current();
  return total;
}

}  // namespace stillhouse
