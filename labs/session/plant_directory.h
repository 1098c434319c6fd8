#pragma once

#include <functional>
#include <string_view>

#include "engine/modelling/flowsheet.h"

namespace stillhouse {

/// Positions of a plant's signals and inputs by name; -1 if there is none of that name.
struct PlantDirectory {
  std::function<int(std::string_view)> signal;
  std::function<int(std::string_view)> input;
};

/// Value of a signal of the plant now, by position: the truth, which only instruments and the grading of quality see.
using TruthView = std::function<double(int)>;

inline PlantDirectory directory_of(const Flowsheet& plant) {
  return {[&plant](std::string_view name) { return plant.find_signal(name); },
          [&plant](std::string_view name) { return plant.find_input(name); }};
}

}  // namespace stillhouse
