#include <iostream>

#include "engine/base/error.h"
#include "frontend/cli/output.h"
#include "frontend/cli/verb.h"
#include "labs/record/reader.h"
#include "labs/review/reviewed_run.h"

namespace stillhouse::cli {

namespace {

std::string required(const Arguments& arguments, const char* option, const char* what) {
  const auto value = arguments.value(option);
  if (!value || value->empty())
    throw UsageError("stillhouse mark needs --" + std::string(option) + " " + what +
                     " (a mark is changed only with criterion, points, reason and name)");
  return *value;
}

void tell(const ReviewedRun& run) {
  for (const MarkedCriterion& criterion : run.grade.criteria) {
    std::cout << "  " << criterion.id << ": " << (criterion.waits() ? "waits for a mark" : points(criterion.given()));
    if (criterion.points > 0.0) std::cout << " of " << points(criterion.points);
    std::cout << "  " << criterion.title.en << "\n";
    if (criterion.mark)
      std::cout << "      " << (criterion.by_person ? "" : "computed " + points(criterion.computed) + "; ")
                << "given by " << criterion.mark->by << " at " << criterion.mark->wall << ": " << criterion.mark->reason
                << "\n";
  }
  std::cout << "Score: " << points(run.grade.given()) << " of " << points(run.grade.total) << " (computed "
            << points(run.grade.computed) << ")";
  if (run.grade.open() > 0.0) std::cout << "; " << points(run.grade.open()) << " points wait for a person";
  std::cout << "\n";
}

int mark(const Arguments& arguments) {
  MarkRecord mark;
  mark.criterion = required(arguments, "criterion", "ID");
  mark.points = number_in("points", required(arguments, "points", "X"));
  mark.reason = required(arguments, "reason", "\"WHY\"");
  mark.by = required(arguments, "by", "NAME");

  const std::string path = arguments.words.front();
  const RunRecord record = read_run(path);
  require_intact(record);
  const ReviewedRun before = look_at_run(path);
  if (!before.closed) throw RecordError(path, 0, "the run was not closed: it has no marks to change");
  if (!before.review_fault.empty())
    throw RecordError(review_path(path).string(), 0,
                      before.review_fault + "; the review does not count. Move it away to begin a new one");
  mark_criterion(record, before.grade, std::move(mark));
  tell(look_at_run(path));
  std::cout << review_path(path).string() << "\n";
  return all_is_well;
}

}  // namespace

Verb mark_verb() {
  return {
      "mark",
      {"RUN"},
      {{"criterion", "ID", "which line of the grade (stillhouse grade RUN --json, or a wrong one lists them)"},
       {"points", "X", "points given: 0 to those of the criterion; for a deduction 0 or below"},
       {"reason", "\"WHY\"", "why; without a reason no mark is changed"},
       {"by", "NAME", "who decided"}},
      "Marks a criterion that the lab leaves to a person, or gives one other points than were computed.",
      "The run file stays what the student recorded. The mark goes into RUN.review beside it, a file that is chained\n"
      "like the run and names the run's last line; computed and given mark are shown beside each other everywhere.\n"
      "Criteria that the lab leaves to a person (by_person) have no computed points and wait until they are marked "
      "so.\n"
      "A later mark of the same criterion counts; what was decided before stays in the file.\n",
      mark};
}

}  // namespace stillhouse::cli
