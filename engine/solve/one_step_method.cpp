#include "engine/solve/one_step_method.h"

#include <algorithm>
#include <cmath>

#include "engine/autodiff/functions.h"
#include "engine/solve/elimination.h"
#include "engine/solve/radau_coefficients.h"

namespace stillhouse {

namespace {

constexpr int most_iterations = 7;         // of Newton in a step
constexpr int most_start_iterations = 50;  // of Newton after inputs have changed
constexpr int most_steps = 100000;         // in one advance
constexpr double fast_enough = 0.03;       // rate of convergence at which the Jacobian is kept
constexpr double settled = 1e-3;           // of the tolerance: algebraic unknowns after inputs have changed
constexpr double slow = 0.1;               // rate of convergence at which they are given another Jacobian
constexpr double keep_step = 1.2;          // a step that could grow by less stays, with its factors
constexpr double round_off = 1e-16;
constexpr double same_step = 1e-9;       // steps that differ by less share their factors
constexpr double smallest_step = 1e-15;  // of the time

}  // namespace

struct OneStepMethod::Radau {
  DaeProblem& problem;
  SolverSettings settings;
  int n;
  double relative;               // tolerance that steps are controlled with
  double newton_limit;           // what Newton may leave of it
  std::vector<double> absolute;  // tolerance of each unknown
  std::vector<char> has_memory;  // not algebraic: tested for error
  double count_with_memory = 0.0;

  // where it is
  double t = 0.0;
  std::vector<double> y, yp;
  std::vector<double> weight;      // of an error of each unknown: 1 / (absolute + relative |y|)
  std::vector<double> k1, k2, k3;  // the last step's polynomial, Newton's divided differences from its end
  double last_step = 0.0;          // of which it is; 0: none
  double proposal = 0.0;
  double accepted_step = 0.0, accepted_error = 0.01;  // of the step before, for the predictive control
  bool rejected = false;
  std::vector<double> inputs, modes;  // that the state belongs to
  std::vector<double> events, events_after;
  std::vector<int> crossed;

  // the linear systems
  std::vector<double> by_value, by_rate, by_rate_now, start_values;
  Elimination stage_systems, start_system;
  double factored_step = 0.0;
  bool fresh = false;    // the Jacobian is of this state
  bool known = false;    // there is one
  bool doubted = false;  // Newton did not converge with it
  int rates_same = -1, rates_skipped = 0;
  double theta = 0.0, convergence = 1.0;

  // room to work in
  std::vector<double> z1, z2, z3, w1, w2, w3, v1, v2, v3, s1, s2, s3, r1, r2, r3, trial, trial_rate;
  SolverCosts spent;

  Radau(DaeProblem& p, const SolverSettings& s)
      : problem(p), settings(s), n(p.size()), stage_systems(p.pattern()), start_system(p.pattern()) {
    relative = 0.1 * pow(s.relative_tolerance, 2.0 / 3.0);
    newton_limit = std::max(10.0 * round_off / relative, std::min(0.03, sqrt(relative)));
    for (int i = 0; i < n; ++i) {
      absolute.push_back(absolute_tolerance(p, s, i) * (relative / s.relative_tolerance));
      has_memory.push_back(unknown(p, i).kind != Kind::algebraic);
      count_with_memory += has_memory.back() ? 1.0 : 0.0;
    }
    count_with_memory = std::max(count_with_memory, 1.0);
    const std::size_t size = static_cast<std::size_t>(n);
    for (auto* v : {&y,  &yp, &weight, &k1, &k2, &k3, &z1, &z2, &z3, &w1,    &w2,        &w3,
                    &v1, &v2, &v3,     &s1, &s2, &s3, &r1, &r2, &r3, &trial, &trial_rate})
      v->assign(size, 0.0);
    by_value.resize(static_cast<std::size_t>(p.pattern().entries()));
    by_rate.resize(by_value.size());
    by_rate_now.resize(by_value.size());
    start_values.resize(by_value.size());
    inputs = p.inputs;
    modes = p.modes;
    crossed.assign(static_cast<std::size_t>(p.plant().event_count()), 0);
    events.assign(crossed.size(), 0.0);
    events_after.assign(crossed.size(), 0.0);
  }

  void residual(const double* at, const double* rate, double* r) {
    ++spent.residuals;
    problem.residual(at, rate, r);
  }

  /// dF/dy' is a constant of many plants: when it came out the same twice it is looked at again at every eighth
  /// Jacobian only, or when Newton does not converge.
  void refresh_jacobian(bool with_rates) {
    problem.jacobian(y.data(), yp.data(), 1.0, 0.0, by_value.data());
    ++spent.jacobians;
    if (with_rates || rates_same < 2 || ++rates_skipped == 8) {
      problem.jacobian(y.data(), yp.data(), 0.0, 1.0, by_rate_now.data());
      ++spent.jacobians;
      rates_same = rates_same >= 0 && by_rate_now == by_rate ? rates_same + 1 : 0;
      rates_skipped = 0;
      by_rate.swap(by_rate_now);
    }
    known = fresh = true;
    doubted = false;
    factored_step = 0.0;
  }

  void weigh() {
    for (int i = 0; i < n; ++i) weight[i] = 1.0 / (absolute[i] + relative * std::abs(y[i]));
  }

  double error_norm(const double* e) const {
    double sum = 0.0;
    for (int i = 0; i < n; ++i) {
      const double size = has_memory[i] ? e[i] * weight[i] : 0.0;
      sum += size * size;
    }
    return sqrt(sum / count_with_memory);
  }

  void restart(double time, const std::vector<double>& from, const std::vector<double>& rates) {
    t = time;
    y = from;
    yp = rates;
    inputs = problem.inputs;
    modes = problem.modes;
    ++spent.restarts;
    last_step = factored_step = accepted_step = 0.0;
    accepted_error = 0.01;
    convergence = 1.0;
    known = fresh = doubted = rejected = false;
    rates_same = -1;
    rates_skipped = 0;
    stage_systems.forget();
    start_system.forget();
    weigh();
    if (!events.empty()) event_functions(problem, y.data(), events.data());
    proposal = settings.first_step;
    if (proposal > 0.0) return;
    // such that the state moves by about what an error may be
    const double speed = error_norm(yp.data());
    proposal = speed > 0.0 ? 1.0 / speed : 1e300;
  }

  /// Inputs or modes have changed: algebraic unknowns and rates that go with the values that have a memory, by Newton.
  /// If it does not converge, the step will have to.
  void settle() {
    inputs = problem.inputs;
    modes = problem.modes;
    const SparsePattern& pattern = problem.pattern();
    double before = 0.0, rate = 0.0;
    for (int iteration = 0; iteration < most_start_iterations; ++iteration) {
      residual(y.data(), yp.data(), r1.data());
      if (iteration == 0 || rate > slow) {
        refresh_jacobian(true);
        start_values = by_value;
        for (int c = 0; c < n; ++c) {
          if (!has_memory[c]) continue;
          for (int k = pattern.column_start[c]; k < pattern.column_start[c + 1]; ++k) start_values[k] = by_rate[k];
        }
        if (!start_system.factor(start_values.data())) break;
      }
      start_system.solve(r1.data());
      ++spent.newton_iterations;
      double largest = 0.0;
      for (int i = 0; i < n; ++i) {
        const double accuracy = 1.0 / weight[i] + (has_memory[i] ? std::abs(yp[i]) : 0.0);
        largest = std::max(largest, std::abs(r1[i]) / accuracy);
        if (!std::isfinite(r1[i])) largest = INFINITY;
      }
      if (!std::isfinite(largest)) break;
      for (int i = 0; i < n; ++i) (has_memory[i] ? yp[i] : y[i]) -= r1[i];
      if (largest < settled) break;
      rate = iteration == 0 ? 0.0 : largest / before;
      before = largest;
    }
    weigh();
    last_step = 0.0;
  }

  enum class Attempt { accepted, rejected, failed };

  /// One step of length h to the polynomial in z1, z2, z3; `proposal` is then the next.
  Attempt attempt(double h) {
    using namespace radau;
    if (!known) refresh_jacobian(doubted);
    if (!(std::abs(h - factored_step) <= same_step * h)) {
      if (!stage_systems.factor(by_value.data(), by_rate.data(), gamma / h, alpha / h, beta / h)) {
        ++spent.newton_failures;
        proposal = 0.5 * h;
        known = known && fresh;
        return Attempt::rejected;
      }
      factored_step = h;
    }
    if (!newton(h)) return Attempt::rejected;

    // the error, filtered by the real system; of a first or repeated step once more, which damps stiff parts
    const double inverse_step = 1.0 / h;
    for (int i = 0; i < n; ++i) trial_rate[i] = -inverse_step * (e1 * z1[i] + e2 * z2[i] + e3 * z3[i]);
    residual(y.data(), trial_rate.data(), r1.data());
    stage_systems.solve(r1.data());
    double error = std::max(error_norm(r1.data()), 1e-10);
    if (!(error < 1.0) && (last_step == 0.0 || rejected)) {
      for (int i = 0; i < n; ++i) trial[i] = y[i] - r1[i];
      residual(trial.data(), trial_rate.data(), r1.data());
      stage_systems.solve(r1.data());
      error = std::max(error_norm(r1.data()), 1e-10);
    }
    if (!std::isfinite(error)) error = 1e10;

    const double safety = std::min(0.9, 0.9 * (1 + 2 * most_iterations) / (iterations + 2.0 * most_iterations));
    double shrink = std::clamp(sqrt(sqrt(error)) / safety, 0.125, 5.0);
    if (!(error < 1.0)) {
      ++spent.error_test_failures;
      proposal = last_step == 0.0 ? 0.1 * h : h / shrink;
      rejected = true;
      return Attempt::rejected;
    }
    if (accepted_step > 0.0) {
      const double predicted = accepted_step / h * sqrt(sqrt(error * error / accepted_error)) / safety;
      shrink = std::max(shrink, std::clamp(predicted, 0.125, 5.0));
    }
    accepted_step = h;
    accepted_error = std::max(0.01, error);
    next_step = h / shrink;
    if (rejected) next_step = std::min(next_step, h);
    rejected = false;
    ++spent.steps;
    return Attempt::accepted;
  }

  int iterations = 0;
  double next_step = 0.0;

  /// The stages' increments by simplified Newton; false: not with this step or Jacobian.
  bool newton(double h) {
    using namespace radau;
    // begin on the last step's polynomial, carried on
    if (last_step == 0.0) {
      for (auto* v : {&z1, &z2, &z3, &w1, &w2, &w3}) std::fill(v->begin(), v->end(), 0.0);
    } else {
      const double q3 = h / last_step, q1 = c1 * q3, q2 = c2 * q3;
      for (int i = 0; i < n; ++i) {
        const double a = q1 * (k1[i] + (q1 - (c2 - 1.0)) * (k2[i] + (q1 - (c1 - 1.0)) * k3[i]));
        const double b = q2 * (k1[i] + (q2 - (c2 - 1.0)) * (k2[i] + (q2 - (c1 - 1.0)) * k3[i]));
        const double c = q3 * (k1[i] + (q3 - (c2 - 1.0)) * (k2[i] + (q3 - (c1 - 1.0)) * k3[i]));
        z1[i] = a;
        z2[i] = b;
        z3[i] = c;
        w1[i] = inverse[0][0] * a + inverse[0][1] * b + inverse[0][2] * c;
        w2[i] = inverse[1][0] * a + inverse[1][1] * b + inverse[1][2] * c;
        w3[i] = inverse[2][0] * a + inverse[2][1] * b + inverse[2][2] * c;
      }
    }
    const double g = gamma / h, p = alpha / h, q = beta / h;
    const double root = sqrt(std::max(convergence, round_off));
    convergence = root * sqrt(root);  // doubted a little: it was another step's
    theta = fast_enough;
    double before = 0.0, rate_before = 0.0;
    for (iterations = 0; iterations < most_iterations;) {
      for (int i = 0; i < n; ++i) {
        const double a = g * w1[i], b = p * w2[i] - q * w3[i], c = q * w2[i] + p * w3[i];
        v1[i] = T[0][0] * a + T[0][1] * b + T[0][2] * c;
        v2[i] = T[1][0] * a + T[1][1] * b + T[1][2] * c;
        v3[i] = T[2][0] * a + b;
        s1[i] = y[i] + z1[i];
        s2[i] = y[i] + z2[i];
        s3[i] = y[i] + z3[i];
      }
      residual(s1.data(), v1.data(), r1.data());
      residual(s2.data(), v2.data(), r2.data());
      residual(s3.data(), v3.data(), r3.data());
      for (int i = 0; i < n; ++i) {
        const double a = r1[i], b = r2[i], c = r3[i];
        r1[i] = inverse[0][0] * a + inverse[0][1] * b + inverse[0][2] * c;
        r2[i] = inverse[1][0] * a + inverse[1][1] * b + inverse[1][2] * c;
        r3[i] = inverse[2][0] * a + inverse[2][1] * b + inverse[2][2] * c;
      }
      stage_systems.solve(r1.data(), r2.data(), r3.data());
      ++iterations;
      ++spent.newton_iterations;
      double sum = 0.0;
      for (int i = 0; i < n; ++i) {
        const double a = r1[i] * weight[i], b = r2[i] * weight[i], c = r3[i] * weight[i];
        sum += a * a + b * b + c * c;
      }
      const double size = sqrt(sum / (3.0 * n));
      if (!std::isfinite(size)) return give_up(h, 0.25 * h);
      if (iterations > 1) {
        const double rate = size / before;
        theta = iterations == 2 ? rate : sqrt(rate * rate_before);
        rate_before = rate;
        if (!(theta < 0.99)) return give_up(h, 0.5 * h);
        convergence = theta / (1.0 - theta);
        double left = convergence * size / newton_limit;
        const int remaining = most_iterations - iterations;
        for (int k = 0; k < remaining; ++k) left *= theta;
        if (left >= 1.0) {
          const double excess = std::clamp(left, 1e-4, 20.0);
          return give_up(h, 0.8 * h * pow(excess, -1.0 / (4.0 + remaining)));
        }
      }
      before = std::max(size, round_off);
      for (int i = 0; i < n; ++i) {
        const double a = w1[i] -= r1[i], b = w2[i] -= r2[i], c = w3[i] -= r3[i];
        z1[i] = T[0][0] * a + T[0][1] * b + T[0][2] * c;
        z2[i] = T[1][0] * a + T[1][1] * b + T[1][2] * c;
        z3[i] = T[2][0] * a + b;
      }
      if (convergence * size <= newton_limit) return true;
    }
    return give_up(h, 0.5 * h);
  }

  /// Newton did not converge: with a new Jacobian once more, then with a shorter step.
  bool give_up(double h, double shorter) {
    ++spent.newton_failures;
    proposal = fresh ? shorter : h;
    if (!fresh) {
      known = false;
      doubted = true;
    }
    rejected = true;
    convergence = 1.0;
    return false;
  }

  /// The accepted step becomes the state.
  void take(double h, double reached) {
    using namespace radau;
    const double g = gamma / h, p = alpha / h, q = beta / h;
    for (int i = 0; i < n; ++i) {
      const double chord = (z1[i] - z2[i]) / (c1 - c2), slope = (chord - z1[i] / c1) / c2;
      k1[i] = (z2[i] - z3[i]) / (c2 - 1.0);
      k2[i] = (chord - k1[i]) / (c1 - 1.0);
      k3[i] = k2[i] - slope;
      yp[i] = T[2][0] * (g * w1[i]) + (p * w2[i] - q * w3[i]);
      y[i] += z3[i];
    }
    weigh();
    t = reached;
    last_step = h;
    fresh = false;
    if (theta > fast_enough) known = false;
  }

  /// State (and, if asked, rates) on the last step's polynomial; s = -1 at its begin, 0 at its end.
  void interpolate(double s, double* values, double* rates) const {
    using namespace radau;
    for (int i = 0; i < n; ++i) {
      const double inner = k2[i] + (s - (c1 - 1.0)) * k3[i], outer = k1[i] + (s - (c2 - 1.0)) * inner;
      values[i] = y[i] + s * outer;
      if (rates) rates[i] = (outer + s * (inner + (s - (c2 - 1.0)) * k3[i])) / last_step;
    }
  }

  bool upwards() const {
    for (std::size_t e = 0; e < events.size(); ++e)
      if (events[e] < 0.0 && events_after[e] >= 0.0) return true;
    return false;
  }

  void mark_crossed() {
    for (std::size_t e = 0; e < events.size(); ++e) crossed[e] = events[e] < 0.0 && events_after[e] >= 0.0 ? 1 : 0;
    events = events_after;
  }

  /// Whether an event function crosses zero upwards in the step just taken; the state is then put back to there.
  bool find_event() {
    using namespace radau;
    double low = -1.0, high = 0.0;
    bool found = false;
    for (double s : {c1 - 1.0, c2 - 1.0, 0.0}) {
      interpolate(s, trial.data(), nullptr);
      event_functions(problem, trial.data(), events_after.data());
      if ((found = upwards())) {
        high = s;
        break;
      }
      low = s;
      events = events_after;
    }
    if (!found) return false;

    // halve to the resolution of time
    const double resolution = std::max(1e-13 * std::abs(t) / last_step, 1e-15);
    while (high - low > resolution) {
      const double middle = 0.5 * (low + high);
      interpolate(middle, trial.data(), nullptr);
      event_functions(problem, trial.data(), events_after.data());
      (upwards() ? high : low) = middle;
    }
    interpolate(high, trial.data(), trial_rate.data());
    event_functions(problem, trial.data(), events_after.data());
    mark_crossed();
    t += high * last_step;
    y = trial;
    yp = trial_rate;
    weigh();
    last_step = 0.0;
    known = false;
    return true;
  }

  Outcome advance(double time, std::vector<double>& to, std::vector<double>& rates) {
    Outcome outcome = Outcome::reached;
    if (inputs != problem.inputs || modes != problem.modes) {
      settle();
      if (!events.empty()) {
        event_functions(problem, y.data(), events_after.data());
        if (upwards()) {
          mark_crossed();
          to = y;
          rates = yp;
          return Outcome::event;
        }
        events = events_after;
      }
    }
    int tries = 0;
    while (t < time) {
      const double left = time - t;
      const double pieces = std::max(1.0, std::ceil(left / proposal - 1e-9));
      const bool last = pieces == 1.0;
      const double h = last ? left : pieces < 8.0 ? left / pieces : proposal;
      if (++tries > most_steps || !(h > smallest_step * std::abs(t)) || !(h > 1e-300)) {
        outcome = Outcome::failed;
        for (int i = 0; i < n; ++i) y[i] = s3[i], yp[i] = v3[i];
        break;
      }
      const double wished = proposal;
      if (attempt(h) != Attempt::accepted) continue;
      take(h, last ? time : t + h);
      // a step that was shortened to end in time says nothing against the length that was proposed
      if (!known || next_step < h || next_step > keep_step * h) {
        proposal = h < wished ? std::max(next_step, wished) : next_step;
      } else {
        proposal = std::max(h, wished);
      }
      if (!events.empty() && find_event()) {
        outcome = Outcome::event;
        break;
      }
    }
    to = y;
    rates = yp;
    return outcome;
  }
};

OneStepMethod::OneStepMethod(DaeProblem& problem, const SolverSettings& settings)
    : radau_(std::make_unique<Radau>(problem, settings)) {}
OneStepMethod::~OneStepMethod() = default;

void OneStepMethod::restart(double time, const std::vector<double>& y, const std::vector<double>& yp) {
  radau_->restart(time, y, yp);
}
OneStepMethod::Outcome OneStepMethod::advance(double time, std::vector<double>& y, std::vector<double>& yp) {
  return radau_->advance(time, y, yp);
}
double OneStepMethod::reached_time() const {
  return radau_->t;
}
const std::vector<int>& OneStepMethod::crossed() const {
  return radau_->crossed;
}
void OneStepMethod::set_first_step(double step) {
  radau_->settings.first_step = step;
}
SolverCosts OneStepMethod::costs() const {
  return radau_->spent;
}

}  // namespace stillhouse
