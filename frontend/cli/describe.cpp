#include <algorithm>
#include <cmath>
#include <iostream>
#include <nlohmann/json.hpp>

#include "engine/base/error.h"
#include "engine/base/quantity.h"
#include "engine/simulation/solution_outline.h"
#include "frontend/cli/output.h"
#include "frontend/cli/verb.h"
#include "labs/scenario/manual.h"
#include "labs/scenario/vocabulary.h"
#include "models/catalogue.h"

namespace stillhouse::cli {

namespace {

std::string bound(double value) {
  return std::abs(value) >= 1e300 ? "any" : rounded(value, 6);
}

std::string range_text(double minimum, double maximum) {
  if (minimum <= -1e300 && maximum >= 1e300) return "any";
  return bound(minimum) + " .. " + bound(maximum);
}

Json limit(double value) {
  return std::abs(value) >= 1e300 ? Json(nullptr) : Json(value);
}

/// Names with unit, range and sentence, in columns.
class Page {
 public:
  void title(const std::string& text) { text_ += "\n" + text + "\n"; }

  void line(const std::string& name, const std::string& unit, const std::string& range, const std::string& sentence) {
    text_ += column("  " + name, 34) + column(unit, 9) + column(range, 24) + sentence + "\n";
  }

  void line(const std::string& name, const std::string& sentence) {
    text_ += column("  " + name, 34) + sentence + "\n";
  }

  const std::string& text() const { return text_; }

 private:
  static std::string column(std::string text, std::size_t width) {
    text.resize(std::max(width, text.size() + 2), ' ');
    return text;
  }

  std::string text_;
};

Json json_of(const std::string& name, const std::string& unit, const Range& range, const std::string& sentence) {
  return {{"name", name},
          {"unit", unit},
          {"minimum", limit(range.minimum)},
          {"maximum", limit(range.maximum)},
          {"says", sentence}};
}

/// Signals and inputs whose names begin with `prefix`.
void add_names(const Flowsheet& plant, const std::string& prefix, Page& page, Json& document) {
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

Page flowsheet_page(const FlowsheetKind& kind, Json& document) {
  Page page;
  const std::shared_ptr<const Flowsheet> plant = kind.build({});
  document = {{"flowsheet", kind.name}, {"says", kind.sentence}};
  Json parameters = Json::array(), choices = Json::array(), units = Json::array();
  page.title("Parameters: what a plant file or a lab may set");
  for (const ParameterInfo& info : kind.parameters) {
    page.line(info.name, info.unit, range_text(info.minimum, info.maximum),
              info.sentence + " (standard: " + rounded(info.standard, 6) + ")");
    parameters.push_back(json_of(info.name, info.unit, {0.0, 1.0, info.minimum, info.maximum}, info.sentence));
    parameters.back()["standard"] = info.standard;
  }
  for (const ChoiceParameter& choice : kind.choices) {
    std::string allowed;
    for (const std::string& word : choice.allowed) allowed += (allowed.empty() ? "" : ", ") + word;
    page.line(choice.name, "", "one of", allowed + ": " + choice.sentence);
    choices.push_back({{"name", choice.name}, {"allowed", choice.allowed}, {"says", choice.sentence}});
  }
  for (const Flowsheet::Unit& unit : plant->units()) units.push_back(unit.path);
  document["parameters"] = parameters;
  document["choices"] = choices;
  document["units"] = units;
  page.title("Solution: what the engine chose for the standard parameters");
  const SolutionOutline outline = outline_solution(plant);
  page.line("unknowns", outline.form);
  page.line("method", outline.method);
  page.line("structure", outline.structure);
  document["solution"] = {{"unknowns", outline.form}, {"method", outline.method}, {"structure", outline.structure}};
  add_names(*plant, "", page, document);
  return page;
}

int show(const Page& page, const std::string& title, const Json& document, bool json) {
  if (json)
    print_json(document);
  else
    std::cout << title << "\n" << page.text();
  return all_is_well;
}

int contents(bool json) {
  Json flowsheets = Json::array(), words = Json::array();
  if (!json) std::cout << "Flowsheets (stillhouse describe NAME)\n";
  for (const FlowsheetKind& kind : catalogue()) {
    flowsheets.push_back({{"name", kind.name}, {"says", kind.sentence}});
    if (!json) std::cout << "  " << kind.name << ": " << kind.sentence << "\n";
    if (json) continue;
    std::cout << "    units:";
    for (const Flowsheet::Unit& unit : kind.build({})->units()) std::cout << " " << unit.path;
    std::cout << "\n";
  }
  if (!json) std::cout << "\nWords of labs and operators (stillhouse describe WORD)\n";
  for (const scenario::Word& word : scenario::vocabulary()) {
    words.push_back({{"name", word.name}, {"kind", scenario::in_words(word.kind)}, {"says", word.sentence}});
    if (!json) std::cout << "  " << word.name << ": " << word.sentence << "\n";
  }
  if (json) print_json({{"flowsheets", flowsheets}, {"words", words}});
  return all_is_well;
}

int run(const Arguments& arguments) {
  const bool json = arguments.has("json");
  if (arguments.words.empty()) return contents(json);
  const std::string& name = arguments.words.front();
  std::vector<std::string> known = scenario::word_names();
  if (const auto manual = scenario::describe_word(name)) {
    if (json)
      print_json({{"word", name}, {"kind", scenario::in_words(scenario::find_word(name)->kind)}, {"manual", *manual}});
    else
      std::cout << *manual;
    return all_is_well;
  }

  // a flowsheet, one of its units, or one of its signals
  for (const FlowsheetKind& kind : catalogue()) {
    Json document;
    if (kind.name == name) {
      const Page page = flowsheet_page(kind, document);
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
    Page page;
    document = {{"flowsheet", kind.name}, {"unit", name}};
    add_names(*plant, prefix, page, document);
    return show(page, name + ", of the flowsheet " + kind.name + " with its standard parameters", document, json);
  }
  const std::string nearest = nearest_word(name, known);
  throw UsageError("there is neither a word nor a flowsheet, unit or signal '" + name + "'" +
                   (nearest.empty() ? "" : "; did you mean '" + nearest + "'?") +
                   " (stillhouse describe lists what there is)");
}

}  // namespace

Verb describe_verb() {
  return {
      "describe",
      {"[UNIT|WORD]"},
      {{"json", "", "one JSON document on stdout"}},
      "Manual page of a plant, a unit of a plant, or a word of the labs' language.",
      "Without an argument it lists what there is. Every page is made from the declarations that the program itself\n"
      "works with.\n",
      run};
}

}  // namespace stillhouse::cli
