#pragma once

#include "labs/scenario/lab.h"

namespace stillhouse {

/// What stands between the truth and a transmitter: how the sensor of an instrument errs, and how its signal is shown.
///
///   pt100              T + u tolerance(class, T) + error of the leads         u: this very thermometer, -1 to 1
///   thermocouple       T as its voltage is read when the terminals are taken for too warm; without a type, T
///   hydrostatic_level  level rho / rho_calibrated
///   orifice_meter      measures dp_full (F_shown/F_full)^2, F_shown right at its density; shows the root of that
///   others             the truth
///
/// A pt100 beyond 73 to 950 K and a thermocouple beyond 173 to 1400 K (T: 640 K) read as at that end. Source:
/// models/instruments.
class Sensor {
 public:
  Sensor(const scenario::Instrument& instrument, double individual)
      : instrument_(instrument), individual_(individual) {}

  /// What the transmitter is given. `density` of the liquid, kg/m3, for those that feel it.
  double sensed(double truth, double density) const;
  /// What is shown of what the transmitter puts out.
  double shown(double transmitted) const;

 private:
  scenario::Instrument instrument_;
  double individual_;
};

}  // namespace stillhouse
