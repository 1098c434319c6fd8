#include <cmath>
#include <nlohmann/json.hpp>

#include "frontend/cli/linear_plant.h"

namespace stillhouse::cli {

namespace {

Json rows(const DenseMatrix& matrix) {
  Json list = Json::array();
  for (int r = 0; r < matrix.rows; ++r) {
    Json row = Json::array();
    for (int c = 0; c < matrix.columns; ++c) row.push_back(json_of(std::optional(matrix(r, c))));
    list.push_back(std::move(row));
  }
  return list;
}

Json quantities(const std::vector<LinearQuantity>& quantities, const LinearPlant& plant) {
  Json list = Json::array();
  for (const LinearQuantity& q : quantities) {
    Json entry = {{"name", q.name}, {"unit", q.unit}, {"value", q.value}, {"says", q.sentence}};
    if (const auto tags = plant.tags.find(q.name); tags != plant.tags.end()) entry["tags"] = tags->second;
    list.push_back(std::move(entry));
  }
  return list;
}

Json participants(const std::vector<Participation>& participants, const LinearModel& model) {
  Json list = Json::array();
  for (const Participation& who : participants) {
    const LinearQuantity& state = model.states[static_cast<std::size_t>(who.state)];
    list.push_back({{"state", state.name}, {"share", who.share}});
  }
  return list;
}

const char* word(ModeKind kind) {
  return kind == ModeKind::settling ? "settling" : kind == ModeKind::growing ? "growing" : "integrating";
}

Json steady(const LinearPlant& plant) {
  if (!plant.steady) return nullptr;
  Json changed = Json::array();
  for (const ChangedSignal& signal : plant.changed)
    changed.push_back({{"name", signal.name}, {"unit", signal.unit}, {"from", signal.from}, {"to", signal.to}});
  return {{"simulated_s", plant.steady->time}, {"not_at_rest", plant.steady->in_words}, {"changed", changed}};
}

}  // namespace

Json linear_json(const LinearPlant& plant) {
  const LinearModel& model = plant.model;
  Json eigenvalues = Json::array(), time_constants = Json::array();
  for (const LinearMode& mode : plant.response.modes) {
    eigenvalues.push_back({{"re", mode.re},
                           {"im", mode.im},
                           {"kind", word(mode.kind)},
                           {"uncertainty", json_of(std::optional(mode.uncertainty))},
                           {"participation", participants(mode.participation, model)}});
    time_constants.push_back(json_of(std::optional(mode.time_constant)));
  }
  return {{"lab", plant.lab},
          {"run", plant.run},
          {"time_s", plant.time},
          {"scan", plant.scan},
          {"steady", steady(plant)},
          {"states", quantities(model.states, plant)},
          {"inputs", quantities(model.inputs, plant)},
          {"outputs", quantities(model.outputs, plant)},
          {"rates", model.rates},
          {"A", rows(model.A)},
          {"B", rows(model.B)},
          {"C", rows(model.C)},
          {"D", rows(model.D)},
          {"eigenvalues", eigenvalues},
          {"time_constants_s", time_constants},
          {"gains", rows(plant.response.gains)},
          {"ramps_per_s", rows(plant.response.ramps)},
          {"integrating", participants(plant.response.integrating, model)},
          {"validity",
           {{"at_rest", unrest(model).empty()},
            {"not_at_rest", unrest(model)},
            {"outside_range", plant.outside_validity},
            {"says", reservations(plant)}}}};
}

}  // namespace stillhouse::cli
