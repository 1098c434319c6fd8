#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "models/instruments/instrument_kind.h"

namespace stillhouse {

/// The absorption spectrum of a dissolved species: a sum of bands over the wavenumber (assets/instruments/
/// absorption_bands.csv).
///
///   eps(nu) = sum_k eps_k exp(-4 ln 2 ((nu - nu_k) / w_k)^2),   nu = 1 / wavelength
struct AbsorptionSpectrum {
  struct Band {
    double position, width;  // 1/m
    double absorptivity;     // m^2/mol
  };
  std::string species;
  double from = 0.0, to = 0.0;  ///< wavelengths between which the bands were fitted, m
  std::vector<Band> bands;

  /// Molar absorptivity at a wavelength in m, decadic, m^2/mol (a tenth of L/mol/cm).
  double operator()(double wavelength) const;
};

const std::vector<AbsorptionSpectrum>& absorption_spectra();
/// The spectrum of a species, or none: it does not absorb.
const AbsorptionSpectrum* absorption_spectrum(std::string_view species);

/// Absorbance that is shown where a share of the light is stray: -log10((T + s) / (1 + s)).
///
///   apparent_absorbance(1.0, 0.01)   // 0.9629: a tenth of the light and a hundredth that never saw the sample
double apparent_absorbance(double absorbance, double stray);

/// Relative error of a concentration that a constant error of transmittance makes, per unit of the latter:
/// log10(e) / (T A). Least at A = log10(e) = 0.4343, that is T = 36.8 %.
double relative_error(double absorbance);

/// Two species by absorbances at two wavelengths: solves a = e c; `e` row by row. ModelError if both species have the
/// same ratio there.
std::array<double, 2> two_components(const std::array<double, 2>& absorbance,
                                     const std::array<std::array<double, 2>, 2>& e);

/// UV-Vis spectrometer.
///
///   A(lambda) = l sum_i eps_i(lambda) c_i  + cuvette                             (Beer-Lambert)
///   T_seen = (integral of slit(lambda' - lambda) 10^-A(lambda') + s) / (1 + s)   slit: triangle of the band-pass
///   read   = T_seen + noise / g + shot sqrt(T_seen / g),  g = 2^(-lamp hours / 2000 h): what the lamp still gives,
///   A_read = -log10(read / read of the blank)
///
/// The blank is read the same way with the solvent in its own cuvette. What follows from it: slope and range of
/// calibration lines, the wrong slope of a wide slit on a narrow band, the ceiling that stray light puts on absorbance
/// (a concentrated solution shows it), the best range around 0.43 where noise is that of the reader; a dirty cuvette
/// adds to all wavelengths and a matched blank takes it off.
///
/// Assumes    a source of one brightness over the band-pass, bands that do not depend on concentration (dichromate in
/// 0.001 mol/L acid; in neutral water chromate would form), clear solutions. Oxidants and reductants of a mixture have
/// come to their equilibrium (redox_potential, at the pH of what was mixed) before it is read; products (Cr(III),
/// Mn(II), Fe(III)) do not absorb
///
/// Valid for  the wavelengths the bands were fitted at: dichromate 220 to 600 nm, permanganate 400 to 700 nm
/// (published at four wavelengths, a measured shape between 425 and 595 nm: NOTICE.md of assets/instruments)
///
/// Source     Skoog, Holler, Crouch, Principles of Instrumental Analysis, chapter 13
InstrumentKind spectrometer_kind();

}  // namespace stillhouse
