#pragma once

#include <string>

#include "labs/grading/grade.h"

namespace stillhouse {

/// The grade for machines. Keys: `lab, lab_title, score, total, aborted, abort_reason,
/// criteria[{id, title, points, score, evidence[{from_s, to_s, signal, text, asked, seen, lost}]}],
/// tasks[{id, title, state, started_s, finished_s}], flags`. Every text is `{en, zh}`; times are simulated seconds and
/// null if they never came. The same grade gives the same bytes.
std::string grade_json(const Grade& grade, int indent = 2);

/// The inverse of `grade_json`. Throws RecordError("grade", 0, what is wrong).
Grade grade_from_json(const std::string& json);

}  // namespace stillhouse
