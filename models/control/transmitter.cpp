#include "models/control/transmitter.h"

#include <algorithm>
#include <cmath>

#include "engine/autodiff/functions.h"
#include "models/control/first_order_lag.h"
#include "models/control/setting_check.h"

namespace stillhouse {

namespace {

// measuring band of NAMUR NE 43: 3.8 mA to 20.5 mA on a 4-20 mA signal, in parts of the span
constexpr double kBelowRange = 0.0125;
constexpr double kAboveRange = 0.03125;

// draws of one scan
constexpr std::uint32_t kNoiseDraw = 0;
constexpr std::uint32_t kBurstChoiceDraw = 1;
constexpr std::uint32_t kBurstDraw = 2;
constexpr std::uint32_t kSpikeDraw = 3;

constexpr double kBurstShare = 1.0 / 3.0;

}  // namespace

Transmitter::Transmitter(const Settings& settings) : settings_(settings) {
  check_span("transmitter", settings.low, settings.high);
  check_setting("transmitter", "lag", settings.lag, 0.0, 1e300);
  check_setting("transmitter", "noise", settings.noise, 0.0, 1e300);
  check_setting("transmitter", "bias", settings.bias, -1e300, 1e300);
  check_setting("transmitter", "drift", settings.drift, -1e300, 1e300);
  check_setting("transmitter", "resolution", settings.resolution, 0.0, settings.high - settings.low);
}

Reading Transmitter::scan(State& state, double truth, double dt, const RandomStream& random, std::int64_t scan) const {
  // a truth that is no number means that the plant has failed, and is no reading
  if (!std::isfinite(truth)) {
    state.reading.quality = Quality::bad;
    return state.reading;
  }

  // the sensor goes on following the truth whatever its transmitter says
  if (!state.started) {
    state.lagged = state.truth = truth;
    state.started = true;
  }
  state.lagged = lagged(state.lagged, state.truth, truth, settings_.lag, dt);
  state.truth = truth;
  state.aged += settings_.drift * dt;

  switch (state.failure) {
    case TransmitterFailure::stuck:
      return state.reading;
    case TransmitterFailure::high:
      return state.reading = {settings_.high, Quality::bad};
    case TransmitterFailure::low:
      return state.reading = {settings_.low, Quality::bad};
    case TransmitterFailure::drift:
      state.drifted += state.amount * dt;
      break;
    case TransmitterFailure::burst:
    case TransmitterFailure::spike:
    case TransmitterFailure::none:
      break;
  }

  // disturbances add to the lagged value
  double value = state.lagged + settings_.bias + state.aged + state.drifted;
  if (settings_.noise > 0.0) value += settings_.noise * random.gaussian(scan, kNoiseDraw);
  Quality quality = Quality::good;
  if (state.failure == TransmitterFailure::burst && random.uniform(scan, kBurstChoiceDraw) < kBurstShare) {
    value += state.amount * random.gaussian(scan, kBurstDraw);
    quality = Quality::uncertain;
  }
  if (state.failure == TransmitterFailure::spike && random.uniform(scan, kSpikeDraw) * state.every < dt)
    value += state.amount;

  // the reading is a whole number of steps within the range
  const double span = settings_.high - settings_.low;
  if (value < settings_.low - kBelowRange * span || value > settings_.high + kAboveRange * span)
    quality = Quality::saturated;
  if (settings_.resolution > 0.0)
    value = settings_.low + settings_.resolution * std::floor((value - settings_.low) / settings_.resolution + 0.5);
  return state.reading = {std::clamp(value, settings_.low, settings_.high), quality};
}

void Transmitter::fail(State& state, TransmitterFailure failure, double amount, double every) const {
  state.failure = failure;
  state.amount = amount;
  state.every = every;
  if (failure == TransmitterFailure::none) state.drifted = 0.0;
}

const char* word(TransmitterFailure failure) {
  switch (failure) {
    case TransmitterFailure::none:
      return "none";
    case TransmitterFailure::stuck:
      return "stuck";
    case TransmitterFailure::drift:
      return "drift";
    case TransmitterFailure::high:
      return "high";
    case TransmitterFailure::low:
      return "low";
    case TransmitterFailure::burst:
      return "burst";
    case TransmitterFailure::spike:
      return "spike";
  }
  return "none";
}

}  // namespace stillhouse
