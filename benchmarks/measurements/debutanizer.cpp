#include <memory>
#include <string>

#include "benchmarks/measurements/topics.h"
#include "engine/simulation/simulator.h"
#include "labs/session/lab_library.h"
#include "labs/session/plant_building.h"

namespace stillhouse {

namespace {

constexpr double from_cold = 120.0;  // s

/// The shipped debutanizer, heated from cold, its phases by this model; every scan of a second.
Work heated(const std::string& model) {
  scenario::Plant plant = load_plant(LabLibrary::standard().find_plant("debutanizer"));
  plant.blueprint->liquid_model = model;
  const auto simulator = std::make_shared<Simulator>(build_plant(plant, {}).plant);
  const auto cold = std::make_shared<const PlantState>(simulator->state());
  return [=] {
    simulator->restore(*cold);
    simulator->set_input(simulator->plant().find_input("E-100.heating"), 400e3);
    for (int scan = 0; scan < static_cast<int>(from_cold); ++scan) simulator->advance();
  };
}

}  // namespace

void add_debutanizer(Bench& bench) {
  bench.add({.name = "debutanizer/cold_start_120_s",
             .ours = [] { return heated("peng_robinson"); },
             .anchor = "ours with Raoult's law and an ideal gas",
             .theirs = [] { return heated("ideal"); },
             .simulated = from_cold,
             .slow = true});
}

}  // namespace stillhouse
