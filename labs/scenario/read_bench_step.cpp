#include <algorithm>

#include "engine/base/quantity.h"
#include "labs/scenario/bench_subject.h"
#include "labs/scenario/parts.h"
#include "labs/scenario/vocabulary.h"
#include "models/instruments/calibration/glassware.h"
#include "models/instruments/instrument_kind.h"
#include "models/instruments/method_text.h"

namespace stillhouse::scenario {
namespace {

const BenchInstrument* named_instrument(const NodeReader& reader, const Scope& scope, Step& step) {
  step.tag = reader.string("instrument");
  for (const BenchInstrument& item : scope.bench.instruments)
    if (item.tag == step.tag) return &item;
  if (!step.tag.empty())
    reader.add_unknown("instrument", step.tag, "instrument of the bench", tags_of(scope.bench.instruments));
  return nullptr;
}

std::string label_in(const NodeReader& reader, const std::string& field) {
  const std::string label = reader.string(field);
  if (!label.empty() && !is_label(label))
    reader.add(field, "`" + label + "` cannot stand on a label; allowed: 1 to 40 bytes without blanks and ; [ ] ' \"");
  return label;
}

// a volume that glass is made for
void check_glass(const NodeReader& reader, const std::string& field, std::span<const double> volumes, double wanted) {
  std::vector<std::string> allowed;
  for (const double volume : volumes) {
    if (std::abs(volume - wanted) < 1e-9 * volume) return;
    allowed.push_back(rounded(1e6 * volume, 6));
  }
  reader.add(field,
             "there is no glass of " + rounded(1e6 * wanted, 6) + " mL; allowed: " + listing(allowed, 20) + " mL");
}

std::string recipe_of(const NodeReader& reader) {
  std::string recipe;
  for (const Node* node : reader.words("how")) {
    if (node->word->kind != WordKind::manipulation) continue;
    const NodeReader one(*node, reader.findings());
    const std::string word = node->word->name, label = label_in(one, "sample");
    const std::string field = word == "weigh" ? "mass" : word == "fill" ? "flask" : "volume";
    const double amount = one.number(field);
    const bool by_mass = word == "weigh";
    if (word == "pipette" && one.value(field)) check_glass(one, field, pipette_volumes(), amount);
    if (word == "fill" && one.value(field)) check_glass(one, field, flask_volumes(), amount);
    recipe +=
        (recipe.empty() ? "" : "; ") + word + " " + label + " " + rounded(1e6 * amount, 12) + (by_mass ? " mg" : " mL");
  }
  if (recipe.empty() && reader.value("how"))
    reader.add("how", "prepare does nothing; allowed: weigh, pipette, measure and fill");
  return recipe;
}

}  // namespace

void read_bench_step(const NodeReader& reader, const Scope& scope, std::vector<std::string>& values, Step& step) {
  switch (step.kind) {
    case StepKind::prepare:
      step.tag = label_in(reader, "label");
      step.word = recipe_of(reader);
      break;
    case StepKind::method:
      if (const BenchInstrument* item = named_instrument(reader, scope, step)) {
        const stillhouse::InstrumentKind& kind = find_instrument(item->kind);
        step.word = method_text(kind, read_method(reader, "settings", kind));
      }
      break;
    case StepKind::analyse:
      named_instrument(reader, scope, step);
      step.word = label_in(reader, "sample");
      step.times = static_cast<int>(reader.number("times"));
      step.value = reader.boolean("whole") ? -1.0 : reader.number("volume");
      break;
    case StepKind::replace:
      if (const BenchInstrument* item = named_instrument(reader, scope, step)) {
        const stillhouse::InstrumentKind& kind = find_instrument(item->kind);
        step.word = reader.string("part");
        if (!step.word.empty() && !kind.find_part(step.word))
          reader.add_unknown("part", step.word, "part of " + kind.name + " that can be replaced", names_of(kind.parts));
      }
      break;
    case StepKind::let: {
      step.tag = reader.string("name");
      step.formula = read_formula(reader, "formula", scope, FormulaFor::student, values);
      std::string mistake;
      const auto parsed = parse_formula(step.tag, mistake);
      if (!step.tag.empty() && (!parsed || parsed->kind != FormulaTerm::Kind::name))
        reader.add("name", "`" + step.tag + "` is no name for formulas; allowed: letters, digits and _");
      values.push_back(step.tag);
      break;
    }
    case StepKind::answer: {
      std::vector<std::string> ids;
      for (const Question& question : scope.questions) ids.push_back(question.id);
      step.tag = reader.string("question");
      if (!step.tag.empty() && std::find(ids.begin(), ids.end(), step.tag) == ids.end())
        reader.add_unknown("question", step.tag, "question", ids);
      step.formula = read_formula(reader, "formula", scope, FormulaFor::student, values);
      step.uncertainty = read_formula(reader, "u", scope, FormulaFor::student, values);
      for (const Question& question : scope.questions)
        if (question.id == step.tag) step.unit = question.unit;
      break;
    }
    default:
      break;
  }
}

}  // namespace stillhouse::scenario
