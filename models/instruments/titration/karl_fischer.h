#pragma once

#include "models/instruments/instrument_kind.h"

namespace stillhouse {

/// Molar mass of water, kg/mol (IAPWS).
inline constexpr double water_molar_mass = 18.01528e-3;

/// Charge that makes the iodine for a mass of water: 2 F / M, C/kg; 10.711 C a milligram.
///
///   I2 + SO2 + H2O + 3 RN + R'OH = 2 RNH I + RNH SO4R',   2 I- = I2 + 2 e-
double coulometric_charge();

/// Mass fraction of water of sodium tartrate dihydrate, the standard: 15.66 %.
double tartrate_water();

/// Titration of water after Karl Fischer, coulometric (iodine made by current) or volumetric (iodine added).
///
///   dw/dt = d + k s - r        w: free water in the cell, d: drift, s: water still bound in the sample
///   ds/dt = -k s               k: how fast the sample gives its water off
///   r = r_max tanh(w / (r_max tau))     iodine is added in proportion to what is left, to the most it can;
///                                       tau = 3 s, an assumption
///   end   r < d_known + stop, that is the rate falls to the drift of the cell before the sample and `stop` above it,
///         after at least `extraction` seconds
///   reported  (iodine as water - drift entered x time) / titre as the bottle says
///
/// Why a result is wrong, and which way: drift not entered or changed by the sample's opening of the cell (high); end
/// before the sample has given off its water (low: extraction too short); titre that has aged (high: the reagent is
/// weaker than its bottle says; the tartrate standard finds it); too much water for the cell (not finished in time).
/// Units inside: kg and s. Explicit steps of 0.1 s, the water left is followed to 1e-12 kg.
/// Assumes    the reaction as fast as it is fed; no side reactions (aldehydes, ketones, peroxides use other reagents).
/// Valid for  10 ug to 100 mg of water.
/// Source     Scholz, Karl Fischer Titration, Springer 1984; ASTM E203 (volumetric), E1064 (coulometric).
InstrumentKind karl_fischer_kind();

}  // namespace stillhouse
