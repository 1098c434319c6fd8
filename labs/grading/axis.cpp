#include "labs/grading/axis.h"

#include <array>
#include <cmath>

namespace stillhouse {
namespace {

constexpr int most_steps = 6;

/// The smallest of 1, 2, 2.5 and 5 times a power of ten that is not below `least`, and the decimals it needs.
double round_step(double least, int& decimals) {
  // powers by repeated multiplication of an integer power, so that every machine gets the same step
  double power = 1.0;
  int exponent = 0;
  while (power > least) power = 1.0 / std::round(1.0 / power * 10.0), --exponent;
  while (power * 10.0 <= least) power *= 10.0, ++exponent;
  for (const double factor : {1.0, 2.0, 2.5, 5.0, 10.0}) {
    if (power * factor < least) continue;
    decimals = factor == 10.0 ? -exponent - 1 : factor == 2.5 ? -exponent + 1 : -exponent;
    if (decimals < 0) decimals = 0;
    return power * factor;
  }
  return power * 10.0;
}

}  // namespace

Axis value_axis(double low, double high) {
  if (!(high > low)) {
    const double margin = low == 0.0 ? 1.0 : std::abs(low) * 0.05;
    const double middle = low;
    low = middle - margin;
    high = middle + margin;
  }
  // noise about zero is no reason to show a whole step below it; nor is a hair above a round number one for another
  const double hair = 0.015 * (high - low);
  if (low >= -hair && low < 5.0 * hair) low = 0.0;
  low += low == 0.0 ? 0.0 : hair;
  high -= hair;

  Axis axis;
  const double step = round_step((high - low) / most_steps, axis.decimals);
  const double first = std::floor(low / step);
  const double last = std::ceil(high / step);
  axis.low = first * step;
  axis.high = last * step;
  for (double i = first; i <= last; i += 1.0) axis.ticks.push_back(i * step);
  return axis;
}

Axis time_axis(double end) {
  return time_axis(0.0, end);
}

Axis time_axis(double begin, double end) {
  Axis axis;
  axis.low = begin;
  axis.high = end > begin ? end : begin + 1.0;
  const double length = axis.high - axis.low;
  double step = 6.0 * 3600.0;
  while (length / step > 10.0) step *= 2.0;
  for (const double candidate : {1.0, 2.0, 5.0, 10.0, 30.0, 60.0, 120.0, 300.0, 600.0, 900.0, 1800.0, 3600.0, 7200.0}) {
    if (length / candidate > 10.0) continue;
    step = candidate;
    break;
  }
  for (double i = std::ceil(begin / step); i * step <= axis.high; i += 1.0) axis.ticks.push_back(i * step);
  return axis;
}

}  // namespace stillhouse
