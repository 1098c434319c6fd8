#pragma once

#include <string>
#include <vector>

#include "engine/autodiff/functions.h"
#include "models/properties/per_species.h"

namespace stillhouse {

/// How fast species of a liquid go onto a packing, mol/(m^3 of solid s); c and q in mol/m^3 of liquid and of solid.
///
///   Langmuir, competitive    r_i = k_i (a_i c_i / (1 + sum b_j c_j) - q_i)
///   steric mass action       r_i = k_i (K_i c_i (f / C)^nu_i - q_i (c_s / c_ref)^nu_i)
///                            f = C - sum (nu_j + sigma_j) q_j;   salt leaves: r_s = - sum nu_j r_j
///
///   a, K   -        Henry coefficient, q / c at low load; K at the salt concentration c_ref
///   b      m^3/mol  a / b is the capacity
///   k      1/s      mass transfer of film and pores in one (linear driving force): film_rate()
///   C      mol/m^3  capacity of the ion exchanger;  nu  charges of a protein;  sigma  charges that it shields
///
/// Equilibrium is r = 0, so that film transfer and equilibrium are one equation without an inner solve.
/// Assumes   one temperature; nothing but competition between species; with b = 0 a straight isotherm
/// Source    G. Guiochon et al., Fundamentals of Preparative and Nonlinear Chromatography, 2nd ed., 2006, chapters 2
///           and 4; C. A. Brooks, S. M. Cramer, AIChE Journal 38 (1992) 1969 (steric mass action)
struct Adsorption {
  enum class Law { langmuir, steric_mass_action };
  struct Species {
    std::string name;
    double henry = 1.0;     // a or K
    double b = 0.0;         // m^3/mol, Langmuir
    double charge = 0.0;    // nu
    double shielded = 0.0;  // sigma
    double rate = 1.0;      // k, 1/s
  };
  Law law = Law::langmuir;
  /// All of the liquid; with steric mass action the first is the salt.
  std::vector<Species> species;
  double capacity = 0.0;        // C
  double reference_salt = 1.0;  // c_ref

  /// Species before this one do not adsorb by themselves: the salt.
  std::size_t first() const { return law == Law::steric_mass_action ? 1 : 0; }

  /// Rates of all species; q of those before `first()` is not read.
  template <class Real>
  PerSpecies<Real> rates(const PerSpecies<Real>& c, const PerSpecies<Real>& q) const;
};

/// k of a film around grains of diameter d_p: (1 - e_e) 6 k_f / ((1 - e_t) d_p a), where the film alone resists; e_e is
/// what lies between the grains, e_t all liquid.
double film_rate(double k_f, double between, double total, double particle, double henry);
/// k_f, m/s: Sh = 1.09 / e_e (Re Sc)^(1/3), Re Sc = u_s d_p / D; valid for 0.0015 < Re < 55.
/// Source: Wilson, Geankoplis, Ind. Eng. Chem. Fundam. 5 (1966) 9.
double film_coefficient(double superficial_velocity, double diffusion, double between, double particle);

template <class Real>
PerSpecies<Real> Adsorption::rates(const PerSpecies<Real>& c, const PerSpecies<Real>& q) const {
  PerSpecies<Real> r(species.size());
  if (law == Law::langmuir) {
    Real loaded(1.0);
    for (std::size_t i = 0; i < species.size(); ++i) loaded += species[i].b * c[i];
    for (std::size_t i = 0; i < species.size(); ++i) r[i] = species[i].rate * (species[i].henry * c[i] / loaded - q[i]);
    return r;
  }
  Real free(capacity);
  for (std::size_t i = 1; i < species.size(); ++i) free -= (species[i].charge + species[i].shielded) * q[i];
  // no root of what a prediction of the solver pushed below zero
  const Real share = smooth_positive(Real(free / capacity), 1e-6);
  const Real salt = smooth_positive(Real(c[0] / reference_salt), 1e-6);
  Real released(0.0);
  for (std::size_t i = 1; i < species.size(); ++i) {
    const Species& s = species[i];
    r[i] = s.rate * (s.henry * c[i] * pow(share, s.charge) - q[i] * pow(salt, s.charge));
    released += s.charge * r[i];
  }
  r[0] = -1.0 * released;
  return r;
}

}  // namespace stillhouse
