#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace stillhouse {

/// A substance that gives off protons one after the other.
///
///   pK_i(T) = pK_i(298.15 K) + dH_i / (R ln 10) (1/T - 1/298.15 K)
///
/// Constants are thermodynamic (activities, zero ionic strength). dH is taken as constant: valid from 5 to 60 degC,
/// where it puts the pK of water within 0.05 of the measured one. A step without a known dH keeps its pK.
/// Source: assets/instruments/protolytes.csv and the NOTICE.md beside it.
struct Protolyte {
  std::string name;
  int charge = 0;                ///< of the form with all its protons
  std::vector<double> pK;        ///< at 298.15 K, the most acid step first
  std::vector<double> enthalpy;  ///< of each step, J/mol

  double pK_at(std::size_t step, double T) const;
};

/// A protolyte of the table; ModelError names the nearest.
const Protolyte& protolyte(std::string_view name);

/// Names of all of them, in the order of the table.
std::vector<std::string> protolyte_names();

/// -log10 of the ion product of water.
///
///   water_pK(298.15)   // 13.997
double water_pK(double T);

}  // namespace stillhouse
