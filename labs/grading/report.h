#pragma once

#include <string>
#include <vector>

#include "labs/grading/grade.h"
#include "labs/grading/trend.h"
#include "labs/record/review_file.h"
#include "labs/record/run_record.h"

namespace stillhouse {

struct BenchedRun;
struct NotebookPages;

/// Whether somebody simulated the run again and compared.
enum class Verification { not_checked, identical, differs };

struct ReportInput {
  const Grade& grade;
  const RunRecord& run;
  const std::vector<Trend>& trends;
  Verification verification = Verification::not_checked;
  bool chinese_first = false;          ///< which language the page shows when it is opened
  const ReviewFile* review = nullptr;  ///< marks that people gave; shown beside the computed ones
  const BenchedRun* bench = nullptr;   ///< of a lab that has one
  const NotebookPages* notebook = nullptr;
};

/// The report of a run as one HTML file that needs nothing else: grade, every lost point with its evidence, trends as
/// SVG, tasks, commands, alarms, faults, fingerprint of the run. English and Chinese, switched on the page without a
/// script; prints in the language shown. Well-formed as XML too. The same input gives the same bytes.
///
/// A lost point is linked to the trend whose `tag` is the evidence's `signal`, and to the strip of events if there is
/// none.
std::string html_report(const ReportInput& input);

}  // namespace stillhouse
