#include "models/heat/preheater.h"

namespace stillhouse {

Preheater::Preheater(Declare& declare, const Mixture& mixture, const Parameters& parameters, const LiquidFlow& inlet,
                     const LiquidFlow& outlet, Input T_ambient, double T_start, double x_light_start)
    : mixture_(&mixture), par_(parameters), inlet_(inlet), outlet_(outlet), T_ambient_(T_ambient) {
  declare.check("volume", par_.volume, 1e-6, 10.0, "m^3");
  const std::array<double, 2> x{x_light_start, 1.0 - x_light_start};
  const double molar_mass = x[0] * mixture.molar_mass(0) + x[1] * mixture.molar_mass(1);
  const double N = par_.volume * mixture.liquid_density(x, T_start) / molar_mass;
  const std::array<double, 2> n{N * x[0], N * x[1]};
  const Liquid<double> liquid(mixture, n, T_start);
  for (std::size_t i = 0; i < 2; ++i) {
    n_[i] = declare.differential(std::string("n_") + Stage::species_name(i), "mol",
                                 {.start = n[i], .nominal = 10.0, .minimum = -1e-6, .maximum = 1e6},
                                 std::string("contents of the ") + Stage::species_name(i) + " species");
  }
  U_ = declare.differential(
      "U", "J", {.start = N * liquid.h + par_.capacity * (T_start - Species::reference_temperature), .nominal = 1e5},
      "energy of liquid and metal");
  T_ = declare.algebraic("T", "K", {.start = T_start, .nominal = 300.0, .minimum = 255.0, .maximum = 371.0},
                         "temperature of the heated feed");
  power_ = declare.input("power", "W", {.start = 0.0, .nominal = 100.0, .minimum = 0.0, .maximum = par_.power_limit},
                         "electric power asked of the preheater");
  moles_ = {declare.conserved("light", "mol"), declare.conserved("heavy", "mol")};
  energy_ = declare.conserved("energy", "J");
  heat_ = declare.ledger("heat", energy_, 1e6, "electric heat less heat loss since the start");
  define(declare, outlet);
}

template <class Real>
void Preheater::equations(Equations<Real>& eq) const {
  const Real T = eq[T_];
  const std::array<Real, 2> n{eq[n_[0]], eq[n_[1]]};
  const Liquid<Real> liquid(*mixture_, n, T);
  const Real F = eq[inlet_.n[0]] + eq[inlet_.n[1]];
  for (std::size_t i = 0; i < 2; ++i) {
    eq.equate("outlet", Stage::species_name(i), eq[outlet_.n[i]], F * liquid.x[i]);
    eq.equate("balance", Stage::species_name(i), eq.der(n_[i]), eq[inlet_.n[i]] - eq[outlet_.n[i]]);
  }
  eq.equate("enthalpy of the outlet", eq[outlet_.H], F * liquid.h);
  const Real heat = eq[power_] - par_.loss * (T - eq[T_ambient_]);
  eq.equate("energy balance", eq.der(U_), eq[inlet_.H] - eq[outlet_.H] + heat);
  eq.equate("temperature from energy", eq[U_],
            liquid.N * liquid.h + par_.capacity * (T - Species::reference_temperature));
  eq.equate("ledger of heat", eq.der(heat_), heat);
}

template <class Show>
void Preheater::observe(Show& show) const {
  for (std::size_t i = 0; i < 2; ++i) show.hold(moles_[i], show[n_[i]]);
  show.hold(energy_, show[U_]);
}

template class UnitAdapter<Preheater>;

}  // namespace stillhouse
