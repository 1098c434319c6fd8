#include "frontend/presenter/plant_reader.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/simulation/simulator.h"
#include "frontend/presenter/diagram_symbols.h"
#include "frontend/presenter/plant_diagram.h"
#include "labs/scenario/lab.h"

namespace stillhouse {

namespace {

constexpr double nowhere = std::numeric_limits<double>::quiet_NaN();

/// Least flow that is drawn as flowing, by its unit: what still drips is not.
double least_flow(const std::string& unit) {
  if (unit == "mol/s") return 5e-4;
  if (unit == "kg/s") return 1e-4;
  if (unit == "m^3/s" || unit == "m3/s") return 2e-8;
  if (unit == "W") return 5.0;
  return 5e-3;
}

/// Inputs that make a unit work: "V-101.opening", "kettle.power".
bool is_drive(const std::string& input) {
  const std::string name = input.substr(input.rfind('.') + 1);
  for (const char* part : {"opening", "speed", "heating", "utility", "power", "drive", "valve", "pump", "vent", "F",
                           "splitter", "cooling", "reflux", "boilup", "feed", "steam", "q"})
    if (name == part || name.starts_with(std::string(part) + "_") || name.ends_with("_" + std::string(part)))
      return !name.ends_with("_x") && !name.ends_with("_T") && !name.ends_with("_liquid");
  return false;
}

}  // namespace

PlantReader::Source PlantReader::source(const Flowsheet& flowsheet, const std::string& name) {
  return {flowsheet.find_signal(name), flowsheet.find_input(name)};
}

double PlantReader::value(const Simulator& simulator, const Source& source, double otherwise) {
  if (source.signal >= 0) return simulator.signal(source.signal);
  return source.input >= 0 ? simulator.input(source.input) : otherwise;
}

PlantReader::PlantReader(const PlantDrawing& drawing, const scenario::Plant& plant, const Flowsheet& flowsheet) {
  units_.resize(drawing.diagram.units.size());
  for (int unit = 0; unit < static_cast<int>(units_.size()); ++unit) find_unit(drawing, plant, flowsheet, unit);

  for (const DiagramStream& stream : drawing.diagram.streams) {
    StreamSource found;
    found.flow = source(flowsheet, stream.flow);
    if (found.flow.signal >= 0)
      found.least = least_flow(flowsheet.signals()[static_cast<std::size_t>(found.flow.signal)].unit);
    else if (found.flow.input >= 0)
      found.least = least_flow(flowsheet.inputs()[static_cast<std::size_t>(found.flow.input)].unit);
    const int number = static_cast<int>(streams_.size());
    units_[static_cast<std::size_t>(stream.from)].streams.push_back(number);
    units_[static_cast<std::size_t>(stream.to)].streams.push_back(number);
    streams_.push_back(found);
  }
}

void PlantReader::find_unit(const PlantDrawing& drawing, const scenario::Plant& plant, const Flowsheet& flowsheet,
                            int unit) {
  const DiagramUnit& drawn = drawing.diagram.units[static_cast<std::size_t>(unit)];
  UnitSources& sources = units_[static_cast<std::size_t>(unit)];
  std::vector<std::string> names = {drawn.name};
  names.insert(names.end(), drawn.covers.begin(), drawn.covers.end());
  const auto first = [&](const char* quantity) {
    for (const std::string& name : names)
      if (const Source found = source(flowsheet, name + "." + quantity); found.found()) return found;
    return Source{};
  };
  sources.T = first("T");
  sources.level = first("level");
  sources.lift = first("lift");
  if (!sources.lift.found()) sources.lift = source(flowsheet, drawn.name == "vent_valve" ? "drum.relief_lift" : "");
  sources.heating = first("heating");
  if (!sources.heating.found()) sources.heating = first("steam");
  sources.trip = first("trip");
  sources.cooling = first("utility");

  // no level is told: what its transmitter reads, as a share of the range
  for (const scenario::Instrument& instrument : plant.instruments) {
    const bool reads_level = instrument.kind == scenario::InstrumentKind::level_transmitter ||
                             instrument.kind == scenario::InstrumentKind::hydrostatic_level;
    if (sources.level.found() || !reads_level || unit_of(drawing.diagram, instrument.signal) != unit) continue;
    sources.level = source(flowsheet, instrument.signal);
    sources.level_low = instrument.range_low;
    sources.level_high = instrument.range_high;
  }
  for (std::size_t i = 0; i < flowsheet.inputs().size(); ++i) {
    const InputInfo& input = flowsheet.inputs()[i];
    if (!is_drive(input.name) || unit_of(drawing.diagram, input.name) != unit) continue;
    sources.drives.push_back({-1, static_cast<int>(i)});
    const bool bounded = std::abs(input.range.maximum) < 1e200 && std::abs(input.range.minimum) < 1e200;
    sources.least.push_back(bounded ? 0.005 * (input.range.maximum - input.range.minimum) : 1e-6);
  }
  if (is_column(drawn.symbol)) find_stages(drawing, flowsheet, unit);
  if (plant.blueprint)
    for (const Blueprint::Unit& each : plant.blueprint->units)
      for (const ParameterValue& setting : each.values)
        if (each.name == drawn.name && setting.name == "spacing") sources.spacing = setting.number;
  for (const scenario::Setting& setting : plant.parameters)
    if (setting.name == "tray_spacing") sources.spacing = setting.number;
  sources.spacing = std::max(sources.spacing, 0.01);
}

void PlantReader::find_stages(const PlantDrawing& drawing, const Flowsheet& flowsheet, int unit) {
  std::vector<StageSources>& stages = units_[static_cast<std::size_t>(unit)].stages;
  for (const Flowsheet::Unit& each : flowsheet.units()) {
    const int number = number_of_stage(each.path);
    if (number < 1 || unit_of(drawing.diagram, each.path) != unit) continue;
    const auto of = [&](const char* quantity) { return source(flowsheet, each.path + "." + quantity); };
    stages.push_back(
        {number, of("T"), of("clear_liquid"), of("froth"), of("flooding"), of("backup"), of("weeping"), of("holdup")});
  }
  std::sort(stages.begin(), stages.end(), [](const auto& a, const auto& b) { return a.number < b.number; });
}

PlantPicture PlantReader::picture(const Simulator& simulator) const {
  PlantPicture picture;
  for (const StreamSource& stream : streams_) {
    const double flow = value(simulator, stream.flow, nowhere);
    picture.flows.push_back(flow > stream.least    ? FlowLook::forward
                            : flow < -stream.least ? FlowLook::backward
                            : std::isfinite(flow)  ? FlowLook::still
                                                   : FlowLook::unknown);
  }
  for (const UnitSources& unit : units_) {
    UnitPicture& shown = picture.units.emplace_back();
    shown.T = value(simulator, unit.T, nowhere);
    const double level = value(simulator, unit.level, nowhere);
    const double span = std::max(unit.level_high - unit.level_low, 1e-12);
    if (std::isfinite(level)) shown.level = std::clamp((level - unit.level_low) / span, 0.0, 1.0);
    for (std::size_t i = 0; i < unit.drives.size(); ++i)
      shown.works = shown.works || std::abs(value(simulator, unit.drives[i], 0.0)) > unit.least[i];
    if (unit.drives.empty())
      for (const int stream : unit.streams)
        shown.works = shown.works || picture.flows[static_cast<std::size_t>(stream)] == FlowLook::forward;
    shown.lifted = value(simulator, unit.lift, 0.0) > 0.02;
    if (value(simulator, unit.trip, 0.0) > 0.5) shown.works = false;
    shown.heats = value(simulator, unit.heating, 0.0) > 0.005;
    shown.cools = value(simulator, unit.cooling, 0.0) > 0.005;
    shown.spacing = unit.spacing;
    for (const StageSources& stage : unit.stages) {
      TrayPicture tray;
      tray.T = value(simulator, stage.T, nowhere);
      tray.clear_liquid = value(simulator, stage.clear_liquid, 0.0);
      tray.froth = value(simulator, stage.froth, 0.0);
      tray.flooding = value(simulator, stage.flooding, 0.0);
      tray.backup = value(simulator, stage.backup, 0.0);
      tray.weeping = value(simulator, stage.weeping, 0.0);
      tray.holdup = value(simulator, stage.holdup, 0.0);
      shown.stages.push_back(tray);
    }
  }
  return picture;
}

}  // namespace stillhouse
