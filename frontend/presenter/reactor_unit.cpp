#include "frontend/presenter/reactor_unit.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/base/quantity.h"
#include "frontend/presenter/screen_state.h"
#include "frontend/presenter/stirred_tank.h"
#include "frontend/presenter/unit_finder.h"
#include "frontend/presenter/words.h"
#include "models/heat/liquid_service.h"
#include "models/plant/chemistry.h"
#include "models/properties/bracketed_root.h"
#include "models/properties/fluid.h"

namespace stillhouse {

namespace {

constexpr double kRoom = 293.15, kReference = 298.15;  // K

Text plain(const std::string& text) {
  return {text, text};
}

double value(const XyMoment& moment, const ReactorUnit::Number& number) {
  if (number.tag.empty()) return number.said;
  if (const auto read = reading_at(moment, number.tag)) return *read;
  return position_at(moment, number.tag).value_or(number.said);
}

std::string choice(const Blueprint::Unit& unit, const std::string& name, const char* otherwise) {
  for (const ParameterValue& each : unit.values)
    if (each.name == name) return each.word;
  return otherwise;
}

/// What enters through a port, back to the units whose text says what comes.
void gather_feeds(const UnitFinder& find, const std::string& unit, ReactorUnit& reactor) {
  const Fluid& fluid = *reactor.fluid;
  for (const StreamInfo& stream : find.streams()) {
    if (stream.to != unit || stream.in != "in") continue;
    ReactorUnit::Feed feed;
    feed.x = PerSpecies<double>(fluid.size());
    double sum = 0.0;
    const StreamInfo* source = &stream;
    for (int steps = 0; source != nullptr && steps < 20; ++steps) {
      sum = 0.0;
      for (std::size_t i = 0; i < fluid.size(); ++i)
        sum += feed.x[i] = std::max(find.setting(source->from, "x." + fluid.name(i), 0.0), 0.0);
      if (sum > 0.0) break;
      source = find.into(source->from, "in");
    }
    if (!(sum > 0.0)) continue;
    for (double& share : feed.x) share /= sum;
    feed.F = {find.flow_of(stream), find.setting(source->from, "F", 0.0)};
    feed.T = {find.handle(source->from + ".T"), find.setting(source->from, "T", kReference)};
    reactor.feeds.push_back(feed);
  }
}

}  // namespace

ReactorSearch reactor_of_units(const scenario::Plant& plant, const Flowsheet& flowsheet) {
  const UnitFinder find(plant, flowsheet);
  const Blueprint& blueprint = *plant.blueprint;
  const Blueprint::Unit* vessel = find.unit_of_kind("stirred_reactor");
  if (vessel == nullptr) return {};
  const std::string& name = vessel->name;
  if (find.into(name, "in") == nullptr ||
      (find.out_of(name, "out") == nullptr && find.out_of(name, "overflow") == nullptr))
    return {nullptr, words("xy.why_batch"_word)};
  if (blueprint.reactions.size() != 1)
    return {nullptr, words("xy.why_reactions"_word, {std::to_string(blueprint.reactions.size())})};
  const std::string jacket = choice(*vessel, "jacket", "none");
  if (jacket == "steam") return {nullptr, words("xy.why_steam"_word)};

  auto unit = std::make_shared<ReactorUnit>();
  unit->fluid = std::make_shared<const Fluid>(blueprint.species, liquid_model(blueprint.liquid_model));
  unit->kinetics = read_chemistry(blueprint, *unit->fluid, [](Phase, std::size_t, const std::string&) {}).liquid;
  if (!unit->kinetics || unit->kinetics->reaction(0).heat >= 0.0) return {nullptr, words("xy.why_endothermic"_word)};
  gather_feeds(find, name, *unit);
  if (unit->feeds.empty()) return {nullptr, words("xy.why_feeds"_word)};

  unit->volume = find.setting(name, "volume", 1.0);
  unit->level = {find.reading(name + ".level"), find.setting(name, "overflow_level", 0.95)};
  unit->heating = {find.handle(name + ".heating"), 0.0};
  unit->loss = find.setting(name, "loss", 0.0);
  unit->thermometer = find.reading(name + ".T");
  if (jacket == "none") return {unit, {}};
  // what a text leaves out is as the kind of unit has it
  const auto setting = [&](const char* parameter) {
    for (const ParameterInfo& info : find_unit_kind(vessel->kind).parameters)
      if (info.name == parameter) return find.setting(name, parameter, info.standard);
    return 0.0;
  };
  VesselJacket::Parameters& of = unit->jacket;
  of.kind = VesselJacket::kind_of(jacket);
  of.stirrer = VesselJacket::stirrer_of(choice(*vessel, "stirrer", "none"));
  of.vessel_diameter = vessel_diameter(unit->volume, find.setting(name, "height", 1.0));
  of.area = setting("jacket_area");
  of.fouling = setting("jacket_fouling");
  of.rest_film = setting("rest_film");
  of.stirrer_diameter = setting("stirrer_diameter");
  of.medium.film = setting("jacket_film");
  of.medium.flow = setting("jacket_flow");
  of.medium.exponent = setting("jacket_exponent");
  unit->stirrer_speed = {find.handle(name + ".stirrer_speed"), setting("stirrer_speed")};
  unit->coolant_F = {find.handle(name + "_jacket_main.F"), 0.0};
  unit->coolant_T = {find.handle(name + "_jacket_main.T"), setting("jacket_T")};
  return {unit, {}};
}

SteadyReactor::SteadyReactor(const XyMoment& moment, const ReactorUnit& unit)
    : unit_(unit),
      volume_(unit.volume * value(moment, unit.level)),
      heating_(value(moment, unit.heating)),
      speed_(value(moment, unit.stirrer_speed)),
      coolant_F_(value(moment, unit.coolant_F)),
      coolant_T_(value(moment, unit.coolant_T)),
      coldest_(kRoom) {
  if (unit.jacket.kind != VesselJacket::Kind::none) coldest_ = std::min(coldest_, coolant_T_);
  for (const ReactorUnit::Feed& feed : unit.feeds) {
    F_.push_back(std::max(value(moment, feed.F), 0.0));
    T_.push_back(value(moment, feed.T));
    coldest_ = std::min(coldest_, T_.back());
  }
}

ReactorHeat SteadyReactor::at(double T) const {
  const Fluid& fluid = *unit_.fluid;
  const Reaction& reaction = unit_.kinetics->reaction(0);
  PerSpecies<double> fed(fluid.size());
  ReactorHeat heat;
  for (std::size_t k = 0; k < F_.size(); ++k)
    for (std::size_t i = 0; i < fluid.size(); ++i) {
      const double n = F_[k] * unit_.feeds[k].x[i];
      fed[i] += n;
      heat.removed += n * (fluid.liquid_enthalpy(i, T) - fluid.liquid_enthalpy(i, T_[k]));
    }
  heat.removed += jacket_heat(T) + unit_.loss * (T - kRoom) - heating_;

  // the extent at which as much reacts as is fed for it
  double most = std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < fluid.size(); ++i)
    if (reaction.nu[i] < 0.0) most = std::min(most, fed[i] / -reaction.nu[i]);
  if (!(most > 0.0) || !(volume_ > 0.0)) return heat;
  const auto excess = [&](double extent) {
    PerSpecies<double> c(fluid.size());
    double q = 0.0;
    for (std::size_t i = 0; i < fluid.size(); ++i) {
      c[i] = std::max(fed[i] + reaction.nu[i] * extent, 0.0);
      q += c[i] * fluid.liquid_molar_volume(i, T);
    }
    for (double& each : c) each /= q;
    return volume_ * unit_.kinetics->rate(0, T, c) - extent;
  };
  if (!(excess(0.0) > 0.0)) return heat;
  const double extent = excess(most) >= 0.0 ? most : bracketed_root(excess, 0.0, most);
  double dH = reaction.heat;
  for (std::size_t i = 0; i < fluid.size(); ++i)
    dH += reaction.nu[i] * (fluid.liquid_enthalpy(i, T) - fluid.liquid_enthalpy(i, kReference));
  heat.generated = -extent * dH;
  return heat;
}

double SteadyReactor::jacket_heat(double T) const {
  VesselJacket::Parameters of = unit_.jacket;
  if (of.kind == VesselJacket::Kind::none || !(coolant_F_ > 0.0)) return 0.0;
  const Fluid& fluid = *unit_.fluid;
  const Fluid& water = *utility_water();
  PerSpecies<double> x(fluid.size());
  double sum = 0.0;
  for (std::size_t k = 0; k < F_.size(); ++k)
    for (std::size_t i = 0; i < fluid.size(); ++i) x[i] += F_[k] * unit_.feeds[k].x[i];
  for (const double each : x) sum += each;
  if (!(sum > 0.0)) return 0.0;
  for (double& each : x) each /= sum;
  of.conductivity = VesselJacket::conductivity(fluid, x, T);
  const double h_vessel =
      VesselJacket::film_of_contents(of, VesselJacket::surface(of.kind, of.stirrer), fluid, x, T, speed_);
  const double h_medium = LiquidPass::film_at(of.medium, coolant_F_ * water.molar_mass(0) / of.medium.flow);
  const double UA = of.area * (volume_ / unit_.volume) / (1.0 / h_vessel + of.fouling + 1.0 / h_medium);
  const double cp = 0.25 * (water.liquid_enthalpy(0, coolant_T_ + 2.0) - water.liquid_enthalpy(0, coolant_T_ - 2.0));
  const double carried = coolant_F_ * cp;
  const double effective =
      of.kind == VesselJacket::Kind::coil ? carried * (1.0 - exp(-UA / carried)) : UA * carried / (UA + carried);
  return effective * (T - coolant_T_);
}

XyPlot reactor_heat_plot(const XyMoment& moment, const ReactorUnit& unit) {
  const SteadyReactor reactor(moment, unit);
  // up to where more is removed than all of the feed can give, within what liquids are known for
  const double T_low = reactor.coldest() - 10.0, highest = std::min(unit.fluid->valid_to(), T_low + 300.0);
  const double all = reactor.at(highest).generated;
  double T_high = T_low + 30.0;
  while (T_high < highest && reactor.at(T_high).removed < 1.3 * all) T_high += 10.0;
  // tabulated: every point is a steady state that has to be found
  constexpr std::size_t parts = 150;
  std::vector<ReactorHeat> table;
  for (std::size_t i = 0; i <= parts; ++i) table.push_back(reactor.at(T_low + (T_high - T_low) * i / parts));
  const auto read = [table = std::move(table), T_low, T_high](double T, double ReactorHeat::*side) {
    const double place = std::clamp((T - T_low) / (T_high - T_low), 0.0, 1.0) * parts;
    const std::size_t i = std::min(static_cast<std::size_t>(place), parts - 1);
    return table[i].*side + (place - static_cast<double>(i)) * (table[i + 1].*side - table[i].*side);
  };
  const HeatBalance balance{[&](double T) { return read(T, &ReactorHeat::generated); },
                            [&](double T) { return read(T, &ReactorHeat::removed); }, T_low, T_high};
  XyPlot plot = heat_diagram(balance);
  const auto source = [](const std::string& tag) { return tag.empty() ? words("xy.of_the_lab"_word) : plain(tag); };
  for (const ReactorUnit::Feed& feed : unit.feeds) {
    std::size_t main = 0;
    for (std::size_t i = 0; i < feed.x.size(); ++i)
      if (feed.x[i] > feed.x[main]) main = i;
    plot.facts.push_back({words("xy.feed_of"_word, {unit.fluid->name(main)}),
                          plain_number(value(moment, feed.F), 3) + " mol/s", source(feed.F.tag)});
  }
  if (unit.jacket.kind != VesselJacket::Kind::none)
    plot.facts.push_back({words("xy.coolant"_word), plain_number(value(moment, unit.coolant_F), 2) + " mol/s",
                          source(unit.coolant_F.tag)});
  if (!unit.heating.tag.empty())
    plot.facts.push_back({words("xy.heating"_word), plain_number(1e-3 * value(moment, unit.heating), 2) + " kW",
                          source(unit.heating.tag)});
  add_resting_points(plot, balance);
  add_present_state(plot, moment, balance, unit.thermometer, {});
  return plot;
}

}  // namespace stillhouse
