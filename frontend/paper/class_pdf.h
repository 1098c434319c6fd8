#pragma once

#include <string>

#include "labs/review/class_report.h"

namespace stillhouse {

/// The class as a document for printing, A4, in one language (`chinese_first`: in Chinese): distribution, items, one
/// row a run with the names of its flags, marks given by hand. Throws std::runtime_error if it cannot be written.
void write_class_pdf(const std::string& path, const ClassReportInput& input);

}  // namespace stillhouse
