#include "models/flow/bursting_disc.h"

#include "models/flow/rupture_disc.h"
#include "models/plant/unit_site.h"

namespace stillhouse {

namespace {

constexpr double straining = 0.01, tearing = 0.02;  // s
constexpr double corner = 50.0;                     // Pa, over which a flow sets in or turns round; numerical

}  // namespace

BurstingDisc::BurstingDisc(Declare& declare, std::shared_ptr<const Fluid> fluid, const Parameters& parameters,
                           const Port& inlet, const Port& outlet)
    : fluid_(std::move(fluid)),
      par_(parameters),
      branch_(declare, inlet, outlet),
      burst_(declare.mode("burst", 0.0, "rupture disc: 0 whole, 1 burst")),
      // follows the pressure, so that the event is never passed by in a jump
      strain_(declare.differential("strain", "1", {.start = 0.0, .nominal = 1.0, .minimum = -1e6, .maximum = 1e6},
                                   "pressure difference that the disc has felt over that at which it bursts")),
      opening_(declare.differential("opening", "1",
                                    {.start = 0.0, .nominal = 1.0, .minimum = -0.01, .maximum = 1.01, .accuracy = 1e-3},
                                    "how far the burst disc has opened")) {}

template <class Real>
void BurstingDisc::equations(Equations<Real>& eq) const {
  const MaterialStream &in = branch_.inlet(), &out = branch_.outlet();
  const PerSpecies<Real> x = composition(eq, in.x);
  const Real T = eq[in.T], p1 = eq[in.p], p2 = eq[out.p], opening = eq[opening_];
  eq.equate("strain", straining * eq.der(strain_), (p1 - p2) * (1.0 / par_.burst_pressure) - eq[strain_]);
  eq.equate("opening", tearing * eq.der(opening_), eq[burst_] - opening);
  Real F;
  if (in.phase == Phase::gas) {
    const Real M = fluid_->gas_molar_mass(x);
    F = rupture_disc::gas_flow(opening, p1, p2, T, M, par_.specific_heats, par_.area, corner) / M;
  } else {
    const Real drop = branch_.driving(Real(p1 - p2), corner);
    F = rupture_disc::liquid_flow(opening, p1, Real(p1 - drop), fluid_->liquid_density(x, T), par_.area,
                                  par_.resistance + par_.velocity_heads, corner) *
        branch_.covered(eq) / fluid_->liquid_molar_mass(x);
  }
  branch_.equate(eq, *fluid_, F, Real(0.0), Real(0.0));
}

void BurstingDisc::events(Events& events) const {
  events.when(events[strain_] - 1.0, burst_, 1.0);
}

template class UnitAdapter<BurstingDisc>;

namespace {

void build_rupture_disc(UnitSite& site) {
  BurstingDisc::Parameters disc;
  disc.area = site.number("area");
  disc.burst_pressure = site.number("burst_pressure");
  if (site.only("in").stream->phase == Phase::gas)
    disc.specific_heats = site.number("k");
  else {
    disc.resistance = site.number("resistance");
    disc.velocity_heads = site.number("velocity_heads");
  }
  site.builder().add<BurstingDisc>(site.path(), site.fluid(), disc, site.only("in"), site.only("out"));
}

UnitKind rupture_disc_of(const char* name, Phase phase, const char* sentence, const std::vector<ParameterInfo>& own) {
  return {name,
          "flow",
          sentence,
          joined(std::vector<ParameterInfo>{{"area", "m^2", 5e-4, 1e-7, 1.0, "free area of the burst disc"},
                                            {"burst_pressure", "Pa", 3e5, 1e3, 1e8,
                                             "pressure difference across the disc at which it bursts"}},
                 own),
          {},
          {{"in", phase, true, true, false, false, "what is protected"},
           {"out", phase, false, true, false, false, "where it relieves to"}},
          build_rupture_disc,
          "BurstingDisc"};
}

}  // namespace

std::vector<UnitKind> rupture_disc_kinds() {
  return {
      rupture_disc_of("rupture_disc", Phase::liquid, "rupture disc for a liquid, after API 520; bursts once",
                      {{"resistance", "1", 2.4, 0.05, 100.0,
                        "K_R, velocity heads lost in the burst disc: certified by its maker, 2.4 where he says none"},
                       {"velocity_heads", "1", 1.5, 0.0, 1e4,
                        "velocity heads lost in its pipe (entrance 0.5, exit 1) beside its own"}}),
      rupture_disc_of("gas_rupture_disc", Phase::gas, "rupture disc for a gas, after API 520; bursts once",
                      {{"k", "1", 1.4, 1.01, 1.8, "ratio of the gas's heat capacities"}})};
}

}  // namespace stillhouse
