#include "models/separation/tray.h"

#include <numbers>

namespace stillhouse {

namespace {

constexpr double p_reference = 101325.0;  // Pa

// mol/s; mass transfer on a tray through which nothing flows. Estimate: free convection in the tray space, Sh about 10,
// gives k_c = Sh D/L = 3 mm/s, times 36 mol/m3 and 0.025 m2 of wetted metal 2.5e-3 mol/s. Sets how fast the liquid of a
// resting tray follows its vapour; of a working tray's transfer it is 4 %.
constexpr double V0 = 2e-3;

// mean liquid fraction in the downcomer, systems that do not foam: Seader, Henley, Separation Process Principles,
// eq. 6-72
constexpr double downcomer_froth = 0.5;

// of the slot under the apron: Kister, Distillation Design, sec. 6.3.4 (tests by Lockett and Gharani found it safe)
constexpr double orifice = 0.6;

}  // namespace

Tray::Tray(Declare& declare, const Mixture& mixture, const Parameters& parameters, const GasNode& node,
           const Ports& ports, Input T_ambient, const Stage::Start& start)
    : par_(parameters),
      area_(std::numbers::pi / 4.0 * par_.diameter * par_.diameter),
      active_area_(par_.active_fraction * area_),
      downcomer_area_(par_.downcomer_fraction * area_),
      net_area_(area_ - downcomer_area_),
      hole_area_(par_.hole_fraction * active_area_),
      transfer_units_(par_.efficiency / (1.0 - par_.efficiency)),
      stage_(declare, mixture, node, area_ * par_.spacing, start),
      wall_(declare, par_.wall, start.T, T_ambient),
      ports_(ports) {
  declare.check("efficiency", par_.efficiency, 0.05, 0.98, "");
  declare.check("diameter", par_.diameter, 0.03, 5.0, "m");
  declare.check("spacing", par_.spacing, 0.08, 0.6, "m");
  declare.check("weir_height", par_.weir_height, 0.003, 0.1, "m");
  for (std::size_t i = 0; i < 2; ++i) {
    d_[i] = declare.differential(std::string("d_") + Stage::species_name(i), "mol",
                                 {.start = 0.0, .nominal = 1.0, .minimum = -1e-6, .maximum = 1e5},
                                 std::string("downcomer holdup of the ") + Stage::species_name(i) + " species");
  }
  moles_ = {declare.conserved("light", "mol"), declare.conserved("heavy", "mol")};
  define(declare, ports.vapour_in);
  define(declare, ports.liquid_out);
  define(declare, ports.carry_out);
  declare.defines(ports.head.dp);

  const Range height{.nominal = 0.01, .minimum = -1e-6, .maximum = 2.0};
  x_light_ = declare.observable("x_light", "mol/mol", {.minimum = -1e-6, .maximum = 1.0 + 1e-6},
                                "mole fraction of the light species in the liquid");
  clear_liquid_ = declare.observable("clear_liquid", "m", height, "height of clear liquid on the tray");
  froth_ = declare.observable("froth", "m", height, "height of froth on the tray");
  flooding_ = declare.observable("flooding", "1", {.minimum = -1.0, .maximum = 20.0},
                                 "vapour velocity as a fraction of Fair's flood velocity");
  backup_ = declare.observable("backup", "1", {.minimum = -0.1, .maximum = 20.0},
                               "downcomer froth as a fraction of tray spacing and weir: flooded above 1");
  weeping_ = declare.observable("weeping", "1", {.minimum = -1e-6, .maximum = 1.0 + 1e-6},
                                "share of the liquid leaving the tray that falls through the holes");
  pressure_drop_ = declare.observable("dp", "Pa", {.minimum = -1e5, .maximum = 1e5},
                                      "pressure difference from below the tray to above it");
}

/// Heights and volume flows of the liquid on the tray at an instant.
template <class Real>
struct Tray::Hydraulics {
  Liquid<Real> downcomer;
  Real head;                    // Pa, clear liquid on the tray
  Real clear_liquid;            // m
  Real froth_height;            // m
  Real downcomer_froth_height;  // m
  Real flood_fraction;          // -
  Real overflow;                // m3/s
  Real weep;                    // m3/s
  Real underflow;               // m3/s, out of the downcomer
  Real carry_ratio;             // kg/kg
  Real rising;                  // kg/s of vapour leaving upwards
};

template <class Real, class Eq>
Tray::Hydraulics<Real> Tray::hydraulics(Eq& eq, const StageContents<Real>& s) const {
  using namespace tray_hydraulics;
  Hydraulics<Real> h{.downcomer = Liquid<Real>(stage_.mixture(), {eq[d_[0]], eq[d_[1]]}, s.T)};
  const Gas<Real>& gas = s.gas;

  // vapour through the tray: what comes up through the holes sets froth and weeping, what leaves sets entrainment
  const Real V_in = eq[ports_.vapour_in.n[0]] + eq[ports_.vapour_in.n[1]] + eq[ports_.vapour_in.n[2]];
  const Real V_out = eq[ports_.vapour_out.n[0]] + eq[ports_.vapour_out.n[1]] + eq[ports_.vapour_out.n[2]];
  const Real up_in = smooth_positive(V_in, 1e-5) * gas.M;
  h.rising = smooth_positive(V_out, 1e-5) * gas.M;

  // froth and overflow; a downcomer full of froth submerges the weir, so that liquid backs up without a switch
  h.clear_liquid = s.V_L * (1.0 / active_area_);
  h.head = s.rho_L * g * h.clear_liquid;
  const Real alpha = froth_density(Real(up_in / (gas.rho * active_area_)), gas.rho, s.rho_L);
  h.froth_height = h.clear_liquid / alpha;
  const Real downcomer_height = h.downcomer.volume * (1.0 / downcomer_area_);
  h.downcomer_froth_height = downcomer_height * (1.0 / downcomer_froth);
  const Real backed_up = h.downcomer_froth_height - par_.spacing;
  const Real limit = smooth_max(backed_up, Real(par_.weir_height), 1e-3);
  const Real drain = drain_factor(s.N);
  h.overflow = drain * weir_overflow(h.froth_height, limit, alpha, par_.weir_height, par_.weir_length);

  // weeping through the holes
  const Real u_h = up_in / (gas.rho * hole_area_);
  h.weep = drain * hole_area_ * weep_velocity(u_h, h.clear_liquid, gas.rho, s.rho_L, par_.weep_factor);

  // out of the downcomer under its apron, against the liquid and the pressure below
  const Real dp_below = eq[ports_.below.p] - gas.p;
  const Real push = softplus(s.rho_L * g * downcomer_height - eq[ports_.head_below.dp] - dp_below, 2.0);
  h.underflow = orifice * par_.apron_area * sqrt(2.0 / s.rho_L) * signed_sqrt(push, 1.0) *
                (downcomer_height / (downcomer_height + 1e-3)) * drain_factor(h.downcomer.N);

  // entrainment
  const Real liquid_load = (h.overflow + h.weep) * s.rho_L;
  const Real F_LV = liquid_load / (h.rising + 1e-6) * sqrt(gas.rho / s.rho_L);
  const Real sigma = stage_.mixture().surface_tension(s.x, s.T);
  const Real u_f = flood_velocity(F_LV, sigma, gas.rho, s.rho_L, par_.spacing, par_.flood_factor);
  h.flood_fraction = h.rising / (gas.rho * net_area_) / u_f;
  h.carry_ratio = drain * entrainment_ratio(h.flood_fraction, h.froth_height, par_.spacing);
  return h;
}

template <class Real>
void Tray::equations(Equations<Real>& eq) const {
  const StageContents<Real> s = stage_.contents(eq);
  const Hydraulics<Real> h = hydraulics(eq, s);

  // liquid leaving the tray has the tray's composition; leaving the downcomer, the downcomer's
  constexpr double trace_volume = 1e-8;  // m3
  const Real per_volume = 1.0 / (s.V_L + trace_volume);
  const Real molar_mass = s.x[0] * stage_.mixture().molar_mass(0) + s.x[1] * stage_.mixture().molar_mass(1);
  const Real carried = h.carry_ratio * h.rising / molar_mass;  // mol/s
  const Real underflow = h.underflow / (h.downcomer.volume + trace_volume);
  std::array<Real, 2> net_liquid;
  for (std::size_t i = 0; i < 2; ++i) {
    const Real weep = h.weep * s.n[i] * per_volume;
    const Real overflow = h.overflow * s.n[i] * per_volume;
    const Real d_out = underflow * eq[d_[i]];
    eq.equate("liquid to below", Stage::species_name(i), eq[ports_.liquid_out.n[i]], weep + d_out);
    eq.equate("entrained liquid", Stage::species_name(i), eq[ports_.carry_out.n[i]], carried * s.x[i]);
    eq.equate("downcomer balance", Stage::species_name(i), eq.der(d_[i]), overflow - d_out);
    net_liquid[i] = eq[ports_.liquid_in.n[i]] - weep - overflow - eq[ports_.carry_out.n[i]];
    net_liquid[i] += eq.or_zero(ports_.carry_in.n[i]) + eq.or_zero(ports_.feed.n[i]);
  }
  eq.equate("enthalpy of the liquid to below", eq[ports_.liquid_out.H],
            h.weep * per_volume * s.N * s.h_L + underflow * h.downcomer.N * h.downcomer.h);
  eq.equate("enthalpy of the entrained liquid", eq[ports_.carry_out.H], carried * s.h_L);
  eq.equate("head of the liquid", eq[ports_.head.dp], h.head);

  // vapour up through the holes: it must lift the clear liquid upwards, but not downwards
  const Gas<Real> below = gas_at(eq, stage_.mixture(), ports_.below);
  const Real dp = below.p - s.gas.p;
  const Real s_dp = smooth_positive(Real(dp - h.head), 10.0) - smooth_positive(Real(-dp), 10.0);
  const Real V = gas_flow_through(below, s.gas, s_dp, hole_area_, tray_hydraulics::hole_resistance, 10.0);
  equate_gas_flow(eq, ports_.vapour_in, below, s.gas, V, 1e-5);

  // balances
  Stage::Net<Real> net{net_liquid, {}, Real(0.0)};
  for (std::size_t i = 0; i < 3; ++i) net.gas[i] = eq[ports_.vapour_in.n[i]] - eq[ports_.vapour_out.n[i]];
  net.energy = eq[ports_.liquid_in.H] - eq[ports_.liquid_out.H] - eq[ports_.carry_out.H] + eq[ports_.vapour_in.H] -
               eq[ports_.vapour_out.H] - wall_.heat_from(eq, s.T);
  net.energy += eq.or_zero(ports_.carry_in.H) + eq.or_zero(ports_.feed.H);
  const Real k = transfer_units_ / p_reference * (smooth_positive(V, 1e-5) + V0);
  stage_.equate(eq, s, net, k, h.downcomer.volume, Real(h.downcomer.N * h.downcomer.h));
  wall_.equate(eq, s.T);
}

template <class Show>
void Tray::observe(Show& show) const {
  const auto s = stage_.contents(show);
  const auto h = hydraulics(show, s);
  show.show(x_light_, s.x[0]);
  show.show(clear_liquid_, h.clear_liquid);
  show.show(froth_, h.froth_height);
  show.show(flooding_, h.flood_fraction);
  show.show(backup_, h.downcomer_froth_height / (par_.spacing + par_.weir_height));
  show.show(weeping_, h.weep / (h.weep + h.overflow + 1e-9));
  show.show(pressure_drop_, show[ports_.below.p] - s.gas.p);
  stage_.hold(show);
  wall_.hold(show);
  for (std::size_t i = 0; i < 2; ++i) show.hold(moles_[i], show[d_[i]]);
}

template class UnitAdapter<Tray>;

}  // namespace stillhouse
