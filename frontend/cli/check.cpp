#include <iostream>
#include <nlohmann/json.hpp>

#include "frontend/cli/output.h"
#include "frontend/cli/verb.h"
#include "labs/session/lab_library.h"

namespace stillhouse::cli {

namespace {

/// Mistakes of the lab, or, if it has none, of its operators: what they name can only be checked against a good lab.
std::vector<scenario::Diagnostic> mistakes(const LabPlace& place) {
  const scenario::PlantCatalogue plants = plant_catalogue();
  const auto lab = scenario::check_lab(*place.files, place.file, plants);
  std::vector<scenario::Diagnostic> found = lab.diagnostics;
  if (!lab.value) return found;
  for (const std::string& name : place.operators()) {
    const OperatorPlace played = find_operator(place, name);
    const auto read = scenario::check_operator(*played.files, played.file, *lab.value, plants);
    found.insert(found.end(), read.diagnostics.begin(), read.diagnostics.end());
  }
  return found;
}

int run(const Arguments& arguments) {
  const LabPlace place = LabLibrary::standard().find(arguments.words.front());
  std::vector<scenario::Diagnostic> found = mistakes(place);
  for (scenario::Diagnostic& mistake : found) mistake.source.file = place.shown(mistake.source.file);

  if (arguments.has("json")) {
    Json list = Json::array();
    for (const scenario::Diagnostic& mistake : found)
      list.push_back({{"file", mistake.source.file}, {"line", mistake.source.line}, {"message", mistake.message}});
    print_json({{"lab", place.shown(place.file)}, {"good", found.empty()}, {"diagnostics", list}});
  } else {
    for (const scenario::Diagnostic& mistake : found) std::cout << scenario::sentence(mistake) << "\n";
    if (found.empty()) {
      const std::vector<std::string> operators = place.operators();
      std::cout << place.shown(place.file)
                << ": no mistakes; operators checked: " << (operators.empty() ? "none" : scenario::listing(operators))
                << "\n";
    }
  }
  return found.empty() ? all_is_well : not_well;
}

}  // namespace

Verb check_verb() {
  return {"check",
          {"LAB"},
          {{"json", "", "one JSON document on stdout: lab, good, diagnostics[{file, line, message}]"}},
          "Looks for mistakes in a lab, its plant and its operators.",
          "Prints every mistake as file:line: what was found; what is allowed; the nearest word.\n",
          run};
}

}  // namespace stillhouse::cli
