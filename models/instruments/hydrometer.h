#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "engine/base/random.h"
#include "engine/base/refusal.h"

namespace stillhouse {

/// Glass hydrometer and thermometer in a cylinder of product: reads the density at the sample's own temperature.
/// Converting to 20 deg C, and to a composition with a table, is the student's work.
///
///   reading  rho(T of the sample) + bias + noise N(0, 1), rounded to the scale's division, clamped to the scale
///   T        likewise with the thermometer's division
///
/// Read `delay` after drawing: bubbles gone, float at rest. The sample keeps the temperature it was drawn at.
/// Units: kg/m3, K, s. One sample at a time.
/// Source: ISO 649-1:1981 density hydrometers (L50: division 0.5 kg/m3, maximum scale error 0.5 kg/m3).
class Hydrometer {
 public:
  static constexpr int kSamples = 128;

  struct Settings {
    double low = 750.0;                 ///< bottom of the scale, kg/m3
    double high = 1000.0;               ///< top of the scale, kg/m3
    double division = 0.5;              ///< kg/m3
    double noise = 0.0;                 ///< reading error, standard deviation, kg/m3
    double bias = 0.0;                  ///< scale error of this very hydrometer, kg/m3
    double temperature_division = 0.1;  ///< K
    double delay = 60.0;                ///< s
    int budget = kSamples;              ///< samples in all, 1..kSamples
    double least_density = 100.0;       ///< kg/m3; below it there is no liquid to draw
  };

  struct Result {
    std::int64_t taken_at = -1;
    std::int64_t ready_at = -1;
    double density = 0.0;      ///< kg/m3 at `temperature`
    double temperature = 0.0;  ///< K
    bool off_scale = false;    ///< the float sinks or swims at the end of the scale

    bool operator==(const Result&) const = default;
  };

  struct State {
    std::array<Result, kSamples> results{};
    std::int32_t taken = 0;
    std::int32_t finished = 0;  ///< results[0 .. finished) may be read

    bool operator==(const State&) const = default;
  };

  /// Throws ModelError with the setting's name if a setting is out of its range.
  explicit Hydrometer(const Settings& settings);

  const Settings& settings() const { return settings_; }

  /// One scan: true if a new result may be read.
  bool scan(State& state, std::int64_t scan) const;

  /// Query and execute of "fill the cylinder now" with the true density and temperature of the product.
  std::optional<Refusal> may_sample(const State& state, double density, std::int64_t scan) const;
  void sample(State& state, double density, double temperature, double dt, const RandomStream& random,
              std::int64_t scan) const;

  /// Newest result; empty before the first.
  std::optional<Result> latest(const State& state) const;
  int left(const State& state) const { return settings_.budget - state.taken; }

 private:
  Settings settings_;
};

}  // namespace stillhouse
