#include "models/heat/liquid_service.h"

#include <algorithm>

#include "engine/base/error.h"

namespace stillhouse {

const std::shared_ptr<const Fluid>& utility_water() {
  static const std::shared_ptr<const Fluid> water =
      std::make_shared<const Fluid>(std::vector<std::string>{"water"}, LiquidModel::ideal);
  return water;
}

LiquidService liquid_service(UnitSite& site, const std::string& port, double F, double F_limit, double T) {
  const std::vector<Port>&in = site.streams(port + "_in"), &out = site.streams(port + "_out");
  if (in.empty() != out.empty())
    throw ModelError(site.path() + ": of " + port + "_in and " + port +
                     "_out one is left open; join both, or none for water from a main of its own");
  if (!in.empty()) {
    const std::vector<std::string> names = site.fluid()->names();
    const auto water = std::find(names.begin(), names.end(), "water");
    PerSpecies<double> x(names.size());
    x[water == names.end() ? 0 : static_cast<std::size_t>(water - names.begin())] = 1.0;
    return {site.fluid(), {T, x}, *in.front().stream, *out.front().stream};
  }
  const std::shared_ptr<const Fluid>& water = utility_water();
  PerSpecies<double> x(1);
  x[0] = 1.0;
  FlowsheetBuilder& builder = site.builder();
  LiquidService service{water,
                        {T, x},
                        MaterialStream(builder.stream(site.path() + "." + port + "_in"), *water, Phase::liquid),
                        MaterialStream(builder.stream(site.path() + "." + port + "_out"), *water, Phase::liquid)};
  builder.add<Feed>(site.path() + "_" + port + "_main", water, Source::Start{T, 0.0, x}, F, F_limit,
                    Port{&service.in, true});
  builder.add<ReturnLine>(site.path() + "_" + port + "_return", water, site.room(), F_limit, service.out);
  return service;
}

ReturnLine::ReturnLine(Declare& declare, std::shared_ptr<const Fluid> fluid, Room room, double F_limit,
                       const MaterialStream& inlet)
    : fluid_(std::move(fluid)), room_(room), F_limit_(F_limit), in_(inlet), crossing_(declare, *fluid_, "") {
  declare.defines(in_.F);
}

template <class Real>
void ReturnLine::equations(Equations<Real>& eq) const {
  eq.equate("flow to the drain", eq[in_.F], (F_limit_ * 1e-4) * (eq[in_.p] - eq[room_.p]));
  crossing_.equate(eq, *fluid_, carried(eq, in_), -1.0);
}

template class UnitAdapter<ReturnLine>;

}  // namespace stillhouse
