#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "frontend/cli/plant_report.h"
#include "frontend/cli/verb.h"
#include "labs/session/lab_library.h"

namespace stillhouse::cli {

namespace {

void write_file(const std::string& name, const std::string& text) {
  std::ofstream file(name, std::ios::binary);
  file << text;
  file.close();
  if (!file) throw std::runtime_error(name + ": the drawing could not be written there");
}

int run_plant(const Arguments& arguments) {
  const PlantPlace place = LabLibrary::standard().find_plant(arguments.words.front());
  const PlantReport report =
      report_of(load_plant(place), load_rest(place), place.shown(place.file),
                arguments.has("set") ? items_in(*arguments.value("set")) : std::vector<std::string>{});
  if (const auto drawing = arguments.value("svg")) write_file(*drawing, plant_svg(report));
  if (arguments.has("json"))
    print_json(plant_json(report));
  else
    std::cout << plant_text(report);
  if (report.steady || !report.rest.is_looked_for()) return all_is_well;
  std::cerr << "stillhouse: with these inputs no steady state was found: " << report.why_not_steady
            << "; a vessel that runs empty or full on the way may be why\n";
  return not_well;
}

}  // namespace

Verb plant_verb() {
  return {
      "plant",
      {"PLANT"},
      {{"set", "NAME=VALUE,...",
        "inputs or tags of handles held at other values, controllers at other set points:\n"
        "                          V-101.opening=50%, HIC-101=1.5kW, LIC-100=40%"},
       {"svg", "FILE", "draws the flowsheet there"},
       {"json", "",
        "one JSON document on stdout: operation, unknowns, equations, degrees_of_freedom, units[],\n"
        "                          inputs[], steady, readings[], streams[{name, from, to, phase, F_mol_per_s, T_K, "
        "p_Pa,\n"
        "                          h_J_per_mol, x}], balances[]; all numbers SI"}},
      "What a plant is made of, its degrees of freedom, its steady state as a table of streams, its drawing.",
      "A PLANT is the id of a plant in labs/plants or the path of a plant file. The steady state is that of the "
      "file's\n"
      "`rest`: inputs held, and controllers in automatic that find theirs; any other input stands where its handle "
      "does\n"
      "at the start. --set comes on top. A plant of operation start_up is first brought up by its first sequence; of "
      "a\n"
      "batch no steady state is looked for. Enthalpies count from the elements at 298.15 K. The exit code is 1 if "
      "none\n"
      "is found; what only fills or empties is told and is no failure.\n"
      "Example: stillhouse plant mixing_station --set V-101.opening=80% --svg mixing_station.svg\n",
      run_plant};
}

}  // namespace stillhouse::cli
