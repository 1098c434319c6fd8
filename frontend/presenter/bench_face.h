#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/text.h"
#include "labs/session/bench_state.h"

namespace stillhouse {

class Session;

/// An analysis as it is drawn: made once when it is finished.
struct AnalysisPicture {
  std::shared_ptr<const Analysis> analysis;
  std::string title;                           ///< "3  GC: U1"
  double started = 0.0, ended = 0.0;           ///< s
  std::vector<std::pair<float, float>> curve;  ///< of each of so many columns the lowest and the highest point
  float left = 0.0f, right = 1.0f, low = 0.0f, high = 1.0f;
  Text along, up;  ///< names of the axes with their units
  std::vector<std::pair<float, std::string>> marks;
  std::vector<Text> heads;                     ///< of the table of parts
  std::vector<std::vector<std::string>> rows;  ///< first the part, then its numbers
  std::vector<Text> lines;                     ///< results of the whole analysis
  std::vector<Text> messages;
};

/// The bench as the screen shows it: what the student may know, nothing of the truth.
struct BenchFace {
  struct Device {
    std::string tag, method;
    std::string condition;  ///< what its clocks and counters show: "lamp_hours=12h"
    Text says;
    std::vector<std::string> queue;  ///< labels
    std::string running;             ///< label; empty: idle
    double begun = 0.0, ends = 0.0;  ///< s
    /// What may be replaced on it.
    struct Part {
      std::string name;
      Text title;
      std::string takes;  ///< "60 min, 40"
    };
    std::vector<Part> parts;
    double back = 0.0;  ///< s: until then a part is being replaced
  };
  struct Flask {
    std::string label, amount, how;
    Text says;
    bool prepared = false;
    double ready = 0.0;  ///< s
    bool open = false;   ///< a jar without its lid: light ends go
  };
  struct Ask {
    std::string id, unit, given;
    std::string printed;  ///< the unit as it is shown
    Text says;
    bool wants_uncertainty = false;
    bool open = true;  ///< may be answered (again)
  };
  /// Where samples are drawn from the plant.
  struct Point {
    std::string tag;
    Text says;
    std::string purged;  ///< let run since the last jar
    bool busy = false;   ///< something runs through it now
  };
  std::vector<Device> devices;
  std::vector<Flask> flasks;
  std::vector<Point> points;
  std::vector<Ask> questions;
  std::vector<std::shared_ptr<const AnalysisPicture>> analyses;  ///< finished, in the order they began
  double cost = 0.0, money = 0.0;

  bool empty() const { return devices.empty() && questions.empty(); }
};

/// The bench of a session; pictures of `before` are taken over. Null for a lab without bench and questions.
std::shared_ptr<const BenchFace> bench_face(const Session& session, const std::shared_ptr<const BenchFace>& before);

/// A number that was typed in the unit of a question, SI.
double answer_value(const BenchFace::Ask& question, double number);

}  // namespace stillhouse
