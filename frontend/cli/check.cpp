#include <algorithm>
#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>

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

/// A plant file alone, by id or path, unless there is a lab of that name.
std::optional<PlantPlace> plant_alone(const LabLibrary& library, const std::string& name) {
  for (const LabPlace& lab : library.labs())
    if (lab.id() == name) return std::nullopt;
  const std::vector<std::string> plants = library.plants();
  std::error_code error;
  const bool known = std::find(plants.begin(), plants.end(), name) != plants.end();
  if (!known && !std::filesystem::is_regular_file(name, error)) return std::nullopt;
  const PlantPlace place = library.find_plant(name);
  return known || scenario::is_plant_text(place.files->text(place.file).value_or("")) ? std::optional(place)
                                                                                      : std::nullopt;
}

int tell(const char* kind, const std::string& file, const std::vector<scenario::Diagnostic>& found,
         const std::string& praise, bool json) {
  if (json) {
    Json list = Json::array();
    for (const scenario::Diagnostic& mistake : found)
      list.push_back({{"file", mistake.source.file}, {"line", mistake.source.line}, {"message", mistake.message}});
    print_json({{kind, file}, {"good", found.empty()}, {"diagnostics", list}});
  } else {
    for (const scenario::Diagnostic& mistake : found) std::cout << scenario::sentence(mistake) << "\n";
    if (found.empty()) std::cout << file << ": no mistakes" << praise << "\n";
  }
  return found.empty() ? all_is_well : not_well;
}

int run_check(const Arguments& arguments) {
  const LabLibrary library = LabLibrary::standard();
  const std::string& name = arguments.words.front();
  std::vector<scenario::Diagnostic> found;
  if (const auto plant = plant_alone(library, name)) {
    found = scenario::check_plant(*plant->files, plant->file, plant_catalogue()).diagnostics;
    for (scenario::Diagnostic& mistake : found) mistake.source.file = plant->shown(mistake.source.file);
    return tell("plant", plant->shown(plant->file), found, "", arguments.has("json"));
  }
  const LabPlace place = library.find(name);
  found = mistakes(place);
  for (scenario::Diagnostic& mistake : found) mistake.source.file = place.shown(mistake.source.file);
  const std::vector<std::string> operators = place.operators();
  return tell("lab", place.shown(place.file), found,
              "; operators checked: " + (operators.empty() ? "none" : scenario::listing(operators)),
              arguments.has("json"));
}

}  // namespace

Verb check_verb() {
  return {"check",
          {"LAB|PLANT"},
          {{"json", "", "one JSON document on stdout: lab (or plant), good, diagnostics[{file, line, message}]"}},
          "Looks for mistakes in a lab, its plant and its operators, or in a plant alone.",
          "A PLANT is the id of a plant in labs/plants or the path of a plant file. Prints every mistake as file:line: "
          "what\n"
          "was found; what is allowed; the nearest word.\n",
          run_check};
}

}  // namespace stillhouse::cli
