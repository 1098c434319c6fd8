#pragma once

#include <cstdint>
#include <vector>

#include "models/control/reading.h"

namespace stillhouse {

/// A set-point program of ramps and soaks: each segment runs from where the set-point is to its target at its rate,
/// then waits. With hold-back the program stands still while the measurement is farther from the set-point than
/// allowed.
///
///   Program program({{.target = 350.0, .rate = 0.05, .soak = 600.0}});   // from 300 K: 1000 s of ramp, 600 s of soak
///
/// Units: those of the set-point, seconds; rate 0 jumps. Trivially copyable state; no allocation in a scan.
class Program {
 public:
  struct Segment {
    double target = 0.0;
    double rate = 0.0;       ///< per second; 0: at once
    double soak = 0.0;       ///< s at the target
    double hold_back = 0.0;  ///< 0: none
  };
  struct State {
    double set_point = 0.0;
    double soaked = 0.0;        ///< s
    std::int32_t segment = -1;  ///< -1: not started; number of segments: done
    bool held = false;          ///< stands still by hold-back or by hand

    bool operator==(const State&) const = default;
  };

  /// ModelError if there is no segment or a rate, time or hold-back is negative.
  explicit Program(std::vector<Segment> segments);

  /// Begins at a set-point, which should be the measurement's present value.
  void start(State& state, double set_point) const;
  bool running(const State& state) const { return state.segment >= 0 && !done(state); }
  bool done(const State& state) const { return state.segment >= static_cast<std::int32_t>(segments_.size()); }
  /// The set-point after this scan. `pause`: held by hand.
  double scan(State& state, const Reading& measurement, double dt, bool pause = false) const;

 private:
  std::vector<Segment> segments_;
};

}  // namespace stillhouse
