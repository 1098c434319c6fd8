#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The words of a lab. One table drives what is accepted, what error messages say, and the manual.
namespace stillhouse::scenario {

/// What a word makes; a field says which kinds it takes.
enum class WordKind {
  document,    ///< root of a file: plant, lab, operator
  reference,   ///< use_plant
  equipment,   ///< unit
  connection,  ///< join
  start,       ///< snapshot
  unit,        ///< celsius(20)
  constant,    ///< on, off
  instrument,
  handle,
  controller,
  setpoint_source,  ///< ratio_station, program
  segment,
  correction,  ///< feed_forward
  schedule,
  schedule_point,
  split,  ///< split_range
  split_part,
  sequence,
  phase,
  branch,
  interlock,
  alarm,
  sample_point,
  condition,
  variation,
  task,
  hint,
  fault,
  effect,
  rubric,
  rubric_line,  ///< points, by_person, deduction, abort
  criterion,
  weight,
  step,
  reaction,
  bench,
  bench_instrument,
  limit,        ///< from_to
  replacement,  ///< new_part
  bottle,
  manipulation,  ///< weigh, pipette, measure, fill
  question,
};

/// Name of a kind in sentences: "an instrument", "a condition".
const char* in_words(WordKind kind);

/// What a field takes. Numbers are written with a unit word unless they have no unit at all.
enum class Takes {
  whole,            ///< plain whole number
  number,           ///< plain number
  quantity,         ///< quantity with the unit in `detail`; a plain number when that is "1"
  same_quantity,    ///< quantity in the unit of the thing named in `detail`
  same_difference,  ///< difference of two such quantities
  same_range,       ///< { low, high } of such quantities
  boolean,
  name,      ///< string; `detail` says of what
  choice,    ///< one of the strings in `detail`, separated by |
  text,      ///< { en = "...", zh = "..." }
  word,      ///< a word of a kind in `kinds`
  words,     ///< braces with words of the kinds
  names,     ///< braces with strings
  entries,   ///< braces with ["TAG"] = word of the kinds
  settings,  ///< braces with name = quantity, number or string
  targets,   ///< braces with ["TAG or input"] = quantity
  formula,   ///< string, taken apart by formula.h
};

struct Field {
  const char* name;
  Takes takes;
  const char* detail;
  bool required;
  const char* fallback;  ///< number in SI, or the string, when the field is left out; "" for none
  const char* sentence;
  std::vector<WordKind> kinds = {};
  double minimum = -1e300;  ///< SI, for whole, number and quantity
  double maximum = 1e300;
};

struct Word {
  const char* name;
  WordKind kind;
  bool braces;                    ///< word { ... }; false: word(...)
  std::vector<Field> positional;  ///< arguments, or first items of the braces
  std::vector<Field> rest;        ///< none, or the one field that all further items are
  std::vector<Field> fields;      ///< named; of a word(...) they stand in braces as last argument
  const char* sentence;
  const char* example;    ///< parses as it stands
  const char* unit = "";  ///< of unit words
  double value = 0.0;     ///< of constants
};

/// All words, by kind in the order of the manual.
const std::vector<Word>& vocabulary();

/// The word of a name, or null.
const Word* find_word(std::string_view name);

/// Names of all words.
const std::vector<std::string>& word_names();

/// Names of the words of these kinds.
std::vector<std::string> word_names(std::span<const WordKind> kinds);

/// The unit words that can be written for a unit, e.g. "celsius or kelvin" for "K".
std::vector<std::string> unit_words_for(const std::string& unit);

/// A field of a word by name (named or positional), or null.
const Field* find_field(const Word& word, std::string_view name);

// the parts of the table, one file each
void add_equipment_words(std::vector<Word>& words);
void add_unit_words(std::vector<Word>& words);
void add_plant_words(std::vector<Word>& words);
void add_control_words(std::vector<Word>& words);
void add_condition_words(std::vector<Word>& words);
void add_lab_words(std::vector<Word>& words);
void add_rubric_words(std::vector<Word>& words);
void add_operator_words(std::vector<Word>& words);
void add_bench_words(std::vector<Word>& words);

}  // namespace stillhouse::scenario
