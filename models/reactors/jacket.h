#pragma once

#include "engine/modelling/declare.h"

namespace stillhouse {

/// Jacket or coil of a vessel; a part of the unit that has the vessel.
///
/// | kind | inputs | the coolant's temperature |
/// |---|---|---|
/// | none | | there is no jacket: adiabatic |
/// | ideal | coolant_T, cooling | as the input says; `cooling` is the share of UA that works |
/// | mixed | duty; coolant_T, coolant_q where coolant_q_limit is not 0 | C dTj/dt = q rho cp (T_in - Tj) + duty + UA (T
/// - Tj) |
///
/// Differential  jacket_U  J  energy of the coolant in the jacket, C (Tj - 298.15 K)           (mixed)
/// Algebraic     jacket_T  K  temperature of the coolant
/// Ledger        jacket_heat  J  what entered with the coolant and the duty
/// Inputs        coolant_T  K   cooling  1   coolant_q  m3/s   duty  W, positive: heats
/// Assumes       coolant that is mixed or so much that it keeps its temperature; UA constant
/// Source        H. S. Fogler, Elements of Chemical Reaction Engineering, 5th ed., eq. 12-19; K.-U. Klatt, S. Engell,
///               Comput. Chem. Eng. 22 (1998) 491 (mixed, cooled by an external exchanger: duty)
class Jacket {
 public:
  enum class Kind { none, ideal, mixed };
  struct Parameters {
    Kind kind = Kind::none;
    double UA = 0.0;                // W/K
    double capacity = 1e4;          // J/K of the coolant in the jacket
    double coolant_heat = 4.18e6;   // J/(m3 K)
    double T_start = 298.15;        // K
    double coolant_T = 298.15;      // K
    double coolant_q = 0.0;         // m3/s
    double coolant_q_limit = 1e-3;  // m3/s
    double duty = 0.0;              // W
    double duty_limit = 1e5;        // W, either way
    double coolant_T_high = 450.0;  // K, the most that the input takes
    double coolant_T_low = 260.0;   // K
  };

  Jacket(Declare& declare, const Parameters& parameters);

  /// Heat that the vessel's contents take up, W.
  template <class Real>
  Real heat(Equations<Real>& eq, const Real& T) const {
    if (par_.kind == Kind::none) return Real(0.0);
    if (par_.kind == Kind::mixed) return par_.UA * (eq[T_] - T);
    const auto cooling = eq[cooling_];
    return par_.UA * cooling * (eq[T_] - T);
  }
  template <class Real>
  void equate(Equations<Real>& eq, const Real& T) const {
    if (par_.kind == Kind::none) return;
    if (par_.kind == Kind::ideal) {
      const auto T_in = eq[coolant_T_];
      eq.equate("coolant", eq[T_], Real(T_in));
      eq.equate("ledger of the jacket", eq.der(heat_), heat(eq, T));
      return;
    }
    const auto duty = eq[duty_];
    Real entered = Real(duty);
    if (par_.coolant_q_limit > 0.0) {
      const auto q = eq[coolant_q_];
      const auto T_in = eq[coolant_T_];
      entered += par_.coolant_heat * q * (T_in - eq[T_]);
    }
    eq.equate("temperature of the jacket", eq[T_], reference + eq[U_] / par_.capacity);
    eq.equate("energy of the jacket", eq.der(U_), entered - heat(eq, T));
    eq.equate("ledger of the jacket", eq.der(heat_), entered);
  }
  template <class Show>
  void hold(Show& show, Quantity energy) const {
    if (par_.kind == Kind::mixed) show.hold(energy, show[U_]);
  }

 private:
  static constexpr double reference = 298.15;
  Parameters par_;
  Variable U_, T_, heat_;
  Input coolant_T_, cooling_, coolant_q_, duty_;
};

}  // namespace stillhouse
