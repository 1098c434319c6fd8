#pragma once

#include <map>
#include <string>
#include <tuple>

#include "labs/scenario/findings.h"

namespace stillhouse::scenario {

/// A line, and the place in the text as a number that grows from its beginning to its end.
struct Place {
  int line = 0;
  int order = 0;
};

/// What Lua does not tell: where each field of a word's braces stands. Found by reading the tokens of the text.
class FieldLines {
 public:
  /// Place of the element at `path` inside the word used at `line`; `line` itself when it is not known. The path of a
  /// named field is its name, of the n-th item "#n"; parts inside are joined by "/": "instruments/TI-112".
  Place place_of(const std::string& word, int line, const std::string& path) const;

 private:
  friend class TokenReader;
  std::map<std::tuple<std::string, int, std::string>, Place> places_;
};

/// Reads the tokens of a text and reports everything that is Lua but not a lab: functions, loops, branches,
/// comparisons, assignments other than `local`, and a field that is written twice. Text that is not Lua at all is left
/// to Lua's parser.
FieldLines read_tokens(const std::string& file, const std::string& text, Findings& findings);

}  // namespace stillhouse::scenario
