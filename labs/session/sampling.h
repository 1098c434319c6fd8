#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/refusal.h"
#include "labs/scenario/lab.h"
#include "labs/session/command.h"
#include "labs/session/plant_directory.h"
#include "models/instruments/sample.h"
#include "models/instruments/sampling/sample_line.h"
#include "models/instruments/sampling/standing_sample.h"

namespace stillhouse {

class Flowsheet;

/// A sample that was drawn from the plant, and what became of it since. What its label says is for people; what is in
/// it is the truth, for instruments and for grading.
struct DrawnSample {
  std::string label;
  std::string point;           ///< tag of the sampling point
  std::int64_t asked_at = -1;  ///< scan of the request
  std::int64_t taken_at = -1;  ///< scan at which the jar was full; -1: it is being filled
  double purged = 0.0;         ///< m3 that had been let run since the sample before it
  double volume = 0.0;         ///< m3 that was to be caught
  double T = 293.15;           ///< K now
  double T_drawn = 293.15;     ///< K as it was caught: on the label
  bool open = true;            ///< without its lid light ends go
  std::vector<double> moles;   ///< now, of each species of its point

  bool operator==(const DrawnSample&) const = default;
};

/// All that changes of sampling. Copying it is a snapshot.
struct SamplingState {
  struct Point {
    SampleLine::State line;
    std::vector<double> flowing;  ///< concentrations at the valve at the last scan, mol/m3
    double purged = 0.0;          ///< m3 let run since the last jar
    double purging = 0.0;         ///< m3 still to be let run
    double filling = 0.0;         ///< m3 still to be caught
    std::int32_t sample = -1;     ///< that is being drawn
    std::int32_t dry = 0;         ///< scans in a row in which hardly anything came

    bool operator==(const Point&) const = default;
  };
  std::vector<Point> points;
  std::vector<DrawnSample> samples;  ///< in the order of the requests

  bool operator==(const SamplingState&) const = default;
};

/// The sampling points of a plant. One scan: what flowed through the valve since the last one is pushed through the
/// dead line; what comes out is first let run, then caught; the flow for the coming scan is asked of the plant. Samples
/// that stand cool down, go on reacting as in the plant, and evaporate while they are open.
///
/// What is caught is  integral of q c dt  over the scans, the flow as it was, the concentrations between the scan's
/// ends on a straight line: to 1e-9 of what the plant's ledgers say has left it. Assumes a cooler that brings what
/// flows to its temperature at once; volumes as at the valve, hot, so that a jar at 20 degC holds a few per cent less
/// than was asked for.
class Sampling {
 public:
  /// ModelError, naming the tag, if a unit, a species or a setting cannot be.
  Sampling(const scenario::Plant& plant, const Flowsheet& flowsheet, double scan_length);
  /// Whether `verb` is one of these: purge, draw (value: m3, text: label), close (tag: label).
  static bool knows(std::string_view verb);
  std::optional<Refusal> query(const SamplingState& state, const Command& command) const;
  void execute(SamplingState& state, const Command& command) const;

  SamplingState initial(const TruthView& truth) const;

  /// `inputs` are the plant's; those of the sampling valves are written.
  void scan(const TruthView& truth, std::int64_t scan, SamplingState& state, std::span<double> inputs) const;

  /// Query and execute of letting so much run, m3, before anything is caught.
  std::optional<Refusal> may_purge(const SamplingState& state, std::string_view point, double volume) const;
  void purge(SamplingState& state, std::string_view point, double volume) const;
  /// Query and execute of catching so much, m3, in a jar of this label; a purge that was begun goes on first.
  std::optional<Refusal> may_draw(const SamplingState& state, std::string_view point, double volume,
                                  std::string_view label) const;
  void draw(SamplingState& state, std::string_view point, double volume, std::string_view label,
            std::int64_t scan) const;
  /// Query and execute of putting the lid on a jar.
  std::optional<Refusal> may_close(const SamplingState& state, std::string_view label) const;
  void close(SamplingState& state, std::string_view label) const;

  /// What is in a jar, for an instrument.
  Sample sample(const DrawnSample& drawn) const;
  /// Compounds at a point, in the order of DrawnSample::moles.
  const std::vector<std::string>& species(std::string_view point) const;
  /// The jar of that label; null if there is none.
  static const DrawnSample* find(const SamplingState& state, std::string_view label);

  /// Every number of the state, in a fixed order: for digests.
  static std::vector<double> numbers(const SamplingState& state);

 private:
  struct Point {
    std::string tag;
    int input, flow, T;                // of the plant
    std::vector<int> concentrations;   // signals
    std::vector<std::string> species;  // compounds
    std::vector<double> stands;        // mol/m3 in the line at the start; empty: as in the vessel
    SampleLine line;
    StandingSample standing;
    double rate;                      // m3/s
    std::optional<double> cooled_to;  // K
  };

  int position(std::string_view tag) const;
  std::optional<Refusal> is_free(const SamplingState& state, std::string_view tag) const;
  void pass(const Point& point, SamplingState::Point& now, const std::vector<double>& c, double T, double volume,
            SamplingState& state) const;

  std::vector<Point> points_;
  int room_T_, room_p_;
  double dt_;
};

}  // namespace stillhouse
