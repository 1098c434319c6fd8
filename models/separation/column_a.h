#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/modelling/declare.h"
#include "models/catalogue.h"

namespace stillhouse {

/// Skogestad's column A: 40 theoretical stages and a total condenser, a binary mixture of relative volatility 1.5, 99 %
/// pure products. The stages count from the bottom: 1 the reboiler, 21 the feed stage, 41 the condenser.
///
///   y_i = alpha x_i / (1 + (alpha - 1) x_i)                     equilibrium on every stage but the condenser
///   V_i = V, from the feed stage upwards V + (1 - q_F) F        constant molar flows, no vapour holdup
///   L_i = L_0 + (M_i - M_0) / tau, below the feed L_0 + F_0     linearized tray hydraulics
///   dM_i/dt = L_i+1 - L_i + V_i-1 - V_i (+ F)
///   d(M_i x_i)/dt = L_i+1 x_i+1 - L_i x_i + V_i-1 y_i-1 - V_i y_i (+ F z_F)
///   D = D_s + K (M_41 - M_s)     B = B_s + K (M_1 - M_s)        levels by the products: the LV configuration
///
/// Unknowns  stage_i.x  -    mole fraction of the light species
///           stage_i.M  mol  liquid on the stage
/// Conserved light, heavy  mol, counted by the catalogue's plant, which adds column.distillate and column.bottoms mol/s
/// Inputs    column.reflux, column.boilup, column.feed  mol/s; column.feed_x, column.feed_liquid  -
/// Assumes   constant relative volatility and molar flows, vapour that follows at once, mixed stages, a total condenser
/// Valid for flows of the products above zero; a level controller that has to draw liquid back is reported
/// Source    S. Skogestad, Dynamics and control of distillation columns: a tutorial introduction, Trans. IChemE 75 A
///           (1997) 539; data and equations as documented with its MATLAB files (cola.html, colamod.m, cola_lv.m; copy
///           in github.com/braveheartwm/multivariable-feedback-control, matlab_m/cola). The source counts in kmol and
///           minutes: 1 kmol/min = 1000/60 mol/s. Its effect of the vapour on the liquid is zero there and left out.
namespace column_a {

inline constexpr int stages = 41;
inline constexpr int feed_stage = 21;
inline constexpr double relative_volatility = 1.5;
inline constexpr double minute = 60.0;                  // s
inline constexpr double kmol_per_min = 1000.0 / 60.0;   // mol/s
inline constexpr double holdup = 500.0;                 // mol; nominal, on every stage
inline constexpr double hydraulic_time = 0.063 * 60.0;  // s
inline constexpr double feed = 1.0 * kmol_per_min;
inline constexpr double reflux = 2.70629 * kmol_per_min;  // of the tray hydraulics
inline constexpr double product = 0.5 * kmol_per_min;     // D_s and B_s
inline constexpr double level_gain = 10.0 / 60.0;         // 1/s; 10 (kmol/min)/kmol
/// Reflux and boilup of the published steady state, which is 99 % pure at both ends to all digits.
inline constexpr double steady_reflux = 2.70629295971439 * kmol_per_min;
inline constexpr double steady_boilup = 3.20629295971439 * kmol_per_min;

/// What is set from outside, a quarter up and down: as far as levels hold and compositions stay meant.
struct Handles {
  explicit Handles(Declare declare)
      : reflux(declare.input("reflux", "mol/s", around(steady_reflux), "reflux from the drum")),
        boilup(declare.input("boilup", "mol/s", around(steady_boilup), "vapour from the reboiler")),
        feed(declare.input("feed", "mol/s", around(column_a::feed), "feed rate")),
        feed_x(declare.input("feed_x", "1", {.start = 0.5, .minimum = 0.3, .maximum = 0.7},
                             "mole fraction of the light species in the feed")),
        feed_liquid(declare.input("feed_liquid", "1", {.start = 1.0, .minimum = 0.8, .maximum = 1.0},
                                  "fraction of the feed that is liquid")) {}

  static Range around(double flow) {
    return {.start = flow, .nominal = flow < 20.0 ? 20.0 : 50.0, .minimum = 0.75 * flow, .maximum = 1.25 * flow};
  }

  Input reflux, boilup, feed, feed_x, feed_liquid;
};

/// The liquid of a stage, as its neighbours see it.
struct Liquid {
  explicit Liquid(Declare declare, double x_start)
      : x(declare.differential("x", "1", {.start = x_start, .minimum = 0.0, .maximum = 1.0},
                               "mole fraction of the light species")),
        M(declare.differential("M", "mol", {.start = holdup, .nominal = holdup, .minimum = 1.0, .maximum = 1e5},
                               "liquid on the stage")) {}

  Variable x, M;
};

inline void define(Declare& declare, const Liquid& liquid) {
  declare.defines(liquid.x);
  declare.defines(liquid.M);
}

template <class Real>
Real vapour_in_equilibrium(const Real& x) {
  return relative_volatility * x / (1.0 + (relative_volatility - 1.0) * x);
}

/// Liquid that leaves a tray of which so much is fed below.
template <class Real>
Real overflow(const Real& M, double fed) {
  return reflux + fed + (M - holdup) / hydraulic_time;
}

/// x and M follow from d(M x)/dt and dM/dt.
template <class Real, class Rate>
void balances(Equations<Real>& eq, const Liquid& liquid, const Rate& total, const Real& light) {
  const Real x = eq[liquid.x];
  eq.equate("balance of the light species", eq.der(liquid.x), (light - x * total) / eq[liquid.M]);
  eq.equate("balance", eq.der(liquid.M), total);
}

/// Stages 2 to 40.
class Stage {
 public:
  Stage(Declare& declare, int number, const Handles& handles, const Liquid& below, const Liquid& here,
        const Liquid& above)
      : number_(number), handles_(handles), below_(below), here_(here), above_(above) {
    define(declare, here);
  }

  template <class Real>
  void equations(Equations<Real>& eq) const {
    const Real x = eq[here_.x], x_above = eq[above_.x];
    const Real y = vapour_in_equilibrium(x), y_below = vapour_in_equilibrium(eq[below_.x]);
    const auto F = eq[handles_.feed], steam = (1.0 - eq[handles_.feed_liquid]) * F;
    const auto V_below = number_ > feed_stage ? eq[handles_.boilup] + steam : eq[handles_.boilup] + 0.0;
    const auto V = number_ >= feed_stage ? eq[handles_.boilup] + steam : eq[handles_.boilup] + 0.0;
    const Real L = overflow<Real>(eq[here_.M], number_ <= feed_stage ? column_a::feed : 0.0);
    const Real L_above = number_ == stages - 1
                             ? Real(eq[handles_.reflux])
                             : overflow<Real>(eq[above_.M], number_ < feed_stage ? column_a::feed : 0.0);
    Real total = L_above - L + V_below - V;
    Real light = L_above * x_above - L * x + V_below * y_below - V * y;
    if (number_ == feed_stage) {
      total = total + F;
      light = light + F * eq[handles_.feed_x];
    }
    balances(eq, here_, total, light);
  }

 private:
  int number_;
  Handles handles_;
  Liquid below_, here_, above_;
};

/// Stage 1.
class Reboiler {
 public:
  Reboiler(Declare& declare, double gain, const Handles& handles, const Liquid& here, const Liquid& above)
      : gain_(gain), handles_(handles), here_(here), above_(above) {
    define(declare, here);
  }

  template <class Real>
  void equations(Equations<Real>& eq) const {
    const Real x = eq[here_.x];
    const Real L_above = overflow<Real>(eq[above_.M], column_a::feed);
    const Real B = product + gain_ * (eq[here_.M] - holdup);
    const auto V = eq[handles_.boilup];
    const Real total = L_above - V - B;
    const Real light = L_above * eq[above_.x] - V * vapour_in_equilibrium(x) - B * x;
    balances(eq, here_, total, light);
  }

 private:
  double gain_;
  Handles handles_;
  Liquid here_, above_;
};

/// Stage 41, with the reflux drum.
class Condenser {
 public:
  Condenser(Declare& declare, double gain, const Handles& handles, const Liquid& below, const Liquid& here)
      : gain_(gain), handles_(handles), below_(below), here_(here) {
    define(declare, here);
  }

  template <class Real>
  void equations(Equations<Real>& eq) const {
    const Real x = eq[here_.x];
    const auto V = eq[handles_.boilup] + (1.0 - eq[handles_.feed_liquid]) * eq[handles_.feed];
    const auto L = eq[handles_.reflux];
    const Real D = product + gain_ * (eq[here_.M] - holdup);
    const Real total = V - L - D;
    const Real light = V * vapour_in_equilibrium(eq[below_.x]) - L * x - D * x;
    balances(eq, here_, total, light);
  }

 private:
  double gain_;
  Handles handles_;
  Liquid below_, here_;
};

/// The column as a flowsheet of 41 units, purely differential. `gain` 0: no level is controlled, the source's "open
/// loop". Starts with `x` on every stage, as the source's search for the steady state does.
std::shared_ptr<const Flowsheet> build(double gain = level_gain, double x = 0.5);

}  // namespace column_a

/// The catalogue's column A: the units of `column_a`, product flows, and what is needed to close its balances.
FlowsheetKind column_a_kind();

}  // namespace stillhouse
