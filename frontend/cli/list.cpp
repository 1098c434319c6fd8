#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "engine/base/error.h"
#include "frontend/cli/output.h"
#include "frontend/cli/verb.h"
#include "labs/session/lab_library.h"

namespace stillhouse::cli {

namespace {

std::string listed(const std::vector<std::string>& words) {
  return words.empty() ? "none" : scenario::listing(words, words.size());
}

int run_list(const Arguments& arguments) {
  const LabLibrary library = LabLibrary::standard();
  const bool json = arguments.has("json");
  Json labs = Json::array();
  int code = all_is_well;
  for (const LabPlace& place : library.labs()) {
    try {
      const scenario::Lab lab = load_lab(place);
      const bool exam = lab.mode == scenario::LabMode::exam;
      labs.push_back({{"id", lab.id},
                      {"title", json_of(lab.title)},
                      {"course", lab.course},
                      {"learns", json_of(lab.learns)},
                      {"duration_s", lab.duration},
                      {"mode", exam ? "exam" : "practice"},
                      {"tasks", lab.tasks.size()},
                      {"operators", place.operators()},
                      {"file", place.shown(place.file)}});
      if (json) continue;
      std::cout << lab.id << "\n  " << lab.title.en << "\n  " << lab.title.zh << "\n";
      if (!lab.learns.empty()) std::cout << "  " << lab.learns.en << "\n";
      std::cout << "  " << lab.tasks.size() << " tasks, " << clock_time(lab.duration) << ", "
                << (exam ? "exam" : "practice") << "; operators: " << listed(place.operators()) << "\n  "
                << place.shown(place.file) << "\n";
    } catch (const std::exception& error) {
      // one lab with a mistake must not hide the others
      code = not_well;
      labs.push_back({{"id", place.id()}, {"file", place.shown(place.file)}, {"error", error.what()}});
      if (!json) std::cout << place.id() << "\n  cannot be used: " << error.what() << "\n";
    }
  }
  if (json) print_json({{"labs", labs}});
  if (labs.empty()) {
    std::cerr << "stillhouse: no labs were found; looked in:\n";
    for (const auto& folder : library.folders()) std::cerr << "  " << folder.string() << "/library\n";
    std::cerr << "set STILLHOUSE_LABS to the folder that holds library/ and plants/\n";
    return not_well;
  }
  return code;
}

}  // namespace

Verb list_verb() {
  return {
      "list",
      {},
      {{"json", "",
        "one JSON document on stdout: labs[{id, title, course, learns, duration_s, mode, tasks, operators, file}]"}},
      "Lists the labs there are.",
      "Labs are looked for in the folders of the environment variable STILLHOUSE_LABS (separated by colons), in\n"
      "labs/ next to the program, and in the source tree it was built from.\n",
      run_list};
}

}  // namespace stillhouse::cli
