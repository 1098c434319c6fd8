#pragma once

#include <span>
#include <string_view>

#include "models/instruments/liquid_chromatography/eluent.h"

namespace stillhouse {

/// Ultraviolet detector with one wavelength and a cell of length l.
///
///   a = sum eps(lambda) c l + a_eluent;    A = -lg((10^-a + s) / (1 + s))      s: stray light
///   eps = sum_k eps_k g(lambda - lambda_k)                                     bands, Gaussians
///   a_eluent = phi 10^((cut-off - lambda) / 10 nm) l / 1 cm                    1 at the cut-off, as that is defined
///   tau dA/dt = A_cell - A                                                     electronics
///
/// Assumes   every aromatic solute has the spectrum of benzene, 7400 at 204 nm, 200 at 256 nm, 60000 at 184 nm, in
///           L/(mol cm), but naphthalene its own: 112000 at 220 nm, 5600 at 275 nm, 175 at 312 nm; bands 8 nm wide
///           (standard deviation), a decade of eluent absorption in 10 nm. Measured spectra of the others could not be
///           found: their responses are relative, equal for equal moles, and contents come from standards of the same
///           solute, whatever the absorptivity
/// Source    bands of benzene and cut-offs (acetonitrile 190 nm, methanol 205 nm) as textbooks have them; naphthalene:
///           CRC Practical Handbook of Spectroscopy, correlation table for ultraviolet active functionalities
struct UvDetector {
  double wavelength = 254e-9;  // m
  double cell_length = 0.01;   // m
  double stray_light = 5e-4;   // -
  double time_constant = 0.1;  // s

  /// Of an aromatic solute, m^2/mol (decadic).
  double absorptivity(std::string_view solute = "benzene") const;
  double eluent(Modifier modifier, double phi) const;
  /// What is shown of an absorbance.
  double shown(double a) const;
  /// A signal of so many seconds between points behind the electronics.
  void smooth(std::span<double> signal, double dt) const;
};

}  // namespace stillhouse
