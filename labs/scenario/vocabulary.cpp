#include "labs/scenario/vocabulary.h"

#include <algorithm>
#include <map>

#include "engine/base/quantity.h"

namespace stillhouse::scenario {

const char* in_words(WordKind kind) {
  switch (kind) {
    case WordKind::document:
      return "a document";
    case WordKind::reference:
      return "a plant (use_plant)";
    case WordKind::equipment:
      return "a unit of the plant (unit)";
    case WordKind::connection:
      return "a connection (join)";
    case WordKind::start:
      return "a start (snapshot)";
    case WordKind::unit:
      return "a quantity";
    case WordKind::constant:
      return "a constant";
    case WordKind::instrument:
      return "an instrument";
    case WordKind::handle:
      return "a handle";
    case WordKind::controller:
      return "a controller";
    case WordKind::setpoint_source:
      return "a source of set points";
    case WordKind::segment:
      return "a segment of a program";
    case WordKind::correction:
      return "a correction of an output";
    case WordKind::schedule:
      return "a gain schedule";
    case WordKind::schedule_point:
      return "a point of a gain schedule (tuning_at)";
    case WordKind::split:
      return "a split of an output (split_range)";
    case WordKind::split_part:
      return "a part of a split range (part)";
    case WordKind::sequence:
      return "a sequence";
    case WordKind::phase:
      return "a phase of a sequence";
    case WordKind::branch:
      return "a branch of a phase";
    case WordKind::interlock:
      return "an interlock";
    case WordKind::alarm:
      return "an alarm";
    case WordKind::sample_point:
      return "a sampling point (sample_point)";
    case WordKind::condition:
      return "a condition";
    case WordKind::variation:
      return "a variation (plus_minus)";
    case WordKind::task:
      return "a task";
    case WordKind::hint:
      return "a hint";
    case WordKind::fault:
      return "a fault";
    case WordKind::effect:
      return "an effect of a fault";
    case WordKind::rubric:
      return "a rubric";
    case WordKind::rubric_line:
      return "a line of the rubric";
    case WordKind::criterion:
      return "a criterion";
    case WordKind::weight:
      return "a weighted task";
    case WordKind::step:
      return "a step of an operator";
    case WordKind::reaction:
      return "a reaction of an operator";
    case WordKind::bench:
      return "a bench";
    case WordKind::bench_instrument:
      return "an instrument of the bench (instrument)";
    case WordKind::limit:
      return "limits (from_to)";
    case WordKind::replacement:
      return "what a new part takes (new_part)";
    case WordKind::bottle:
      return "a bottle";
    case WordKind::manipulation:
      return "something done on the bench";
    case WordKind::question:
      return "a question";
  }
  return "";
}

const std::vector<Word>& vocabulary() {
  static const std::vector<Word> kWords = [] {
    std::vector<Word> words;
    add_plant_words(words);
    add_equipment_words(words);
    add_lab_words(words);
    add_condition_words(words);
    add_rubric_words(words);
    add_bench_words(words);
    add_operator_words(words);
    add_unit_words(words);
    return words;
  }();
  return kWords;
}

const Word* find_word(std::string_view name) {
  static const std::map<std::string_view, const Word*> kByName = [] {
    std::map<std::string_view, const Word*> map;
    for (const Word& word : vocabulary()) map.emplace(word.name, &word);
    return map;
  }();
  const auto found = kByName.find(name);
  return found == kByName.end() ? nullptr : found->second;
}

const std::vector<std::string>& word_names() {
  static const std::vector<std::string> kNames = [] {
    std::vector<std::string> names;
    for (const Word& word : vocabulary()) names.emplace_back(word.name);
    return names;
  }();
  return kNames;
}

std::vector<std::string> word_names(std::span<const WordKind> kinds) {
  std::vector<std::string> names;
  for (const Word& word : vocabulary())
    if (std::find(kinds.begin(), kinds.end(), word.kind) != kinds.end()) names.emplace_back(word.name);
  return names;
}

std::vector<std::string> unit_words_for(const std::string& symbol) {
  std::vector<std::string> names;
  const std::optional<Unit> target = unit_from(symbol);
  if (!target) return names;
  for (const Word& word : vocabulary())
    if (word.kind == WordKind::unit && fits(unit(word.unit), *target)) names.emplace_back(word.name);
  return names;
}

const Field* find_field(const Word& word, std::string_view name) {
  for (const std::vector<Field>* list : {&word.positional, &word.rest, &word.fields})
    for (const Field& field : *list)
      if (name == field.name) return &field;
  return nullptr;
}

}  // namespace stillhouse::scenario
