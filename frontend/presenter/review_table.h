#pragma once

#include <span>
#include <string>
#include <vector>

#include "labs/review/reviewed_run.h"

namespace stillhouse {

enum class ClassColumn { student, file, lab, score, duration, flags };

/// How a person wants to see the class.
struct ClassOrder {
  ClassColumn column = ClassColumn::file;
  bool descending = false;
  std::string filter;           ///< part of a student's id, a file's name or a lab; case does not matter
  bool only_attention = false;  ///< only runs that ask for a look
};

/// Positions of the runs to show, in order. What cannot be compared (no score) comes last.
std::vector<std::size_t> rows_shown(std::span<const ReviewedRun> runs, const ClassOrder& order);

}  // namespace stillhouse
