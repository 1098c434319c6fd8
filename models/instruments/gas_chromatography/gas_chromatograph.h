#pragma once

#include "models/instruments/instrument_kind.h"

namespace stillhouse {

/// Gas chromatograph: injector, column in an oven, detector. Zones travel as in `GcColumn` and elution.h; peaks are the
/// exponentially modified Gaussians of chromatogram/peak.h.
///
///   n_i = injected_i w_i / split             what gets onto the column, mol
///   w_i = 1 / (1 + exp((T_char,i - T_inlet - 40 K) / 25 K))
///                                            what vaporises of it: heavy species lose some (discrimination)
///   sigma_0 = V / F_V / sqrt(12)             width of the plug from the liner, V = 0.9 mL, F_V its flow
///   m_cap = 100 ng (d d_f) / (0.25 mm 0.25 um)
///                                            what a column carries of a species; a third of that if polar on a
///                                            silicone; packed: 100 ug
///   over = (m / m_cap) / (1 + m / (30 m_cap))
///   tau = 0.05 s + 0.1 sigma_0 + 0.15 sigma [polar on a silicone] - 0.3 sigma over
///   sigma_total = sigma (1 + 0.1 over)
///   FID: i = 0.015 C/g 12.011 g/mol ECN dn/dt             pA; stops at 1.2e6 pA, the electrometer's limit
///   TCD: U = 2 V (lambda_carrier - lambda_i) / lambda_carrier (dn/dt) / (flow of carrier)       mV
///   bleed = 5 pA (L d d_f) / (30 m 0.25 mm 0.25 um) exp((T - T_limit) / 25 K)
///   noise a point: FID 0.02 pA white, 0.01 pA a decade flicker; TCD 2 uV, 1 uV
///   duration = run + 60 s + 240 s ln(oven above the room at the end over that at the start)     cooling
///
/// What a run leaves behind, and the next one meets:
///
///   d lost / dt = (1 - lost) 1 %/h exp((T - T_limit) / 25 K)     film_lost; without carrier, in air, T_limit less 150
///   K film (1 - lost);  sigma sqrt(1 + 5 lost);  tau + 2 lost sigma of species with O or N;  bleed (1 + 20 lost)
///   deposit + 0.005 % + 0.3 lost of the run    silica of the bleed in the jet: the flame's response goes, and with it
///                                              a calibration
///
/// The constants of this ageing are assumptions; exponent and cause (bleed is the film that goes) are those of bleed.
/// A column beyond its temperature limit bleeds and is harmed; without carrier, with a cold or unlit detector or from
/// an empty vial the baseline stays flat. Overload makes peaks front and broad: more than ten m_cap is said.
/// Assumes species that do not disturb each other; no chemistry on the column; the solvent's effect on early peaks of a
/// splitless injection is left out. The constants of injector, overload, tailing, detectors, noise, bleed and cooling
/// are those of an ordinary instrument, assumed, not measured on one; the cost is 2 and 1 for ten minutes.
/// Valid for retention within the range of its source, which is said (predictions are notes); peaks up to some m_cap.
/// Source gc_column.h, gc_retention.h, elution.h; effective carbon number: J. T. Scanlon, D. E. Willis, J. Chromatogr.
/// Sci. 23 (1985) 333; split, discrimination, overload and bleed as in K. Grob, Split and Splitless Injection
/// (Wiley-VCH 2001) in kind.
InstrumentKind gas_chromatograph_kind();

}  // namespace stillhouse
