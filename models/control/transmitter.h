#pragma once

#include <cstdint>
#include <string>

#include "engine/base/random.h"
#include "models/control/reading.h"

namespace stillhouse {

/// Ways in which a transmitter fails.
enum class TransmitterFailure : std::uint8_t {
  none,
  stuck,  ///< holds the reading it had; quality stays good
  drift,  ///< the reading runs away from the truth at `amount` per second; quality stays good
  high,   ///< upscale burn-out: top of the range, quality bad
  low,    ///< downscale burn-out: bottom of the range, quality bad
  burst,  ///< on every third scan or so, extra noise of standard deviation `amount`; quality uncertain then
  spike   ///< for single scans, `every` so many seconds on average, off by `amount`; quality stays good
};

/// Measuring transmitter: from the truth of the plant to the reading of the control room.
///
///   lag          dy/dt = (u - y) / tau, exact for a truth that is linear between two scans
///   disturbance  m = y + bias + drift of age and of fault + noise N(0, 1)
///   resolution   m rounded to the nearest multiple of the resolution, counted from the bottom of the range
///   range        clamped to [low, high]; quality `saturated` beyond -1.25 % or 103.125 % of the span
///
/// Units: those of the measured quantity (SI), time in seconds.
/// Assumes first-order lag, white noise sampled once a scan, constant bias.
/// Source: first-order sensor lag and its exact discretisation: Astrom, Wittenmark, "Computer-Controlled
/// Systems", 3rd ed., section 2.3; measuring band 3.8 to 20.5 mA and failure
/// to a range end: NAMUR NE 43.
class Transmitter {
 public:
  struct Settings {
    double low = 0.0;         ///< bottom of the range
    double high = 1.0;        ///< top of the range
    double lag = 0.0;         ///< time constant, s; 0 for none
    double noise = 0.0;       ///< standard deviation of the noise
    double bias = 0.0;        ///< constant error of this very instrument
    double resolution = 0.0;  ///< smallest step of the reading; 0 for none
    double drift = 0.0;       ///< ageing: error collected per second, from the start of the run
  };

  /// All that changes. Trivially copyable.
  struct State {
    double lagged = 0.0;   ///< truth after the lag
    double truth = 0.0;    ///< truth at the last scan
    double aged = 0.0;     ///< error collected by ageing
    double drifted = 0.0;  ///< error collected by a fault
    double amount = 0.0;   ///< size of the failure: drift per second, deviation of the bursts, height of the spikes
    double every = 0.0;    ///< s between spikes, on average
    Reading reading;       ///< what the control room saw last
    TransmitterFailure failure = TransmitterFailure::none;
    bool started = false;  ///< false until the first scan, which begins without lag

    bool operator==(const State&) const = default;
  };

  /// Throws ModelError if the range is empty or a time, noise or resolution is negative.
  explicit Transmitter(const Settings& settings);

  const Settings& settings() const { return settings_; }

  /// The reading of this scan. `random` is the stream of this tag, `scan` the scan's number.
  Reading scan(State& state, double truth, double dt, const RandomStream& random, std::int64_t scan) const;

  /// Starts a failure, or ends it (`none`: the drift is gone, as after a repair and calibration).
  void fail(State& state, TransmitterFailure failure, double amount = 0.0, double every = 0.0) const;

 private:
  Settings settings_;
};

/// Stable word for records and labs: none, stuck, drift, high, low, burst, spike.
const char* word(TransmitterFailure failure);

}  // namespace stillhouse
