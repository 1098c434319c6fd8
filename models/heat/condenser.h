#pragma once

#include "models/plant/unit_kind.h"

namespace stillhouse {

/// Condenser for a vapour of any number of species, total or partial: a Drum with a coil in its gas.
///
/// As Drum and, for the water, as VesselJacket's coil:
///   T  K  of condensate and gas; y_i p -> x_i gamma_i psat_i(T): what does not condense lowers T, and so the duty
///   Q = A (T_water - T)/(1/film + R + 1/h_water)       water in plug flow; the area that the condensate drowns is lost
/// Ports     vapour in; condensate `out`; `vent` for what does not condense; water_in, water_out (left open: water from
///           a main of its own, liquid_service.h)
/// Assumes   one temperature of condensate and gas; `film` a constant (Nusselt's, condensation.h); the vent leaves with
///           the vapour that belongs to T
/// Valid for total condensation with the vent shut or not, partial condensation, cold start full of air; p below some
///           bar (ideal gas)
/// Source    balances; equilibrium: Drum; water side at rest: effectiveness 1 - e^-N, exchanger_effectiveness.h
///           gas and liquid come to equilibrium at 1e-3 mol/(s Pa m2): an estimate; at 1 mol/(s m2), 40 kW/m2 of
///           water, they are 1 kPa apart
/// Example   10 kW/K of water, 1000 W/(m2 K), 9.16 m2: effectiveness 0.6 (Holman, Heat Transfer, 10th ed.,
///           example 10-14, an ammonia condenser)
UnitKind condenser_kind();

/// Reboiler: a Drum whose liquid boils on tubes with steam inside, or on an electric element.
///
/// As Drum, with
///   steam     SteamChest; film of Mostinski and its flux (VesselJacket with BoilingSurface)
///   electric  a heating element of the same area
/// Observables  flux, critical_flux  W/m2: above the critical one vapour blankets the surface; only shown
/// Assumes   kettle: liquid comes from the column, vapour leaves; mixed. A thermosiphon is the same here: what
/// circulates
///           between its tubes and the sump is part of the contents
/// Valid for nucleate boiling: flux below the critical one
/// Source    Drum, boiling_surface.h
UnitKind reboiler_kind();

}  // namespace stillhouse
