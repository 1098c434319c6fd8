#include "models/properties/liquid_model.h"

#include <array>
#include <utility>

#include "engine/base/error.h"

namespace stillhouse {

namespace {

constexpr std::array<std::pair<LiquidModel, const char*>, 7> models{{
    {LiquidModel::ideal, "ideal"},
    {LiquidModel::nrtl, "nrtl"},
    {LiquidModel::wilson, "wilson"},
    {LiquidModel::uniquac, "uniquac"},
    {LiquidModel::unifac, "unifac"},
    {LiquidModel::peng_robinson, "peng_robinson"},
    {LiquidModel::srk, "srk"},
}};

}  // namespace

std::vector<std::string> liquid_model_names() {
  std::vector<std::string> names;
  for (const auto& [model, name] : models) names.emplace_back(name);
  return names;
}

std::vector<std::string> activity_model_names() {
  std::vector<std::string> names;
  for (const auto& [model, name] : models)
    if (model != LiquidModel::peng_robinson && model != LiquidModel::srk) names.emplace_back(name);
  return names;
}

LiquidModel liquid_model(std::string_view name) {
  for (const auto& [model, known] : models)
    if (known == name) return model;
  const std::vector<std::string> known = liquid_model_names();
  std::string message = "there is no liquid model '" + std::string(name) + "'; allowed:";
  for (const std::string& allowed : known) message += " " + allowed;
  const std::string nearest = nearest_word(name, known);
  throw ModelError(message + (nearest.empty() ? "" : "; did you mean '" + nearest + "'?"));
}

std::string name_of(LiquidModel model) {
  for (const auto& [known, name] : models)
    if (known == model) return name;
  return {};
}

}  // namespace stillhouse
