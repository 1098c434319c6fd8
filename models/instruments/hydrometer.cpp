#include "models/instruments/hydrometer.h"

#include <algorithm>
#include <cmath>

#include "models/control/scan_delay.h"
#include "models/control/setting_check.h"

namespace stillhouse {

namespace {

double rounded(double value, double division) {
  return division > 0.0 ? division * std::floor(value / division + 0.5) : value;
}

}  // namespace

Hydrometer::Hydrometer(const Settings& settings) : settings_(settings) {
  check_span("hydrometer", settings.low, settings.high);
  check_setting("hydrometer", "division", settings.division, 0.0, settings.high - settings.low);
  check_setting("hydrometer", "noise", settings.noise, 0.0, 1e300);
  check_setting("hydrometer", "bias", settings.bias, -1e300, 1e300);
  check_setting("hydrometer", "temperature_division", settings.temperature_division, 0.0, 10.0);
  check_setting("hydrometer", "delay", settings.delay, 0.0, 1e6);
  check_setting("hydrometer", "budget", settings.budget, 1, kSamples);
  check_setting("hydrometer", "least_density", settings.least_density, 0.0, settings.high);
}

bool Hydrometer::scan(State& state, std::int64_t scan) const {
  if (state.finished == state.taken) return false;
  if (state.results[static_cast<std::size_t>(state.finished)].ready_at > scan) return false;
  ++state.finished;
  return true;
}

std::optional<Refusal> Hydrometer::may_sample(const State& state, double density, std::int64_t scan) const {
  if (state.taken >= settings_.budget) return Refusal{"The sample budget is used up.", "取样次数已经用完。"};
  if (state.taken > 0 && state.results[static_cast<std::size_t>(state.taken - 1)].ready_at > scan)
    return Refusal{"The hydrometer has not come to rest in the last sample yet.", "密度计在上一个样品中还没有静止。"};
  if (!(density >= settings_.least_density)) return Refusal{"There is no liquid to draw here.", "此处没有可取的液体。"};
  return {};
}

void Hydrometer::sample(State& state, double density, double temperature, double dt, const RandomStream& random,
                        std::int64_t scan) const {
  Result& result = state.results[static_cast<std::size_t>(state.taken)];
  result.taken_at = scan;
  result.ready_at = scan + scans_of(settings_.delay, dt);

  const double value =
      rounded(density + settings_.bias + settings_.noise * random.gaussian(state.taken), settings_.division);
  result.off_scale = value < settings_.low || value > settings_.high;
  result.density = std::clamp(value, settings_.low, settings_.high);
  // a thermometer in degrees Celsius has its marks there
  result.temperature = 273.15 + rounded(temperature - 273.15, settings_.temperature_division);
  ++state.taken;
}

std::optional<Hydrometer::Result> Hydrometer::latest(const State& state) const {
  if (state.finished == 0) return {};
  return state.results[static_cast<std::size_t>(state.finished - 1)];
}

}  // namespace stillhouse
