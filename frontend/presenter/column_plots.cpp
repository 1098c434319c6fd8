#include <algorithm>
#include <array>
#include <cmath>

#include "engine/base/error.h"
#include "engine/base/quantity.h"
#include "frontend/presenter/binary_column.h"
#include "frontend/presenter/screen_state.h"
#include "frontend/presenter/words.h"
#include "models/separation/short_cut/mccabe_thiele.h"

namespace stillhouse {

namespace {

constexpr int kCurvePoints = 100;
constexpr double kAtmosphere = 101325.0;  // Pa
constexpr double kLeastFlow = 1.4e-8;     // m3/s, 0.05 L/h: what a flow meter at rest may show
constexpr double kLeastMolarFlow = 1e-4;  // mol/s
constexpr double kCelsius = 273.15;       // K

const InstrumentFace* face_of(const ScreenState& screen, const std::string& tag) {
  if (tag.empty()) return nullptr;
  for (const InstrumentFace& face : screen.instruments)
    if (face.tag == tag) return &face;
  return nullptr;
}

/// What the instruments and samples say of a column at a moment.
struct Measured {
  double P_kettle = kAtmosphere, P_top = kAtmosphere;  // Pa
  bool P_known = false;
  struct Stage {
    std::string tag;
    int tray;
    double T;                 // K
    std::optional<double> x;  // of the liquid that boils there
  };
  std::vector<Stage> stages;  // from the bottom
  struct Sample {
    std::string tag;
    double x, time;
  };
  std::optional<Sample> sample;  // the newest of the distillate
  std::optional<Sample> of_kettle;

  double P() const { return 0.5 * (P_kettle + P_top); }
};

/// Newest result of an instrument that works by samples, as a mole fraction.
std::optional<Measured::Sample> newest_sample(const XyMoment& moment, const std::string& tag,
                                              const BinaryColumn& column) {
  const InstrumentFace* face = face_of(moment.screen, tag);
  if (face == nullptr) return {};
  auto newest = face->samples.rbegin();
  while (newest != face->samples.rend() && moment.time >= 0.0 && newest->taken > moment.time) ++newest;
  if (newest == face->samples.rend()) return {};
  const SampleResult& result = *newest;
  if (!face->hydrometer) return Measured::Sample{tag, std::clamp(result.value, 0.0, 1.0), result.taken};
  const auto x = column.pair ? column.pair->liquid_of_density(result.value, result.temperature) : std::nullopt;
  if (!x) return {};
  return Measured::Sample{tag, *x, result.taken};
}

Measured measure(const XyMoment& moment, const BinaryColumn& column) {
  Measured measured;
  if (const auto P = reading_at(moment, column.pressure); P && *P > 0.0) {
    measured.P_kettle = measured.P_top = *P;
    measured.P_known = true;
    const double drop = reading_at(moment, column.pressure_drop).value_or(0.0);
    measured.P_top = std::max(*P - std::max(drop, 0.0), 0.5 * *P);
  }
  for (const BinaryColumn::Thermometer& thermometer : column.thermometers) {
    const auto T = reading_at(moment, thermometer.tag);
    if (!T) continue;
    const double share = column.trays > 0 ? static_cast<double>(thermometer.tray) / column.trays : 0.0;
    const double P = measured.P_kettle + share * (measured.P_top - measured.P_kettle);
    measured.stages.push_back(
        {thermometer.tag, thermometer.tray, *T, column.pair ? column.pair->liquid_boiling_at(*T, P) : std::nullopt});
  }
  for (const std::string& tag : {column.hydrometer, column.analyser}) {
    const auto sample = newest_sample(moment, tag, column);
    if (sample && (!measured.sample || sample->time >= measured.sample->time)) measured.sample = sample;
  }
  measured.of_kettle = newest_sample(moment, column.kettle_analyser, column);
  return measured;
}

std::string figure(double value, int decimals) {
  return plain_number(value, decimals);
}

Text plain(const std::string& text) {
  return {text, text};
}

Text light_name(const BinaryColumn& column) {
  return column.pair ? plain(column.pair->light()) : words("xy.light_species"_word);
}

/// A word with the light species in it.
Text of_light(Word word, const BinaryColumn& column) {
  const Text name = light_name(column);
  return {words(word, {name.en}).en, words(word, {name.zh}).zh};
}

void add_pressure_fact(XyPlot& plot, const Measured& measured, const BinaryColumn& column) {
  plot.facts.push_back(
      {words("xy.pressure"_word), figure(1e-3 * measured.P(), 1) + " kPa",
       measured.P_known
           ? plain(column.pressure_drop.empty() ? column.pressure : column.pressure + ", " + column.pressure_drop)
           : words("xy.assumed"_word)});
}

/// What a liquid of temperature T adds to the liquid of a stage that boils at P, per mole: 1 when it boils itself.
double liquid_share(const VolatilePair& pair, double x, double T, double P) {
  const double vapour = pair.vapour_enthalpy(x, pair.dew_temperature(x, P));
  const double boiling = pair.boiling(x, P).T;
  return (vapour - pair.liquid_enthalpy(x, T)) / (vapour - pair.liquid_enthalpy(x, boiling));
}

/// A flow that is read, else set; in the column's unit.
std::optional<double> flow_at(const XyMoment& moment, const std::string& tag) {
  if (const auto read = reading_at(moment, tag)) return read;
  return tag.empty() ? std::nullopt : position_at(moment, tag);
}

/// mol/s of a flow of a liquid.
double molar_flow(const BinaryColumn& column, double flow, double x, double T) {
  return column.by_volume ? flow * column.pair->molar_density(x, T) : flow;
}

/// Below this nothing flows: what a meter at rest may show.
double least_flow(const BinaryColumn& column) {
  return column.by_volume ? kLeastFlow : kLeastMolarFlow;
}

/// A straight line of an operating line, cut to the square.
std::vector<XyPlace> line_through(double x0, double y0, double slope, double from, double to) {
  return {{from, y0 + slope * (from - x0)}, {to, y0 + slope * (to - x0)}};
}

/// Steps between the curve and the diagonal from x_D down to x_B.
std::vector<XyPlace> steps_at_total_reflux(const EquilibriumCurve& curve, double x_D, double x_B) {
  std::vector<XyPlace> places{{x_D, x_D}};
  double y = x_D;
  for (int i = 0; i < 100 && y > x_B; ++i) {
    const double x = equilibrium_liquid(curve, y);
    places.push_back({x, y});
    places.push_back({x, x});
    if (y - x < 1e-6) break;
    y = x;
  }
  return places;
}

/// Steps of a staircase between the curve and the operating lines.
std::vector<XyPlace> steps_of(const Staircase& stairs, double x_D) {
  std::vector<XyPlace> places{{x_D, x_D}};
  for (std::size_t i = 0; i < stairs.steps.size(); ++i) {
    places.push_back({stairs.steps[i].x, stairs.steps[i].y});
    const double below = i + 1 < stairs.steps.size() ? stairs.steps[i + 1].y : stairs.steps[i].x;
    places.push_back({stairs.steps[i].x, below});
  }
  return places;
}

struct Ends {
  double x_D, x_B;
  Text x_D_source, x_B_source;
};

/// Compositions of both products, as far as they can be told.
std::optional<Ends> ends_of(const XyMoment& moment, const Measured& measured, const BinaryColumn& column) {
  const Measured::Stage *top = nullptr, *kettle = nullptr;
  for (const Measured::Stage& stage : measured.stages) {
    if (!stage.x) continue;
    if (stage.tray == 0) kettle = &stage;
    if (stage.tray == column.trays) top = &stage;
  }
  Ends ends{0.0, 0.0, {}, {}};
  if (const auto x = reading_at(moment, column.x_B)) {
    ends.x_B = *x;
    ends.x_B_source = plain(column.x_B);
  } else if (kettle != nullptr) {
    ends.x_B = *kettle->x;
    ends.x_B_source = plain(kettle->tag);
  } else if (measured.of_kettle) {
    ends.x_B = measured.of_kettle->x;
    ends.x_B_source = words("xy.sample_of"_word, {measured.of_kettle->tag, clock_text(measured.of_kettle->time)});
  } else {
    return {};
  }
  if (const auto x = reading_at(moment, column.x_D)) {
    ends.x_D = *x;
    ends.x_D_source = plain(column.x_D);
  } else if (measured.sample) {
    ends.x_D = measured.sample->x;
    ends.x_D_source = words("xy.sample_of"_word, {measured.sample->tag, clock_text(measured.sample->time)});
  } else if (top != nullptr) {
    ends.x_D = column.pair->boiling(*top->x, measured.P_top).y;
    ends.x_D_source = words("xy.vapour_at"_word, {top->tag});
  } else {
    return {};
  }
  if (!(ends.x_D > ends.x_B + 1e-3 && ends.x_D < 1.0)) return {};
  return ends;
}

void add_total_reflux(XyPlot& plot, const EquilibriumCurve& curve, const Ends& ends) {
  plot.curves.push_back(
      {XyCurve::Role::steps, words("xy.steps"_word), steps_at_total_reflux(curve, ends.x_D, ends.x_B)});
  try {
    const double stages = stages_at_total_reflux(curve, ends.x_D, ends.x_B);
    plot.facts.push_back({words("xy.stages"_word), figure(stages, 1), words("xy.kettle_counted"_word)});
  } catch (const ModelError&) {
    plot.notes.push_back(words("xy.not_reached"_word));
  }
  plot.notes.push_back(words("xy.total_reflux"_word));
}

/// Liquid that runs down from the top, vapour that rises to it, and what is drawn, mol/s; the first of the figures that
/// tell them go into the plot. Empty if nothing tells.
struct TopFlows {
  double L, D;
};
std::optional<TopFlows> top_flows(XyPlot& plot, const XyMoment& moment, const BinaryColumn& column,
                                  const Measured& measured, const Ends& ends) {
  const std::optional<double> reflux = flow_at(moment, column.reflux), distillate = flow_at(moment, column.distillate);
  double q_reflux = 1.0, T_drum = 0.0;
  if (column.pair) {
    const double T_boiling = column.pair->boiling(ends.x_D, measured.P_top).T;
    T_drum = std::min(reading_at(moment, column.drum_T).value_or(T_boiling), T_boiling);
    q_reflux = liquid_share(*column.pair, ends.x_D, T_drum, measured.P_top);
  }
  const auto molar = [&](double flow) { return molar_flow(column, flow, ends.x_D, T_drum); };
  const double least = least_flow(column);

  // the vapour that the kettle's heat makes stands in for a flow that is not read
  std::optional<double> V;
  if (const auto heat = column.pair ? flow_at(moment, column.heater) : std::nullopt; heat && *heat > 0.0) {
    const VolatilePair::Boiling kettle = column.pair->boiling(ends.x_B, measured.P_kettle);
    const double latent =
        column.pair->vapour_enthalpy(kettle.y, kettle.T) - column.pair->liquid_enthalpy(kettle.y, kettle.T);
    V = *heat / latent;
  }
  TopFlows flows{0.0, 0.0};
  if (reflux) {
    if (!(*reflux > least)) return {};
    flows.L = q_reflux * molar(*reflux);
    flows.D = distillate && *distillate > least ? molar(*distillate) : 0.0;
    if (column.distillate.empty() && V) flows.D = std::max(*V - flows.L, 0.0);
  } else if (V) {
    flows.D = distillate && *distillate > least ? molar(*distillate) : 0.0;
    flows.L = *V - flows.D;
    if (!(flows.L > 0.0)) return {};
  } else {
    return {};
  }
  const bool by_heat = V && (!reflux || column.distillate.empty());
  if (by_heat)
    plot.facts.push_back(
        {words("xy.vapour"_word), figure(*V, 3) + " mol/s", words("xy.of_heat"_word, {column.heater})});
  if (!(flows.D > 0.01 * kLeastMolarFlow)) return flows;
  const std::string read = by_heat ? std::string() : column.reflux + " / " + column.distillate;
  plot.facts.push_back({words("xy.reflux_ratio"_word), figure(flows.L / q_reflux / flows.D, 2), plain(read)});
  if (column.pair && !column.drum_T.empty())
    plot.facts.push_back({words("xy.cold_reflux"_word), figure(q_reflux, 3), plain(column.drum_T)});
  return flows;
}

/// Lines, steps and figures of a column that is drawn from.
void add_operating_lines(XyPlot& plot, const XyMoment& moment, const BinaryColumn& column, const Measured& measured,
                         const EquilibriumCurve& curve, const Ends& ends) {
  const double P = measured.P();
  const std::optional<TopFlows> flows = top_flows(plot, moment, column, measured, ends);
  if (!flows) {
    plot.notes.push_back(words("xy.no_reflux"_word));
    return;
  }
  const double L = flows->L, D = flows->D, V = L + D, slope = L / V;
  if (!(D > 0.01 * kLeastMolarFlow)) return add_total_reflux(plot, curve, ends);
  plot.facts.push_back({words("xy.rectifying_slope"_word), figure(slope, 3), {}});

  const double feed = flow_at(moment, column.feed).value_or(0.0);
  const double z =
      column.feed_x.empty() ? column.feed_x_light : position_at(moment, column.feed_x).value_or(column.feed_x_light);
  const bool fed = feed > least_flow(column) && z > 0.0;
  StagedColumn staged{curve, D, ends.x_D, L / D};
  double meet = ends.x_B;
  if (fed) {
    double q = position_at(moment, column.feed_q).value_or(1.0), T_feed = column.feed_T_said;
    if (column.pair) {
      T_feed = std::min(flow_at(moment, column.feed_T).value_or(T_feed), column.pair->boiling(z, P).T);
      q = liquid_share(*column.pair, z, T_feed, P);
    }
    const double F = molar_flow(column, feed, z, T_feed);
    staged.sides.push_back({F, z, q, 0});
    const double below = (L + q * F) / (V - (1.0 - q) * F);
    // the feed line is steep: y as x moves a little; at q = 1 it is upright
    const double y_end = 1.0;
    const double x_end = std::abs(q - 1.0) < 1e-6 ? z : z + (y_end - z) * (q - 1.0) / q;
    plot.curves.push_back({XyCurve::Role::feed, words("xy.feed_line"_word), {{z, z}, {x_end, y_end}}});
    plot.curves.push_back({XyCurve::Role::stripping, words("xy.stripping"_word),
                           line_through(ends.x_B, ends.x_B, below, ends.x_B, std::max(z, ends.x_B))});
    const auto said = [](const std::string& tag) { return tag.empty() ? words("xy.of_the_lab"_word) : plain(tag); };
    plot.facts.push_back(
        {words("xy.feed_state"_word), figure(q, 3), said(column.pair ? column.feed_T : column.feed_q)});
    plot.facts.push_back({words("xy.feed_composition"_word), figure(z, 3), said(column.feed_x)});
    plot.facts.push_back({words("xy.stripping_slope"_word), figure(below, 3), {}});
    const double share = F > 0.0 ? D * ends.x_D / (F * z) : 0.0;
    plot.facts.push_back({words("xy.recovery"_word), figure(100.0 * share, 0) + " %", {}});
    // where the upper operating line meets the feed line
    const double feed_slope = std::abs(q - 1.0) < 1e-6 ? 1e9 : q / (q - 1.0);
    meet = std::clamp((ends.x_D - z + feed_slope * z - slope * ends.x_D) / (feed_slope - slope), 0.0, ends.x_D);
  } else {
    plot.notes.push_back(words("xy.no_feed"_word));
  }
  plot.curves.push_back({XyCurve::Role::rectifying, words("xy.rectifying"_word),
                         line_through(ends.x_D, ends.x_D, slope, meet, ends.x_D)});
  try {
    const Staircase stairs = stairs_down_to(staged, ends.x_B);
    plot.curves.push_back({XyCurve::Role::steps, words("xy.steps"_word), steps_of(stairs, ends.x_D)});
    plot.facts.push_back({words("xy.stages"_word), figure(stairs.stages, 1), words("xy.kettle_counted"_word)});
    if (column.trays > 0 && stairs.stages > 1.0)
      plot.facts.push_back({words("xy.overall_efficiency"_word),
                            figure(100.0 * (stairs.stages - 1.0) / column.trays, 0) + " %",
                            words("xy.of_trays"_word, {std::to_string(column.trays)})});
  } catch (const ModelError&) {
    plot.notes.push_back(words("xy.not_reached"_word));
  }
}

/// The line y(x) of operation at a liquid: the lower of the two that are drawn, else the diagonal.
double operating_line(const XyPlot& plot, double x) {
  double y = x;
  bool found = false;
  for (const XyCurve& curve : plot.curves) {
    if (curve.role != XyCurve::Role::rectifying && curve.role != XyCurve::Role::stripping) continue;
    const XyPlace a = curve.places.front(), b = curve.places.back();
    if (a.x == b.x) continue;
    const double here = a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x);
    y = found ? std::min(y, here) : here;
    found = true;
  }
  return std::clamp(y, 0.0, 1.0);
}

}  // namespace

XyPlot boiling_plot(const XyMoment& moment, const BinaryColumn& column) {
  const Measured measured = measure(moment, column);
  const double P = measured.P();
  XyPlot plot;
  plot.title = words("xy.boiling_title"_word, {figure(1e-3 * P, 1)});
  plot.across = of_light("xy.mole_fraction"_word, column);
  plot.up = words("xy.temperature"_word);
  XyCurve bubble{XyCurve::Role::bubble, words("xy.bubble"_word), {}}, dew{XyCurve::Role::dew, words("xy.dew"_word), {}};
  double low = 1e9, high = 0.0;
  for (int i = 0; i <= kCurvePoints; ++i) {
    const VolatilePair::Boiling e = column.pair->boiling(static_cast<double>(i) / kCurvePoints, P);
    bubble.places.push_back({e.x, e.T - kCelsius});
    dew.places.push_back({e.y, e.T - kCelsius});
    low = std::min(low, e.T - kCelsius);
    high = std::max(high, e.T - kCelsius);
  }
  std::sort(dew.places.begin(), dew.places.end(), [](const XyPlace& a, const XyPlace& b) { return a.x < b.x; });
  plot.curves = {std::move(bubble), std::move(dew)};
  plot.y_low = std::floor(low - 3.0);
  plot.y_high = std::ceil(high + 3.0);

  add_pressure_fact(plot, measured, column);
  bool cold = false;
  for (const Measured::Stage& stage : measured.stages) {
    cold |= !stage.x;
    if (stage.x) plot.dots.push_back({XyDot::Role::measured, {*stage.x, stage.T - kCelsius}, stage.tag});
    plot.facts.push_back({plain(stage.tag), figure(stage.T - kCelsius, 1) + " °C",
                          stage.x ? words("xy.boils_at"_word, {figure(*stage.x, 3)}) : words("xy.does_not_boil"_word)});
  }
  for (const std::optional<Measured::Sample>& sample : {measured.sample, measured.of_kettle}) {
    if (!sample) continue;
    const double T = column.pair->boiling(sample->x, P).T - kCelsius;
    plot.dots.push_back({XyDot::Role::sample, {sample->x, T}, sample->tag});
    plot.facts.push_back({plain(sample->tag), figure(sample->x, 3),
                          words("xy.sample_of"_word, {sample->tag, clock_text(sample->time)})});
  }
  for (const BinaryColumn::Stage& stage : column.stages) {
    const auto x = truth_at(moment, stage.x_light), T = truth_at(moment, stage.T);
    if (x && T) plot.dots.push_back({XyDot::Role::truth, {*x, *T - kCelsius}, {}});
  }
  if (cold) plot.notes.push_back(words("xy.some_do_not_boil"_word));
  plot.notes.push_back(words("xy.boiling_meaning"_word));
  if (moment.screen.ended()) plot.notes.push_back(words("xy.truth_shown"_word));
  return plot;
}

XyPlot mccabe_thiele_plot(const XyMoment& moment, const BinaryColumn& column) {
  const Measured measured = measure(moment, column);
  const EquilibriumCurve curve =
      column.pair ? column.pair->curve(measured.P()) : constant_volatility(column.volatility);
  XyPlot plot;
  plot.title = column.pair ? words("xy.mccabe_title"_word, {figure(1e-3 * measured.P(), 1)})
                           : words("xy.mccabe_volatility"_word, {figure(column.volatility, 2)});
  plot.across = of_light("xy.in_liquid"_word, column);
  plot.up = of_light("xy.in_vapour"_word, column);
  XyCurve equilibrium{XyCurve::Role::equilibrium, words("xy.equilibrium"_word), {}};
  for (int i = 0; i <= kCurvePoints; ++i) {
    const double x = static_cast<double>(i) / kCurvePoints;
    equilibrium.places.push_back({x, curve(x)});
  }
  plot.curves = {std::move(equilibrium), {XyCurve::Role::diagonal, {}, {{0.0, 0.0}, {1.0, 1.0}}}};

  if (column.pair) add_pressure_fact(plot, measured, column);
  const std::optional<Ends> ends = ends_of(moment, measured, column);
  if (ends) {
    plot.facts.push_back({words("xy.x_D"_word), figure(ends->x_D, 3), ends->x_D_source});
    plot.facts.push_back({words("xy.x_B"_word), figure(ends->x_B, 3), ends->x_B_source});
    add_operating_lines(plot, moment, column, measured, curve, *ends);
  } else {
    plot.notes.push_back(words("xy.no_ends"_word));
  }
  for (const Measured::Stage& stage : measured.stages)
    if (stage.x) plot.dots.push_back({XyDot::Role::measured, {*stage.x, operating_line(plot, *stage.x)}, stage.tag});
  if (measured.sample)
    plot.dots.push_back({XyDot::Role::sample, {measured.sample->x, measured.sample->x}, measured.sample->tag});
  for (const BinaryColumn::Stage& stage : column.stages)
    if (const auto x = truth_at(moment, stage.x_light))
      plot.dots.push_back({XyDot::Role::truth, {*x, operating_line(plot, *x)}, {}});
  plot.notes.push_back(words("xy.mccabe_meaning"_word));
  if (moment.screen.ended()) plot.notes.push_back(words("xy.truth_shown"_word));
  return plot;
}

}  // namespace stillhouse
