#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "engine/base/text.h"
#include "labs/session/lab_library.h"

/// A lab as its author sees it while he writes: what is wrong and where, what it asks, how its operators fare.
namespace stillhouse {

struct PreviewMistake {
  std::string file;  ///< as one types it to open the file
  int line = 0;
  std::string line_text;  ///< what stands there; empty if there is no such line
  std::string message;
};

struct PreviewTask {
  std::string id;
  Text says, starts, done;  ///< `starts` is empty for one that starts with the run
  std::optional<double> within;
};

struct PreviewCriterion {
  std::string id;
  Text title;
  double points = 0.0;
};

struct PreviewFault {
  std::string id;
  Text reveal;
};

/// A number of the plant that its author may want to know: "unknowns", 412.
struct PreviewCount {
  Text what;
  std::size_t number = 0;
};

struct ScorePoint {
  double time = 0.0, score = 0.0;
};

/// How an operator fares.
struct PreviewPlay {
  std::string name;
  enum class Look { waiting, playing, done, failed } look = Look::waiting;
  double progress = 0.0;  ///< share of the lab's duration
  double score = 0.0;
  std::vector<ScorePoint> curve;   ///< score if the run ended then
  std::vector<double> criteria;    ///< points of each at the end, in the order of the lab
  std::vector<double> deductions;  ///< of each, zero or less
  std::vector<double> tasks;       ///< s at which each was done; negative: never
  std::vector<Text> refused;       ///< what it asked for in vain, a sentence each, at most ten
  std::string failure;             ///< why it could not play on
};

struct PreviewState {
  int revision = 0;  ///< how often the files were read
  std::string file;  ///< the lab file, as one types it
  std::vector<PreviewMistake> mistakes;
  bool readable = false;  ///< the rest is there; mistakes may remain in its operators
  Text title;
  double duration = 0.0;  ///< s
  double total = 0.0;     ///< points that are computed
  bool exam = false;
  std::vector<PreviewCount> counts;
  std::vector<PreviewTask> tasks;
  std::vector<PreviewCriterion> criteria, deductions;
  std::vector<PreviewCriterion> by_person;  ///< marked after the run; no part of `total`
  std::vector<PreviewFault> faults;
  std::vector<PreviewPlay> plays;  ///< one for each operator, by name
};

/// Positions of the criteria of which no operator that has played earned anything, and of the tasks that none did;
/// nothing before one has played.
std::vector<std::size_t> unearned_criteria(const PreviewState& state);
std::vector<std::size_t> uncovered_tasks(const PreviewState& state);

/// A lab and its operators as they were read. The lab is null if it has mistakes.
struct ReadLab {
  PreviewState state;
  std::shared_ptr<const scenario::Lab> lab;
  std::map<std::string, scenario::Operator> operators;
};
ReadLab read_for_preview(const LabPlace& place);

/// Plays an operator to the end as fast as it goes. `step` is told now and then; false stops the play there.
PreviewPlay play_for_preview(const ReadLab& read, const std::string& name,
                             const std::function<bool(const PreviewPlay&)>& step = {});

/// Dates and sizes of the files that a lab may be read from: another value means that somebody has saved one.
std::string stamp_of(const LabPlace& place);

/// Watches a lab's files on a thread of its own: reads them again whenever one is saved, and lets its operators play
/// then, and whenever somebody asks.
class LabPreview {
 public:
  explicit LabPreview(LabPlace place);
  ~LabPreview();

  std::shared_ptr<const PreviewState> state() const;
  /// Lets an operator play, after those that were asked for before; an empty name: all of them.
  void play(const std::string& name);
  /// Waits until everybody who was asked for has played.
  void wait() const;
  /// Called on the thread after each new state: to wake a window that sleeps.
  void on_publish(std::function<void()> wake);

 private:
  void work();
  void look();
  void publish();
  bool stops() const { return stopping_ || stamp_of(place_) != stamp_; }

  LabPlace place_;
  std::string stamp_;
  ReadLab read_;
  mutable std::mutex mutex_;
  std::condition_variable asked_;
  std::vector<std::string> orders_;
  std::shared_ptr<const PreviewState> state_;
  std::function<void()> wake_;
  std::atomic<bool> stopping_{false};
  std::thread thread_;
};

/// Begins to watch the lab of an id or a path; null, and why, if there is none.
std::unique_ptr<LabPreview> preview_of(const std::string& id_or_path, std::string* complaint);

}  // namespace stillhouse
