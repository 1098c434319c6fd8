#include "frontend/presenter/stirred_tank.h"

#include <algorithm>
#include <cmath>

#include "frontend/presenter/screen_state.h"
#include "frontend/presenter/words.h"
#include "labs/scenario/lab.h"
#include "models/catalogue.h"
#include "models/properties/bracketed_root.h"
#include "models/reactors/seborg_reactor.h"
#include "models/reactors/solution.h"

namespace stillhouse {

namespace {

constexpr double kIcePoint = 273.15;  // K
constexpr int kPoints = 200, kIntervals = 1000;
constexpr double kLeastHeat = 0.05;  // kW, of the diagram's height

double parameter(const scenario::Lab& lab, const std::string& name) {
  for (const scenario::InitialValue& value : lab.initial)
    if (value.setting.name == name) return value.setting.number;
  for (const scenario::Setting& setting : lab.plant.parameters)
    if (setting.name == name) return setting.number;
  for (const FlowsheetKind& kind : catalogue())
    if (kind.name == lab.plant.flowsheet)
      for (const ParameterInfo& info : kind.parameters)
        if (info.name == name) return info.standard;
  return 0.0;
}

/// W, of the steady tank at T.
double generated(const StirredTank& tank, const TankSettings& set, double T) {
  const Kinetics& kinetics = tank.solution->kinetics();
  const double k = kinetics.reaction(0).k(T);
  const double c = set.q * set.c_feed / (set.q + tank.volume * k);
  return -kinetics.reaction(0).heat * set.q * (set.c_feed - c);
}

double removed(const StirredTank& tank, const TankSettings& set, double T) {
  return set.q * tank.solution->volumetric_heat_capacity() * (T - set.T_feed) + tank.UA * (T - set.T_coolant);
}

HeatBalance balance_of(const StirredTank& tank, const TankSettings& set, double T_low, double T_high) {
  return {[&tank, set](double T) { return generated(tank, set, T); },
          [&tank, set](double T) { return removed(tank, set, T); }, T_low, T_high};
}

TankSettings settings_of(const XyMoment& moment, const StirredTank& tank) {
  const auto value = [&](const StirredTank::Setting& setting) {
    return position_at(moment, setting.tag).value_or(setting.start);
  };
  return {value(tank.feed_q), value(tank.feed_T), value(tank.feed_c), value(tank.coolant_T)};
}

Text tag_text(const std::string& tag) {
  return tag.empty() ? words("xy.of_the_lab"_word) : Text{tag, tag};
}

}  // namespace

std::shared_ptr<const StirredTank> stirred_tank(const scenario::Lab& lab) {
  if (lab.plant.flowsheet != "seborg_reactor") return nullptr;
  auto tank = std::make_shared<StirredTank>();
  tank->solution = seborg_solution();
  tank->volume = parameter(lab, "volume");
  tank->UA = parameter(lab, "UA");
  const auto setting = [&](const std::string& input, const std::string& name) {
    StirredTank::Setting found{{}, parameter(lab, name)};
    for (const scenario::Handle& handle : lab.plant.handles)
      if (handle.input == input) found.tag = handle.tag;
    return found;
  };
  tank->feed_q = setting("source.q", "feed_q");
  tank->feed_T = setting("source.T", "feed_T");
  tank->feed_c = setting("source.c_A", "feed_c_A");
  tank->coolant_T = setting("reactor.coolant_T", "coolant_T");
  for (const scenario::Instrument& instrument : lab.plant.instruments) {
    if (instrument.signal == "reactor.T") tank->thermometer = instrument.tag;
    if (instrument.signal == "reactor.heat_release") tank->heat_meter = instrument.tag;
  }
  return tank;
}

std::vector<RestingPoint> resting_points(const HeatBalance& balance) {
  const auto excess = [&](double T) { return balance.removed(T) - balance.generated(T); };
  std::vector<RestingPoint> points;
  double T = balance.T_low, before = excess(T);
  for (int i = 1; i <= kIntervals; ++i) {
    const double next = balance.T_low + (balance.T_high - balance.T_low) * i / kIntervals, here = excess(next);
    if ((before < 0.0) != (here < 0.0)) {
      const double root = bracketed_root(excess, T, next);
      points.push_back({root, balance.removed(root), before < 0.0});
    }
    T = next;
    before = here;
  }
  return points;
}

std::vector<RestingPoint> resting_points(const StirredTank& tank, const TankSettings& set, double T_low,
                                         double T_high) {
  return resting_points(balance_of(tank, set, T_low, T_high));
}

XyPlot heat_diagram(const HeatBalance& balance) {
  XyPlot plot;
  plot.title = words("xy.heat_title"_word);
  plot.across = words("xy.reactor_temperature"_word);
  plot.up = words("xy.heat_flow"_word);
  plot.x_low = balance.T_low - kIcePoint;
  plot.x_high = balance.T_high - kIcePoint;
  XyCurve made{XyCurve::Role::generated, words("xy.generated"_word), {}},
      taken{XyCurve::Role::removed, words("xy.removed"_word), {}};
  double most = 0.0;
  for (int i = 0; i <= kPoints; ++i) {
    const double T = balance.T_low + (balance.T_high - balance.T_low) * i / kPoints;
    made.places.push_back({T - kIcePoint, 1e-3 * balance.generated(T)});
    taken.places.push_back({T - kIcePoint, 1e-3 * balance.removed(T)});
    most = std::max(most, made.places.back().y);
  }
  plot.curves = {std::move(made), std::move(taken)};
  plot.y_low = -0.15 * std::max(most, kLeastHeat);
  plot.y_high = 1.2 * std::max(most, kLeastHeat);
  plot.notes = {words("xy.heat_meaning"_word)};
  return plot;
}

void add_resting_points(XyPlot& plot, const HeatBalance& balance) {
  for (const RestingPoint& point : resting_points(balance)) {
    plot.dots.push_back({point.slope_holds ? XyDot::Role::computed : XyDot::Role::unstable,
                         {point.T - kIcePoint, 1e-3 * point.heat},
                         {}});
    plot.facts.push_back({point.slope_holds ? words("xy.rests"_word) : words("xy.leaves"_word),
                          plain_number(point.T - kIcePoint, 1) + " °C",
                          {}});
  }
}

void add_present_state(XyPlot& plot, const XyMoment& moment, const HeatBalance& balance, const std::string& thermometer,
                       const std::string& heat_meter) {
  const auto T = reading_at(moment, thermometer);
  if (!T) return;
  const auto heat = reading_at(moment, heat_meter);
  const std::string label = heat ? thermometer + ", " + heat_meter : thermometer;
  plot.dots.push_back({XyDot::Role::measured, {*T - kIcePoint, 1e-3 * heat.value_or(balance.generated(*T))}, label});
  plot.facts.push_back({words("xy.now"_word), plain_number(*T - kIcePoint, 1) + " °C", {label, label}});
}

XyPlot heat_balance_plot(const XyMoment& moment, const StirredTank& tank) {
  const TankSettings set = settings_of(moment, tank);
  // up to where more is removed than all of the feed can give: no place to rest lies beyond
  const double carried = std::max(set.q * tank.solution->volumetric_heat_capacity() + tank.UA, 1.0);
  const double all = std::max(-tank.solution->kinetics().reaction(0).heat * set.q * set.c_feed, 0.0);
  const double T_low = std::min(set.T_feed, set.T_coolant) - 10.0;
  const double T_high = T_low + (1.3 * all - removed(tank, set, T_low)) / carried + 10.0;
  const HeatBalance balance = balance_of(tank, set, T_low, T_high);
  XyPlot plot = heat_diagram(balance);
  plot.facts = {
      {words("xy.feed_flow"_word), plain_number(6e4 * set.q, 1) + " L/min", tag_text(tank.feed_q.tag)},
      {words("xy.feed_temperature"_word), plain_number(set.T_feed, 1) + " K", tag_text(tank.feed_T.tag)},
      {words("xy.feed_reactant"_word), plain_number(1e-3 * set.c_feed, 3) + " mol/L", tag_text(tank.feed_c.tag)},
      {words("xy.coolant"_word), plain_number(set.T_coolant, 1) + " K", tag_text(tank.coolant_T.tag)}};
  add_resting_points(plot, balance);
  add_present_state(plot, moment, balance, tank.thermometer, tank.heat_meter);
  return plot;
}

}  // namespace stillhouse
