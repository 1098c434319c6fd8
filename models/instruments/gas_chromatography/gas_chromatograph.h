#pragma once

#include "models/instruments/instrument_kind.h"

namespace stillhouse {

/// Gas chromatograph: injector, column in an oven, detector. Zones travel as in `GcColumn` and elution.h; peaks are the
/// exponentially modified Gaussians of chromatogram/peak.h.
///
///   n_i = injected_i vaporised_i / split             what gets onto the column, mol
///   vaporised_i = 1 / (1 + exp((T_char,i - T_inlet - 40 K) / 25 K))      of that, heavy species lose some
///   (discrimination) sigma_0 = V_liner / F_liner / sqrt(12)           width of the plug from the liner of 0.9 mL,
///   F_liner its flow m_cap = 100 ng (d d_f) / (0.25 mm 0.25 um)       a third for a polar species on a silicone;
///   packed 100 ug tau = tau_detector + tau_liner + 0.15 sigma [polar on silicone] - 0.3 sigma (m / m_cap) / (1 + m /
///   (30 m_cap)) sigma_total = sigma (1 + 0.1 m / m_cap / (1 + m / (30 m_cap))) FID   i = 0.015 C/g 12.011 g/mol ECN
///   dn/dt       pA; stops at 1.2e6 pA (electrometer) TCD   U = 2 V (lambda_carrier - lambda_i) / lambda_carrier y,  y
///   = dn/dt / carrier       mV bleed = 5 pA (L d d_f / 30 m 0.25 mm 0.25 um) exp((T - T_limit) / 25 K)
///
/// A column beyond its temperature limit bleeds and is harmed; without carrier, with a cold or unlit detector or from
/// an empty vial the baseline stays flat. Overload makes peaks front, and the retention of the mean is that of little.
/// Assumes species that do not disturb each other; no chemistry on the column; the solvent's effect on early peaks of a
/// splitless injection is left out. The constants of injector, overload, tailing and bleed are those of an ordinary
/// instrument, not measured on one.
/// Valid for retention within the range of its source, which is said (predictions are notes); peaks up to some m_cap.
/// Source gc_column.h, gc_retention.h, elution.h; effective carbon number: J. T. Scanlon, D. E. Willis, J. Chromatogr.
/// Sci. 23 (1985) 333; split, discrimination, overload and bleed as in K. Grob, Split and Splitless Injection
/// (Wiley-VCH 2001) in kind.
InstrumentKind gas_chromatograph_kind();

}  // namespace stillhouse
