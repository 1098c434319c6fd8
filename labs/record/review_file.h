#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "labs/record/review_record.h"
#include "labs/record/run_record.h"

namespace stillhouse {

/// A review file in memory. Of one with problems nothing counts.
struct ReviewFile {
  std::string file;
  ReviewHeaderRecord header;
  std::vector<MarkRecord> marks;     ///< in the order of the file
  std::vector<RunProblem> problems;  ///< changed, inserted, deleted or moved lines
  std::int64_t lines = 0;
  std::uint64_t intact_bytes = 0;  ///< without a torn last line
  std::string chain;

  bool intact() const { return problems.empty(); }
  /// Whether it was written about this run as it stands now.
  bool is_of(const RunRecord& run) const { return header.run_chain == run.chain; }
  /// The mark that counts, or null.
  const MarkRecord* mark_of(const std::string& criterion) const;
};

/// Where the review of a run stands: RUN.review.
std::filesystem::path review_path(const std::filesystem::path& run);

/// Reads a review file and checks its chain. A torn last line is left out. Throws RecordError if the file cannot be
/// read, is not a review file, or is newer than this program.
ReviewFile read_review(const std::filesystem::path& path);

/// Appends a mark to the run's review file, which is begun if there is none. `line` and `wall` are set here.
/// Throws RecordError if the run was changed, the review was changed or is of another state of the run, a text is
/// empty or a number not finite, or the file cannot be written.
void add_mark(const RunRecord& run, MarkRecord mark);

}  // namespace stillhouse
