#pragma once

#include <string>
#include <vector>

#include "frontend/presenter/plant_drawing.h"
#include "frontend/presenter/screen_state.h"

namespace stillhouse {

class Simulator;

/// Reads what one would see through the plant's glass, for each unit and stream of a drawing. Finds the signals once,
/// by name; what a plant does not have stays absent.
class PlantReader {
 public:
  PlantReader(const PlantDrawing& drawing, const scenario::Plant& plant, const Flowsheet& flowsheet);

  PlantPicture picture(const Simulator& simulator) const;

 private:
  /// A number of the plant: a signal or an input, or neither.
  struct Source {
    int signal = -1, input = -1;
    bool found() const { return signal >= 0 || input >= 0; }
  };
  struct StageSources {
    int number = 0;
    Source T, clear_liquid, froth, flooding, backup, weeping, holdup;
  };
  struct UnitSources {
    Source T, level, lift;
    double level_low = 0.0, level_high = 1.0;
    std::vector<Source> drives;  ///< opening, speed, heating: what makes it work
    std::vector<double> least;   ///< of each, to be at work
    Source heating, cooling, trip;
    std::vector<StageSources> stages;
    double spacing = 0.4;
    std::vector<int> streams;
  };
  struct StreamSource {
    Source flow;
    double least = 0.0;  ///< what is drawn as flowing
  };

  static Source source(const Flowsheet& flowsheet, const std::string& name);
  static double value(const Simulator& simulator, const Source& source, double otherwise);
  void find_unit(const PlantDrawing& drawing, const scenario::Plant& plant, const Flowsheet& flowsheet, int unit);
  void find_stages(const PlantDrawing& drawing, const Flowsheet& flowsheet, int unit);

  std::vector<UnitSources> units_;
  std::vector<StreamSource> streams_;
};

}  // namespace stillhouse
