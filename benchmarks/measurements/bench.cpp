#include "benchmarks/measurements/bench.h"

#include <algorithm>
#include <cmath>
#include <ctime>
#include <exception>
#include <limits>
#include <stdexcept>

#include "benchmarks/measurements/table.h"

namespace stillhouse {

namespace {

double processor_time() {
  timespec now{};
  ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

/// A work and the least time it has taken.
struct Contestant {
  Work work;
  long repeated = 1;  // within one reading of the clock
  double least = std::numeric_limits<double>::infinity();

  /// Returns what it spent.
  double time_once() {
    const double before = processor_time();
    for (long i = 0; i < repeated; ++i) work();
    const double spent = processor_time() - before;
    least = std::min(least, spent / static_cast<double>(repeated));
    return spent;
  }

  /// What a turn of it takes.
  double turn() const { return least * static_cast<double>(repeated); }

  /// Some more turns as long as they are cheap beside the other's, because a single short one says little: up to nine,
  /// a tenth of the other's. Returns what it spent.
  double go_on_beside(const Contestant& other) {
    double spent = 0.0;
    for (int more = static_cast<int>(std::min(9.0, 0.1 * other.turn() / turn())); more > 0; --more)
      spent += time_once();
    return spent;
  }

  /// Prepares, and works once to warm up. Returns why it cannot be run, or nothing.
  std::string prepare(const Prepare& preparation) {
    try {
      work = preparation();
      constexpr double readable = 1e-3;  // s
      time_once();
      // the first time includes what every cache has yet to see
      if (least < readable) {
        time_once();
        repeated = std::max(1L, std::lround(std::ceil(readable / std::max(least, 1e-9))));
      }
      return {};
    } catch (const std::exception& e) {
      least = std::numeric_limits<double>::infinity();
      return e.what();
    }
  }
};

}  // namespace

std::optional<double> Row::ratio() const {
  if (!ours_s || !anchor_s) return std::nullopt;
  if (of.times_larger > 1.0) return std::log(*ours_s / *anchor_s) / std::log(of.times_larger);
  return *anchor_s / *ours_s;
}

std::string Row::goal() const {
  if (of.goal_exponent > 0.0) return "exponent at most " + digits(of.goal_exponent, 3);
  const std::string time = of.goal_s > 0.0 ? time_in_words(of.goal_s) : "";
  if (of.goal_ratio > 0.0)
    return "at least " + digits(of.goal_ratio, 3) + " x" + (time.empty() ? "" : " (" + time + ")");
  return time.empty() ? "" : "at most " + time;
}

std::optional<bool> Row::met() const {
  if (of.goal_exponent > 0.0) return ratio() ? std::optional(*ratio() <= of.goal_exponent) : std::nullopt;
  if (of.goal_ratio > 0.0) return ratio() ? std::optional(*ratio() >= of.goal_ratio) : std::nullopt;
  if (of.goal_s > 0.0 && ours_s) return *ours_s <= of.goal_s;
  return std::nullopt;
}

void Bench::add(Measurement measurement) {
  for (const Measurement& other : measurements_)
    if (other.name == measurement.name) throw std::invalid_argument(measurement.name + " is measured twice");
  measurements_.push_back(std::move(measurement));
}

std::vector<const Measurement*> Bench::chosen(const std::vector<std::string>& words, bool quick) const {
  std::vector<const Measurement*> found;
  for (const Measurement& m : measurements_) {
    const bool in_full = std::find(words.begin(), words.end(), m.name) != words.end();
    const bool begins = std::any_of(words.begin(), words.end(), [&](const auto& w) { return m.name.starts_with(w); });
    if (in_full || ((words.empty() || begins) && !(quick && m.slow))) found.push_back(&m);
  }
  return found;
}

Row run(const Measurement& measurement, double budget) {
  Row row{.of = measurement};
  const double begun = processor_time();
  Contestant ours, theirs;
  if (const std::string why = ours.prepare(measurement.ours); !why.empty()) row.failure = "ours: " + why;
  bool both = bool(measurement.theirs);
  if (both) {
    if (const std::string why = theirs.prepare(measurement.theirs); !why.empty()) {
      row.failure += (row.failure.empty() ? "" : "; ") + ("the anchor: " + why);
      both = false;
    }
  }

  // in turns, so that a slow minute of the machine meets both; one that fails only now and then is no anchor either
  try {
    if (std::isfinite(ours.least)) {
      const auto go_on = [&] { return both ? ours.go_on_beside(theirs) + theirs.go_on_beside(ours) : 0.0; };
      double turn = go_on() + ours.turn() + (both ? theirs.turn() : 0.0);
      for (int turns = 0; turns < 1000 && processor_time() - begun + turn < budget; ++turns)
        turn = ours.time_once() + (both ? theirs.time_once() : 0.0) + go_on();
    }
  } catch (const std::exception& e) {
    row.failure = e.what();
    return row;
  }
  if (measurement.simulated_by_then) row.of.simulated = measurement.simulated_by_then();
  const auto parts = [&](const std::function<double()>& by_then) { return by_then ? by_then() : measurement.parts; };
  if (std::isfinite(ours.least)) row.ours_s = ours.least / parts(measurement.parts_by_then);
  if (both) row.anchor_s = theirs.least / parts(measurement.anchor_parts_by_then);
  return row;
}

void counted_work(const Work& work) {
  work();
  asm volatile("" ::: "memory");  // no tail call: the work is below this function in a profile
}

}  // namespace stillhouse
