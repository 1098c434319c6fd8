#pragma once

#include <span>
#include <string>

#include "labs/review/class_statistics.h"

namespace stillhouse {

/// What reports of a class are made of.
struct ClassReportInput {
  std::string name;  ///< of the folder
  std::span<const ReviewedRun> runs;
  std::span<const LabStatistics> labs;
  bool chinese_first = false;
};

/// The class as one HTML file that needs nothing else: distribution, items, one row a run with its flags in words, and
/// every mark that a person gave, beside the computed one. English and Chinese.
std::string class_html(const ClassReportInput& input);

/// The class as a table after RFC 4180, UTF-8 with a byte order mark (spreadsheets ask for it): one row a run; what a
/// column holds is said by its name. A text that a spreadsheet would take for a formula gets an apostrophe in front.
std::string class_csv(std::span<const ReviewedRun> runs);

}  // namespace stillhouse
