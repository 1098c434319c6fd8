#pragma once

#include "models/catalogue.h"

namespace stillhouse {

/// Runaway of the kind that destroyed T2 Laboratories (2007): sodium (A) and methylcyclopentadiene (B) in diglyme (S)
/// make hydrogen; without cooling the heat of that reaction brings the vessel to where the diglyme itself decomposes,
/// with seven times the heat and six times the gas. A regulated vent holds 4.4 atm as long as it can, a rupture disc
/// gives way at 28.2 atm, the vessel at 45.
///
/// Units      vessel (PressureReactor)
/// Inputs     vessel.cooling (1: the jacket boils, 0: no water), vessel.coolant_T, vessel.vent
/// Modes      vessel.relief (disc), vessel.burst
/// Start      422 K, 4.3 mol/L of sodium, 5.1 of methylcyclopentadiene, 3 of diglyme, 4.4 atm, cooled
/// Source     H. S. Fogler, Elements of Chemical Reaction Engineering, 5th ed., Prentice Hall 2016, example 13-6; U.S.
///            Chemical Safety Board, T2 Laboratories, report 2008-3-I-FL, 2009
FlowsheetKind runaway_vessel_kind();

}  // namespace stillhouse
