#pragma once

#include <array>
#include <string_view>

namespace stillhouse {

/// What a packing is and what its correlations need. A zero says that the source has no number.
///   a  m2/m3  area     eps  -  void fraction     F_p  1/ft  packing factor, as it is printed
///   C_h, C_p, C_L, C_V  -  Billet, Schultes: holdup, pressure drop, mass transfer in liquid and gas
///   size  m  of a piece, 0 for a structured packing     sigma_c  N/m  critical surface tension of its material
///   (onda.h)
/// Source: R. Billet, Packed Towers (1995); R. Billet, M. Schultes, Trans. IChemE 77 A (1999) 498, tables 1, 2; F_p:
/// R. F. Strigle, Packed Tower Design and Applications (1994); Benitez, 2nd ed., tables 4.1, 4.2.
/// Found in public: F_p of all rings and of the saddles (tables of packing factors for random packings); a, eps and C_h
/// of the saddles, which have no C_p (Seader, Henley, 3rd ed., table 6.6; a and eps: N. Kolev, Packed Bed Columns,
/// table 1); a, eps and C_h of 50 mm Pall rings; a, eps, C_h and C_p of Mellapak
/// (github.com/tannerpolley/MEA-Absorption-Column, after Billet's table 2b). C_h, C_p and F_p of the Raschig rings
/// reproduce Benitez' example 4.3.
/// Unconfirmed, as remembered of the books' tables: C_L and C_V of all; a, eps, C_h and C_p of the 25 and 35 mm Pall
/// rings; C_p of the 50 mm ones; F_p of Mellapak.
struct Packing {
  std::string_view name;
  double a, eps, F_p;
  double C_h, C_p, C_L, C_V;
  double size, sigma_c;
};

inline constexpr std::array<Packing, 6> packings{{
    {"raschig_ring_ceramic_25", 190.0, 0.680, 179.0, 0.577, 1.329, 1.361, 0.412, 0.025, 0.061},
    {"berl_saddle_ceramic_25", 260.0, 0.680, 110.0, 0.620, 0.0, 1.246, 0.387, 0.025, 0.061},
    {"pall_ring_metal_25", 223.5, 0.954, 56.0, 0.719, 0.957, 1.440, 0.336, 0.025, 0.075},
    {"pall_ring_metal_35", 139.4, 0.965, 40.0, 0.644, 0.967, 1.012, 0.341, 0.035, 0.075},
    {"pall_ring_metal_50", 112.6, 0.951, 27.0, 0.784, 0.763, 1.192, 0.410, 0.050, 0.075},
    {"mellapak_250y_metal", 250.0, 0.970, 20.0, 0.554, 0.292, 0.0, 0.0, 0.0, 0.075},
}};

/// Throws ModelError with the nearest name.
const Packing& find_packing(std::string_view name);

}  // namespace stillhouse
