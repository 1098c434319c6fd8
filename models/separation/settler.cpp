#include "models/separation/settler.h"

#include <cmath>
#include <deque>

#include "models/properties/gravity.h"
#include "models/separation/weir.h"

namespace stillhouse {

namespace {

constexpr double edge = 1e-3;     // m, of an overflow's corner
constexpr double drop = 150e-6;   // m
constexpr double per_mol = 1e-4;  // m3/mol, of k

/// H_leg at which the interface stands half way up to the weir.
double half_way(const Fluid& fluid, const TwoLiquids::Layers& layers, double weir, double T) {
  return 0.5 * weir * (1.0 + fluid.liquid_density(layers.light, T) / fluid.liquid_density(layers.heavy, T));
}

}  // namespace

Settler::Settler(Declare& declare, std::shared_ptr<const Fluid> fluid, Room room, const Parameters& parameters,
                 const TwoLiquids::Layers& layers, const Ports& ports)
    : fluid_(std::move(fluid)),
      room_(room),
      par_(parameters),
      area_(par_.volume / par_.height),
      leg_height_(par_.leg > 0.0 ? par_.leg * par_.height : half_way(*fluid_, layers, par_.weir * par_.height, par_.T)),
      transfer_(par_.volume / (per_mol * par_.equilibration)),
      light_out_(*ports.light_out),
      heavy_out_(*ports.heavy_out),
      contents_(declare, *fluid_, par_.volume, par_.capacity, par_.T, layers) {
  for (const MaterialStream* stream : ports.in) {
    in_.push_back(*stream);
    declare.defines(stream->p);
  }
  for (const MaterialStream* stream : {&light_out_, &heavy_out_}) {
    declare.defines(stream->F);
    define_sent(declare, *stream);
  }
  heat_ = declare.ledger("heat", declare.conserved("energy", "J"), 1e6, "heat taken up from the room since the start");
  const Range part{.minimum = -1e-3, .maximum = 10.0};
  level_ = declare.observable("level", "1", part, "level as a fraction of the height");
  interface_ = declare.observable("interface", "1", part, "interface of the liquids as a fraction of the height");
  loading_ = declare.observable("loading", "1", {.minimum = -1e6, .maximum = 1e6},
                                "rise of the light liquid over that of its drops: above 1 they are carried along");
  const Range fraction{.minimum = -1e-3, .maximum = 1.001};
  for (std::size_t i = 0; i < fluid_->size(); ++i) {
    const std::string tag = species_tag(fluid_->name(i));
    x_light_.push_back(declare.observable("x_light_" + tag, "mol/mol", fraction,
                                          "mole fraction of " + fluid_->name(i) + " in the light liquid"));
    x_heavy_.push_back(declare.observable("x_heavy_" + tag, "mol/mol", fraction,
                                          "mole fraction of " + fluid_->name(i) + " in the heavy liquid"));
  }
}

template <class Real>
Settler::Hydraulics<Real> Settler::hydraulics(const TwoLiquids::Now<Real>& s) const {
  Hydraulics<Real> h;
  h.h1 = s.N1 * s.v1 * (1.0 / area_);
  h.h2 = s.N2 * s.v2 * (1.0 / area_);
  const Real rho1 = fluid_->liquid_molar_mass(s.x1) / s.v1, rho2 = fluid_->liquid_molar_mass(s.x2) / s.v2;
  h.light = weir::overflow(Real(h.h1 + h.h2 - par_.weir * par_.height), par_.weir_length, weir::francis, edge);
  h.heavy = weir::overflow(Real(h.h2 + h.h1 * rho1 / rho2 - leg_height_), par_.weir_length, weir::francis, edge);
  h.loading = h.light * (18.0 / (drop * drop * standard_gravity * area_)) * fluid_->liquid_viscosity(s.x2, s.T) /
              smooth_positive(Real(rho2 - rho1), 1.0);
  return h;
}

/// q m3/s leave, `share` of it light.
template <class Real>
void Settler::leave(Equations<Real>& eq, const MaterialStream& outlet, const TwoLiquids::Now<Real>& s, const Real& q,
                    const Real& share, TwoLiquids::Net<Real>& net) const {
  const Real c1 = share / s.v1, c2 = (1.0 - share) / s.v2;
  const Real light = c1 / (c1 + c2);
  PerSpecies<Real> x(fluid_->size());
  for (std::size_t i = 0; i < x.size(); ++i) {
    x[i] = light * s.x1[i] + (1.0 - light) * s.x2[i];
    net.light[i] -= q * c1 * s.x1[i];
    net.heavy[i] -= q * c2 * s.x2[i];
  }
  const Real h = light * s.h1 + (1.0 - light) * s.h2;
  net.energy -= q * (c1 + c2) * h;
  eq.equate("overflow", eq[outlet.F], q * (c1 + c2));
  equate_sent(eq, *fluid_, outlet, s.T, h, x, Real(1.0));
}

template <class Real>
void Settler::equations(Equations<Real>& eq) const {
  const auto s = contents_.now(eq, *fluid_);
  const Hydraulics<Real> h = hydraulics(s);
  TwoLiquids::Net<Real> net(fluid_->size());
  for (const MaterialStream& stream : in_) {
    eq.equate("pressure over the liquid", eq[stream.p], Real(eq[room_.p]));
    contents_.enter(net, carried(eq, stream));
  }
  leave(eq, light_out_, s, h.light, wetted(h.h1), net);
  leave(eq, heavy_out_, s, h.heavy, Real(1.0 - wetted(h.h2)), net);
  const Real Q = par_.loss * (eq[room_.T] - s.T);
  net.energy += Q;
  eq.equate("ledger of heat", eq.der(heat_), Q);
  contents_.equate(eq, *fluid_, s, net, Real(transfer_));
}

template <class Show>
void Settler::observe(Show& show) const {
  const auto s = contents_.now(show, *fluid_);
  const auto h = hydraulics(s);
  show.show(level_, (h.h1 + h.h2) * (1.0 / par_.height));
  show.show(interface_, h.h2 * (1.0 / par_.height));
  show.show(loading_, h.loading);
  for (std::size_t i = 0; i < x_light_.size(); ++i) {
    show.show(x_light_[i], s.x1[i]);
    show.show(x_heavy_[i], s.x2[i]);
  }
  contents_.hold(show, *fluid_);
}

template class UnitAdapter<Settler>;

namespace {

const std::vector<ParameterInfo>& settler_parameters() {
  static const std::vector<ParameterInfo> list{
      {"volume", "m^3", 0.1, 1e-5, 1e4, "volume of the vessel, of each stage"},
      {"height", "m", 0.5, 0.05, 20.0, "height of the vessel"},
      {"weir", "1", 0.9, 0.1, 1.0, "edge of the light liquid's weir as a fraction of the height"},
      {"leg", "1", 0.0, 0.0, 1.0,
       "edge of the heavy liquid's leg as a fraction of the height; 0: the interface stands half way up to the weir"},
      {"weir_length", "m", 0.3, 0.01, 20.0, "length of both overflows"},
      {"equilibration", "s", 5.0, 0.1, 1e5, "time in which the liquids come to equilibrium"},
      {"T", "K", 293.15, 200.0, 600.0, "temperature at the start"},
      {"x.*", "mol/mol", 0.0, 0.0, 1.0,
       "a liquid that separates, by whose layers light and heavy are known; else those of some two species"},
      {"capacity", "J/K", 1000.0, 0.0, 1e9, "heat capacity of the metal, of each stage"},
      {"loss", "W/K", 0.0, 0.0, 1e6, "heat lost to the room for each kelvin, of each stage"}};
  return list;
}

Settler::Parameters read_settler(UnitSite& site) {
  Settler::Parameters settler;
  settler.volume = site.number("volume");
  settler.height = site.number("height");
  settler.weir = site.number("weir");
  settler.leg = site.number("leg");
  settler.weir_length = site.number("weir_length");
  settler.equilibration = site.number("equilibration");
  settler.T = site.number("T");
  settler.capacity = site.number("capacity");
  settler.loss = site.number("loss");
  return settler;
}

std::vector<const MaterialStream*> streams(UnitSite& site, const char* port) {
  std::vector<const MaterialStream*> list;
  for (const Port& each : site.streams(port)) list.push_back(each.stream);
  return list;
}

void build_decanter(UnitSite& site) {
  const Settler::Parameters settler = read_settler(site);
  const TwoLiquids::Layers layers = TwoLiquids::layers(*site.fluid(), site.each("x"), settler.T);
  site.builder().add<Settler>(
      site.path(), site.fluid(), site.room(), settler, layers,
      Settler::Ports{streams(site, "in"), site.only("light").stream, site.only("heavy").stream});
}

void build_extractor(UnitSite& site) {
  const Settler::Parameters settler = read_settler(site);
  const TwoLiquids::Layers layers = TwoLiquids::layers(*site.fluid(), site.each("x"), settler.T);
  const int stages = static_cast<int>(std::lround(site.number("stages")));
  const auto name = [&](int k) { return site.path() + "_stage_" + std::to_string(k); };
  // light liquid into stage k, heavy liquid out of it
  std::deque<MaterialStream> made;
  std::vector<std::vector<const MaterialStream*>> light_in{streams(site, "light_in")};
  std::vector<const MaterialStream*> heavy_out{site.only("heavy_out").stream};
  for (int k = 1; k < stages; ++k) {
    light_in.push_back({&made.emplace_back(site.builder().stream(name(k) + ".light"), *site.fluid(), Phase::liquid)});
    heavy_out.push_back(
        &made.emplace_back(site.builder().stream(name(k + 1) + ".heavy"), *site.fluid(), Phase::liquid));
  }
  for (int k = 1; k <= stages; ++k) {
    const std::size_t i = static_cast<std::size_t>(k - 1);
    Settler::Ports ports{light_in[i], k == stages ? site.only("light_out").stream : light_in[i + 1].front(),
                         heavy_out[i]};
    if (k < stages) {
      ports.in.push_back(heavy_out[i + 1]);
    } else {
      for (const MaterialStream* stream : streams(site, "heavy_in")) ports.in.push_back(stream);
    }
    site.builder().add<Settler>(name(k), site.fluid(), site.room(), settler, layers, ports);
  }
}

}  // namespace

UnitKind decanter_kind() {
  return {
      "decanter",
      "separation",
      "open vessel in which two liquids separate: the light one runs over a weir, the heavy one through a leg; starts "
      "empty",
      settler_parameters(),
      {},
      {{"in", Phase::liquid, true, true, true, true, "what is to separate"},
       {"light", Phase::liquid, false, true, false, false, "the light liquid, over its weir"},
       {"heavy", Phase::liquid, false, true, false, false, "the heavy liquid, through its leg"}},
      build_decanter,
      "Settler"};
}

UnitKind extractor_kind() {
  UnitKind kind{"extractor",
                "separation",
                "mixer-settlers in a row, two liquids in counter-current, each stage to equilibrium; starts empty",
                settler_parameters(),
                {},
                {{"light_in", Phase::liquid, true, true, true, true, "light liquid into stage 1"},
                 {"heavy_in", Phase::liquid, true, true, true, true, "heavy liquid into the last stage"},
                 {"light_out", Phase::liquid, false, true, false, false, "light liquid from the last stage"},
                 {"heavy_out", Phase::liquid, false, true, false, false, "heavy liquid from stage 1"}},
                build_extractor};
  kind.parameters.insert(kind.parameters.begin(), {"stages", "1", 4.0, 1.0, 50.0, "number of stages"});
  return kind;
}

}  // namespace stillhouse
