#pragma once

#include <optional>
#include <string_view>

#include "engine/autodiff/functions.h"

namespace stillhouse {

/// A gas dissolved in water by Henry's law: p = H x at infinite dilution.
///
///   H = c_w / H_cp exp(s (1/298.15 K - 1/T)),  c_w = 55342 mol/m3, water at 298.15 K
///
/// H     Pa            pressure over the mole fraction
/// H_cp  mol/(m3 Pa)   concentration over the pressure at 298.15 K, what tables give
/// s     K             heat of solution over the gas constant, -d ln H / d(1/T)
/// Valid for  273 K to 353 K, where one heat of solution will do; the solubility of real gases has a minimum near 370 K
/// Source     R. Sander, Atmos. Chem. Phys. 15 (2015) 4399, a compilation of Henry's constants; by what each of them
///            is confirmed (IAPWS G7-04, entries, reviews) says henry.cpp. Without the chemistry of carbon dioxide,
///            sulfur dioxide and ammonia with water, so for solutions that are not too thin.
/// Example    oxygen at 298.15 K: 4.257e9 Pa
struct HenryLaw {
  double H_cp, s;
  static constexpr double water = 55342.0;  // mol/m3

  template <class Real>
  Real log_pressure(const Real& T) const {
    return log(water / H_cp) + s * (1.0 / 298.15 - 1.0 / T);
  }
};

/// Of this compound in water, if it is one of: oxygen, nitrogen, air, carbon dioxide, carbon monoxide, hydrogen,
/// methane, ethane, ethylene, ammonia, sulfur dioxide.
std::optional<HenryLaw> henry_law(std::string_view compound);

}  // namespace stillhouse
