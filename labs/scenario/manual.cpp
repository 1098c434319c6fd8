#include "labs/scenario/manual.h"

#include <vector>

#include "engine/base/quantity.h"

#include "labs/scenario/findings.h"
#include "labs/scenario/vocabulary.h"

namespace stillhouse::scenario {
namespace {

// { low, high } of the declared limits, in the field's unit
std::string limits(const Field& field) {
  const bool low = field.minimum > -1e200, high = field.maximum < 1e200;
  if (!low && !high) return "";
  const Unit target = field.takes == Takes::quantity ? unit(field.detail) : unit("1");
  const std::string symbol = printed_symbol(target).empty() ? "" : " " + printed_symbol(target);
  if (!high) return ", at least " + rounded(field.minimum, 9) + symbol;
  if (!low) return ", at most " + rounded(field.maximum, 9) + symbol;
  return ", " + rounded(field.minimum, 9) + " to " + rounded(field.maximum, 9) + symbol;
}

std::string words_of(const Field& field) {
  return "`" + listing(word_names(field.kinds), 100) + "`";
}

std::string takes(const Field& field) {
  const std::string detail = field.detail;
  switch (field.takes) {
    case Takes::whole:
      return "whole number" + limits(field);
    case Takes::number:
      return "number" + limits(field);
    case Takes::quantity:
      return kind_of(unit(detail)) + " (" + listing(unit_words_for(detail), 4) + ")" + limits(field);
    case Takes::same_quantity:
      return "quantity in the unit of `" + detail + "`";
    case Takes::same_difference:
      return "difference of two quantities in the unit of `" + detail + "`";
    case Takes::same_range:
      return "`{ low, high }` in the unit of `" + detail + "`";
    case Takes::boolean:
      return "`true` or `false`";
    case Takes::name:
      return "string: " + detail;
    case Takes::formula:
      return "formula in quotes";
    case Takes::choice: {
      std::string text = "`\"";
      for (const char c : detail) text += c == '|' ? std::string("\"`, `\"") : std::string(1, c);
      return text + "\"`";
    }
    case Takes::text:
      return "text `{ en = \"...\", zh = \"...\" }`";
    case Takes::word:
      return std::string(in_words(field.kinds.front()));
    case Takes::words:
      return "list in braces, each " + std::string(in_words(field.kinds.front()));
    case Takes::names:
      return "strings: " + detail + (field.kinds.empty() ? "" : ", or " + words_of(field));
    case Takes::entries:
      return "entries `[\"NAME\"] =` " + std::string(in_words(field.kinds.front()));
    case Takes::settings:
      return "entries `name =` quantity, number or string";
    case Takes::targets:
      return "entries `[\"HIC-101\"] =` quantity";
  }
  return "";
}

// what is taken when the field is left out, in the unit it is usually written in
std::string fallback(const Field& field) {
  const std::string text = field.fallback;
  if (text.empty()) return field.required ? "required" : "";
  if (field.takes == Takes::quantity && unit(field.detail).symbol == "s") return text + " s";
  if (field.takes == Takes::choice || field.takes == Takes::word) return "`\"" + text + "\"`";
  return text;
}

void write_table(std::string& text, const std::string& title, const std::vector<const std::vector<Field>*>& lists) {
  bool empty = true;
  for (const auto* list : lists) empty = empty && list->empty();
  if (empty) return;
  text += "| " + title + " | takes | if left out | meaning |\n|---|---|---|---|\n";
  for (const auto* list : lists)
    for (const Field& field : *list)
      text += "| `" + std::string(field.name) + "` | " + takes(field) + " | " + fallback(field) + " | " +
              field.sentence + " |\n";
  text += "\n";
}

std::string page(const Word& word, const std::string& heading) {
  std::string text = heading + " " + word.name + "\n\n" + word.sentence + "\n\n";
  if (word.kind != WordKind::unit && word.kind != WordKind::constant) {
    write_table(text, word.braces ? "item" : "argument", {&word.positional, &word.rest});
    write_table(text, word.braces ? "field" : "option, in braces at the end", {&word.fields});
  }
  return text + "```lua\n" + word.example + "\n```\n";
}

struct Chapter {
  const char* title;
  const char* sentence;
  std::vector<WordKind> kinds;
};

const std::vector<Chapter>& chapters() {
  static const std::vector<Chapter> kChapters = {
      {"Files", "A file returns one of these.", {WordKind::document}},
      {"The plant and the start", "", {WordKind::reference, WordKind::start, WordKind::variation}},
      {"What a plant is made of",
       "A plant file either names a flowsheet of the catalogue, or spells out its species, units and connections. "
       "`stillhouse describe unit` lists the kinds of units; `stillhouse plant FILE` shows what came of it.",
       {WordKind::equipment, WordKind::connection}},
      {"Instruments", "What the student sees. A tag is written after ISA-5.1: TI-112, LT-101.", {WordKind::instrument}},
      {"Handles", "What the student moves.", {WordKind::handle}},
      {"Controllers, interlocks, alarms",
       "",
       {WordKind::controller, WordKind::setpoint_source, WordKind::segment, WordKind::correction, WordKind::schedule,
        WordKind::schedule_point, WordKind::split, WordKind::split_part, WordKind::interlock, WordKind::alarm}},
      {"Sampling points", "Where the student draws samples of what the plant holds.", {WordKind::sample_point}},
      {"The bench",
       "Instruments, bottles and questions; labs/README.md tells how a lab on the bench is written, and lists the "
       "functions of formulas.",
       {WordKind::bench, WordKind::bench_instrument, WordKind::limit, WordKind::replacement, WordKind::bottle,
        WordKind::manipulation, WordKind::question}},
      {"Sequences",
       "Procedures that run by themselves: batch recipes.",
       {WordKind::sequence, WordKind::phase, WordKind::branch}},
      {"Conditions",
       "A question about the running plant. Interlocks, tasks and operators may ask only for what the student can see "
       "(tags); "
       "faults and the rubric may also ask for signals, the plant's truth.",
       {WordKind::condition}},
      {"Tasks", "", {WordKind::task, WordKind::hint}},
      {"Faults", "", {WordKind::fault, WordKind::effect}},
      {"Rubric",
       "Credit is a ramp: all points at `full`, none at `none`, in proportion between.",
       {WordKind::rubric, WordKind::rubric_line, WordKind::criterion, WordKind::weight}},
      {"Operators", "", {WordKind::step, WordKind::reaction}},
  };
  return kChapters;
}

}  // namespace

std::optional<std::string> describe_word(const std::string& name) {
  const Word* word = find_word(name);
  if (!word) return std::nullopt;
  return page(*word, "#");
}

std::string vocabulary_manual() {
  std::string text =
      "# The words of a lab\n\n"
      "Generated from `labs/scenario/words_*.cpp`. A lab is a Lua 5.4 table made of these words and nothing else: no "
      "functions, no loops, no branches, no libraries. A value that is used twice is named with `local name = value`. "
      "A "
      "number carries its unit, `celsius(64.7)`, and the unit is checked against what the number is for. A text stands "
      "in "
      "both languages, `{ en = \"...\", zh = \"...\" }`.\n\n"
      "A subject is the tag of an instrument (its reading) or of a handle (its position), `\"LIC-101.setpoint\"` or "
      "`\"LIC-101.output\"` of a controller, or, where that is allowed, a signal of the plant.\n";
  for (const Chapter& chapter : chapters()) {
    text += "\n## " + std::string(chapter.title) + "\n\n";
    if (chapter.sentence[0] != '\0') text += std::string(chapter.sentence) + "\n\n";
    for (const WordKind kind : chapter.kinds)
      for (const Word& word : vocabulary())
        if (word.kind == kind) text += page(word, "###") + "\n";
    text.pop_back();
  }

  // unit words as one table
  text += "\n## Quantities\n\n| word | unit | meaning |\n|---|---|---|\n";
  for (const Word& word : vocabulary())
    if (word.kind == WordKind::unit)
      text +=
          "| `" + std::string(word.example) + "` | " + printed_symbol(unit(word.unit)) + " | " + word.sentence + " |\n";
  for (const Word& word : vocabulary())
    if (word.kind == WordKind::constant) text += "| `" + std::string(word.name) + "` | | " + word.sentence + " |\n";
  return text;
}

}  // namespace stillhouse::scenario
