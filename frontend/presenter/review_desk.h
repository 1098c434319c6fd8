#pragma once

#include <condition_variable>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "frontend/presenter/review_comparison.h"
#include "frontend/presenter/review_playback.h"
#include "frontend/presenter/review_table.h"
#include "frontend/presenter/review_timeline.h"
#include "labs/review/class_report.h"
#include "labs/review/run_flags.h"

namespace stillhouse {

/// A class as far as it has been looked at. Never changes again.
struct ClassState {
  std::vector<ReviewedRun> runs;
  std::vector<LabStatistics> labs;
  bool read = false;      ///< all files have been read
  double verified = 0.0;  ///< share of the runs that have been simulated again, 0 to 1
  bool done() const { return read && verified >= 1.0; }
};

/// One run that is open before the assessor.
struct RunUnderReview {
  std::size_t row = 0;  ///< in ClassState::runs
  std::shared_ptr<const RunRecord> record;
  std::unique_ptr<ReviewPlayback> playback;
  std::string failure;  ///< why it cannot be shown

  // made when the playback is ready
  std::shared_ptr<const PlaybackState> seen;
  std::vector<TimelineMark> timeline;

  // the run it is compared with
  std::unique_ptr<ReviewPlayback> other;
  std::string other_name;
  std::string other_failure;
  std::vector<StepTimes> steps;
  std::optional<Parting> parting;
  bool compared = false;
};

/// Writes the class as PDF; given by who knows how.
using PdfWriter = std::function<void(const std::string& path, const ClassReportInput& input)>;

/// The assessor's desk: a class that is read and verified in the background, and one run that is open. Everything but
/// `state` belongs to the window's thread.
class ReviewDesk {
 public:
  /// `paths` are run files. `name` stands over reports.
  ReviewDesk(std::string name, std::vector<std::filesystem::path> paths, PdfWriter pdf = {}, bool verify = true);
  ~ReviewDesk();
  ReviewDesk(const ReviewDesk&) = delete;
  ReviewDesk& operator=(const ReviewDesk&) = delete;

  const std::string& name() const { return name_; }
  std::shared_ptr<const ClassState> state() const;
  /// Called on background threads when something new is to be seen.
  void on_change(std::function<void()> wake);
  /// Waits until all runs were verified: for tests and pictures.
  void wait();

  /// Opens a run. One that was edited, or cannot be read, says so in `failure`.
  void open(std::size_t row);
  void close_run() { open_.reset(); }
  /// The open run, brought up to date; null if there is none.
  RunUnderReview* open_run();

  /// Beside the open run: the good operator on the same plant, or another run of the class.
  void compare_with_good();
  void compare_with(std::size_t row);
  void end_comparison();

  /// Gives a criterion of the open run other points. Returns why not; empty if it was done.
  std::string mark(const std::string& criterion, double points, const std::string& reason, const std::string& by);

  /// Writes "class.html", ".csv" or ".pdf" beside the first run, under a name that is free. Returns a sentence's end:
  /// the path, or why not in `failed`.
  enum class Paper { html, csv, pdf };
  std::string write(Paper paper, bool chinese, bool* failed);

 private:
  void work(bool verify);
  void publish();
  void look_again(std::size_t row);

  std::string name_;
  std::vector<std::filesystem::path> paths_;
  PdfWriter pdf_;

  mutable std::mutex mutex_;
  std::condition_variable finished_;
  std::shared_ptr<const ClassState> state_;
  std::vector<ReviewedRun> runs_;  ///< as the background knows them; under the mutex
  double verified_ = 0.0;
  bool read_ = false;
  bool stopping_ = false;
  std::function<void()> wake_;
  std::thread thread_;

  std::unique_ptr<RunUnderReview> open_;
};

}  // namespace stillhouse
