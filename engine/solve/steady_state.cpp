#include "engine/solve/steady_state.h"

#include <kinsol/kinsol.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "engine/base/error.h"
#include "engine/solve/consistent_start.h"
#include "engine/solve/fast_vector.h"
#include "engine/solve/solver_report.h"
#include "engine/solve/state_event.h"
#include "engine/solve/sundials_linear.h"

namespace stillhouse {

namespace {

constexpr int most_events_per_stretch = 1000;
constexpr double first_step_after_event = 1e-3;  // s
constexpr double accuracy = 1e-11;               // of the scaled residual

std::string digits(double value) {
  char text[32];
  return {text, std::to_chars(text, text + sizeof text, value, std::chars_format::general, 3).ptr};
}

/// Newton's method on F(y, y') = 0 where most variables rest and the others move.
///
/// The unknown of a variable that rests, or is algebraic, is its value; of one that moves, its rate. The rate of what
/// rests is (y - y_before) / last step, an implicit Euler step so long that it is zero for every purpose; it keeps the
/// matrix regular where a closed plant conserves something, and keeps the amount conserved.
class Polish {
 public:
  Polish(DaeProblem& problem, const std::vector<bool>& moves, double last_step, std::vector<double>& y,
         std::vector<double>& yp)
      : problem_(problem), moves_(moves), last_step_(last_step), y_(y), yp_(yp), before_(y) {
    SUNContext_Create(nullptr, &context_);
    const sunindextype n = problem.size();
    unknown_ = make_fast_vector(n, context_);
    unknown_scale_ = N_VClone(unknown_);
    residual_scale_ = N_VClone(unknown_);
    linear_ = std::make_unique<SundialsLinear>(problem.pattern(), context_);
    by_rate_.resize(linear_->values.size());
    memory_ = KINCreate(context_);
  }
  ~Polish() {
    KINFree(&memory_);
    linear_.reset();
    for (N_Vector v : {unknown_, unknown_scale_, residual_scale_}) N_VDestroy(v);
    SUNContext_Free(&context_);
  }
  Polish(const Polish&) = delete;
  Polish& operator=(const Polish&) = delete;

  /// Whether a solution was found; `y` and `yp` hold it, or the last iterate.
  bool solve() {
    fill_jacobian();
    const std::vector<double> sizes = row_sizes();
    for (std::size_t i = 0; i < y_.size(); ++i) {
      const sunindextype k = static_cast<sunindextype>(i);
      NV_Ith_S(unknown_, k) = moves_[i] ? yp_[i] : y_[i];
      NV_Ith_S(unknown_scale_, k) = 1.0 / nominal(i);
      NV_Ith_S(residual_scale_, k) = 1.0 / sizes[i];
    }
    KINSetErrHandlerFn(
        memory_, [](int, const char*, const char*, char*, void*) {}, nullptr);
    KINSetUserData(memory_, this);
    KINInit(memory_, residual, unknown_);
    KINSetLinearSolver(memory_, linear_->solver(), linear_->matrix());
    KINSetJacFn(memory_, jacobian);
    KINSetMaxSetupCalls(memory_, 1);
    KINSetFuncNormTol(memory_, accuracy);
    KINSetScaledStepTol(memory_, 1e-14);
    KINSetNumMaxIters(memory_, 100);
    KINSetMaxNewtonStep(memory_, 1e8);
    const int flag = KINSol(memory_, unknown_, KIN_LINESEARCH, unknown_scale_, residual_scale_);
    take(unknown_);

    // where round-off lets Newton come no nearer KINSOL reports a failed line search or a small step: what counts is
    // the residual
    std::vector<double> r(y_.size());
    problem_.residual(y_.data(), yp_.data(), r.data());
    double largest = 0.0;
    for (std::size_t i = 0; i < r.size(); ++i) largest = std::max(largest, std::abs(r[i]) / sizes[i]);
    return flag >= 0 ? largest < 1e-8 : largest < 1e-10;
  }

 private:
  double nominal(std::size_t i) const { return problem_.unknown(static_cast<int>(i)).range.nominal; }

  void take(N_Vector unknown) {
    const double* z = N_VGetArrayPointer(unknown);
    for (std::size_t i = 0; i < y_.size(); ++i) {
      if (moves_[i]) {
        yp_[i] = z[i];
      } else {
        y_[i] = z[i];
        yp_[i] = (z[i] - before_[i]) / last_step_;
      }
    }
  }

  void fill_jacobian() {
    problem_.jacobian(y_.data(), yp_.data(), 1.0, 1.0 / last_step_, linear_->values.data());
    problem_.jacobian(y_.data(), yp_.data(), 0.0, 1.0, by_rate_.data());
    const SparsePattern& pattern = problem_.pattern();
    for (std::size_t column = 0; column < y_.size(); ++column) {
      if (!moves_[column]) continue;
      for (int k = pattern.column_start[column]; k < pattern.column_start[column + 1]; ++k)
        linear_->values[static_cast<std::size_t>(k)] = by_rate_[static_cast<std::size_t>(k)];
    }
  }

  std::vector<double> row_sizes() const { return problem_.row_scales(linear_->values.data()); }

  static int residual(N_Vector unknown, N_Vector r, void* user) {
    Polish& self = *static_cast<Polish*>(user);
    self.take(unknown);
    double* values = N_VGetArrayPointer(r);
    self.problem_.residual(self.y_.data(), self.yp_.data(), values);
    return std::all_of(values, values + self.y_.size(), [](double v) { return std::isfinite(v); }) ? 0 : 1;
  }

  static int jacobian(N_Vector unknown, N_Vector, SUNMatrix, void* user, N_Vector, N_Vector) {
    Polish& self = *static_cast<Polish*>(user);
    self.take(unknown);
    self.fill_jacobian();
    return 0;
  }

  DaeProblem& problem_;
  const std::vector<bool>& moves_;
  double last_step_;
  std::vector<double>& y_;
  std::vector<double>& yp_;
  std::vector<double> before_;
  std::vector<double> by_rate_;
  SUNContext context_ = nullptr;
  void* memory_ = nullptr;
  N_Vector unknown_ = nullptr;
  N_Vector unknown_scale_ = nullptr;
  N_Vector residual_scale_ = nullptr;
  std::unique_ptr<SundialsLinear> linear_;
};

/// Integrates from 0 to `to` through state events.
void integrate(DaeProblem& problem, ConsistentStart& consistent, Integrator& integrator, double from, double to,
               std::vector<double>& y, std::vector<double>& yp) {
  std::vector<Events::Transition> transitions(static_cast<std::size_t>(problem.plant().event_count()));
  for (int events = 0; events < most_events_per_stretch; ++events) {
    const Integrator::Outcome outcome = integrator.advance(to, y, yp);
    if (outcome == Integrator::Outcome::reached) return;
    if (outcome == Integrator::Outcome::failed) break;
    pass_state_event(problem, integrator.crossed(), y, transitions);
    consistent.find(y, yp, from + integrator.reached_time());
    integrator.set_first_step(first_step_after_event);
    integrator.restart(integrator.reached_time(), y, yp);
  }
  throw SolveError(from + integrator.reached_time(),
                   "on the way to a steady state, t = " + digits(from + integrator.reached_time()) +
                       " s: worst: " + worst_equations(problem, y.data(), yp.data()));
}

std::string moving_in_words(const VariableInfo& v, double value, double rate) {
  return v.name + (rate > 0.0 ? " rises by " : " falls by ") + digits(std::abs(rate) * 3600.0) + " " + v.unit +
         " an hour, from " + digits(value) + " " + v.unit + " (" + v.sentence + ")";
}

}  // namespace

SteadyState find_steady_state(DaeProblem& problem, const std::vector<double>& start,
                              const SteadyStateSettings& settings) {
  const std::size_t n = static_cast<std::size_t>(problem.size());
  SteadyState state;
  state.y = start;
  state.yp.assign(start.size(), 0.0);
  ConsistentStart consistent(problem);
  consistent.find(state.y, state.yp);
  Integrator integrator(problem, settings.solver);
  std::vector<bool> moves(n), unsettled(n);
  std::vector<double> earlier(n);
  std::string restless;

  const auto tell_what_moves = [&] {
    for (std::size_t i = 0; i < n; ++i) {
      if (!moves[i]) {
        state.yp[i] = 0.0;
      } else if (problem.unknown(static_cast<int>(i)).kind == Kind::differential) {
        state.moving.push_back(static_cast<int>(i));
        state.in_words.push_back(moving_in_words(problem.unknown(static_cast<int>(i)), state.y[i], state.yp[i]));
      }
    }
  };

  for (double stretch = settings.first_stretch; state.time < settings.longest; stretch *= 2.0) {
    earlier = state.yp;
    integrator.set_first_step(settings.solver.first_step);
    integrator.restart(0.0, state.y, state.yp);
    integrate(problem, consistent, integrator, state.time, stretch, state.y, state.yp);
    state.time += stretch;
    consistent.find(state.y, state.yp, state.time);

    // who rests, who drifts, who has not settled
    restless.clear();
    unsettled.assign(n, false);
    for (std::size_t i = 0; i < n; ++i) {
      moves[i] = problem.unknown(static_cast<int>(i)).kind == Kind::ledger;
      if (problem.unknown(static_cast<int>(i)).kind != Kind::differential) continue;
      const double rate = state.yp[i];
      if (std::abs(rate) * settings.patience <= settings.rest * problem.unknown(static_cast<int>(i)).range.nominal)
        continue;
      moves[i] = true;
      const bool steadily = std::abs(rate - earlier[i]) <= settings.steady_drift * std::abs(rate);
      unsettled[i] = !steadily || state.time < settings.patience;
      if (unsettled[i]) restless += (restless.empty() ? "" : ", ") + problem.unknown(static_cast<int>(i)).name;
    }
    if (!restless.empty()) continue;

    if (!Polish(problem, moves, settings.last_step, state.y, state.yp).solve()) {
      throw SolveError(state.time, "no steady state was found after " + digits(state.time) +
                                       " s; worst: " + worst_equations(problem, state.y.data(), state.yp.data()));
    }
    tell_what_moves();
    return state;
  }

  // what has crept for years is told as a drift, whatever its pace does
  bool creeps = true;
  for (std::size_t i = 0; i < n; ++i)
    creeps = creeps && (!unsettled[i] || std::abs(state.yp[i]) * settings.patience <=
                                             settings.creep * problem.unknown(static_cast<int>(i)).range.nominal);
  if (creeps && Polish(problem, moves, settings.last_step, state.y, state.yp).solve()) {
    tell_what_moves();
    return state;
  }
  throw SolveError(state.time, "the plant did not come to rest in " + digits(state.time) +
                                   " s; still changing: " + restless.substr(0, 300) + "; worst: " +
                                   worst_equations(problem, state.y.data(), std::vector<double>(start.size()).data()));
}

}  // namespace stillhouse
