#pragma once

#include <span>

namespace stillhouse {

enum class GlassClass { A, B };  // A stands for AS too, of pipettes with a waiting time

/// Largest error that a piece of glass of its class may have at 20 degC, m3; nominal volume in m3.
///
///   flask   5, 10 ml 0.025   20, 25 ml 0.04   50 ml 0.06   100 ml 0.10   200, 250 ml 0.15   500 ml 0.25   1 l 0.4
///   pipette 1 ml 0.007   2 ml 0.01   5 ml 0.015   10 ml 0.02   20, 25 ml 0.03   50 ml 0.05   100 ml 0.08
///
/// Class B: twice as much. ModelError lists the volumes there are.
/// Source: ISO 1042:1998 (flasks; as in the German Eichordnung, annex 12), ISO 648:1977 (one-mark pipettes).
double flask_tolerance(double nominal, GlassClass which);
double pipette_tolerance(double nominal, GlassClass which);

/// Nominal volumes there are, m3, from the smallest.
std::span<const double> flask_volumes();
std::span<const double> pipette_volumes();

}  // namespace stillhouse
