#include "models/separation/stage.h"

namespace stillhouse {

Stage::Stage(Declare& declare, const Mixture& mixture, const GasNode& node, double volume, const Start& start)
    : mixture_(&mixture), node_(node), volume_(volume) {
  const Liquid<double> liquid(mixture, start.n, start.T);
  const double V_G = gas_volume(liquid.volume);
  const double RT = gas_constant * start.T;

  // the gas is saturated with the liquid, so that a closed, cold plant is at rest
  const auto gamma = mixture.activity(liquid.x, start.T);
  std::array<double, 3> m{};
  double p_air = start.p;
  for (std::size_t i = 0; i < 2; ++i) {
    const double p_eq =
        gamma[i] * mixture.vapour_pressure(static_cast<int>(i), start.T) * start.n[i] / (liquid.N + film_);
    m[i] = p_eq * V_G / RT;
    p_air -= p_eq;
  }
  m[2] = p_air * V_G / RT;
  const double U = liquid.N * liquid.h + m[0] * (mixture.vapour_enthalpy(0, start.T) - RT) +
                   m[1] * (mixture.vapour_enthalpy(1, start.T) - RT) + m[2] * (mixture.air_enthalpy(start.T) - RT);

  for (std::size_t i = 0; i < 2; ++i) {
    n_[i] = declare.differential(std::string("n_") + species_name(i), "mol",
                                 {.start = start.n[i], .nominal = 1.0, .minimum = -1e-6, .maximum = 1e6},
                                 std::string("liquid holdup of the ") + species_name(i) + " species");
  }
  constexpr std::array<const char*, 3> names{"m_light", "m_heavy", "m_air"};
  for (std::size_t i = 0; i < 3; ++i) {
    // air is swept out to the last trace, and at the standard accuracy the trace would be some 1e-8 mol below zero
    const double accuracy = i == 2 ? 1e-10 : 0.0;
    m_[i] = declare.differential(
        names[i], "mol", {.start = m[i], .nominal = 1.0, .minimum = -1e-6, .maximum = 1e6, .accuracy = accuracy},
        "holdup in the vapour space");
  }
  U_ = declare.differential("U", "J", {.start = U, .nominal = 1e5}, "internal energy of liquid and gas");
  define(declare, node);

  moles_ = {declare.conserved("light", "mol"), declare.conserved("heavy", "mol"), declare.conserved("air", "mol")};
  energy_ = declare.conserved("energy", "J");
}

Wall::Wall(Declare& declare, const Settings& settings, double T_start, Input T_ambient)
    : settings_(settings), T_ambient_(T_ambient) {
  T_w_ = declare.differential("T_wall", "K", {.start = T_start, .nominal = 300.0, .minimum = 250.0, .maximum = 700.0},
                              "temperature of the metal");
  energy_ = declare.conserved("energy", "J");
  lost_ = declare.ledger("lost", energy_, 1e7, "heat taken up from the room since the start");
}

}  // namespace stillhouse
