#pragma once

#include <string>
#include <vector>

#include "models/flow/liquid_contents.h"

namespace stillhouse {

/// Liquid on its way along a heating surface, always full: cells in a row. What exchangers, coils, jackets and
/// condensers have in common; a part of the unit that has the wall.
///
///   k      cell, 0 at the inlet       T_k  K  its temperature, also that of what leaves it; T_-1 of the inlet
///   r      flow over the flow at which the film is known       G  W/K  conductance of a cell to the wall
///
/// As LiquidContents for each cell, with
///   dp/dt = K v/V (F_in - F_out)      p_out = p      p_in = p + drop r |r|         K  Pa  stiffness of the full line
///   h = film (r^2 + 0.05^2)^(exponent/2)          1/G = cells/area (1/h + R)     R  m2 K/W  fouling and other layers
///   Q_k = G (T_w,k - s T_k-1 - (1 - s) T_k)       s = 1/n - 1/(e^n - 1),  n = G/(F cp)
///   s is what makes the resting cell that of plug flow: T_k = T_w + (T_k-1 - T_w) e^-n. Mixed: s = 0
/// Differential  `prefix`_p  Pa  pressure at the outlet
/// Assumes    no heat conducted along the flow; the molar volume hardly changes, so that as many moles leave a cell as
///            enter (the last one takes what the line gives way); K = 1e8 Pa, that of water with a little gas in it: a
///            line answers within milliseconds, and a flow that is cut off finds a pressure; at rest free convection
///            leaves 0.05^exponent of the film (9 % of 0.8: an estimate)
/// Valid for  liquids below their boiling points
/// Source     exponent 0.8 in tubes: Dittus-Boelter, tube_flow.h; 0.6 across tubes (Kern 0.55): D. Q. Kern, Process
///            Heat Transfer (1950), eq. 7.2; s: exponential scheme, S. V. Patankar, Numerical Heat Transfer and Fluid
///            Flow (1980), section 5.2-3
class LiquidPass {
 public:
  struct Parameters {
    int cells = 10;
    double volume = 1e-3;   // m3, of all cells
    double area = 1.0;      // m2, of all cells
    double film = 1000.0;   // W/(m2 K) at `flow`
    double flow = 1.0;      // kg/s
    double exponent = 0.8;  // of the flow
    double drop = 1e4;      // Pa at `flow`
    bool is_mixed = false;  // each cell has the temperature of its outlet throughout
  };
  struct Start {
    double T;  // K
    PerSpecies<double> x;
  };

  /// Declares the unknowns `prefix`_1_T, ... and defines p at the inlet; p, T, h, x at the outlet.
  LiquidPass(Declare& declare, const std::string& prefix, const Fluid& fluid, const Parameters& parameters,
             const Start& start, const MaterialStream& inlet, const MaterialStream& outlet);

  int cells() const { return par_.cells; }

  template <class Real>
  struct Film {
    Real h;  // W/(m2 K)
    Real G;  // W/K of a cell
    Real s;
  };
  /// h, W/(m2 K), at so many times the flow at which the film is known.
  template <class Real>
  static Real film_at(const Parameters& of, const Real& r) {
    return of.film * pow(Real(r * r + rest * rest), 0.5 * of.exponent);
  }
  /// The film with `R` m2 K/W behind it, where a share of the surface is `used`.
  template <class Eq, class Real>
  Film<Real> film(Eq& eq, const Fluid& fluid, const Real& R, const Real& used = Real(1.0)) const {
    const PerSpecies<Real> x = composition(eq, in_.x);
    const Real F = eq[in_.F], T = eq[in_.T];
    const Real r = F * fluid.liquid_molar_mass(x) * (1.0 / par_.flow);
    const Real h = film_at(par_, r);
    const Real G = (par_.area / par_.cells) * used / (1.0 / h + R);
    if (par_.is_mixed) return {h, G, Real(0.0)};
    const Real cp = (fluid.liquid_enthalpy(x, Real(T + 2.0)) - fluid.liquid_enthalpy(x, Real(T - 2.0))) * 0.25;
    // 1/n; half of coth(n/2) is 1/2 + 1/(e^n - 1), and never overflows
    const Real m = smooth_positive(F, slowest) * cp / G;
    return {h, G, m + 0.5 - 0.5 / tanh(0.5 / m)};
  }
  /// W from a wall of T_w into cell k.
  template <class Eq, class Real>
  Real heat(Eq& eq, const Film<Real>& film, int k, const Real& T_w) const {
    return film.G * (T_w - film.s * before(eq, k) - (1.0 - film.s) * eq[temperature(k)]);
  }
  /// Balances with `heat_into(k)` W.
  template <class Eq, class HeatInto>
  void equate(Eq& eq, const Fluid& fluid, const HeatInto& heat_into) const {
    using Real = std::remove_cvref_t<decltype(eq[in_.F])>;
    const Real F = eq[in_.F];
    const Real r = F * fluid.liquid_molar_mass(composition(eq, in_.x)) * (1.0 / par_.flow);
    eq.equate("pressure drop", eq[in_.p], eq[p_] + par_.drop * r * sqrt(Real(r * r + rest * rest)));
    eq.equate("pressure at the outlet", eq[out_.p], Real(eq[p_]));
    eq.equate("stiffness", eq.der(p_), stiffness_ * (F - eq[out_.F]));
    Carried<Real> entering = carried(eq, in_);
    for (int k = 0; k < par_.cells; ++k) {
      const LiquidContents& cell = contents_[static_cast<std::size_t>(k)];
      const auto now = cell.now(eq, fluid);
      const Real passing = k + 1 == par_.cells ? Real(eq[out_.F]) : F;
      Carried<Real> leaving{PerSpecies<Real>(fluid.size()), passing * now.h};
      Carried<Real> net{PerSpecies<Real>(fluid.size()), entering.H - leaving.H + heat_into(k)};
      for (std::size_t i = 0; i < fluid.size(); ++i) {
        leaving.n[i] = passing * now.x[i];
        net.n[i] = entering.n[i] - leaving.n[i];
      }
      cell.equate(eq, fluid, now, net);
      if (k + 1 == par_.cells) equate_sent(eq, fluid, out_, now.T, now.h, now.x, Real(1.0));
      entering = leaving;
    }
  }
  template <class Show>
  void hold(Show& show, const Fluid& fluid) const {
    for (const LiquidContents& cell : contents_) cell.hold(show, fluid);
  }

  Variable temperature(int k) const { return contents_[static_cast<std::size_t>(k)].temperature(); }
  const MaterialStream& inlet() const { return in_; }
  const MaterialStream& outlet() const { return out_; }

 private:
  static constexpr double rest = 0.05;     // of the flow
  static constexpr double slowest = 1e-6;  // mol/s

  template <class Eq>
  auto before(Eq& eq, int k) const {
    return eq[k == 0 ? in_.T : temperature(k - 1)];
  }

  Parameters par_;
  MaterialStream in_, out_;
  std::vector<LiquidContents> contents_;
  double stiffness_;  // Pa/mol
  Variable p_;
};

}  // namespace stillhouse
