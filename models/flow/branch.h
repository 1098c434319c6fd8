#pragma once

#include "models/flow/material_stream.h"

namespace stillhouse {

/// J/(mol K), of the pure liquids; excess heats change it by some per cent, which no balance notices.
template <class Real>
Real liquid_heat_capacity(const Fluid& fluid, const PerSpecies<Real>& x, const Real& T) {
  Real c(0.0);
  for (std::size_t i = 0; i < x.size(); ++i) c += x[i] * fluid.forms(i).liquid_heat_capacity(T);
  return c;
}

/// The inverse of signed_sqrt: u |u| beyond about sqrt(width), linear within, without a branch.
template <class Real>
Real signed_square(const Real& u, const Real& width) {
  const Real q = u * u;
  return u * sqrt(0.5 * (q + sqrt(q * q + 4.0 * width * width)));
}

/// What valves, pumps and other fittings have in common: an inlet, an outlet, and no content. What comes in goes out at
/// once; the flow follows from the pressures.
///
/// Equations  F_out = the hydraulic law     F_in = F_out     x, wet pass through     h_out = h_in + dh
///            T_out = T_in + dT (throttling does not change the temperature of these liquids and ideal gases)
class Branch {
 public:
  Branch(Declare& declare, const Port& inlet, const Port& outlet)
      : in_(*inlet.stream), out_(*outlet.stream), is_first_(inlet.other_sets_pressure) {
    // the flow of the inlet; between two fittings the pressure, which their laws make equal out their flows
    declare.defines(inlet.other_sets_pressure ? in_.F : in_.p);
    declare.defines(out_.F);
    define_sent(declare, out_);
    define_behind(declare, in_);
  }

  const MaterialStream& inlet() const { return in_; }
  const MaterialStream& outlet() const { return out_; }

  /// The first fitting behind a vessel holds back what would flow backwards; those behind it need not.
  bool is_first() const { return is_first_; }

  /// The difference that drives the flow: of the first fitting behind a vessel only what drives forwards, and a
  /// billionth of what drives back, so that the flow determines the pressures there, too.
  template <class Real>
  Real driving(const Real& difference, double corner) const {
    if (!is_first_ || in_.phase == Phase::gas) return difference;
    return softplus(difference, corner) - 1e-9 * softplus(-difference, corner);
  }

  /// Share of the flow that the law gives that there is liquid for. The first fitting of a line lets nothing through
  /// when the vessel is empty; those behind it then find the pressure at which nothing flows through them either.
  template <class Eq>
  auto covered(Eq& eq) const {
    using Real = std::remove_cvref_t<decltype(eq[in_.F])>;
    return is_first_ && in_.phase == Phase::liquid ? eq[in_.wet] : Real(1.0);
  }

  /// The velocity that a unit's law finds from the pressures, u |u| = ..., and turns into a flow. Written at once as
  /// the flow that follows from a pressure, the law would have an infinite slope where the flow stops, and Newton's
  /// method would go to and fro between the two sides of it. It is asked for no finer than a thousandth of `nominal`
  /// m/s.
  static Variable declare_velocity(Declare& declare, double nominal, std::string_view sentence) {
    return declare.algebraic("velocity", "m/s", {.nominal = nominal, .minimum = -1e5, .maximum = 1e5, .accuracy = 1e-3},
                             sentence);
  }

  /// `F` mol/s by the law; `dh` J/mol and `dT` K that the fluid gains on the way.
  template <class Eq, class Real>
  void equate(Eq& eq, const Fluid& fluid, const Real& F, const Real& dh, const Real& dT) const {
    // one flow at both ends, to the last bit: how closely the law is solved must not show in the balances
    const MaterialStream &by_law = is_first_ ? out_ : in_, &same = is_first_ ? in_ : out_;
    eq.equate("hydraulic law", eq[by_law.F], F + seat_leak * (eq[in_.p] - eq[out_.p]));
    eq.equate("continuity", eq[same.F], eq[by_law.F]);
    equate_sent(eq, fluid, out_, Real(eq[in_.T] + dT), Real(eq[in_.h] + dh), composition(eq, in_.x),
                in_.phase == Phase::liquid ? eq[in_.wet] : Real(1.0));
    if (in_.phase == Phase::gas) equate_behind(eq, fluid, in_, Real(eq[out_.h_back]), composition(eq, out_.x_back));
  }

 private:
  /// Every seat leaks, mol/(s Pa): a tenth of a micromole a second at 1 bar. It is what determines the pressure in a
  /// line that is dry at one end and shut at the others, where no law gives way to a pressure.
  static constexpr double seat_leak = 1e-12;

  MaterialStream in_, out_;
  bool is_first_;
};

}  // namespace stillhouse
