#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/text.h"
#include "labs/scenario/formula.h"
#include "labs/scenario/source.h"
#include "models/catalogue.h"
#include "models/instruments/calibration/glassware.h"
#include "models/instruments/sample.h"

/// The bench of a lab and what is asked about it, as read from its file. Numbers are SI.
namespace stillhouse::scenario {

/// Between which values the student may set a number of a method.
struct MethodLimit {
  std::string setting;
  double low = 0.0;
  double high = 0.0;
  std::string unit;
};

/// A number of an instrument that is off its setting by another difference for every student.
struct InstrumentVariation {
  std::string setting;
  double spread = 0.0;  ///< SI: largest difference
  double low = 0.0;     ///< SI: limits of the number with its difference
  double high = 0.0;
};

/// What it takes to replace a part of an instrument in this lab; absent numbers are the instrument's own.
struct PartReplacement {
  std::string part;
  std::optional<double> price;
  std::optional<double> duration;  ///< s
};

/// An instrument that stands on the bench.
struct BenchInstrument {
  std::string tag;
  std::string kind;                                    ///< name in the catalogue of instruments
  std::vector<ParameterValue> method;                  ///< as it is found
  std::optional<std::vector<std::string>> may_change;  ///< settings; absent: all
  std::vector<MethodLimit> limits;
  std::optional<double> price;  ///< of an analysis; absent: the instrument's own
  std::vector<InstrumentVariation> student_variation;
  std::vector<PartReplacement> replacements;
  std::optional<std::vector<std::string>> may_replace;  ///< parts; absent: all that can be
  double carry_over = 0.0;                              ///< share of a sample that comes with the next
  int queue = 10;                                       ///< samples that may wait
  Text says;
  SourceLine source;
};

/// A bottle on the shelf.
struct Bottle {
  std::string label;
  std::vector<Portion> holds;  ///< as its label says; of a secret one as it is meant
  bool secret = false;         ///< the label says nothing
  double tolerance = 0.0;      ///< relative, of each stated content: the maker's promise, rectangular
  double varies = 0.0;         ///< relative, of each stated content: differs from student to student
  double volume = 0.0;         ///< m^3
  Text says;
  SourceLine source;
};

/// Everything on the bench.
struct LabBench {
  std::vector<BenchInstrument> instruments;
  std::vector<Bottle> shelf;
  GlassClass glass = GlassClass::A;
  double balance_division = 1e-7;  ///< kg
  double temperature = 293.15;     ///< K, of the room
  std::string temperature_signal;  ///< not empty: a signal that is the room's temperature
  double money = 0.0;              ///< 0: no limit
  SourceLine source;
};

/// Something the student is asked. Errors below `full` are worth all points, beyond `none` nothing.
struct Question {
  std::string id;
  Text says;
  std::string unit;
  Formula truth;         ///< in `unit`
  bool relative = true;  ///< full and none are shares of the truth; else in `unit`'s SI
  double full = 0.0;
  double none = 0.0;
  bool wants_uncertainty = false;
  int tries = 0;  ///< how often it may be answered; 0: as often as one likes, the last counts
  SourceLine source;
};

}  // namespace stillhouse::scenario
