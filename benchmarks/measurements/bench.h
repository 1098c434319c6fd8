#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace stillhouse {

/// What is timed: done again and again, each time from the same beginning. Throws what prevents it.
using Work = std::function<void()>;
/// Prepares a work: what a user does once (building the plant, finding its steady state) is done here and not timed.
using Prepare = std::function<Work()>;

/// One row of the table.
struct Measurement {
  std::string name;    ///< snake_case; what `--only` looks for
  Prepare ours;        ///< through the engine as everything else uses it
  std::string anchor;  ///< what it is timed against, in words; empty: nothing
  Prepare theirs;      ///< the anchor, on the same equations with the same tolerances
  double parts = 1.0;  ///< times are a part's: the work's divided by so many steps, events or calls
  /// the same where only the run knows, for each its own; asked after it
  std::function<double()> parts_by_then, anchor_parts_by_then;

  /// s of simulated time in a part, for the table's last column; 0: none
  double simulated = 0.0;
  /// the same where only the run knows; asked after it
  std::function<double()> simulated_by_then;
  /// The anchor must take at least so many times ours; 0: no such goal. It alone decides when there is an anchor,
  /// because machines differ.
  double goal_ratio = 0.0;
  /// More than 1: the anchor is ours on a plant so many times smaller, and the row measures growth. Its ratio is then
  /// the exponent of time = constant size^exponent.
  double times_larger = 0.0;
  double goal_exponent = 0.0;  ///< at most this; 0: no such goal
  /// s; what the same took where the goal was set. Decides where there is no anchor; 0: no goal.
  double goal_s = 0.0;
  /// Left out with --quick: takes more than some 10 s.
  bool slow = false;
};

/// What came of a measurement.
struct Row {
  Measurement of;
  std::optional<double> ours_s, anchor_s;  ///< processor seconds a part; nothing if it could not be run
  std::string failure;                     ///< why ours or the anchor could not be run; empty: all is well

  /// The anchor's time over ours; of a row that measures growth, the exponent.
  std::optional<double> ratio() const;
  /// "at least 4 x (0.5 ms)", "at most 0.5 s", "exponent at most 1.1"; empty: no goal.
  std::string goal() const;
  /// Nothing if there is no goal, or what it needs could not be run.
  std::optional<bool> met() const;
};

/// The measurements there are, in the order of the table.
class Bench {
 public:
  /// Throws std::invalid_argument if there is one of that name.
  void add(Measurement measurement);
  const std::vector<Measurement>& measurements() const { return measurements_; }
  /// Those whose name begins with one of the words, or all; with `quick` without the slow ones unless named in full.
  std::vector<const Measurement*> chosen(const std::vector<std::string>& words, bool quick) const;

 private:
  std::vector<Measurement> measurements_;
};

/// Runs ours and the anchor in turns until `budget` seconds of processor time are spent, at least once each, and takes
/// the least time of each: what disturbs a processor only ever adds. The one that is ten times
/// shorter goes on meanwhile, up to ten times a turn. Times are CLOCK_PROCESS_CPUTIME_ID's; a work
/// shorter than a millisecond is repeated within one reading of the clock.
Row run(const Measurement& measurement, double budget);

/// The compiler must take the value for unknown, and for needed.
template <class T>
void keep(T& value) {
  asm volatile("" : "+m"(value) : : "memory");
}

/// Does our work once, untimed, for profilers and instruction counters, which find it by the name of this function.
[[gnu::noinline]] void counted_work(const Work& work);

}  // namespace stillhouse
