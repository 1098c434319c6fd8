#include "models/instruments/calibration/check_standard.h"

#include <cmath>

#include "engine/autodiff/functions.h"
#include "models/control/setting_check.h"

namespace stillhouse {

CalibrationPoint against_internal_standard(double content, double internal_content, double answer,
                                           double internal_answer, double weight) {
  check_setting("internal standard", "content", internal_content, 1e-300, 1e300);
  check_setting("internal standard", "answer", internal_answer, 1e-300, 1e300);
  return {content / internal_content, answer / internal_answer, weight};
}

CheckStandard check_standard(const ReadContent& found, double certified, double u_certified) {
  check_setting("check standard", "standard uncertainty", u_certified, 0.0, 1e300);
  const double zeta = (found.x - certified) / sqrt(found.u * found.u + u_certified * u_certified);
  const double size = std::abs(zeta);
  return {zeta, size <= 2.0 ? CheckVerdict::good : size <= 3.0 ? CheckVerdict::warning : CheckVerdict::action};
}

const char* word(CheckVerdict verdict) {
  return verdict == CheckVerdict::good ? "good" : verdict == CheckVerdict::warning ? "warning" : "action";
}

}  // namespace stillhouse
