#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "engine/base/random.h"
#include "engine/base/refusal.h"
#include "models/control/reading.h"

namespace stillhouse {

/// On-line composition analyser of the gas chromatograph class: a sample is drawn on request, the result comes
/// after the analysis, each sample costs and the number of samples is limited.
///
///   sample line  dc/dt = (x - c) / tau, exact for a truth that is linear between two scans
///   sample       c at the scan of the request
///   result       clamp(c + bias + drift + noise N(0, 1)), rounded to the resolution, at start of analysis + delay
///
/// One analysis at a time; further samples wait in sample bottles, up to `queue`, and are begun in order.
/// Units: mole fraction (or the unit of the truth signal), seconds.
/// Assumes plug-free mixing in the sample line (one time constant), no ageing of waiting samples.
class Analyser {
 public:
  static constexpr int kSamples = 128;  ///< largest budget

  struct Settings {
    double low = 0.0;  ///< range of the result
    double high = 1.0;
    double line_lag = 0.0;    ///< time constant of the sample line, s
    double delay = 360.0;     ///< length of one analysis, s
    double noise = 0.0;       ///< standard deviation of a result
    double bias = 0.0;        ///< calibration error of this very instrument
    double drift = 0.0;       ///< ageing: error collected per second, from the start of the run
    double resolution = 0.0;  ///< smallest step of a result
    double cost = 0.0;        ///< money or points a sample
    int budget = 8;           ///< samples in all, 1..kSamples
    int queue = 0;            ///< samples that may wait while one is being analysed
  };

  struct Sample {
    std::int64_t taken_at = -1;  ///< scan of the request
    std::int64_t ready_at = -1;  ///< scan from which the result may be read
    double captured = 0.0;       ///< truth in the sample; never shown
    Reading result;              ///< valid from ready_at

    bool operator==(const Sample&) const = default;
  };

  struct State {
    std::array<Sample, kSamples> samples{};
    std::int32_t taken = 0;     ///< samples drawn
    std::int32_t finished = 0;  ///< results that may be read: samples[0 .. finished)
    double line = 0.0;          ///< composition at the end of the sample line
    double truth = 0.0;         ///< truth at the last scan
    double aged = 0.0;          ///< error collected by ageing
    double drifted = 0.0;       ///< error collected by a fault
    double drift_rate = 0.0;    ///< fault: error collected per second
    std::int64_t free_at = 0;   ///< scan at which the instrument is free
    bool started = false;
    bool failed = false;  ///< fault: results are of bad quality

    bool operator==(const State&) const = default;
  };

  /// Throws ModelError with the setting's name if a setting is out of its range.
  explicit Analyser(const Settings& settings);

  const Settings& settings() const { return settings_; }

  /// One scan: carries the truth through the sample line, finishes analyses. True if a new result has come.
  bool scan(State& state, double truth, double dt, std::int64_t scan) const;

  /// Query and execute of "draw a sample now".
  std::optional<Refusal> may_sample(const State& state, std::int64_t scan) const;
  void sample(State& state, double dt, const RandomStream& random, std::int64_t scan) const;

  /// Newest result; empty before the first.
  std::optional<Sample> latest(const State& state) const;
  int left(const State& state) const { return settings_.budget - state.taken; }
  double spent(const State& state) const { return settings_.cost * state.taken; }
  bool busy(const State& state, std::int64_t scan) const { return scan < state.free_at; }

 private:
  Settings settings_;
};

}  // namespace stillhouse
