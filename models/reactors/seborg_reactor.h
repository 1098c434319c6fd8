#pragma once

#include <memory>

#include "models/catalogue.h"

namespace stillhouse {

class Solution;

/// What reacts in it: A -> B in water of constant density and heat capacity.
std::shared_ptr<const Solution> seborg_solution();

/// Seborg, Edgar and Mellichamp's exothermic CSTR: A -> B with a coolant temperature that is set. Between 299 and 305 K
/// of coolant it has three steady states or none that is stable: it ignites, goes out, or swings.
///
/// Units      source (feed), reactor (StirredReactor), drain
/// Inputs     source.q, source.T, source.c_A, reactor.coolant_T, reactor.cooling (share of UA)
/// Start      0.5 mol/L, 350 K, coolant of 300 K: next to the unstable steady state at 0.4989 mol/L, 350.08 K
/// Equations  r = k0 e^(-E/(R T)) c_A, first order
/// Assumes    as StirredReactor; constant density and heat capacity, coolant of one temperature
/// Valid for  coolant of 280 to 320 K
/// Source     D. E. Seborg, T. F. Edgar, D. A. Mellichamp, Process Dynamics and Control, 2nd ed., Wiley 2004, example
///            2.5; parameters as in J. C. Kantor, CBE 30338 notebook 02.06 (k0 7.2e10 1/min, E/R 8750.3 K)
FlowsheetKind seborg_reactor_kind();

}  // namespace stillhouse
