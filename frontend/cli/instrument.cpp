#include <charconv>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "engine/base/error.h"
#include "engine/base/quantity.h"
#include "frontend/cli/instrument_report.h"
#include "frontend/cli/output.h"
#include "frontend/cli/verb.h"
#include "models/instruments/method_text.h"

namespace stillhouse::cli {

namespace {

struct Assignment {
  std::string name, text;
};

[[noreturn]] void refuse_assignment(const std::string& option, const std::string& found) {
  throw UsageError("--" + option + ": '" + found + "' is no NAME=VALUE; write some as methanol=0.4,water=rest" +
                   (option == "sample" ? " or phenol=20mg/L, or empty for an empty vial" : ""));
}

/// "a=1,b=2" as pairs; a comma inside a name, as in "1,2-dichloroethane=0.1", is its own.
std::vector<Assignment> assignments_in(const std::string& option, const std::string& text) {
  std::vector<Assignment> list;
  std::string kept;
  for (const std::string& item : items_in(text)) {
    const std::string whole = kept.empty() ? item : kept + "," + item;
    const std::size_t equals = whole.find('=');
    if (equals == std::string::npos) {
      kept = whole;
      continue;
    }
    const auto trimmed = [](std::string word) {
      word.erase(0, word.find_first_not_of(' '));
      word.erase(word.find_last_not_of(' ') + 1);
      return word;
    };
    list.push_back({trimmed(whole.substr(0, equals)), trimmed(whole.substr(equals + 1))});
    if (list.back().name.empty() || list.back().text.empty()) refuse_assignment(option, whole);
    kept.clear();
  }
  if (!kept.empty() || list.empty()) refuse_assignment(option, kept);
  return list;
}

/// A number and its unit; without one that of `standard`.
std::pair<double, Unit> number_and_unit(const std::string& option, const Assignment& given, const Unit& standard,
                                        const std::string& examples) {
  double number = 0.0;
  const char* const end = given.text.data() + given.text.size();
  const auto [rest, error] = std::from_chars(given.text.data(), end, number);
  std::string symbol(rest, end);
  symbol.erase(0, symbol.find_first_not_of(' '));
  const std::optional<Unit> written = symbol.empty() ? std::optional<Unit>(standard) : unit_from(symbol);
  if (error != std::errc() || !written)
    throw UsageError("--" + option + ": " + given.name + " = '" + given.text + "' is no number with a unit; write " +
                     examples);
  return {number, *written};
}

Sample sample_in(const Arguments& arguments) {
  Sample sample;
  const std::string text = *arguments.value("sample");
  if (text != "empty")
    for (const Assignment& given : assignments_in("sample", text)) {
      if (given.text == "rest") {
        sample.portions.push_back({given.name, PortionKind::rest, 0.0});
        continue;
      }
      const auto [number, written] =
          number_and_unit("sample", given, unit("1"), "0.4, 40wt%, 2g, 5mL, 0.1mol/L, 20mg/L or rest");
      sample.portions.push_back(Portion::in_unit(given.name, to_si(number, written), written));
    }
  if (const auto volume = arguments.value("volume")) sample.volume = quantity_in("volume", *volume, "m^3");
  if (const auto T = arguments.value("temperature")) {
    sample.T = quantity_in("temperature", *T, "K");
    if (!(sample.T >= 223.15 && sample.T <= 473.15))
      throw UsageError("--temperature: " + rounded(sample.T, 6) + " K; allowed: -50 to 200 degC, written as 25degC");
  }
  return sample;
}

void write(const std::string& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << text;
  file.close();
  if (!file) throw std::runtime_error("cannot write " + path);
}

int list_instruments(bool json) {
  Json list = Json::array();
  for (const InstrumentKind& kind : instrument_catalogue()) {
    list.push_back({{"name", kind.name}, {"title", json_of(kind.title)}, {"says", kind.sentence}});
    if (!json) std::cout << "  " << kind.name << ": " << kind.sentence << "\n";
  }
  if (json) print_json({{"instruments", list}});
  return all_is_well;
}

int analyse(const InstrumentKind& kind, const Arguments& arguments) {
  Analysis analysis;
  try {
    const std::uint64_t seed = whole_number_in("seed", arguments.value("seed", "1"));
    analysis = kind.analyse(sample_in(arguments), method_from_text(kind, arguments.value("method", "")), seed);
  } catch (const ModelError& error) {
    throw UsageError(error.what());
  }
  if (const auto path = arguments.value("csv")) write(*path, analysis_csv(analysis));
  if (const auto path = arguments.value("svg")) write(*path, analysis_svg(kind, analysis));
  if (arguments.has("json"))
    print_json(analysis_json(kind, analysis, !arguments.has("csv")));
  else
    std::cout << analysis_text(kind, analysis);
  for (const Analysis::Message& message : analysis.messages)
    if (message.kind != Analysis::Kind::note) return not_well;
  return all_is_well;
}

int run_instrument(const Arguments& arguments) {
  const bool json = arguments.has("json");
  if (arguments.words.empty()) return list_instruments(json);
  const InstrumentKind* kind = nullptr;
  try {
    kind = &find_instrument(arguments.words.front());
  } catch (const ModelError& error) {
    throw UsageError(error.what());
  }
  if (arguments.has("sample")) return analyse(*kind, arguments);
  for (const char* option : {"method", "volume", "temperature", "seed", "csv", "svg"})
    if (arguments.has(option))
      throw UsageError(std::string("--") + option + " needs a sample: --sample \"methanol=0.4,water=rest\"");
  Json document;
  const ManualPage page = instrument_page(*kind, document);
  if (json)
    print_json(document);
  else
    std::cout << kind->name << ": " << kind->title.en << ", " << kind->title.zh << "\n"
              << kind->sentence << "\n"
              << page.text();
  return all_is_well;
}

}  // namespace

Verb instrument_verb() {
  return {
      "instrument",
      {"[NAME]"},
      {{"sample", "A=..,B=..", "what is in the vial: mole fractions, 40wt%, 2g, 5mL, 0.1mol/L, 20mg/L, rest; or empty"},
       {"volume", "V", "of the sample, as 1.5mL; if not given that of its portions or the usual one"},
       {"temperature", "T", "of the sample, as 25degC; 20 degC if not given"},
       {"method", "NAME=VALUE,..", "settings with their units; the standard for those not given"},
       {"seed", "N", "of the errors, 1 if not given: the same seed gives the same analysis to the bit"},
       {"csv", "FILE", "write the signal, a line a point"},
       {"svg", "FILE", "draw the signal"},
       {"json", "", "one JSON document on stdout: results[], messages[], truth[], signal[] (unless --csv takes it)"}},
      "Analyses a sample by an instrument of the bench: gas chromatograph, titrator, ...",
      "Without a name it lists the instruments; without a sample it prints the instrument's manual with the settings "
      "of\n"
      "its method. The exit code is 1 when the analysis failed or harmed the instrument.\n"
      "Example: stillhouse instrument gas_chromatograph --sample \"methanol=0.4,ethanol=0.3,water=rest\"\n"
      "           --method \"phase=wax,detector=tcd,split=500\" --svg chromatogram.svg\n",
      run_instrument};
}

}  // namespace stillhouse::cli
