#include "models/flow/tank.h"

namespace stillhouse {

Tank::Tank(Declare& declare, const Mixture& mixture, const Parameters& parameters, std::vector<LiquidFlow> inlets,
           std::optional<LiquidFlow> outlet, Input T_ambient, const Stage::Start& start)
    : mixture_(&mixture), par_(parameters), inlets_(std::move(inlets)), outlet_(outlet), T_ambient_(T_ambient) {
  declare.check("volume", par_.volume, 1e-4, 1e5, "m^3");
  const Liquid<double> liquid(mixture, start.n, start.T);
  for (std::size_t i = 0; i < 2; ++i) {
    n_[i] = declare.differential(std::string("n_") + Stage::species_name(i), "mol",
                                 {.start = start.n[i], .nominal = 10.0, .minimum = -1e-6, .maximum = 1e7},
                                 std::string("holdup of the ") + Stage::species_name(i) + " species");
  }
  U_ = declare.differential(
      "U", "J",
      {.start = liquid.N * liquid.h + par_.capacity * (start.T - Species::reference_temperature), .nominal = 1e5},
      "energy of liquid and metal");
  T_ = declare.algebraic("T", "K", {.start = start.T, .nominal = 300.0, .minimum = 255.0, .maximum = 400.0},
                         "temperature");
  moles_ = {declare.conserved("light", "mol"), declare.conserved("heavy", "mol")};
  energy_ = declare.conserved("energy", "J");
  lost_ = declare.ledger("lost", energy_, 1e6, "heat taken up from the room since the start");
  if (outlet_) {
    pump_.emplace(declare, "pump", 2.0, 0.0, "speed of the pump");
    define(declare, *outlet_);
    pump_flow_ = declare.observable("pump_flow", "m^3/s", {.minimum = -1e-6, .maximum = 1e-2}, "liquid pumped out");
  }
  level_ =
      declare.observable("level", "1", {.minimum = -1e-6, .maximum = 1.0}, "liquid as a fraction of the tank's volume");
  x_light_ = declare.observable("x_light", "mol/mol", {.minimum = -1e-6, .maximum = 1.0 + 1e-6},
                                "mole fraction of the light species");
  mass_ = declare.observable("mass", "kg", {.minimum = -1e-6, .maximum = 1e6}, "mass of the liquid");
  mass_light_ = declare.observable("mass_light", "kg", {.minimum = -1e-6, .maximum = 1e6}, "mass of the light species");
}

template <class Real, class Eq>
Real Tank::pumped(Eq& eq, const Liquid<Real>& liquid) const {
  return par_.pump_limit * pump_->position(eq) * smooth_step(Real(liquid.volume - 3e-4), 5e-5);
}

template <class Real>
void Tank::equations(Equations<Real>& eq) const {
  const Real T = eq[T_];
  const std::array<Real, 2> n{eq[n_[0]], eq[n_[1]]};
  const Liquid<Real> liquid(*mixture_, n, T);
  const Real loss = par_.loss * (T - eq[T_ambient_]);
  std::array<Real, 2> net{};
  Real energy = -loss;
  for (const LiquidFlow& flow : inlets_) {
    for (std::size_t i = 0; i < 2; ++i) net[i] += eq[flow.n[i]];
    energy += eq[flow.H];
  }
  if (outlet_) {
    const Real q = pumped(eq, liquid) / (liquid.volume + 1e-8);
    for (std::size_t i = 0; i < 2; ++i) {
      eq.equate("pumped liquid", Stage::species_name(i), eq[outlet_->n[i]], q * n[i]);
      net[i] -= eq[outlet_->n[i]];
    }
    eq.equate("enthalpy of the pumped liquid", eq[outlet_->H], q * liquid.N * liquid.h);
    energy -= eq[outlet_->H];
    pump_->equate(eq);
  }
  for (std::size_t i = 0; i < 2; ++i) eq.equate("balance", Stage::species_name(i), eq.der(n_[i]), net[i]);
  eq.equate("energy balance", eq.der(U_), energy);
  eq.equate("temperature from energy", eq[U_],
            liquid.N * liquid.h + par_.capacity * (T - Species::reference_temperature));
  eq.equate("ledger of heat loss", eq.der(lost_), -loss);
}

template <class Show>
void Tank::observe(Show& show) const {
  using Real = typename Show::Real;
  const std::array<Real, 2> n{show[n_[0]], show[n_[1]]};
  const Liquid<Real> liquid(*mixture_, n, show[T_]);
  show.show(level_, liquid.volume / par_.volume);
  show.show(x_light_, liquid.x[0]);
  show.show(mass_light_, n[0] * mixture_->molar_mass(0));
  show.show(mass_, n[0] * mixture_->molar_mass(0) + n[1] * mixture_->molar_mass(1));
  if (outlet_) show.show(pump_flow_, pumped(show, liquid));
  for (std::size_t i = 0; i < 2; ++i) show.hold(moles_[i], n[i]);
  show.hold(energy_, show[U_]);
}

template class UnitAdapter<Tank>;

}  // namespace stillhouse
