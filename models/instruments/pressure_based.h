#pragma once

namespace stillhouse {

/// Flow from the differential pressure over an orifice, as a transmitter shows it: F = F_max sqrt(dp/dp_max) above the
/// cut-off, below which it shows no flow (the root makes noise near zero large).
///
///   orifice_reading(2500.0, 10000.0, 0.02)   // half of the full flow at a quarter of the full dp: 0.01
///
/// dp in Pa, flow in any unit; `cut_off`: share of the full flow. Backward flow shows as none.
/// Source: ISO 5167-1:2003, clause 5 (flow rises with the root of dp).
double orifice_reading(double dp, double dp_full, double flow_full, double cut_off = 0.0);

/// The differential pressure that a flow makes at the same orifice: dp_max (F/F_max)^2, with the sign of the flow.
double orifice_pressure(double flow, double dp_full, double flow_full);

/// A flow as an orifice calibrated for a density shows it when the density is another: mass flows show as
/// m sqrt(rho_calibrated/rho), volume flows as v sqrt(rho/rho_calibrated).
///
///   mass_flow_shown(1.0, 1.0, 1.21)   // 0.9091
double mass_flow_shown(double flow, double density_calibrated, double density);
double volume_flow_shown(double flow, double density_calibrated, double density);

/// Level from the static head of the liquid: dp = rho g h + p_top - p_reference, read as h = (dp - zero)/(rho_cal g).
///
///   head_pressure(2.0, 800.0)           // 15691 Pa
///   level_by_head(15691.0, 1000.0)      // 1.6 m: calibrated for water, it reads 20 % low in a liquid of 800 kg/m^3
///
/// h m  rho kg/m^3  dp Pa; `zero` Pa is what the transmitter takes for an empty vessel (elevation, wet leg: below zero)
double head_pressure(double level, double density);
double level_by_head(double dp, double density_calibrated, double zero = 0.0);

/// Gauge pressure as absolute-pressure transmitters do not show it: p - p_ambient. A wet impulse line of this height
/// adds its own head to what the transmitter, below the tap, reads.
double gauge_reading(double p, double p_ambient, double line_height = 0.0, double line_density = 1000.0);

}  // namespace stillhouse
