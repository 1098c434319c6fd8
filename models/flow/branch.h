#pragma once

#include "models/flow/material_stream.h"

namespace stillhouse {

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

  /// Share of the flow that the law gives that there is liquid for. The first fitting of a line lets nothing through
  /// when the vessel is empty; those behind it then find the pressure at which nothing flows through them either.
  template <class Eq>
  auto covered(Eq& eq) const {
    using Real = std::remove_cvref_t<decltype(eq[in_.F])>;
    return is_first_ && in_.phase == Phase::liquid ? eq[in_.wet] : Real(1.0);
  }

  /// `F` mol/s by the law; `dh` J/mol and `dT` K that the fluid gains on the way.
  template <class Eq, class Real>
  void equate(Eq& eq, const Fluid& fluid, const Real& F, const Real& dh, const Real& dT) const {
    eq.equate("hydraulic law", eq[out_.F], F + seat_leak * (eq[in_.p] - eq[out_.p]));
    eq.equate("continuity", eq[in_.F], eq[out_.F]);
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
