#include "frontend/cli/run_file.h"

#include <filesystem>
#include <iostream>

#include "engine/base/error.h"
#include "frontend/cli/output.h"
#include "frontend/cli/progress.h"
#include "labs/record/reader.h"
#include "labs/session/versions.h"

namespace stillhouse::cli {

namespace {

std::function<void(Scan, Scan)> shown_by(Progress& progress, const RunRecord& run) {
  return [&progress, scan_length = run.header.scan_length](Scan done, Scan all) {
    progress.show(static_cast<double>(done) / static_cast<double>(all),
                  clock_time(static_cast<double>(done) * scan_length));
  };
}

}  // namespace

RunRecord read_run_file(const std::string& path) {
  RunRecord run = read_run(path);
  if (!run.torn.empty()) std::cerr << run.file << ": " << run.torn << "\n";
  if (!run.intact()) return run;  // a header that was changed says nothing about versions
  const HeaderRecord& header = run.header;
  const auto compare = [&run](const char* what, const std::string& recorded, const std::string& here) {
    if (recorded == here) return;
    std::cerr << run.file << ": recorded with version " << recorded << " of the " << what << ", this program has "
              << here << "\n";
  };
  compare("engine", header.engine_version, engine_version);
  compare("models", header.models_version, models_version);
  compare("grading", header.grading_version, grading_version);
  return run;
}

std::optional<ReviewFile> review_of(const RunRecord& run) {
  const std::filesystem::path path = review_path(run.file);
  std::error_code error;
  if (!std::filesystem::exists(path, error)) return std::nullopt;
  try {
    ReviewFile review = read_review(path);
    if (review.intact() && review.is_of(run)) return review;
    std::cerr << path.string() << ": the review does not count: "
              << (review.intact() ? "it is of another state of the run" : review.problems.front().what) << "\n";
  } catch (const RecordError& problem) {
    std::cerr << problem.what() << "\n";
  }
  return std::nullopt;
}

Replay replay_shown(const RunRecord& run, const std::function<void(const Session&)>& boundary) {
  Progress progress("simulating " + run.header.lab + " again");
  return replay(run, {boundary, shown_by(progress, run)});
}

Replay replay_to_shown(const RunRecord& run, Scan moment) {
  Progress progress("simulating " + run.header.lab + " again");
  return replay_to(run, moment, {{}, shown_by(progress, run)});
}

bool tell_difference(const RunRecord& run, const Replay& replayed) {
  if (replayed.identical()) return true;
  const double time = static_cast<double>(*replayed.first_difference) * run.header.scan_length;
  std::cerr << run.file << ": simulated again, the run differs from scan " << *replayed.first_difference << " ("
            << clock_time(time) << ") on: " << replayed.difference << "\n";
  return false;
}

}  // namespace stillhouse::cli
