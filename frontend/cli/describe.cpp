#include <algorithm>
#include <cmath>
#include <iostream>
#include <nlohmann/json.hpp>

#include "engine/base/error.h"
#include "engine/base/quantity.h"
#include "engine/simulation/solution_outline.h"
#include "frontend/cli/instrument_report.h"
#include "frontend/cli/manual_page.h"
#include "frontend/cli/output.h"
#include "frontend/cli/verb.h"
#include "labs/scenario/manual.h"
#include "labs/scenario/vocabulary.h"
#include "labs/session/lab_library.h"
#include "labs/session/plant_building.h"
#include "models/catalogue.h"
#include "models/plant/manual.h"
#include "models/plant/unit_kind.h"

namespace stillhouse::cli {

namespace {

/// Signals and inputs whose names begin with `prefix`.
void add_names(const Flowsheet& plant, const std::string& prefix, ManualPage& page, Json& document) {
  Json inputs = Json::array(), signals = Json::array();
  page.title("Inputs: what handles, controllers and faults move");
  for (const InputInfo& input : plant.inputs()) {
    if (!input.name.starts_with(prefix)) continue;
    page.line(input.name, input.unit, range_text(input.range.minimum, input.range.maximum), input.sentence);
    inputs.push_back(json_of(input.name, input.unit, input.range, input.sentence));
    inputs.back()["start"] = input.range.start;
  }
  page.title("Signals: what instruments and rubrics look at");
  for (const SignalInfo& signal : plant.signals()) {
    if (!signal.name.starts_with(prefix)) continue;
    page.line(signal.name, signal.unit, range_text(signal.range.minimum, signal.range.maximum), signal.sentence);
    signals.push_back(json_of(signal.name, signal.unit, signal.range, signal.sentence));
  }
  document["inputs"] = inputs;
  document["signals"] = signals;
}

/// A kind of unit that a plant file may name.
ManualPage unit_kind_page(const UnitKind& kind, Json& document) {
  ManualPage page;
  document = {{"unit_kind", kind.name}, {"shelf", kind.shelf}, {"says", kind.sentence}};
  page.title("Settings: what stands in the braces of unit \"" + kind.name + "\"; NAME.* is given for each species");
  add_parameters(kind.parameters, kind.choices, page, document);
  page.title("Ports: what join(...) may name");
  document["ports"] = Json::array();
  for (const PortInfo& port : kind.ports) {
    const std::string phase = port.phase == Phase::gas ? "gas" : "liquid";
    std::string needs = port.is_inlet ? "inlet" : "outlet";
    if (!port.is_required) needs += ", may stay open";
    if (port.takes_many) needs += ", any number";
    page.line(port.name, phase, needs, port.sentence);
    document["ports"].push_back({{"name", port.name},
                                 {"phase", phase},
                                 {"inlet", port.is_inlet},
                                 {"required", port.is_required},
                                 {"takes_many", port.takes_many},
                                 {"says", port.sentence}});
  }
  add_manual(manual_of(kind), page, document);
  return page;
}

const UnitKind* unit_kind(const std::string& name) {
  for (const UnitKind& kind : unit_kinds())
    if (kind.name == name) return &kind;
  return nullptr;
}

/// A plant of labs/plants that is spelt out, by its id.
std::optional<scenario::Plant> spelt_plant(const std::string& name) {
  const LabLibrary library = LabLibrary::standard();
  const std::vector<std::string> plants = library.plants();
  if (std::find(plants.begin(), plants.end(), name) == plants.end()) return std::nullopt;
  scenario::Plant plant = load_plant(library.find_plant(name));
  return plant.blueprint ? std::optional(std::move(plant)) : std::nullopt;
}

ManualPage spelt_plant_page(const scenario::Plant& plant, Json& document) {
  ManualPage page;
  document = {{"plant", plant.id}, {"title", cli::json_of(plant.title)}};
  page.title("Units (stillhouse describe KIND; stillhouse plant " + plant.id + ")");
  document["units"] = Json::array();
  for (const Blueprint::Unit& unit : plant.blueprint->units) {
    page.line(unit.name, unit.kind);
    document["units"].push_back({{"name", unit.name}, {"kind", unit.kind}});
  }
  page.title("Settings that a lab may change: use_plant \"" + plant.id + "\" { [\"UNIT.SETTING\"] = ... }");
  const OfferedParameters offered = offered_parameters(plant);
  add_parameters(offered.numbers, offered.choices, page, document);
  add_names(*build_plant(plant, {}).plant, "", page, document);
  return page;
}

ManualPage flowsheet_page(const FlowsheetKind& kind, Json& document) {
  ManualPage page;
  const std::shared_ptr<const Flowsheet> plant = kind.build({});
  document = {{"flowsheet", kind.name}, {"says", kind.sentence}};
  Json units = Json::array();
  page.title("Parameters: what a plant file or a lab may set");
  add_parameters(kind.parameters, kind.choices, page, document);
  for (const Flowsheet::Unit& unit : plant->units()) units.push_back(unit.path);
  document["units"] = units;
  page.title("Solution: what the engine chose for the standard parameters");
  const SolutionOutline outline = outline_solution(plant);
  page.line("unknowns", outline.form);
  page.line("method", outline.method);
  page.line("structure", outline.structure);
  document["solution"] = {{"unknowns", outline.form}, {"method", outline.method}, {"structure", outline.structure}};
  add_manual(manual_of(kind), page, document);
  add_names(*plant, "", page, document);
  return page;
}

int show(const ManualPage& page, const std::string& title, const Json& document, bool json) {
  if (json)
    print_json(document);
  else
    std::cout << title << "\n" << page.text();
  return all_is_well;
}

int contents(bool json) {
  Json flowsheets = Json::array(), kinds = Json::array(), words = Json::array();
  if (!json) std::cout << "Flowsheets (stillhouse describe NAME)\n";
  for (const FlowsheetKind& kind : catalogue()) {
    flowsheets.push_back({{"name", kind.name}, {"says", kind.sentence}});
    if (!json) std::cout << "  " << kind.name << ": " << kind.sentence << "\n";
    if (json) continue;
    std::cout << "    units:";
    const std::shared_ptr<const Flowsheet> plant = kind.build({});
    for (const Flowsheet::Unit& unit : plant->units()) std::cout << " " << unit.path;
    std::cout << "\n";
  }
  if (!json) std::cout << "\nKinds of units (stillhouse describe NAME)\n";
  for (const UnitKind& kind : unit_kinds()) {
    kinds.push_back({{"name", kind.name}, {"shelf", kind.shelf}, {"says", kind.sentence}});
    if (!json) std::cout << "  " << kind.name << ": " << kind.sentence << "\n";
  }
  Json instruments = Json::array();
  if (!json) std::cout << "\nInstruments (stillhouse instrument NAME)\n";
  for (const InstrumentKind& kind : instrument_catalogue()) {
    instruments.push_back({{"name", kind.name}, {"says", kind.sentence}});
    if (!json) std::cout << "  " << kind.name << ": " << kind.sentence << "\n";
  }
  if (!json) std::cout << "\nWords of labs and operators (stillhouse describe WORD)\n";
  for (const scenario::Word& word : scenario::vocabulary()) {
    words.push_back({{"name", word.name}, {"kind", scenario::in_words(word.kind)}, {"says", word.sentence}});
    if (!json) std::cout << "  " << word.name << ": " << word.sentence << "\n";
  }
  if (json)
    print_json({{"flowsheets", flowsheets}, {"unit_kinds", kinds}, {"instruments", instruments}, {"words", words}});
  return all_is_well;
}

int run_describe(const Arguments& arguments) {
  const bool json = arguments.has("json");
  if (arguments.words.empty()) return contents(json);
  const std::string& name = arguments.words.front();
  std::vector<std::string> known = scenario::word_names();
  const UnitKind* kind_of_unit = unit_kind(name);
  if (const auto manual = scenario::describe_word(name)) {
    // a handle and a unit may have one name: valve
    Json unit;
    const std::string page = kind_of_unit ? unit_kind_page(*kind_of_unit, unit).text() : "";
    if (json) {
      Json document = {
          {"word", name}, {"kind", scenario::in_words(scenario::find_word(name)->kind)}, {"manual", *manual}};
      if (kind_of_unit) document["unit_kind"] = unit;
      print_json(document);
    } else {
      std::cout << *manual;
      if (kind_of_unit) std::cout << "\n# unit \"" << name << "\"\n\n" << kind_of_unit->sentence << "\n" << page;
      if (name == "unit") {
        std::cout << "\nKinds of units (stillhouse describe NAME)\n";
        for (const UnitKind& kind : unit_kinds()) std::cout << "  " << kind.name << ": " << kind.sentence << "\n";
      }
    }
    return all_is_well;
  }
  if (kind_of_unit) {
    Json document;
    const ManualPage page = unit_kind_page(*kind_of_unit, document);
    return show(page, "unit \"" + name + "\": " + kind_of_unit->sentence, document, json);
  }
  for (const UnitKind& kind : unit_kinds()) known.push_back(kind.name);

  // a flowsheet, one of its units, or one of its signals
  for (const FlowsheetKind& kind : catalogue()) {
    Json document;
    if (kind.name == name) {
      const ManualPage page = flowsheet_page(kind, document);
      return show(page, kind.name + ": " + kind.sentence, document, json);
    }
    known.push_back(kind.name);
    const std::shared_ptr<const Flowsheet> plant = kind.build({});
    bool found = plant->find_signal(name) >= 0 || plant->find_input(name) >= 0;
    std::string prefix = name;
    for (const Flowsheet::Unit& unit : plant->units()) {
      known.push_back(unit.path);
      if (unit.path != name) continue;
      found = true;
      prefix = name + ".";
    }
    if (!found) continue;
    ManualPage page;
    document = {{"flowsheet", kind.name}, {"unit", name}};
    add_names(*plant, prefix, page, document);
    return show(page, name + ", of the flowsheet " + kind.name + " with its standard parameters", document, json);
  }
  for (const InstrumentKind& kind : instrument_catalogue()) {
    Json document;
    if (kind.name == name) {
      const ManualPage page = instrument_page(kind, document);
      return show(page, kind.name + ": " + kind.sentence, document, json);
    }
    known.push_back(kind.name);
  }
  if (const auto plant = spelt_plant(name)) {
    Json document;
    const ManualPage page = spelt_plant_page(*plant, document);
    return show(page, plant->id + ": " + plant->title.en, document, json);
  }
  const std::string nearest = nearest_word(name, known);
  throw UsageError("there is neither a word nor a plant, flowsheet, unit or signal '" + name + "'" +
                   (nearest.empty() ? "" : "; did you mean '" + nearest + "'?") +
                   " (stillhouse describe lists what there is)");
}

}  // namespace

Verb describe_verb() {
  return {
      "describe",
      {"[UNIT|WORD]"},
      {{"json", "", "one JSON document on stdout"}},
      "Manual page of a plant, a unit of a plant, a kind of unit, or a word of the labs' language.",
      "Without an argument it lists what there is. Every page is made from the declarations that the program itself\n"
      "works with, and of a model's equations, assumptions, validity and source from what stands beside its code.\n",
      run_describe};
}

}  // namespace stillhouse::cli
