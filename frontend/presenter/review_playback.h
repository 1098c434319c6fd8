#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "frontend/presenter/screen_builder.h"
#include "labs/record/run_record.h"
#include "labs/scenario/lab.h"

namespace stillhouse {

/// What is known of a run that is simulated again to be looked at. Never changes again.
struct PlaybackState {
  double progress = 0.0;   ///< share of the first time through, 0 to 1
  bool ready = false;      ///< the whole run has been gone through
  std::string failure;     ///< why it cannot be shown; empty: it can
  std::string difference;  ///< what is not as recorded; empty: nothing, or not ready

  double moment = 0.0;                        ///< s: what `screen` shows
  double end = 0.0;                           ///< s: how long the run lasted
  std::shared_ptr<const ScreenState> screen;  ///< the control room at that moment; null until there is one
  TrendView whole;                            ///< trends of the whole run, once ready
  std::shared_ptr<const Grade> grade;         ///< of the whole run, once ready
  std::vector<NotebookEntry> notebook;        ///< of the whole run, once ready
  std::vector<Command> commands;              ///< of the whole run, as far as they were accepted; once ready
  std::vector<Text> said;                     ///< each of `commands` as a sentence
  std::vector<Text> recorded;  ///< each command of the record as it counts (`without_undone`), refused ones too
};

/// Goes through a recorded run in the background and shows the control room as it was at any moment.
///
/// The run is simulated once from its lab, seed and commands. After that `seek` takes the session back to the nearest
/// of the snapshots it keeps and on from there, which is quick however long the run is. Nothing is ever written.
class ReviewPlayback {
 public:
  /// A recorded run; or, with `played`, this operator on the plant of the run's student.
  explicit ReviewPlayback(std::shared_ptr<const RunRecord> run, std::optional<scenario::Operator> played = {});
  ~ReviewPlayback();
  ReviewPlayback(const ReviewPlayback&) = delete;
  ReviewPlayback& operator=(const ReviewPlayback&) = delete;

  /// Shows another moment, s, as soon as may be; of several wishes the last counts.
  void seek(double time);

  /// The newest state; may be called at any time from any thread.
  std::shared_ptr<const PlaybackState> state() const;
  /// Called on the background thread after each new state.
  void on_change(std::function<void()> wake);

  /// Waits until the whole run was gone through and the moment asked for is shown: for tests and pictures.
  std::shared_ptr<const PlaybackState> settled();

 private:
  class Film;

  void work();
  void publish(PlaybackState state);

  std::shared_ptr<const RunRecord> run_;
  std::optional<scenario::Operator> played_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::shared_ptr<const PlaybackState> state_;
  std::function<void()> wake_;
  std::optional<double> wanted_;
  bool stopping_ = false;
  bool resting_ = false;  ///< what was asked for is shown
  bool over_ = false;     ///< the thread has ended: nothing more will be shown
  std::thread thread_;
};

}  // namespace stillhouse
