#include "models/control/pid_forms.h"

#include <string>

#include "engine/autodiff/functions.h"
#include "engine/base/error.h"
#include "models/control/setting_check.h"

namespace stillhouse {

PidTuning standard(const ParallelTuning& tuning) {
  check_setting("pid", "proportional", tuning.proportional, 1e-300, 1e300);
  check_setting("pid", "integral", tuning.integral, 0.0, 1e300);
  check_setting("pid", "derivative", tuning.derivative, 0.0, 1e300);
  return {tuning.proportional, tuning.integral > 0.0 ? tuning.proportional / tuning.integral : 0.0,
          tuning.derivative / tuning.proportional};
}

PidTuning standard(const SeriesTuning& tuning) {
  check_setting("pid", "gain", tuning.gain, 0.0, 1e300);
  check_setting("pid", "integral_time", tuning.integral_time, 0.0, 1e300);
  check_setting("pid", "derivative_time", tuning.derivative_time, 0.0, 1e300);
  // without integral action nothing interacts
  if (tuning.integral_time == 0.0) return {tuning.gain, 0.0, tuning.derivative_time};
  const double factor = 1.0 + tuning.derivative_time / tuning.integral_time;
  return {tuning.gain * factor, tuning.integral_time * factor, tuning.derivative_time / factor};
}

ParallelTuning parallel(const PidTuning& tuning) {
  return {tuning.gain, tuning.integral_time > 0.0 ? tuning.gain / tuning.integral_time : 0.0,
          tuning.gain * tuning.derivative_time};
}

SeriesTuning series(const PidTuning& tuning) {
  if (tuning.integral_time == 0.0) return {tuning.gain, 0.0, tuning.derivative_time};
  const double share = 4.0 * tuning.derivative_time / tuning.integral_time;
  if (!(share <= 1.0))
    throw ModelError("pid: an integral time of " + std::to_string(tuning.integral_time) +
                     " s is less than four times the derivative time, " + std::to_string(tuning.derivative_time) +
                     " s; such a controller has no series form");
  const double half = 0.5 * (1.0 + sqrt(1.0 - share));
  return {tuning.gain * half, tuning.integral_time * half, tuning.derivative_time / half};
}

}  // namespace stillhouse
