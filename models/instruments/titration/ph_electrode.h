#pragma once

#include <string>

namespace stillhouse {

/// A glass electrode and its reference, as they are and as the instrument believes them to be.
///
///   E = offset - slope (RT ln10 / F) (pH - 7)         slope: share of the theoretical one
///   dE/dt = (E_rest - E) / response
///
/// Two buffers give slope and offset; a calibration at another temperature, or none, is wrong by what that makes.
/// Assumes no error of strong alkali or acid (below pH 1 and above 12 a real electrode has one).
/// Source: Bates, Determination of pH, 2nd edition, 1973.
struct PhElectrode {
  double slope = 0.98;
  double offset = 0.0;    ///< V at pH 7
  double response = 3.0;  ///< time constant, s

  double potential(double pH, double T) const;
  /// pH that a potential means by this slope and offset.
  double reading(double potential, double T) const;
  /// What is left of a step after a time: the electrode's potential between `before` and its rest.
  double after(double before, double rest, double time) const;
};

/// The electrode that two readings (V) in buffers of known pH make believe in. ModelError if the pH are the same or the
/// slope comes out below half or above one and a fifth of the theoretical one.
PhElectrode calibrated(double pH_1, double potential_1, double pH_2, double potential_2, double T);

/// pH of a standard buffer ("phthalate", "phosphate", "borate") from 0 to 50 degC, on a straight line between the
/// values of JIS Z 8802 / NIST.
///
///   buffer_pH("phosphate", 298.15)   // 6.86
double buffer_pH(const std::string& buffer, double T);

}  // namespace stillhouse
