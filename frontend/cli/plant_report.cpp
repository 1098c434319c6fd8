#include "frontend/cli/plant_report.h"

#include <algorithm>
#include <cmath>

#include "engine/base/error.h"
#include "engine/base/quantity.h"
#include "engine/solve/consistent_start.h"
#include "frontend/cli/verb.h"
#include "frontend/presenter/flowsheet_svg.h"
#include "frontend/presenter/plant_diagram.h"
#include "labs/scenario/scope.h"
#include "labs/session/lab_library.h"
#include "models/flow/material_stream.h"
#include "models/plant/unit_kind.h"
#include "models/properties/component.h"

namespace stillhouse::cli {

namespace {

/// The unit that people read a value in: metres where millimetres would be many.
std::string shown_in(const scenario::NameInfo& info, double value) {
  const scenario::Target target = scenario::target_of(info);
  const std::string& display = target.display;
  return display == "mm" && std::abs(value) >= 1.0 ? "m" : display;
}

/// The unit that a setting is read in; "x.water" is declared as "x.*".
std::string unit_of_setting(const UnitKind& kind, const ParameterValue& value) {
  for (const ParameterInfo& info : kind.parameters) {
    const bool each = info.name.ends_with(".*");
    if (each ? value.name.starts_with(info.name.substr(0, info.name.size() - 1)) : value.name == info.name)
      return shown_in({info.name, info.unit, info.minimum, info.maximum, ""}, value.number);
  }
  return "";
}

bool has_port(const UnitKind& kind, bool inlet) {
  return std::any_of(kind.ports.begin(), kind.ports.end(), [&](const PortInfo& p) { return p.is_inlet == inlet; });
}

const UnitKind& kind_of(const std::vector<UnitKind>& kinds, const Blueprint& blueprint, const std::string& unit) {
  for (const Blueprint::Unit& each : blueprint.units)
    for (const UnitKind& kind : kinds)
      if (each.name == unit && each.kind == kind.name) return kind;
  throw ModelError("there is no unit " + unit);
}

void add_units(PlantReport& report, const std::vector<UnitKind>& kinds) {
  const Flowsheet& plant = *report.plant;
  for (const Flowsheet::Unit& unit : plant.units()) {
    UnitRow row;
    row.name = unit.path;
    row.equations = static_cast<int>(unit.rows.size());
    const int place = static_cast<int>(report.units.size());
    row.unknowns = static_cast<int>(std::count_if(plant.variables().begin(), plant.variables().end(),
                                                  [&](const VariableInfo& v) { return v.defined_by == place; }));
    row.inputs =
        static_cast<int>(std::count_if(plant.inputs().begin(), plant.inputs().end(), [&](const InputInfo& input) {
          return input.name.starts_with(unit.path + ".");
        }));
    if (report.lab.blueprint)
      for (const Blueprint::Unit& spelt : report.lab.blueprint->units) {
        if (spelt.name != unit.path) continue;
        const UnitKind& kind = kind_of(kinds, *report.lab.blueprint, spelt.name);
        row.kind = spelt.kind;
        row.settings = spelt.values;
        for (const ParameterValue& value : spelt.values) row.shown_in.push_back(unit_of_setting(kind, value));
      }
    report.units.push_back(std::move(row));
  }
}

/// From what the units' ledgers count at the boundary, and from how the holdings change. All rates are those that the
/// equations give at the rest: what is called at rest may still creep, as does a trace of air in a boiling liquid.
void add_balances(PlantReport& report) {
  const Flowsheet& plant = *report.plant;
  const PlantRest& rest = *report.steady;
  DaeProblem problem(report.plant);
  problem.inputs = rest.inputs;
  problem.modes = rest.modes;
  std::vector<double> now = rest.state.y, rates = rest.state.yp;
  make_consistent(problem, now, rates);
  const auto holdings_at = [&](double time) {
    std::vector<double> y = now;
    for (std::size_t i = 0; i < y.size(); ++i) y[i] += time * rates[i];
    std::vector<double> observables(plant.observables().size()), holdings(plant.quantities().size());
    plant.observe(y.data(), rest.inputs.data(), rest.modes.data(), observables.data(), holdings.data());
    return holdings;
  };
  const double second = 1.0;
  const std::vector<double> before = holdings_at(-0.5 * second), after = holdings_at(0.5 * second);
  for (std::size_t q = 0; q < plant.quantities().size(); ++q) {
    BalanceRow row{plant.quantities()[q].name, plant.quantities()[q].unit, 0.0, 0.0, after[q] - before[q]};
    for (std::size_t i = 0; i < plant.variables().size(); ++i) {
      if (plant.variables()[i].quantity != static_cast<int>(q)) continue;
      const double rate = rates[i];
      (rate > 0.0 ? row.in : row.out) += std::abs(rate);
    }
    report.balances.push_back(row);
  }
}

/// "V-101.opening=50%" or, in SI, "V-101.opening=0.5"; a tag stands for what the handle moves or, of a controller, for
/// its set point. What the plant file says of the same input gives way.
void set_rest(scenario::Rest& rest, const scenario::Plant& lab, const scenario::PlantNames& names,
              const std::string& setting) {
  const std::size_t equals = setting.find('=');
  if (equals == std::string::npos)
    throw UsageError("--set: '" + setting + "' is no setting; write one as V-101.opening=50%");
  const std::string name = setting.substr(0, equals);
  scenario::Scope scope;
  scope.names = names;
  scope.plant = lab;
  const std::optional<scenario::RestName> meant = rest_name(scope, name);
  if (!meant) {
    const std::string nearest = nearest_word(name, rest_names(scope));
    throw UsageError("--set: there is no input, handle or controller '" + name + "'" +
                     (nearest.empty() ? "; allowed: " + scenario::listing(rest_names(scope), 40)
                                      : "; did you mean '" + nearest + "'?"));
  }

  // a number, and perhaps its unit
  const std::string text = setting.substr(equals + 1);
  std::size_t end = 0;
  while (end < text.size() && std::string_view("0123456789.+-").find(text[end]) != std::string_view::npos) ++end;
  const double value = number_in("set", std::string_view(text).substr(0, end));
  const std::string symbol = end == text.size() ? meant->target.unit.symbol : text.substr(end);
  const std::optional<Unit> written = unit_from(symbol);
  if (!written || !fits(*written, meant->target.unit))
    throw UsageError("--set: " + name + " is a " + kind_of(meant->target.unit) + "; '" + symbol + "' is no unit of it");
  const double number = to_si(value, *written);
  if (number < meant->target.minimum || number > meant->target.maximum)
    throw UsageError("--set: " + setting + " is out of range; allowed: " + shown(meant->target.minimum, *written, 6) +
                     " to " + shown(meant->target.maximum, *written, 6));

  const scenario::RestValue part{meant->name, meant->by_controller, number, symbol};
  std::erase_if(rest.parts, [&](const scenario::RestValue& other) { return fight(lab, other, part); });
  rest.parts.push_back(part);
}

/// The inputs as they are held, by the values that `rest_inputs` or a rest gives.
void add_inputs(PlantReport& report, const scenario::PlantNames& names, const std::vector<double>& values) {
  report.inputs.clear();
  for (std::size_t i = 0; i < names.inputs.size(); ++i) {
    const scenario::NameInfo& info = names.inputs[i];
    InputRow row{info.name, info.unit, shown_in(info, values[i]), info.sentence, values[i], ""};
    for (const scenario::RestValue& part : report.rest.parts) {
      const std::vector<std::string> decided = decided_inputs(report.lab, part);
      const bool this_one = std::find(decided.begin(), decided.end(), info.name) != decided.end();
      if (part.by_controller && this_one) row.decided_by = part.name;
    }
    report.inputs.push_back(std::move(row));
  }
}

void add_readings(PlantReport& report) {
  const Flowsheet& plant = *report.plant;
  const PlantRest& rest = *report.steady;
  std::vector<double> signals = rest.state.y, observables(plant.observables().size());
  std::vector<double> holdings(plant.quantities().size());
  plant.observe(signals.data(), rest.inputs.data(), rest.modes.data(), observables.data(), holdings.data());
  signals.insert(signals.end(), observables.begin(), observables.end());
  for (const scenario::Instrument& instrument : report.lab.instruments) {
    const double value = signals[static_cast<std::size_t>(plant.find_signal(instrument.signal))];
    report.readings.push_back({instrument.tag, instrument.signal, instrument.unit, instrument.says.en, value});
  }
}

void settle(PlantReport& report) {
  if (!report.rest.is_looked_for()) return;
  try {
    report.steady = plant_at_rest(report.lab, report.rest, report.plant);
    report.rest = report.steady->rest;
    add_balances(report);
    add_readings(report);
  } catch (const SolveError& error) {
    report.why_not_steady = error.what();
  }
}

void add_streams(PlantReport& report, const std::vector<StreamInfo>& streams, const std::vector<UnitKind>& kinds) {
  const Blueprint& blueprint = *report.lab.blueprint;
  const auto value = [&](const std::string& name) {
    const int signal = report.plant->find_signal(name);
    return signal < 0 || !report.steady ? 0.0 : report.steady->state.y[static_cast<std::size_t>(signal)];
  };
  for (const StreamInfo& info : streams) {
    StreamRow row;
    row.info = info;
    row.F = value(info.name + ".F");
    row.T = value(info.name + ".T");
    row.p = value(info.name + ".p");
    row.h = value(info.name + ".h");
    for (const std::string& name : blueprint.species) {
      row.x.push_back(value(info.name + ".x_" + species_tag(name)));
      row.mass_flow += row.F * row.x.back() * Component::find(name).molar_mass();
    }
    row.enters = !has_port(kind_of(kinds, blueprint, info.from), true);
    row.leaves = !has_port(kind_of(kinds, blueprint, info.to), false);
    report.streams.push_back(std::move(row));
  }
}

}  // namespace

PlantReport report_of(scenario::Plant lab, scenario::Rest rest, std::string file,
                      const std::vector<std::string>& settings) {
  PlantReport report;
  report.file = std::move(file);
  report.lab = std::move(lab);
  report.rest = std::move(rest);
  std::vector<ParameterValue> values;
  for (const scenario::Setting& setting : report.lab.parameters)
    values.push_back({setting.name, setting.number, setting.choice});
  const BuiltPlant built = build_plant(report.lab, values);
  report.plant = built.plant;
  const scenario::PlantCatalogue catalogue = plant_catalogue();
  add_units(report, catalogue.units);
  const scenario::PlantNames names = catalogue.names(report.lab);
  for (const std::string& setting : settings) set_rest(report.rest, report.lab, names, setting);
  settle(report);
  add_inputs(report, names,
             report.steady ? report.steady->inputs : rest_inputs(report.lab, report.rest, *report.plant));
  if (report.lab.blueprint) add_streams(report, built.streams, catalogue.units);
  return report;
}

std::string plant_svg(const PlantReport& report) {
  const Diagram diagram = diagram_of(report.lab, *report.plant);
  return svg_of(diagram, placed(diagram), report.lab.title.en + "  " + report.lab.title.zh);
}

}  // namespace stillhouse::cli
