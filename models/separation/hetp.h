#pragma once

#include <array>
#include <string_view>

#include "engine/autodiff/functions.h"
#include "models/separation/log_ratio.h"

/// Height of packing that does what an ideal stage does, m.
///
///   random packing        18 d_p                        d_p  m  size of a piece, 25 to 75 mm
///   structured packing    100/a + 0.10                  a  m2/m3
///   from transfer units   H_OG ln(lambda)/(lambda - 1)     lambda = m G/L
///
/// Assumes   good distribution, organic systems of low surface tension; water-rich systems need up to twice as much
/// Valid for below loading, bed of more than 10 d_p
/// Source    H. Z. Kister, Distillation Design (1992), section 9.1; R. F. Strigle, Packed Tower Design (1994); M. E.
///           Harrison, J. J. France, Chem. Eng. 96(4) (1989) 121. Laboratory packings: practice, as ranges
/// Example   25 mm rings: 0.45 m; 250 m2/m3: 0.50 m
namespace stillhouse::hetp {

inline double random_packing(double d_p) {
  return 18.0 * d_p;
}
inline double structured_packing(double a) {
  return 100.0 / a + 0.10;
}
template <class Real>
Real from_transfer_units(const Real& H_OG, const Real& lambda) {
  return H_OG * log_ratio(lambda - 1.0);
}

/// Columns of glass in a laboratory.
struct Laboratory {
  std::string_view name;
  double low, typical, high;  // m
};
inline constexpr std::array<Laboratory, 2> laboratory{{
    {"raschig_ring_glass_6_to_8", 0.06, 0.09, 0.12},
    {"vigreux", 0.08, 0.10, 0.12},
}};

}  // namespace stillhouse::hetp
