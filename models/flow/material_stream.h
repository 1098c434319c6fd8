#pragma once

#include <string_view>
#include <type_traits>
#include <vector>

#include "engine/modelling/declare.h"
#include "models/flow/phase.h"
#include "models/properties/fluid.h"

namespace stillhouse {

/// What flows from one unit to the next, of any number of species: one bundle of unknowns that both share.
///
///   F  mol/s  flow, positive in the direction of the name     p  Pa  pressure where the two are joined
///   T  K      temperature      h  J/mol  enthalpy      x[i]  mole fractions      of what comes from upstream
///   wet  -    share of the outlet that liquid covers: 0 when the vessel upstream is empty (liquid only)
///   h_back, x_back[i]   of what is downstream, for a flow that turns round (gas only)
///
/// T, h, x and wet are determined by the unit upstream, h_back and x_back by the unit downstream, p by the one that
/// sets pressures (a vessel, a source), F by the one that has the hydraulic law (a valve, a pump). Liquid never flows
/// back: its lines have check valves.
struct MaterialStream {
  /// `declare` stands at the stream's name; the unknowns start at 298.15 K, 1 atm, and nothing flows.
  MaterialStream(Declare declare, const Fluid& fluid, Phase phase);

  Phase phase;
  Variable F, p, T, h, wet, h_back;
  std::vector<Variable> x, x_back;
};

/// The name of a compound as a part of a signal's name: "acetic acid" is acetic_acid.
std::string species_tag(std::string_view compound);

/// A port as the unit that has it sees it.
struct Port {
  const MaterialStream* stream;
  bool other_sets_pressure;  ///< the unit at the other end says the pressure
};

/// What a stream carries at an instant, from upstream to downstream: mol/s of each species, W.
template <class Real>
struct Carried {
  PerSpecies<Real> n;
  Real H;
};

/// Flow over which the direction of a gas turns round smoothly, mol/s; acts as a small exchange when nothing flows.
inline constexpr double turning_flow = 1e-6;

template <class Eq>
auto carried(Eq& eq, const MaterialStream& s) {
  using Real = std::remove_cvref_t<decltype(eq[s.F])>;
  Carried<Real> c{PerSpecies<Real>(s.x.size()), Real(0.0)};
  const Real F = eq[s.F];
  if (s.phase == Phase::liquid) {
    for (std::size_t i = 0; i < s.x.size(); ++i) c.n[i] = F * eq[s.x[i]];
    c.H = F * eq[s.h];
    return c;
  }
  const Real forwards = smooth_positive(F, turning_flow);
  const Real back = F - forwards;
  for (std::size_t i = 0; i < s.x.size(); ++i) c.n[i] = forwards * eq[s.x[i]] + back * eq[s.x_back[i]];
  c.H = forwards * eq[s.h] + back * eq[s.h_back];
  return c;
}

/// Pressure at which a liquid begins to boil, Pa: of the species that condense. Dissolved gas is left out, which would
/// come out of a liquid at any pressure below that which dissolved it.
template <class Real>
Real boiling_pressure(const Fluid& fluid, const PerSpecies<Real>& x, const Real& T) {
  const PerSpecies<Real> p = fluid.bubble_pressures(x, T);
  Real sum(0.0);
  for (std::size_t i = 0; i < p.size(); ++i) {
    if (fluid.condenses(i)) sum += p[i];
  }
  return sum;
}

/// Parts of the trace by which a vessel without liquid has a composition: of each species that condenses as much.
std::vector<double> trace_parts(const Fluid& fluid);

/// Share of an outlet at the bottom that liquid covers: half at a level of 5 mm, nothing when there is none.
template <class Real>
Real wetted(const Real& level) {
  const Real q = square(square(Real(smooth_positive(level, 1e-5) * (1.0 / 5e-3))));
  return q / (q + 1.0);
}

template <class Eq>
auto composition(Eq& eq, const std::vector<Variable>& x) {
  using Real = std::remove_cvref_t<decltype(eq[x[0]])>;
  PerSpecies<Real> fractions(x.size());
  for (std::size_t i = 0; i < x.size(); ++i) fractions[i] = eq[x[i]];
  return fractions;
}

/// The unit determines what it sends out: T, h, x (wet) of an outlet.
void define_sent(Declare& declare, const MaterialStream& outlet);
/// The unit determines what would come back from it through an inlet; nothing for a liquid.
void define_behind(Declare& declare, const MaterialStream& inlet);

/// Equations of what a unit sends out, from its own T, x and enthalpy.
template <class Eq, class Real>
void equate_sent(Eq& eq, const Fluid& fluid, const MaterialStream& outlet, const Real& T, const Real& h,
                 const PerSpecies<Real>& x, const Real& wet) {
  eq.equate("temperature sent out", eq[outlet.T], T);
  eq.equate("enthalpy sent out", eq[outlet.h], h);
  for (std::size_t i = 0; i < x.size(); ++i) eq.equate("composition sent out", fluid.name(i), eq[outlet.x[i]], x[i]);
  if (outlet.phase == Phase::liquid) eq.equate("liquid at the outlet", eq[outlet.wet], wet);
}

template <class Eq, class Real>
void equate_behind(Eq& eq, const Fluid& fluid, const MaterialStream& inlet, const Real& h, const PerSpecies<Real>& x) {
  if (inlet.phase == Phase::liquid) return;
  eq.equate("enthalpy behind", eq[inlet.h_back], h);
  for (std::size_t i = 0; i < x.size(); ++i) eq.equate("composition behind", fluid.name(i), eq[inlet.x_back[i]], x[i]);
}

}  // namespace stillhouse
