#include "labs/grading/grade.h"

#include <iostream>
#include <nlohmann/json.hpp>

#include "frontend/cli/output.h"
#include "frontend/cli/run_file.h"
#include "frontend/cli/verb.h"
#include "labs/grading/given_score.h"
#include "labs/grading/grade_json.h"

namespace stillhouse::cli {

namespace {

Json marks_json(const Grade& grade, const ReviewFile& review) {
  Json marks = Json::array();
  const auto add = [&](const std::string& id, const Json& computed) {
    if (const MarkRecord* mark = review.mark_of(id))
      marks.push_back({{"criterion", id},
                       {"computed", computed},
                       {"given", mark->points},
                       {"reason", mark->reason},
                       {"by", mark->by},
                       {"wall", mark->wall}});
  };
  for (const CriterionGrade& criterion : grade.criteria) add(criterion.id, criterion.score);
  for (const PersonItemGrade& item : grade.by_person) add(item.id, nullptr);
  return marks;
}

void tell_marks(const Grade& grade, const ReviewFile& review) {
  std::cout << "\nMarks given by hand\n";
  const auto tell = [&](const std::string& id, const Text& title, const std::string& computed) {
    if (const MarkRecord* mark = review.mark_of(id))
      std::cout << "  " << title.en << ": " << computed << "given by hand: " << points(mark->points) << ", by "
                << mark->by << " at " << mark->wall << ": " << mark->reason << "\n";
  };
  for (const CriterionGrade& criterion : grade.criteria)
    tell(criterion.id, criterion.title, "computed " + points(criterion.score) + ", ");
  for (const PersonItemGrade& item : grade.by_person) tell(item.id, item.title, "");
  const GivenScore given = given_score(grade, &review);
  std::cout << "Score with these: " << points(given.score);
  if (!grade.by_person.empty()) std::cout << " of " << points(given.total);
  if (given.open > 0.0) std::cout << "; " << points(given.open) << " points wait for a person";
  std::cout << "\n";
}

int run_grade(const Arguments& arguments) {
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
            "finished_s}],\n"
            "                          by_person[{id, title, look_at, points}] if a person marks some, marks[...]"}},
          "Grades a run: tasks, criteria, score, and why each lost point was lost.",
          "The run is simulated again from its lab, seed and commands, and the grade is derived from that: what the\n"
          "file says about its own grade is not believed.\n",
          run_grade};
}

}  // namespace stillhouse::cli
