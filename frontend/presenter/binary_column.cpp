#include "frontend/presenter/binary_column.h"

#include <array>

#include "engine/modelling/flowsheet.h"
#include "labs/scenario/lab.h"
#include "models/catalogue.h"
#include "models/properties/bracketed_root.h"
#include "models/properties/vle.h"
#include "models/separation/column_a.h"

namespace stillhouse {

namespace {

/// What a lab's text says of a flowsheet's parameter, else what the flowsheet says.
const scenario::Setting* setting_of(const std::vector<scenario::Setting>& settings, const std::string& name) {
  for (const scenario::Setting& setting : settings)
    if (setting.name == name) return &setting;
  return nullptr;
}

double parameter(const scenario::Lab& lab, const std::string& name) {
  for (const scenario::InitialValue& value : lab.initial)
    if (value.setting.name == name) return value.setting.number;
  if (const scenario::Setting* setting = setting_of(lab.plant.parameters, name)) return setting->number;
  for (const FlowsheetKind& kind : catalogue())
    if (kind.name == lab.plant.flowsheet)
      for (const ParameterInfo& info : kind.parameters)
        if (info.name == name) return info.standard;
  return 0.0;
}

std::string tag_of(const scenario::Plant& plant, const std::string& signal, bool hydrometer = false) {
  for (const scenario::Instrument& instrument : plant.instruments)
    if (instrument.signal == signal && (instrument.kind == scenario::InstrumentKind::hydrometer) == hydrometer)
      return instrument.tag;
  return {};
}

/// The mixture that a column's flowsheet is filled with.
const Mixture* mixture_of(const scenario::Plant& plant) {
  std::string name;
  for (const FlowsheetKind& kind : catalogue()) {
    if (kind.name != plant.flowsheet) continue;
    for (const ChoiceParameter& choice : kind.choices)
      if (choice.name == "mixture") name = choice.allowed.front();
  }
  if (const scenario::Setting* setting = setting_of(plant.parameters, "mixture")) name = setting->choice;
  return name.empty() ? nullptr : &Mixture::find(name);
}

/// Trays of a mixture, as the pilot column has them.
std::shared_ptr<const BinaryColumn> column_of_mixture(const scenario::Lab& lab, const Flowsheet& flowsheet) {
  const scenario::Plant& plant = lab.plant;
  const Mixture* mixture = mixture_of(plant);
  if (mixture == nullptr || flowsheet.find_signal("tray_1.x_light") < 0) return nullptr;

  auto column = std::make_shared<BinaryColumn>();
  column->pair = pair_of(*mixture);
  column->feed_x_light = parameter(lab, "feed_x_light");
  const auto thermometer = [&](const std::string& unit, int tray) {
    column->stages.push_back({unit + ".x_light", unit + ".T"});
    const std::string tag = tag_of(plant, unit + ".T");
    if (!tag.empty()) column->thermometers.push_back({tag, tray});
  };
  thermometer("kettle", 0);
  for (int k = 1; flowsheet.find_signal("tray_" + std::to_string(k) + ".T") >= 0; ++k) {
    thermometer("tray_" + std::to_string(k), k);
    column->trays = k;
  }
  column->pressure = tag_of(plant, "kettle.p");
  column->pressure_drop = tag_of(plant, "kettle.column_dp");
  column->reflux = tag_of(plant, "drum.reflux_flow");
  column->distillate = tag_of(plant, "drum.distillate_flow");
  column->bottoms = tag_of(plant, "kettle.bottoms_flow");
  column->feed = tag_of(plant, "feed_tank.pump_flow");
  column->feed_T = tag_of(plant, "preheater.T");
  column->drum_T = tag_of(plant, "drum.T");
  column->analyser = tag_of(plant, "drum.x_light");
  column->hydrometer = tag_of(plant, "drum.density", true);
  return column;
}

/// Stages of one relative volatility, from the reboiler to the condenser, as column A has them.
std::shared_ptr<const BinaryColumn> column_of_volatility(const scenario::Plant& plant, const Flowsheet& flowsheet) {
  if (flowsheet.find_signal("stage_1.x") < 0 || flowsheet.find_input("column.boilup") < 0) return nullptr;
  auto column = std::make_shared<BinaryColumn>();
  column->volatility = column_a::relative_volatility;
  column->by_volume = false;
  std::string last;
  for (int k = 1; flowsheet.find_signal("stage_" + std::to_string(k) + ".x") >= 0; ++k) {
    last = "stage_" + std::to_string(k) + ".x";
    column->stages.push_back({last, {}});
    column->trays = k - 2;  // without reboiler and condenser
  }
  const auto handle = [&](const std::string& input) {
    for (const scenario::Handle& each : plant.handles)
      if (each.input == input) return each.tag;
    return std::string();
  };
  column->reflux = handle("column.reflux");
  column->feed = handle("column.feed");
  column->feed_x = handle("column.feed_x");
  column->feed_q = handle("column.feed_liquid");
  column->distillate = tag_of(plant, "column.distillate");
  column->bottoms = tag_of(plant, "column.bottoms");
  column->x_B = tag_of(plant, "stage_1.x");
  column->x_D = tag_of(plant, last);
  return column;
}

}  // namespace

std::shared_ptr<const BinaryColumn> binary_column(const scenario::Lab& lab, const Flowsheet& flowsheet) {
  if (lab.plant.blueprint) return column_of_units(lab.plant, flowsheet);
  if (auto column = column_of_mixture(lab, flowsheet)) return column;
  return column_of_volatility(lab.plant, flowsheet);
}

std::optional<double> liquid_boiling_at(const Mixture& mixture, double T, double P) {
  if (!(T >= mixture.valid_from() && T <= mixture.valid_to() && P > 0.0)) return {};
  // the pressure of a boiling liquid rises with its light species up to an azeotrope
  double most = 1.0;
  if (const auto azeotrope = azeotrope_at_pressure(mixture, P)) most = azeotrope->x[0];
  const auto excess = [&](double x) { return log(bubble_at_temperature(mixture, x, T).P / P); };
  if (!(excess(0.0) <= 0.0 && excess(most) >= 0.0)) return {};
  return bracketed_root(excess, 0.0, most);
}

std::optional<double> liquid_of_density(const Mixture& mixture, double density, double T) {
  if (!(T >= mixture.valid_from() && T <= mixture.valid_to())) return {};
  const auto excess = [&](double x) { return mixture.liquid_density(std::array<double, 2>{x, 1.0 - x}, T) - density; };
  if (!(excess(0.0) >= 0.0 && excess(1.0) <= 0.0)) return {};
  return bracketed_root(excess, 0.0, 1.0);
}

}  // namespace stillhouse
