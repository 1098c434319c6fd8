#pragma once

#include <deque>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/quantity.h"
#include "labs/scenario/source.h"

/// What a lab's text says, before anybody asks whether it makes sense: a tree of words, free of Lua.
namespace stillhouse::scenario {

struct Word;
struct Node;
struct Table;

struct Value {
  enum class Kind {
    nothing,
    mistake,  ///< came out of a mistake that is reported already: accepted everywhere in silence
    boolean,
    number,
    string,
    quantity,
    word,
    table,
  };

  Kind kind = Kind::nothing;
  bool boolean = false;
  double number = 0.0;  ///< plain number, or the SI value of a quantity
  Unit unit;            ///< quantity
  std::string text;     ///< string
  const Node* node = nullptr;
  std::shared_ptr<const Table> table;
  int line = 0;
  int order = 0;  ///< place in the text
};

/// A Lua table: items in order, named fields in the order they were written in.
struct Table {
  std::vector<Value> items;
  std::vector<std::pair<std::string, Value>> fields;

  const Value* field(const std::string& name) const {
    for (const auto& [key, value] : fields)
      if (key == name) return &value;
    return nullptr;
  }
};

/// One use of a word. Positional arguments, or the items of its braces, are `content.items`.
struct Node {
  const Word* word = nullptr;
  SourceLine source;
  Table content;
  int depth = 1;      ///< of the tree below, itself included
  long weight = 1;    ///< nodes below, shared ones counted each time, itself included
  bool open = false;  ///< use_plant "name" or unit "kind", which braces may still follow
};

/// "a number", "the word thermocouple", ... for messages.
std::string found(const Value& value);

}  // namespace stillhouse::scenario
