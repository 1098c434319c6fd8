#include <algorithm>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

#include "engine/base/quantity.h"
#include "frontend/cli/plant_report.h"

namespace stillhouse::cli {

namespace {

constexpr double least_share = 1e-8;  // a trace that only keeps the equations defined is shown as none

/// Columns as wide as what stands in them; numbers to the right.
class TextTable {
 public:
  explicit TextTable(std::vector<std::string> head) : rows_{std::move(head)} {}

  void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }

  std::string text(std::size_t words) const {
    std::vector<std::size_t> widths(rows_.front().size(), 0);
    for (const auto& row : rows_)
      for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], letters(row[i]));
    std::string text;
    for (const auto& row : rows_) {
      std::string line;
      for (std::size_t i = 0; i < row.size(); ++i) {
        const std::string gap(widths[i] - letters(row[i]), ' ');
        line += (i == 0 ? "  " : "   ") + (i < words ? row[i] + gap : gap + row[i]);
      }
      text += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
    }
    return text;
  }

 private:
  // of a text in UTF-8
  static std::size_t letters(const std::string& text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
  }

  std::vector<std::vector<std::string>> rows_;
};

std::string plant_number(double value, int digits = 5) {
  if (value == 0.0) return "0";
  const double size = std::abs(value);
  if (size >= 1e-4 && size < 1e7) return rounded(value, digits);
  char text[32];
  return {text, std::to_chars(text, text + sizeof text, value, std::chars_format::scientific, digits - 1).ptr};
}

std::string settings_of(const UnitRow& row) {
  std::string text;
  for (std::size_t i = 0; i < row.settings.size(); ++i) {
    const ParameterValue& setting = row.settings[i];
    text += (i == 0 ? "" : ", ") + setting.name + " " +
            (setting.word.empty() ? shown(setting.number, unit(row.shown_in[i]), 5) : setting.word);
  }
  return text;
}

std::string freedom_text(const PlantReport& report) {
  int equations = 0;
  for (const UnitRow& row : report.units) equations += row.equations;
  const int unknowns = report.plant->unknown_count();
  std::string text = "\nDegrees of freedom\n  " + std::to_string(unknowns) + " unknowns, " + std::to_string(equations) +
                     " equations: " + std::to_string(unknowns - equations) + " left; " +
                     std::to_string(report.inputs.size()) + " inputs that a person or a controller sets\n\n";
  const bool kinds = report.lab.blueprint.has_value();
  TextTable table(kinds ? std::vector<std::string>{"unit", "kind", "equations", "inputs", "settings"}
                        : std::vector<std::string>{"unit", "equations", "inputs"});
  for (const UnitRow& row : report.units) {
    const std::string equations_of_it = std::to_string(row.equations), inputs = std::to_string(row.inputs);
    if (kinds)
      table.add({row.name, row.kind, equations_of_it, inputs, settings_of(row)});
    else
      table.add({row.name, equations_of_it, inputs});
  }
  return text + table.text(5);
}

std::string inputs_text(const PlantReport& report) {
  if (report.inputs.empty()) return "";
  const bool controlled = std::any_of(report.inputs.begin(), report.inputs.end(),
                                      [](const InputRow& input) { return !input.decided_by.empty(); });
  std::vector<std::string> head = {"input", "held at"};
  if (controlled) head.push_back("by");
  head.push_back("meaning");
  TextTable table(head);
  for (const InputRow& input : report.inputs) {
    std::vector<std::string> row = {input.name, shown(input.value, unit(input.shown_in), 5)};
    if (controlled) row.push_back(input.decided_by);
    row.push_back(input.sentence);
    table.add(std::move(row));
  }
  return "\nInputs\n" + table.text(head.size());
}

/// "HIC-100 = 40 kW, LIC-100 at 60 % in automatic".
std::string rest_in_words(const scenario::Rest& rest) {
  std::string text;
  for (const scenario::RestValue& part : rest.parts)
    text += (text.empty() ? "" : ", ") + part.name + (part.by_controller ? " in automatic at " : " = ") +
            shown(part.value, unit(part.unit), 5);
  return text;
}

constexpr const char* why_batch_has_none = "a batch changes from its start to its end and has no steady state";

std::string steady_text(const PlantReport& report) {
  std::string text = "\nSteady state\n";
  if (!report.rest.is_looked_for()) return text + "  none: " + why_batch_has_none + ".\n";
  if (!report.steady) return text + "  none was found with these inputs: " + report.why_not_steady + "\n";
  const PlantRest& rest = *report.steady;
  const bool starts = report.rest.operation == scenario::Operation::start_up;
  const std::string others = starts ? "as the start-up leaves it" : "where it stands at the start";
  text += report.rest.parts.empty()
              ? "  with every input " + others + "\n"
              : "  with these inputs: " + rest_in_words(report.rest) + "; any other " + others + "\n";
  if (starts)
    text +=
        "  found by running " + report.lab.sequences.front().tag + " to its end, " + clock_time(rest.start_up) +
        ", and the plant for " + clock_time(rest.under_control) +
        " more with its controllers in automatic;\n  then their outputs were held, and Newton's method did the rest\n";
  else if (rest.under_control > 0.0)
    text += "  found by running the plant for " + clock_time(rest.under_control) +
            " with these controllers in automatic; then their outputs were held, and\n  Newton's method did the rest\n";
  else
    text += "  found with the inputs held: " + clock_time(rest.state.time) +
            " were simulated from the start, Newton's method did the rest\n";
  for (const std::string& sentence : rest.state.in_words) text += "  Not at rest: " + sentence + "\n";
  return text;
}

std::string readings_text(const PlantReport& report) {
  if (report.readings.empty()) return "";
  TextTable table({"instrument", "reads", "at rest", "meaning"});
  for (const ReadingRow& row : report.readings)
    table.add({row.tag, row.signal, shown(row.value, unit(row.shown_in), 5), row.sentence});
  return "\nReadings, without the errors of the instruments\n" + table.text(4);
}

std::string streams_text(const PlantReport& report) {
  if (report.streams.empty() || !report.steady) return "";
  std::vector<std::string> head = {"stream", "to", "phase", "F mol/s", "kg/h", "T °C", "p bar", "h kJ/mol"};
  for (const std::string& name : report.lab.blueprint->species) head.push_back("x " + name);
  TextTable table(head);
  const auto flow = [](double F, double mass_flow) {
    return std::vector<std::string>{plant_number(F), plant_number(mass_flow * 3600.0)};
  };
  double F_in = 0.0, F_out = 0.0, mass_in = 0.0, mass_out = 0.0;
  for (const StreamRow& row : report.streams) {
    std::vector<std::string> line = {row.info.name, row.info.to + "." + row.info.in, row.info.phase};
    for (std::string& text : flow(row.F, row.mass_flow)) line.push_back(std::move(text));
    line.push_back(plant_number(row.T - 273.15));
    line.push_back(plant_number(row.p / 1e5));
    line.push_back(plant_number(row.h / 1e3));
    for (const double x : row.x) line.push_back(plant_number(std::abs(x) < least_share ? 0.0 : x));
    table.add(std::move(line));
    if (row.enters) F_in += row.F, mass_in += row.mass_flow;
    if (row.leaves) F_out += row.F, mass_out += row.mass_flow;
  }
  const auto total = [&](const char* name, double F, double mass_flow) {
    std::vector<std::string> line = {name, "", ""};
    for (std::string& text : flow(F, mass_flow)) line.push_back(std::move(text));
    line.resize(head.size());
    table.add(std::move(line));
  };
  total("in", F_in, mass_in);
  total("out", F_out, mass_out);
  return "\nStreams\n" + table.text(3);
}

std::string balances_text(const PlantReport& report) {
  if (report.balances.empty()) return "";
  TextTable table({"conserved", "unit", "in", "out", "kept", "left over"});
  for (const BalanceRow& row : report.balances)
    table.add({row.quantity, row.unit == "J" ? "W" : row.unit + "/s", plant_number(row.in), plant_number(row.out),
               plant_number(row.kept), plant_number(row.left_over(), 2)});
  return "\nBalances: what crosses the boundary of the plant\n" + table.text(2);
}

/// As a plant file writes it.
const char* word_of(scenario::Operation operation) {
  switch (operation) {
    case scenario::Operation::continuous:
      return "continuous";
    case scenario::Operation::batch:
      return "batch";
    case scenario::Operation::start_up:
      return "start_up";
  }
  return "";
}

Json unit_json(const UnitRow& row) {
  Json settings = Json::object();
  for (const ParameterValue& setting : row.settings) {
    if (setting.word.empty())
      settings[setting.name] = setting.number;
    else
      settings[setting.name] = setting.word;
  }
  Json unit = {{"name", row.name}, {"kind", row.kind.empty() ? Json(nullptr) : Json(row.kind)}};
  unit["settings"] = settings;
  unit["equations"] = row.equations;
  unit["unknowns"] = row.unknowns;
  unit["inputs"] = row.inputs;
  return unit;
}

Json stream_json(const PlantReport& report, const StreamRow& row) {
  Json stream = {{"name", row.info.name},
                 {"from", row.info.from + "." + row.info.out},
                 {"to", row.info.to + "." + row.info.in},
                 {"phase", row.info.phase},
                 {"enters", row.enters},
                 {"leaves", row.leaves}};
  if (!report.steady) return stream;
  Json x = Json::object();
  for (std::size_t i = 0; i < row.x.size(); ++i) x[report.lab.blueprint->species[i]] = row.x[i];
  stream["F_mol_per_s"] = row.F;
  stream["F_kg_per_s"] = row.mass_flow;
  stream["T_K"] = row.T;
  stream["p_Pa"] = row.p;
  stream["h_J_per_mol"] = row.h;
  stream["x"] = x;
  return stream;
}

}  // namespace

std::string plant_text(const PlantReport& report) {
  std::string text = report.lab.id + ": " + report.lab.title.en + " (" + report.lab.title.zh + ")\n";
  if (report.lab.blueprint) {
    std::string species;
    for (const std::string& name : report.lab.blueprint->species) species += (species.empty() ? "" : ", ") + name;
    text += "species " + species + "; liquid " + report.lab.blueprint->liquid_model + "\n";
  } else {
    text += "flowsheet " + report.lab.flowsheet + "\n";
  }
  return text + freedom_text(report) + inputs_text(report) + steady_text(report) + readings_text(report) +
         streams_text(report) + balances_text(report);
}

Json plant_json(const PlantReport& report) {
  Json units = Json::array(), inputs = Json::array(), readings = Json::array(), streams = Json::array(),
       balances = Json::array();
  int equations = 0;
  for (const UnitRow& row : report.units) {
    units.push_back(unit_json(row));
    equations += row.equations;
  }
  for (const InputRow& input : report.inputs)
    inputs.push_back({{"name", input.name},
                      {"value", input.value},
                      {"unit", input.unit},
                      {"decided_by", input.decided_by.empty() ? Json(nullptr) : Json(input.decided_by)},
                      {"says", input.sentence}});
  for (const ReadingRow& row : report.readings)
    readings.push_back({{"tag", row.tag}, {"signal", row.signal}, {"value", row.value}, {"says", row.sentence}});
  for (const StreamRow& row : report.streams) streams.push_back(stream_json(report, row));
  for (const BalanceRow& row : report.balances)
    balances.push_back({{"quantity", row.quantity},
                        {"unit", row.unit},
                        {"in_per_s", row.in},
                        {"out_per_s", row.out},
                        {"kept_per_s", row.kept},
                        {"left_over_per_s", row.left_over()}});
  Json rest = Json::array();
  for (const scenario::RestValue& part : report.rest.parts)
    rest.push_back({{"name", part.name}, {"in_automatic", part.by_controller}, {"value", part.value}});
  Json steady = {{"found", report.steady.has_value()}, {"with", rest}};
  if (report.steady) {
    steady["simulated_s"] = report.steady->state.time;
    steady["start_up_s"] = report.steady->start_up;
    steady["under_control_s"] = report.steady->under_control;
    steady["not_at_rest"] = report.steady->state.in_words;
  } else {
    steady["reason"] = report.rest.is_looked_for() ? report.why_not_steady : why_batch_has_none;
  }
  Json document = {{"plant", report.lab.id}, {"title", json_of(report.lab.title)}, {"file", report.file}};
  document["flowsheet"] = report.lab.blueprint ? Json(nullptr) : Json(report.lab.flowsheet);
  document["operation"] = word_of(report.rest.operation);
  document["species"] = report.lab.blueprint ? Json(report.lab.blueprint->species) : Json::array();
  document["unknowns"] = report.plant->unknown_count();
  document["equations"] = equations;
  document["degrees_of_freedom"] = report.plant->unknown_count() - equations;
  document["units"] = units;
  document["inputs"] = inputs;
  document["steady"] = steady;
  document["readings"] = readings;
  document["streams"] = streams;
  document["balances"] = balances;
  return document;
}

}  // namespace stillhouse::cli
