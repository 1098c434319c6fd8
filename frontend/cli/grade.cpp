#include "labs/grading/grade.h"

#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "frontend/cli/output.h"
#include "frontend/cli/run_file.h"
#include "frontend/cli/verb.h"
#include "labs/grading/grade_json.h"

namespace stillhouse::cli {

namespace {

Json marks_json(const Grade& grade, const ReviewFile& review) {
  Json marks = Json::array();
  for (const CriterionGrade& criterion : grade.criteria)
    if (const MarkRecord* mark = review.mark_of(criterion.id))
      marks.push_back({{"criterion", criterion.id},
                       {"computed", criterion.score},
                       {"given", mark->points},
                       {"reason", mark->reason},
                       {"by", mark->by},
                       {"wall", mark->wall}});
  return marks;
}

void tell_marks(const Grade& grade, const ReviewFile& review) {
  double given = grade.score;
  std::cout << "\nMarks changed by hand\n";
  for (const CriterionGrade& criterion : grade.criteria) {
    const MarkRecord* mark = review.mark_of(criterion.id);
    if (mark == nullptr) continue;
    given += mark->points - criterion.score;
    std::cout << "  " << criterion.title.en << ": computed " << points(criterion.score)
              << ", given by hand: " << points(mark->points) << ", by " << mark->by << " at " << mark->wall << ": "
              << mark->reason << "\n";
  }
  std::cout << "Score with these: " << points(std::clamp(given, 0.0, std::max(grade.total, grade.score))) << "\n";
}

int run(const Arguments& arguments) {
  const RunRecord record = read_run_file(arguments.words.front());
  const Replay replayed = replay_shown(record);
  const Grade grade = replayed.session->grade();
  const std::optional<ReviewFile> review = review_of(record);
  if (arguments.has("json")) {
    Json document = Json::parse(grade_json(grade));
    if (review) document["marks"] = marks_json(grade, *review);
    print_json(document);
  } else {
    std::cout << grade.lab_title.en << "\n\n" << grade_text(grade, true);
    if (review) tell_marks(grade, *review);
  }
  return tell_difference(record, replayed) ? all_is_well : not_well;
}

}  // namespace

Verb grade_verb() {
  return {"grade",
          {"RUN"},
          {{"json", "",
            "one JSON document on stdout: lab, score, total, criteria[{id, title, points, score,\n"
            "                          evidence[{from_s, to_s, signal, text}]}], tasks[{id, state, started_s, "
            "finished_s}]"}},
          "Grades a run: tasks, criteria, score, and why each lost point was lost.",
          "The run is simulated again from its lab, seed and commands, and the grade is derived from that: what the\n"
          "file says about its own grade is not believed.\n",
          run};
}

}  // namespace stillhouse::cli
