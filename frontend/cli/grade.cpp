#include "labs/grading/grade.h"

#include <iostream>
#include <nlohmann/json.hpp>

#include "frontend/cli/output.h"
#include "frontend/cli/run_file.h"
#include "frontend/cli/verb.h"
#include "labs/grading/grade_json.h"

namespace stillhouse::cli {

namespace {

int run(const Arguments& arguments) {
  const RunRecord record = read_run_file(arguments.words.front());
  const Replay replayed = replay_shown(record);
  const Grade grade = replayed.session->grade();
  if (arguments.has("json"))
    std::cout << grade_json(grade) << "\n";
  else
    std::cout << grade.lab_title.en << "\n\n" << grade_text(grade, true);
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
