#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "models/instruments/errors/converter.h"

namespace stillhouse {

/// What a detector adds to a sampled signal y(t), each error with its cause:
///
///   blank    constant: the detector's answer to nothing
///   white    thermal and shot noise; standard deviation of a point
///   flicker  1/f noise of source and amplifier; standard deviation in a decade of frequency (flicker_noise.h)
///   drift    straight line: warming up, a column that bleeds
///   wander   random walk of the baseline; standard deviation after one second, growing as the root of time
///   then the converter stores it (converter.h)
///
/// `white`, `flicker` and the rest add up; each draws from a stream of its own, "<name> white" and so on, so that
/// switching one off leaves the others as they are.
/// Units: y the detector's own; drift y/s, wander y/s^0.5.
/// Assumes errors that do not depend on the signal; what does (shot noise of light) is the instrument's business.
struct SignalErrors {
  double blank = 0.0;
  double white = 0.0;
  double flicker = 0.0;
  double drift = 0.0;
  double wander = 0.0;
  std::optional<Converter> converter = {};

  /// ModelError with `device`, the error's name and its range, if a deviation is below zero or no number.
  void check(std::string_view device) const;
  /// No error at all: the signal as the theory has it.
  bool none() const;
};

/// Adds all errors to a signal sampled every `dt` s; how many points were clipped by the converter.
int add_errors(const SignalErrors& errors, double dt, std::uint64_t seed, const std::string& name,
               std::span<double> signal);

}  // namespace stillhouse
