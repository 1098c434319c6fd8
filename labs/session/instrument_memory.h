#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "models/catalogue.h"
#include "models/instruments/analysis.h"

namespace stillhouse {

namespace scenario {
struct BenchInstrument;
}
struct InstrumentKind;
struct ReplaceablePart;

/// What use has made of an instrument: of each part of it (a column, the lamp) by how much its remembered settings have
/// grown since the lab began. A part that is taken out and put back is as it was left; one that is replaced is new, at
/// the standard of its settings, whatever the lab or this student's own differences had made of the old one.
struct InstrumentMemory {
  struct Grown {
    std::string part;  ///< the settings that tell it from others, as text; empty: the instrument itself
    std::string setting;
    double by = 0.0;  ///< SI
  };
  struct Renewed {
    std::string part, setting;  ///< as in Grown
    double at = 0.0;            ///< s since the lab began
  };
  std::vector<Grown> grown;
  std::vector<Renewed> renewed;

  void add(const InstrumentKind& kind, const std::vector<ParameterValue>& method,
           const std::vector<Analysis::Wear>& wear);
  /// The part of that kind which the method says is in place becomes new.
  void renew(const InstrumentKind& kind, const std::vector<ParameterValue>& method, const ReplaceablePart& part,
             double seconds);
};

/// The method an instrument really works by: what was set, off by what is this student's own (of `seed`), grown by use
/// and by standing for so many seconds; within the range of each setting and of its variation.
std::vector<ParameterValue> method_as_it_is(const scenario::BenchInstrument& item,
                                            const std::vector<ParameterValue>& set, const InstrumentMemory& memory,
                                            std::uint64_t seed, double seconds);

/// What may be read off an instrument: its method without secrets and without what use has made of it.
std::string visible_method(const InstrumentKind& kind, const std::vector<ParameterValue>& set);

/// What clocks and counters of it show, "lamp_hours=12h"; with `all` what is otherwise hidden too: this student's own
/// differences and everything that has grown. Empty if there is nothing.
std::string condition_text(const scenario::BenchInstrument& item, const std::vector<ParameterValue>& set,
                           const InstrumentMemory& memory, std::uint64_t seed, double seconds, bool all);

}  // namespace stillhouse
