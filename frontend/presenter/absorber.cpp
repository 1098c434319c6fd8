#include "frontend/presenter/absorber.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

#include "engine/base/quantity.h"
#include "frontend/presenter/screen_state.h"
#include "frontend/presenter/unit_finder.h"
#include "frontend/presenter/words.h"
#include "models/properties/bracketed_root.h"
#include "models/properties/fluid.h"
#include "models/reactors/solution.h"

namespace stillhouse {

namespace {

constexpr double kAtmosphere = 101325.0;  // Pa
constexpr double kLeastFlow = 1e-4;       // mol/s
constexpr int kCurvePoints = 60, kMostStages = 60;

double ratio(double fraction) {
  return fraction / std::max(1.0 - fraction, 1e-9);
}
double fraction(double of_ratio) {
  return of_ratio / (1.0 + of_ratio);
}

Text plain(const std::string& text) {
  return {text, text};
}

/// The share of a species in what a unit's text says it gives.
double said(const UnitFinder& find, const std::string& unit, const std::string& species) {
  return std::max(find.setting(unit, "x." + species, 0.0), 0.0);
}

/// Upstream to the unit whose text says what comes; empty if none does.
std::string origin(const UnitFinder& find, const Fluid& fluid, const StreamInfo* stream) {
  std::set<std::string> seen;
  while (stream != nullptr && seen.insert(stream->from).second) {
    double sum = 0.0;
    for (const std::string& species : fluid.names()) sum += said(find, stream->from, species);
    if (sum > 0.0) return stream->from;
    const StreamInfo* before = find.into(stream->from, "in");
    stream = before;
  }
  return {};
}

/// What an instrument reads along a line, against the stream.
std::string metered_above(const UnitFinder& find, const StreamInfo* stream) {
  std::set<std::string> seen;
  while (stream != nullptr && seen.insert(stream->name).second) {
    const std::string tag = find.flow_of(*stream);
    if (!tag.empty()) return tag;
    stream = find.into(stream->from, "in");
  }
  return {};
}

struct GasSample {
  double value, time;
};
std::optional<GasSample> newest(const XyMoment& moment, const std::string& tag) {
  for (const InstrumentFace& face : moment.screen.instruments) {
    if (tag.empty() || face.tag != tag) continue;
    for (auto sample = face.samples.rbegin(); sample != face.samples.rend(); ++sample)
      if (moment.time < 0.0 || sample->taken <= moment.time)
        return GasSample{std::clamp(sample->value, 0.0, 0.999), sample->taken};
  }
  return {};
}

}  // namespace

std::shared_ptr<const Absorber> absorber_of_units(const scenario::Plant& plant, const Flowsheet& flowsheet) {
  const UnitFinder find(plant, flowsheet);
  const Blueprint::Unit* column = find.unit_of_kind("tray_column");
  if (column == nullptr) return nullptr;
  const StreamInfo* vapour = find.into(column->name, "vapour");
  const StreamInfo* liquid = find.into(column->name, "reflux");
  if (vapour == nullptr || liquid == nullptr) return nullptr;
  // the gas may come through the base into which the liquid runs
  const std::string base = find.has_signal(vapour->from + ".level") ? vapour->from : std::string();
  const StreamInfo* gas = base.empty() ? vapour : find.into(base, "gas_in");
  auto absorber = std::make_shared<Absorber>();
  absorber->fluid =
      std::make_shared<const Fluid>(plant.blueprint->species, liquid_model(plant.blueprint->liquid_model));
  const Fluid& fluid = *absorber->fluid;
  const std::string gas_origin = origin(find, fluid, gas), liquid_origin = origin(find, fluid, liquid);
  if (gas_origin.empty() || liquid_origin.empty()) return nullptr;

  // the solvent is most of the liquid; the solute the most of what else condenses in the gas; the carrier does not
  double solvent = 0.0, solute = 0.0, carrier = 0.0, all = 0.0;
  for (std::size_t i = 0; i < fluid.size(); ++i) {
    const double x = said(find, liquid_origin, fluid.name(i));
    if (x > solvent) solvent = x, absorber->solvent = i;
  }
  for (std::size_t i = 0; i < fluid.size(); ++i) {
    const double y = said(find, gas_origin, fluid.name(i));
    all += y;
    if (!fluid.condenses(i)) carrier += y;
    if (fluid.condenses(i) && i != absorber->solvent && y > solute) solute = y, absorber->solute = i;
  }
  if (!(solute > 0.0 && carrier > 0.5 * all)) return nullptr;

  const std::string name = variable_suffix(fluid.name(absorber->solute));
  std::string top;
  const auto tray = [&](int k) { return column->name + "_tray_" + std::to_string(k); };
  for (int k = 1; find.has_signal(tray(k) + ".T"); ++k) {
    absorber->trays = k;
    top = tray(k);
    if (absorber->thermometer.empty()) absorber->thermometer = find.reading(top + ".T");
  }
  absorber->gas = metered_above(find, gas);
  absorber->liquid = metered_above(find, liquid);
  absorber->pressure = find.reading((base.empty() ? tray(1) : base) + ".p");
  absorber->y_in = base.empty() ? std::string() : find.sampling(base + ".y_" + name);
  absorber->y_out = find.sampling(top + ".y_" + name);
  absorber->y_in_said = solute / all;
  absorber->x_in = said(find, liquid_origin, fluid.name(absorber->solute));
  absorber->T_said = find.setting(liquid_origin, "T", absorber->T_said);
  return absorber;
}

XyPlot absorption_plot(const XyMoment& moment, const Absorber& absorber) {
  const Fluid& fluid = *absorber.fluid;
  const double T = reading_at(moment, absorber.thermometer).value_or(absorber.T_said);
  const double P = reading_at(moment, absorber.pressure).value_or(kAtmosphere);
  const auto equilibrium = [&](double X) {
    PerSpecies<double> x(fluid.size());
    x[absorber.solute] = fraction(X);
    x[absorber.solvent] = 1.0 - fraction(X);
    return ratio(std::min(fluid.bubble_pressures(x, T)[absorber.solute] / P, 0.99));
  };

  XyPlot plot;
  const std::string name = fluid.name(absorber.solute);
  plot.title = words("xy.absorption_title"_word, {plain_number(T - 273.15, 1), plain_number(1e-3 * P, 1)});
  plot.across = words("xy.ratio_liquid"_word, {name});
  plot.up = words("xy.ratio_gas"_word, {name});
  const auto tag_or_said = [](const std::string& tag) {
    return tag.empty() ? words("xy.of_the_lab"_word) : plain(tag);
  };
  plot.facts.push_back(
      {words("xy.temperature_now"_word), plain_number(T - 273.15, 1) + " °C", tag_or_said(absorber.thermometer)});
  plot.facts.push_back({words("xy.pressure"_word), plain_number(1e-3 * P, 1) + " kPa",
                        absorber.pressure.empty() ? words("xy.assumed"_word) : plain(absorber.pressure)});

  // ends of the operating line
  const std::optional<GasSample> below = newest(moment, absorber.y_in), above = newest(moment, absorber.y_out);
  const double y_in = below ? below->value : absorber.y_in_said;
  const auto flow = [&](const std::string& tag) {
    const auto read = reading_at(moment, tag);
    return read ? *read : position_at(moment, tag).value_or(0.0);
  };
  const double G = flow(absorber.gas) * (1.0 - y_in), L = flow(absorber.liquid) * (1.0 - absorber.x_in);
  const double X_in = ratio(absorber.x_in), Y_in = ratio(y_in);
  double X_most = 0.0;
  const bool runs = G > kLeastFlow && L > kLeastFlow;
  if (runs) X_most = X_in + Y_in * G / L;
  const double slope = (equilibrium(1e-4) - equilibrium(0.0)) / 1e-4;  // m of the dilute solution
  plot.x_high = 1.25 * std::max(X_most, Y_in / slope);
  plot.y_high = 1.15 * Y_in;

  XyCurve curve{XyCurve::Role::equilibrium, words("xy.equilibrium"_word), {}};
  for (int i = 0; i <= kCurvePoints; ++i) {
    const double X = plot.x_high * i / kCurvePoints;
    curve.places.push_back({X, equilibrium(X)});
  }
  plot.curves.push_back(std::move(curve));
  const auto sampled = [&](const std::optional<GasSample>& sample, const std::string& tag) {
    return sample ? words("xy.sample_of"_word, {tag, clock_text(sample->time)}) : words("xy.of_the_lab"_word);
  };
  plot.facts.push_back({words("xy.y_in"_word), plain_number(y_in, 5), sampled(below, absorber.y_in)});
  if (!runs) {
    plot.notes.push_back(words("xy.no_gas_or_liquid"_word));
  } else if (!above) {
    plot.notes.push_back(words("xy.no_gas_sample"_word));
  } else if (const double Y_out = ratio(above->value); Y_out < Y_in) {
    plot.facts.push_back({words("xy.y_out"_word), plain_number(above->value, 5), sampled(above, absorber.y_out)});
    plot.facts.push_back(
        {words("xy.liquid_per_gas"_word), plain_number(L / G, 3), plain(absorber.liquid + " / " + absorber.gas)});
    plot.facts.push_back({words("xy.absorption_factor"_word), plain_number(L / (slope * G), 2), {}});
    plot.facts.push_back({words("xy.absorbed"_word), plain_number(100.0 * (1.0 - Y_out / Y_in), 1) + " %", {}});
    const auto line = [&](double X) { return Y_out + L / G * (X - X_in); };
    const double X_out = X_in + (Y_in - Y_out) * G / L;
    plot.curves.push_back({XyCurve::Role::rectifying, words("xy.operating"_word), {{X_in, Y_out}, {X_out, Y_in}}});

    // stages from the top: the liquid that leaves each is in equilibrium with the gas that leaves it
    XyCurve steps{XyCurve::Role::steps, words("xy.steps"_word), {{X_in, Y_out}}};
    double Y = Y_out, X = X_in, stages = 0.0;
    bool reached = false;
    for (int i = 0; i < kMostStages && !reached; ++i) {
      const double wide = 4.0 * std::max(plot.x_high, X_out);
      if (equilibrium(wide) < Y) break;
      const double next = bracketed_root([&](double at) { return equilibrium(at) - Y; }, 0.0, wide);
      if (next <= X + 1e-12) break;
      reached = next >= X_out;
      stages += reached ? (X_out - X) / (next - X) : 1.0;
      steps.places.push_back({next, Y});
      X = next;
      Y = line(X);
      if (!reached) steps.places.push_back({X, Y});
    }
    if (steps.places.size() > 1) plot.curves.push_back(std::move(steps));
    if (reached) {
      plot.facts.push_back({words("xy.stages"_word), plain_number(stages, 1), {}});
      if (absorber.trays > 0)
        plot.facts.push_back({words("xy.overall_efficiency"_word),
                              plain_number(100.0 * stages / absorber.trays, 0) + " %",
                              words("xy.of_trays"_word, {std::to_string(absorber.trays)})});
    } else {
      plot.notes.push_back(words("xy.not_absorbed"_word));
    }
    plot.dots.push_back({XyDot::Role::sample, {X_in, Y_out}, absorber.y_out});
    if (below) plot.dots.push_back({XyDot::Role::sample, {X_out, Y_in}, absorber.y_in});
  } else {
    plot.notes.push_back(words("xy.nothing_absorbed"_word));
  }
  plot.notes.push_back(words("xy.absorption_meaning"_word));
  return plot;
}

}  // namespace stillhouse
