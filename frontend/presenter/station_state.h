#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/text.h"
#include "frontend/presenter/numbers.h"
#include "labs/session/malfunction.h"

/// Everything an instructor's station shows beyond what the student's screens show, as plain data. Screens of the
/// student do not get it at all.
namespace stillhouse {

/// What may go wrong with one thing, and how large.
struct MalfunctionKind {
  scenario::EffectKind kind = scenario::EffectKind::scale;
  bool to_high = false;  ///< sensor_fail: to the top of the range
  Text says;
  bool has_value = false, grows = false, repeats = false;
  NumberFormat format;                        ///< of the value on the slider
  double low = 0.0, high = 0.0, start = 0.0;  ///< on the slider, SI; drift: an hour's
};

enum class MalfunctionGroup { plant, instrument, handle, interlock };

struct MalfunctionTarget {
  std::string name;
  Text says;
  MalfunctionGroup group = MalfunctionGroup::plant;
  std::vector<MalfunctionKind> kinds;
};

/// What a trigger may compare or ask.
struct TriggerSubject {
  std::string name;
  Text says;
  NumberFormat format;
  double low = 0.0, high = 0.0;
};
struct TriggerFact {
  scenario::ConditionKind kind = scenario::ConditionKind::completed;
  std::string name;
  Text says;
};

/// What never changes in a run.
struct StationFacts {
  std::vector<MalfunctionTarget> targets;
  std::vector<TriggerSubject> subjects;
  std::vector<TriggerFact> facts;
};

enum class MalfunctionLook { waiting, acting, ended };

struct MalfunctionLine {
  std::string name;  ///< "M1"; a fault of the lab: its id
  Text says;
  MalfunctionLook look = MalfunctionLook::waiting;
  double began = -1.0, ended = -1.0;         ///< s; negative: not yet
  double grown = 0.0;                        ///< share of its size, 0 to 1
  bool of_lab = false;                       ///< comes with the lab
  Text trigger;                              ///< of a fault of the lab that waits: when it comes by itself
  bool may_start = false, may_stop = false;  ///< a fault of the lab, now
};

/// An input of the plant that only a person in the field reaches.
struct FieldLine {
  std::string name;
  Text says;
  NumberFormat format;
  double value = 0.0, low = 0.0, high = 0.0;
};

struct SnapshotLine {
  std::string name;
  Text says;
  double time = 0.0;  ///< s
  bool initial = false;
};

/// A minute one may go back to, and what has happened in it.
struct BacktrackPoint {
  std::int64_t scan = 0;
  double time = 0.0;  ///< s
  int commands = 0, alarms = 0, tasks = 0;
};

struct SentMessage {
  double sent = 0.0, confirmed = -1.0;  ///< s; negative: not yet
  std::string text;
};

/// Something that somebody did.
struct DeedLine {
  double time = 0.0;
  enum class By { student, operator_file, instructor } by = By::student;
  Text says;
};

struct StationCriterion {
  Text title;
  double score = 0.0, points = 0.0;
};

struct StationState {
  std::shared_ptr<const StationFacts> facts;
  std::vector<MalfunctionLine> malfunctions;  ///< acting first, then waiting, then ended
  std::vector<FieldLine> field;
  std::vector<SnapshotLine> snapshots;
  bool may_find_initial = false;           ///< the lab has a good operator, who has not played yet
  std::vector<BacktrackPoint> backtracks;  ///< oldest first, at most an hour
  std::vector<SentMessage> messages;
  std::vector<DeedLine> deeds;      ///< newest first
  double score = 0.0, total = 0.0;  ///< if the run ended now
  std::vector<StationCriterion> criteria;
  int interventions = 0;
};

/// The order that a choice at the station comes to; `value` as it stands on the slider.
MalfunctionOrder order_of(const MalfunctionTarget& target, const MalfunctionKind& kind, double value);

}  // namespace stillhouse
