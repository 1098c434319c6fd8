#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/refusal.h"
#include "labs/scenario/bench_subject.h"
#include "labs/scenario/lab_bench.h"
#include "labs/session/bench_state.h"
#include "labs/session/command.h"
#include "models/instruments/sample.h"

namespace stillhouse {

/// The bench of a lab: bottles, glass, instruments with their queues. Immutable; all that changes is a BenchState.
///
/// Verbs: "draw" (tag: sample point, text: label, value: m^3 or 0), "prepare" (tag: label, text: recipe), "method"
/// (tag: instrument, text: settings), "analyse" (tag: instrument, text: label, value: m^3, 0 the usual one, below 0
/// all), "replace" (tag: instrument, text: part).
///
/// A preparation takes 2 min for each weighing, 40 s for a pipette, 20 s for a cylinder, 1 min for filling up; the
/// hands do one thing after another. An analysis begins when its sample is ready and the instrument free, takes
/// Analysis::duration of the plant's time, and can be read then. Its errors are those of its number in the run, the
/// errors of balance and glass those of the number of the operation: waiting or trying again does not redraw them. A
/// part is replaced by the same hands while the instrument stands still; samples that wait for it go on waiting.
class InstrumentBench {
 public:
  InstrumentBench(const scenario::LabBench& bench, std::uint64_t seed, double scan_length);

  BenchState initial() const;

  /// What the bench must know of the world at a scan.
  struct Surroundings {
    std::int64_t scan = 0;
    double temperature = 293.15;  ///< K, of the room
    /// A sample from outside by its label, with its volume or in amounts; may be empty.
    std::function<std::optional<Sample>(const std::string& label)> outside;
  };

  /// A part of an instrument that the student may replace, and what that takes.
  struct Replacement {
    const ReplaceablePart* part;
    double price;
    double duration;  ///< s
  };
  std::vector<Replacement> replacements(int instrument) const;

  static bool is_verb(std::string_view verb);
  std::optional<Refusal> query(const BenchState& state, const Command& command, const Surroundings& around) const;
  void execute(BenchState& state, const Command& command, const Surroundings& around) const;

  /// Once a scan: finished analyses can be read, waiting ones begin.
  void scan(BenchState& state, const Surroundings& around) const;

  /// Position of a tag, or -1.
  int find_instrument(const std::string& tag) const;
  const Vial* find_vial(const BenchState& state, const std::string& label) const;
  /// The same of samples from outside too, as they are now if they have not been used.
  std::optional<Vial> vial_with_outside(const BenchState& state, const std::string& label,
                                        const Surroundings& around) const;
  /// The n-th finished analysis of a sample on an instrument, from 1; the last for 0; empty label: of any. Null: none.
  const BenchAnalysis* find_analysis(const BenchState& state, int instrument, const std::string& label,
                                     int n = 0) const;
  int count(const BenchState& state, int instrument, const std::string& label) const;

  /// A number of the bench in SI; NaN if there is none, or not of the dimension of `unit`.
  double value(const BenchState& state, const scenario::BenchSubject& subject, const std::string& unit) const;

  /// The method an instrument works by at a scan: as set, with this student's own differences and what use made of it.
  std::vector<ParameterValue> as_it_is(const BenchState& state, int instrument, std::int64_t scan) const;
  /// condition_text of an instrument at a scan.
  std::string condition(const BenchState& state, int instrument, std::int64_t scan, bool all) const;

  /// All numbers of a state, in a fixed order: for the digest.
  std::vector<double> numbers(const BenchState& state) const;

  const scenario::LabBench& bench() const { return bench_; }

 private:
  std::optional<Refusal> query_prepare(const BenchState& state, const Command& command) const;
  std::optional<Refusal> query_method(const Command& command) const;
  std::optional<Refusal> query_replace(const BenchState& state, const Command& command,
                                       const Surroundings& around) const;
  std::optional<Refusal> query_analyse(const BenchState& state, const Command& command) const;
  std::optional<Refusal> query_new_label(const BenchState& state, const std::string& label) const;
  void fetch(BenchState& state, const std::string& label, const Surroundings& around) const;
  void prepare(BenchState& state, const Command& command, const Surroundings& around) const;
  void replace(BenchState& state, const Command& command, const Surroundings& around) const;
  void begin(BenchState& state, int instrument, const Surroundings& around) const;
  Vial vial_of(const scenario::Bottle& bottle) const;
  std::int64_t scans_in(double seconds) const;

  scenario::LabBench bench_;
  std::uint64_t seed_;
  double scan_length_;
};

/// Content of a vial in a unit of a content ("wt%", "mol%", "vol%", "g/L", "mol/L"), really or by its label; NaN if it
/// says nothing of the species. 0 for what is not in it.
double true_content(const Vial& vial, const std::string& species, const std::string& unit);
double stated_content(const Vial& vial, const std::string& species, const std::string& unit);
double stated_uncertainty(const Vial& vial, const std::string& species, const std::string& unit);

}  // namespace stillhouse
