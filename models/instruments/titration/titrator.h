#pragma once

#include "models/instruments/instrument_kind.h"

namespace stillhouse {

/// Automatic potentiometric titrator: doses, waits for the electrode, doses again.
///
///   glass         E = offset - slope (RT ln10 / F) (pH - 7); pH by the two buffers it was calibrated with, or by
///                 theory
///   platinum      E of the solution less that of the reference
///   silver        E = 0.7996 V - (RT ln10 / F) pAg less the reference
///   ion_selective E = -(RT ln10 / 2F) pM and a constant, of the metal that EDTA takes
///   waiting       E -> E + (E_rest - E)(1 - e^(-t/response)), until the drift is below its limit or the time is over
///   next step     so that the signal moves by signal_step by the slope of the last one, within its limits
///
///   ageing        after each acid-base titration slope - 0.0002 - 0.001 10^(pH - 13), response + 0.02 s + 0.1 s
///                 10^(pH - 13), pH: where it ended. Alkali dissolves the glass; the sizes are assumptions
///
/// End points by the first derivative, the second, and Gran's line (acid-base). Each error has its cause: an electrode
/// that is not given time reads late, so that the end comes late; steps too large lose the end between them; a
/// calibration of the wrong temperature or none moves the pH, not the end point; the titrant differs from its label.
/// Potentials against silver chloride in saturated KCl, 0.197 V.
/// Assumes    what the balances assume (titration_curve.h), perfect stirring, no carbon dioxide from the air.
/// Valid for  5 to 60 degC, from an empty flask to far past the end.
/// Source     Skoog, West, Holler, Crouch, Fundamentals of Analytical Chemistry, chapters 14 to 21.
InstrumentKind titrator_kind();

}  // namespace stillhouse
