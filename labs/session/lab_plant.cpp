#include "labs/session/lab_plant.h"

#include <algorithm>

#include "engine/base/random.h"

namespace stillhouse {

namespace {

void put(std::vector<ParameterValue>& values, const ParameterValue& value) {
  const auto found =
      std::find_if(values.begin(), values.end(), [&](const ParameterValue& v) { return v.name == value.name; });
  if (found == values.end()) {
    values.push_back(value);
  } else {
    *found = value;
  }
}

double varied(const scenario::Variation& variation, double nominal, std::uint64_t seed) {
  const double value = bounded_variation(seed, "variation/" + variation.name, nominal, variation.spread);
  return std::clamp(value, variation.low, variation.high);
}

}  // namespace

std::vector<ParameterValue> plant_parameters(const scenario::Lab& lab, std::uint64_t seed) {
  std::vector<ParameterValue> values;
  for (const scenario::Setting& s : lab.plant.parameters) put(values, {s.name, s.number, s.choice});
  for (const scenario::InitialValue& initial : lab.initial) {
    if (initial.kind != scenario::NameKind::parameter) continue;
    put(values, {initial.setting.name, initial.setting.number, initial.setting.choice});
  }
  const std::vector<ParameterInfo> offered = offered_parameters(lab.plant).numbers;
  for (const scenario::Variation& variation : lab.student_variation) {
    if (variation.kind != scenario::NameKind::parameter) continue;
    double nominal = 0.0;
    for (const ParameterInfo& info : offered) {
      if (info.name == variation.name) nominal = info.standard;
    }
    for (const ParameterValue& value : values) {
      if (value.name == variation.name) nominal = value.number;
    }
    put(values, {variation.name, varied(variation, nominal, seed), {}});
  }
  return values;
}

std::shared_ptr<const Flowsheet> build_plant(const scenario::Lab& lab, std::uint64_t seed) {
  return build_plant(lab.plant, plant_parameters(lab, seed)).plant;
}

std::vector<double> start_inputs(const scenario::Lab& lab, const Flowsheet& plant, std::uint64_t seed) {
  std::vector<double> inputs;
  for (const InputInfo& input : plant.inputs()) inputs.push_back(input.range.start);
  for (const scenario::InitialValue& initial : lab.initial) {
    if (initial.kind != scenario::NameKind::input) continue;
    inputs[static_cast<std::size_t>(plant.find_input(initial.setting.name))] = initial.setting.number;
  }
  for (const scenario::Variation& variation : lab.student_variation) {
    if (variation.kind != scenario::NameKind::input) continue;
    double& value = inputs[static_cast<std::size_t>(plant.find_input(variation.name))];
    value = varied(variation, value, seed);
  }
  return inputs;
}

}  // namespace stillhouse
