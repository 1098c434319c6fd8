#include "models/instruments/resistance_thermometer.h"

#include <cmath>

#include "models/control/setting_check.h"
#include "models/properties/bracketed_root.h"

namespace stillhouse {

namespace {

constexpr double ice_point = 273.15, coldest = ice_point - 200.0, hottest = ice_point + 850.0;  // K
constexpr double A = 3.9083e-3, B = -5.775e-7, C = -4.183e-12;

double ratio(double t) {
  return 1.0 + t * (A + t * B) + (t < 0.0 ? C * (t - 100.0) * t * t * t : 0.0);
}

}  // namespace

double platinum_resistance(double T, double R_0) {
  check_setting("resistance thermometer", "T", T, coldest, hottest);
  return R_0 * ratio(T - ice_point);
}

double platinum_temperature(double R, double R_0) {
  const double low = coldest - ice_point, high = hottest - ice_point;
  check_setting("resistance thermometer", "R", R, R_0 * ratio(low), R_0 * ratio(high));
  return ice_point + bracketed_root([&](double t) { return ratio(t) - R / R_0; }, low, high);
}

double platinum_tolerance(PlatinumClass which, double T) {
  const double t = std::fabs(T - ice_point);
  switch (which) {
    case PlatinumClass::AA:
      return 0.1 + 0.0017 * t;
    case PlatinumClass::A:
      return 0.15 + 0.002 * t;
    case PlatinumClass::B:
      return 0.3 + 0.005 * t;
    case PlatinumClass::C:
      return 0.6 + 0.01 * t;
  }
  return 0.0;
}

double lead_error(double T, double lead_resistance, double R_0) {
  return platinum_temperature(platinum_resistance(T, R_0) + 2.0 * lead_resistance, R_0) - T;
}

}  // namespace stillhouse
