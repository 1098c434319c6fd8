#pragma once

#include "models/catalogue.h"

namespace stillhouse {

/// Johansson's quadruple tank: two pumps, each of which fills one lower tank and the upper tank over the other lower
/// one. Two three-way valves decide whether the plant has a zero in the right half plane, where nothing but patience
/// helps.
///
///   A_1 dh_1/dt = a_3 v(h_3) - a_1 v(h_1) + gamma_1 k_1 u_1        v(h) = sqrt(2 g h)
///   A_2 dh_2/dt = a_4 v(h_4) - a_2 v(h_2) + gamma_2 k_2 u_2
///   A_3 dh_3/dt = (1 - gamma_2) k_2 u_2 - a_3 v(h_3)
///   A_4 dh_4/dt = (1 - gamma_1) k_1 u_1 - a_4 v(h_4)
///
/// Unknowns  tank_i.h        m      level; 1 and 2 below, 3 above 1, 4 above 2
///           tank_i.outflow  m^3/s  through the hole in its floor
/// Inputs    pumps.drive_1, pumps.drive_2  -  u: share of the full drive, 10 V
/// Conserved water (m^3)
/// Assumes   square-root law of the holes, straight within 0.1 mm of level (1e-7 of the flow at the published levels);
///           level above the rim goes on rising, and is reported
/// Valid for levels of a centimetre and more, where the square-root law holds
/// Source    K. H. Johansson, The quadruple-tank process: a multivariable laboratory process with an adjustable
///           zero, IEEE Trans. Control Systems Technology 8 (2000) 456, table I and equations (1) to (4). Standard
///           values: P-, valves 0.70 and 0.60, minimum phase. P+: valves 0.43 and 0.34, full flows 31.4e-6 and 32.9e-6
///           m^3/s, drives 0.315.
FlowsheetKind quadruple_tank_kind();

}  // namespace stillhouse
