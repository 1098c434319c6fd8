#pragma once

#include <string>
#include <vector>

#include "labs/review/reviewed_run.h"

namespace stillhouse {

/// One thing an assessor should know of a run.
struct RunFlag {
  std::string id;        ///< "check", "edited", "torn", "review", "open", "failed", "validity", "retries", "haste",
                         ///< "instructor", "backtracks", "marks", "aborted"
  std::string sign;      ///< one character for a narrow column, so that colour is never needed
  Text name;             ///< one or two words
  Text says;             ///< the whole sentence
  bool serious = false;  ///< the score should not be used before somebody has looked
};

/// The flags of a run, the check first; only the check is always there.
std::vector<RunFlag> flags_of(const ReviewedRun& run);

}  // namespace stillhouse
