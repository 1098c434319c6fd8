#pragma once

#include <string>

#include "labs/grading/alarm_history.h"
#include "labs/grading/grade.h"
#include "labs/record/review_file.h"
#include "labs/record/run_record.h"

// The tables of the report, each a whole section with its heading.
namespace stillhouse {

/// Every criterion with its score, and below it each lost point as a sentence with its evidence. The pieces of
/// evidence are numbered through the grade from 1 and carry the id `evidence-<number>`. What is left to a person stands
/// below the computed total, with the mark of the review if there is one.
std::string criteria_section(const Grade& grade, const ReviewFile* review);

/// Marks that people gave, beside the computed ones, and the score with them; empty if there are none.
std::string marks_section(const Grade& grade, const ReviewFile* review);

std::string tasks_section(const Grade& grade);

std::string alarms_section(const std::vector<AlarmEpisode>& alarms);

/// The faults that the run held, revealed.
std::string faults_section(const RunRecord& run);

/// Failures of the solver and notes, as limits of validity that were left; empty if there are none.
std::string notes_section(const RunRecord& run);

/// All commands, also refused and undone ones.
std::string commands_section(const RunRecord& run);

}  // namespace stillhouse
