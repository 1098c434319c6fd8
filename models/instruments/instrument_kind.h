#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/text.h"
#include "models/catalogue.h"
#include "models/instruments/analysis.h"
#include "models/instruments/method.h"
#include "models/instruments/sample.h"

namespace stillhouse {

/// A setting that says what an instrument has become by use: hours of a lamp, film that a column has lost. An analysis
/// says by how much it grew (Analysis::wear), the bench keeps it; a student cannot set it.
struct RememberedSetting {
  std::string setting;
  std::vector<std::string> part;  ///< settings that tell one part from another: another column has a past of its own
  bool counted = false;           ///< a clock or a counter shows it; if not, the next analyses do
  double per_second = 0.0;        ///< what mere standing adds, SI
};

/// A part that wears out and that one renews: a column, a lamp, an electrode. What use made of it is gone with it: its
/// remembered settings are at their standard again.
struct ReplaceablePart {
  std::string name;  ///< one word: "column"
  Text title;
  std::vector<std::string> settings;  ///< remembered ones that tell its age and its harm
  double duration;                    ///< s that it takes until the instrument can be used again
  double price;                       ///< in the money of analyses
};

/// An instrument of the analytical bench: what one sets, what it takes, and how it analyses. An analysis is a pure
/// function of sample, method and seed, so that it replays to the bit.
struct InstrumentKind {
  std::string name;
  Text title;
  std::string sentence;             ///< what it is for, one sentence
  std::vector<std::string> manual;  ///< how one works with it, a sentence each
  std::string model;  ///< class or namespace whose documentation says equations, assumptions, validity, source
  /// Numbers of the method, in the unit a person writes them in ("degC", "um", "mL/min"); AnalysisMethod gives them in
  /// SI.
  std::vector<ParameterInfo> settings;
  std::vector<ChoiceParameter> choices;
  double usual_volume;  ///< m^3 of a sample that states none
  std::string solvent;  ///< the rest of samples stated as concentrations without one; may be empty
  /// What is known of a species; ModelError names those it can take and the nearest.
  SpeciesFacts (*species)(std::string_view name);
  Analysis (*run)(const SampleContents& sample, const AnalysisMethod& method, std::uint64_t seed);

  std::vector<RememberedSetting> remembered = {};
  /// Settings that nobody can read off the instrument, only find by calibrating: a titre, stray light.
  std::vector<std::string> secret = {};
  std::vector<ReplaceablePart> parts = {};

  /// The replaceable part of that name; null if there is none.
  const ReplaceablePart* find_part(std::string_view part) const;

  /// The analysis of a sample. ModelError if sample or method cannot be.
  Analysis analyse(const Sample& sample, const std::vector<ParameterValue>& method, std::uint64_t seed) const;
};

/// Every instrument: the one explicit list.
const std::vector<InstrumentKind>& instrument_catalogue();

/// The instrument of that name; ModelError lists the allowed names and the nearest.
const InstrumentKind& find_instrument(std::string_view name);

}  // namespace stillhouse
