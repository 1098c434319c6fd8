#pragma once

#include "models/catalogue.h"

namespace stillhouse {

/// Continuous pilot distillation column as universities have it: 12 sieve trays, an electrically heated kettle, a
/// condenser of two cells, reflux drum with vent, relief valve, pump and splitter, feed tank with pump and preheater,
/// receivers for distillate, bottoms and what floods over. It starts cold, with charged kettle and feed tank, dry trays
/// and full of room air.
///
/// Units      kettle (`Kettle`), tray_1 (bottom) ... tray_N (top) (`Tray`), condenser_1 (warm) .. 2 (cold)
///            (CondenserCell), drum (RefluxDrum), cooling_water (CoolingWater), preheater (`Preheater`), feed_tank,
///            distillate_tank, bottoms_tank, catch_pot (`Tank`); each holds a `Stage` or liquid alone
/// Conserved  light, heavy, air (mol), energy (J); what crosses the boundary (electric heat, heat losses, cooling
///            water, vent) is counted in ledgers
/// Assumes    ideal gas; two species and air
/// Valid for  the mixture's range of T, pressures below 3 bar
/// Source     size and equipment: UTC pilot column (12 trays, 3 kW, 15 L kettle, feed on tray 6 or 7); models as in the
///            units' headers
FlowsheetKind pilot_column_kind();

}  // namespace stillhouse
