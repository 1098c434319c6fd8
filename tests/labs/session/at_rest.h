#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "labs/session/lab_library.h"
#include "labs/session/plant_building.h"
#include "labs/session/plant_rest.h"
#include "tests/folders.h"

namespace stillhouse {

/// A shipped plant at the rest of its file, or at another one.
class AtRest {
 public:
  explicit AtRest(const std::string& id, const std::vector<scenario::RestValue>& rest = {}) {
    const PlantPlace place = LabLibrary({STILLHOUSE_SOURCE_DIR "/labs"}).find_plant(id);
    const scenario::Plant plant = load_plant(place);
    const scenario::Rest at = rest.empty() ? load_rest(place) : scenario::Rest{.parts = rest};
    std::vector<ParameterValue> values;
    for (const scenario::Setting& setting : plant.parameters)
      values.push_back({setting.name, setting.number, setting.choice});
    built_ = build_plant(plant, values).plant;
    rest_ = plant_at_rest(plant, at, built_);
    signals_ = rest_.state.y;
    std::vector<double> observables(built_->observables().size()), holdings(built_->quantities().size());
    built_->observe(rest_.state.y.data(), rest_.inputs.data(), rest_.modes.data(), observables.data(), holdings.data());
    signals_.insert(signals_.end(), observables.begin(), observables.end());
  }

  double operator[](const std::string& signal) const {
    const int i = built_->find_signal(signal);
    EXPECT_GE(i, 0) << signal;
    return signals_[static_cast<std::size_t>(i)];
  }
  double input(const std::string& name) const {
    const int i = built_->find_input(name);
    EXPECT_GE(i, 0) << name;
    return rest_.inputs[static_cast<std::size_t>(i)];
  }
  const PlantRest& rest() const { return rest_; }

 private:
  std::shared_ptr<const Flowsheet> built_;
  PlantRest rest_;
  std::vector<double> signals_;
};

}  // namespace stillhouse
