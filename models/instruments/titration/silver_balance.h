#pragma once

#include <string_view>

#include "models/instruments/titration/reagent.h"

namespace stillhouse {

/// -log10 of the free silver (mol/L) of a solution that holds silver, halides and chromate, and what has precipitated:
///
///   c_Ag = [Ag+] + sum_i n_i s_i,   s_i = max(0, c_i - K_i / [Ag+]^n_i)
///   K_i  = solubility product of Ag_n X (assets/instruments/silver_salts.csv) over the activity coefficients (Davies)
///
/// The right side rises with [Ag+] without fail. Without silver the film of
/// salt on the electrode gives as much as goes into solution (no halide either: 1e-7 mol/L).
/// Assumes salts that do not dissolve in each other (bromide and chloride do, a little), no complexes such as AgCl2-,
/// pH of 7 to 10, where chromate is not protonated and silver hydroxide does not fall.
/// Source: Skoog, West, Holler, Crouch, Fundamentals of Analytical Chemistry, chapter 17.
struct SilverState {
  double pAg = 7.0;
  double chromate = 0.0;  ///< Ag2CrO4 that has fallen, mol/m^3: the red of Mohr's end point
  double halides = 0.0;   ///< AgX that has fallen, mol/m^3
};

SilverState silver_state(const AqueousSolution& solution, double T);

/// Solubility product of the silver salt of an anion, (mol/L)^(1 + n), at zero ionic strength.
double silver_solubility_product(std::string_view anion, double T);

}  // namespace stillhouse
