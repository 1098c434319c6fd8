#pragma once

#include "models/catalogue.h"

namespace stillhouse {

/// Klatt and Engell's benchmark: van de Vusse's reactions, cyclopentadiene A -> cyclopentenol B -> cyclopentanediol C,
/// 2 A -> dicyclopentadiene D, in a CSTR whose jacket is cooled by an external exchanger. The gain from feed to B
/// changes its sign, with a zero that moves to the right half plane.
///
/// Units      source (feed), reactor (StirredReactor), drain
/// Inputs     source.q, source.T, source.c_A ..., reactor.duty (heat given to the jacket, negative: cooling)
/// Start      the operating point: F/V = 14.19 1/h, -1113.5 kJ/h: 2.1402 mol/L of A, 1.0903 of B, 114.19 and 112.91
///            degC
/// Equations  r_1 = k_1 c_A, r_2 = k_2 c_B, r_3 = k_3 c_A^2, k_i = k_i0 e^(-E_i/T)
/// Assumes    as StirredReactor; constant density and heat capacity, a jacket of one temperature
/// Valid for  F/V of 3 to 35 1/h, as the source states
/// Source     K.-U. Klatt, S. Engell, VDI-Berichte 1026 (1993) 101; Comput. Chem. Eng. 22 (1998) 491; H. Chen, A.
///            Kremling, F. Allgoewer, Proc. 3rd European Control Conference (1995) 3247
FlowsheetKind van_de_vusse_kind();

}  // namespace stillhouse
