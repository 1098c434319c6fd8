#pragma once

#include <cstdint>
#include <string>
#include <variant>

namespace stillhouse {

/// Version of the review file that this program writes.
inline constexpr int review_format_version = 1;

// A review file stands beside a run file and holds what people have decided about it. It is chained line by line as
// the run is, and names the run by the hash of its last line: the run stays what the student recorded.

/// First line: which run is judged.
struct ReviewHeaderRecord {
  std::int64_t line = 0;
  int format = review_format_version;
  std::string run;        ///< file name of the run, without its folder
  std::string run_chain;  ///< hash of the run's last line, hex
  std::string lab;
  std::string student;
};

/// Somebody gives a criterion other points than were computed. Of several marks of a criterion the last counts.
struct MarkRecord {
  std::int64_t line = 0;
  std::string criterion;
  double points = 0.0;
  double computed = 0.0;  ///< points the run's own grade gives
  std::string reason;
  std::string by;    ///< name of who decided
  std::string wall;  ///< wall time, ISO 8601 UTC
};

using ReviewRecord = std::variant<ReviewHeaderRecord, MarkRecord>;

}  // namespace stillhouse
