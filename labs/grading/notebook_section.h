#pragma once

#include <string>
#include <vector>

#include "labs/grading/trend.h"
#include "labs/record/run_record.h"
#include "labs/session/notebook.h"

namespace stillhouse {

/// The student's notebook as the report shows it.
struct NotebookPages {
  std::vector<NotebookEntry> entries;        ///< oldest first
  std::vector<std::vector<Trend>> pictures;  ///< of each photograph among them, in their order
};

/// Entries with their times, pinned readings with uncertainty, photographs drawn again from the run with the commands
/// and alarms of their time; empty if nothing was written down.
std::string notebook_section(const NotebookPages& pages, const RunRecord& run);

}  // namespace stillhouse
