#pragma once

#include <deque>
#include <memory>
#include <vector>

#include "frontend/presenter/column_reader.h"
#include "frontend/presenter/plant_reader.h"
#include "frontend/presenter/screen_state.h"
#include "labs/session/session.h"

namespace stillhouse {

/// Turns a session into what screens show. Built once for a lab; reads the session only, and changes nothing in it.
class ScreenBuilder {
 public:
  explicit ScreenBuilder(const Session& session);

  const std::shared_ptr<const LabFacts>& lab() const { return facts_; }

  /// One row of the history, one value a pen, in the pens' units. Call once a scan, when it is done.
  const std::vector<float>& row(const Session& session);

  /// Everything but how the run is driven (frozen, speed, replies), which the runner knows.
  ScreenState state(const Session& session, const TrendHistory& history) const;

 private:
  /// Where the value of a pen comes from: an instrument, controller, handle or signal by position.
  struct Source {
    PenKind kind;
    int index;
  };

  void add_pens(const Session& session, LabFacts& facts);
  int pen(const std::string& tag) const { return pen_of(*facts_, tag); }
  void add_faces(const Session& session, const TrendView& trends, ScreenState& screen) const;
  InstrumentFace instrument_face(const Session& session, std::size_t index, const TrendView& trends) const;

  std::shared_ptr<const LabFacts> facts_;
  std::vector<Source> sources_;
  std::vector<float> row_;
  std::vector<int> devices_;  ///< per instrument: position among those of its kind
  ColumnReader column_;
  std::unique_ptr<const PlantReader> plant_;
  mutable std::shared_ptr<const BenchFace> bench_;  ///< the last one: its pictures are kept
};

/// Tasks, alarms, interlocks and journal of a session as lines.
std::vector<AlarmLine> alarm_lines(const Session& session);
std::vector<TaskLine> task_lines(const Session& session);
std::vector<InterlockFace> interlock_faces(const Session& session);
std::vector<SequenceFace> sequence_faces(const Session& session);
std::vector<JournalLine> journal_lines(const Session& session);

/// What a command did, as a sentence.
Text command_sentence(const Session& session, const Command& command);
/// The first message of the instructor's that has not been confirmed.
std::optional<MessageLine> open_message(const Session& session);

/// 1 for critical to 4 for low.
Urgency urgency_of(scenario::AlarmPriority priority);

}  // namespace stillhouse
