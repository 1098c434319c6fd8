#pragma once

#include "models/catalogue.h"

namespace stillhouse {

/// Wood and Berry's methanol-water column as transfer functions: reflux, steam and feed against both products.
///
///   x_D - x_D0 = g11 dR + g12 dS + gd1 dF       g = K e^(-theta s)/(tau s + 1)
///   x_B - x_B0 = g21 dR + g22 dS + gd2 dF
///
/// Published: K in mol% per lb/min, tau and theta in minutes; here in SI.
///
///        g11    g12    g21   g22    gd1   gd2
///   K    12.8  -18.9   6.6  -19.4   3.8   4.9
///   tau  16.7   21.0  10.9   14.4  14.9  13.2
///   theta 1.0    3.0   7.0    3.0   8.1   3.4     R0 1.95, S0 1.71, F0 2.45 lb/min, x_D0 96.25, x_B0 0.5 mol%
///
/// Unknowns  column.x_D, column.x_B  -  mole fractions; one path a transfer function, FirstOrderDeadTime
/// Inputs    column.reflux, column.steam, column.feed  kg/s
/// Assumes   small deviations: nothing is conserved, and far away compositions leave the range 0 to 1, which is
///           reported
/// Valid for some per cent of flow about the operating point
/// Source    R. K. Wood, M. W. Berry, Terminal composition control of a binary distillation column, Chem. Eng. Sci.
///           28 (1973) 1707; gd1, gd2 in the form used by B. A. Ogunnaike, W. H. Ray, AIChE J. 25 (1979) 1043
FlowsheetKind wood_berry_kind();

}  // namespace stillhouse
