#pragma once

#include "models/plant/unit_kind.h"

namespace stillhouse {

/// One effect of an evaporator: a solution boils on tubes that steam or the vapour of the effect before condenses on.
///
/// As two Drums, the body and, if it is heated by vapour, the chest `path`_chest, with a wall between them:
///   Q = c A U (T_chest - T)          c  share of the tubes that the solution covers; they reach up to `tubes_to`
///   heated by steam, T_chest is that of a SteamChest
///   what boils has p_i = x_i/(1 - x_s) gamma_i psat_i(T - rise),  rise = a w + b w^2      w  mass fraction of solutes
/// Ports     feed; `vapour` to the next effect or a condenser; `out` thick liquor; `steam` vapour into the chest,
///           `condensate` and `vent` out of it
/// Assumes   U given; body and chest mixed; solutes do not boil (`solute.*` = 1); a chest whose air is vented
/// Valid for boiling-point rises that depend on the concentration alone (Duehring lines that are parallel)
/// Source    balances; W. L. McCabe, J. C. Smith, P. Harriott, Unit Operations, 7th ed., chapter 16
/// Example   triple effect, forward feed, 50000 lb/h of 10 % at 100 degF to 50 %, steam of 244 degF, vapour of the last
///           effect 125 degF, U 600, 250, 125 Btu/(h ft2 degF): steam 19050 lb/h, 1507, 1584, 1508 ft2 (the balances of
///           D. Q. Kern, Process Heat Transfer (1950), example 14.2, solved)
UnitKind evaporator_kind();

}  // namespace stillhouse
