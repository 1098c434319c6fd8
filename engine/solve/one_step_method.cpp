#include "engine/solve/one_step_method.h"

#include <algorithm>
#include <cmath>

#include "engine/solve/radau_coefficients.h"

namespace stillhouse {

namespace {

constexpr double equal_steps = 8.0;  // as many before a stop are made equal
constexpr double round_off = 1e-9;
constexpr double shortest = 1e-15;  // step, of the time

}  // namespace

OneStepMethod::OneStepMethod(DaeProblem& problem, const SolverSettings& settings)
    : problem_(problem),
      step_(problem, settings),
      first_step_(settings.first_step),
      inputs_(problem.inputs),
      modes_(problem.modes) {
  crossed_.assign(static_cast<std::size_t>(problem.plant().event_count()), 0);
  events_.assign(crossed_.size(), 0.0);
  events_after_.assign(crossed_.size(), 0.0);
  at_.assign(static_cast<std::size_t>(problem.size()), 0.0);
}

void OneStepMethod::restart(double time, const std::vector<double>& y, const std::vector<double>& yp) {
  ++restarts_;
  reached_ = time;
  inputs_ = problem_.inputs;
  modes_ = problem_.modes;
  step_.begin(y, yp);
  proposal_ = first_step_ > 0.0 ? first_step_ : step_.first_step();
  if (!events_.empty()) problem_.events(y.data(), events_.data(), nullptr);
}

OneStepMethod::Outcome OneStepMethod::advance(double time, std::vector<double>& y, std::vector<double>& yp) {
  const Outcome outcome = inputs_set_off_an_event() ? Outcome::event : integrate(time);
  const bool failed = outcome == Outcome::failed;
  y = failed ? step_.tried_y() : step_.y();
  yp = failed ? step_.tried_yp() : step_.yp();
  return outcome;
}

OneStepMethod::Outcome OneStepMethod::integrate(double time) {
  for (long attempt = 0; reached_ < time; ++attempt) {
    if (caution_.longest_step > 0.0) proposal_ = std::min(proposal_, caution_.longest_step);
    if (attempt == caution_.most_steps || !(proposal_ > shortest * std::abs(reached_)) || !(proposal_ > 1e-300))
      return Outcome::failed;
    const double left = time - reached_;
    const double pieces = std::max(1.0, std::ceil(left / proposal_ - round_off));
    const double h = pieces == 1.0 ? left : pieces < equal_steps ? left / pieces : proposal_;
    const bool accepted = step_.advance(h);
    // a step that was shortened to stop in time says nothing against the length that was proposed
    proposal_ = accepted && h < proposal_ ? std::max(step_.next_step(), proposal_) : step_.next_step();
    if (!accepted) continue;
    last_step_ = h;
    reached_ = pieces == 1.0 ? time : reached_ + h;
    if (!events_.empty() && find_event(h)) return Outcome::event;
  }
  return Outcome::reached;
}

bool OneStepMethod::upwards() const {
  for (std::size_t e = 0; e < events_.size(); ++e)
    if (events_[e] < 0.0 && events_after_[e] >= 0.0) return true;
  return false;
}

void OneStepMethod::mark_crossed() {
  for (std::size_t e = 0; e < events_.size(); ++e) crossed_[e] = events_[e] < 0.0 && events_after_[e] >= 0.0 ? 1 : 0;
  events_ = events_after_;
}

bool OneStepMethod::inputs_set_off_an_event() {
  if (inputs_ == problem_.inputs && modes_ == problem_.modes) return false;
  step_.settle(modes_ != problem_.modes);
  inputs_ = problem_.inputs;
  modes_ = problem_.modes;
  if (events_.empty()) return false;
  problem_.events(step_.y().data(), events_after_.data(), nullptr);
  const bool event = upwards();
  mark_crossed();
  return event;
}

/// Whether an event function crosses zero upwards in the step just taken; the state is then put back to there.
bool OneStepMethod::find_event(double last_step) {
  const auto look_at = [&](double s) {
    step_.interpolate(s, at_.data(), nullptr);
    problem_.events(at_.data(), events_after_.data(), nullptr);
    return upwards();
  };
  double low = -1.0, high = -1.0;
  for (double s : {radau::c1 - 1.0, radau::c2 - 1.0, 0.0}) {
    high = s;
    if (look_at(s)) break;
    low = s;
    events_ = events_after_;
  }
  if (low == high) return false;
  const double resolution = std::max(1e-13 * std::abs(reached_) / last_step, 1e-15);
  while (high - low > resolution) {
    const double middle = 0.5 * (low + high);
    (look_at(middle) ? high : low) = middle;
  }
  look_at(high);
  mark_crossed();
  reached_ += high * last_step;
  step_.go_back(high);
  return true;
}

void OneStepMethod::set_caution(const Caution& caution) {
  caution_ = caution;
  step_.set_tolerance(caution.tolerance_factor);
}

SolverCosts OneStepMethod::costs() const {
  SolverCosts costs = step_.costs;
  costs.restarts = restarts_;
  return costs;
}

}  // namespace stillhouse
