#include "models/instruments/errors/signal_errors.h"

#include "engine/autodiff/functions.h"
#include "models/control/setting_check.h"
#include "models/instruments/errors/flicker_noise.h"
#include "models/instruments/errors/white_noise.h"

namespace stillhouse {

void SignalErrors::check(std::string_view device) const {
  check_setting(device, "blank", blank, -1e300, 1e300);
  check_setting(device, "white noise", white, 0.0, 1e300);
  check_setting(device, "flicker noise", flicker, 0.0, 1e300);
  check_setting(device, "drift", drift, -1e300, 1e300);
  check_setting(device, "wander", wander, 0.0, 1e300);
  if (converter) converter->check();
}

bool SignalErrors::none() const {
  return blank == 0.0 && white == 0.0 && flicker == 0.0 && drift == 0.0 && wander == 0.0 && !converter;
}

int add_errors(const SignalErrors& errors, double dt, std::uint64_t seed, const std::string& name,
               std::span<double> signal) {
  if (errors.blank != 0.0 || errors.drift != 0.0) {
    const double slope = errors.drift * dt;
    for (std::size_t i = 0; i < signal.size(); ++i) signal[i] += errors.blank + slope * static_cast<double>(i);
  }
  if (errors.white > 0.0) WhiteNoise(seed, name + " white").add(errors.white, signal);
  if (errors.flicker > 0.0) FlickerNoise(seed, name + " flicker").add(errors.flicker, signal);
  if (errors.wander > 0.0) {
    const WhiteNoise steps(seed, name + " wander");
    const double step = errors.wander * sqrt(dt);
    double walked = 0.0;
    for (std::size_t i = 1; i < signal.size(); ++i)
      signal[i] += walked += step * steps.at(static_cast<std::int64_t>(i));
  }
  return errors.converter ? errors.converter->convert(signal) : 0;
}

}  // namespace stillhouse
