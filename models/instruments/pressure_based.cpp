#include "models/instruments/pressure_based.h"

#include "engine/autodiff/functions.h"
#include "models/control/setting_check.h"
#include "models/properties/gravity.h"

namespace stillhouse {

double orifice_reading(double dp, double dp_full, double flow_full, double cut_off) {
  check_setting("orifice", "dp_full", dp_full, 1e-12, 1e300);
  check_setting("orifice", "cut_off", cut_off, 0.0, 1.0);
  const double share = dp > 0.0 ? sqrt(dp / dp_full) : 0.0;
  return share < cut_off ? 0.0 : flow_full * share;
}

double orifice_pressure(double flow, double dp_full, double flow_full) {
  check_setting("orifice", "flow_full", flow_full, 1e-300, 1e300);
  const double share = flow / flow_full;
  return dp_full * share * (share < 0.0 ? -share : share);
}

double mass_flow_shown(double flow, double density_calibrated, double density) {
  check_setting("orifice", "density", density, 1e-12, 1e300);
  return flow * sqrt(density_calibrated / density);
}

double volume_flow_shown(double flow, double density_calibrated, double density) {
  check_setting("orifice", "density_calibrated", density_calibrated, 1e-12, 1e300);
  return flow * sqrt(density / density_calibrated);
}

double head_pressure(double level, double density) {
  return density * standard_gravity * level;
}

double level_by_head(double dp, double density_calibrated, double zero) {
  check_setting("level by head", "density_calibrated", density_calibrated, 1e-12, 1e300);
  return (dp - zero) / (density_calibrated * standard_gravity);
}

double gauge_reading(double p, double p_ambient, double line_height, double line_density) {
  return p - p_ambient + line_density * standard_gravity * line_height;
}

}  // namespace stillhouse
