#include <algorithm>
#include <cmath>

#include "labs/scenario/sandbox_state.h"
#include "labs/scenario/shape.h"

// from the values on Lua's stack to the tree of words
namespace stillhouse::scenario {

void Sandbox::give_up(const Word& word, int line, const std::string& message) {
  if (!too_big_) report(line, std::string(word.name) + ": " + message);
  too_big_ = true;
}

Value Sandbox::value_at(lua_State* lua, int index, const Word& word, int line, const std::string& path, int depth) {
  Value value;
  const Place place = lines_.place_of(word.name, line, path);
  value.line = place.line;
  value.order = place.order;
  value.kind = Value::Kind::mistake;
  if (too_big_ || ++values_ > limits_.values) {
    give_up(word, value.line, "too many values; allowed are " + std::to_string(limits_.values) + " in a file");
    return value;
  }
  switch (lua_type(lua, index)) {
    case LUA_TNIL:
      value.kind = Value::Kind::nothing;
      break;
    case LUA_TBOOLEAN:
      value.kind = Value::Kind::boolean;
      value.boolean = lua_toboolean(lua, index);
      break;
    case LUA_TNUMBER:
      value.kind = Value::Kind::number;
      value.number = lua_tonumber(lua, index);
      break;
    case LUA_TSTRING: {
      std::size_t length = 0;
      const char* text = lua_tolstring(lua, index, &length);
      string_bytes_ += length;
      if (length > limits_.string || string_bytes_ > limits_.strings) {
        give_up(word, value.line,
                "a string of " + std::to_string(length) + " bytes; allowed are " + std::to_string(limits_.string) +
                    ", and " + std::to_string(limits_.strings) + " in a file");
        break;
      }
      value.kind = Value::Kind::string;
      value.text.assign(text, length);
      break;
    }
    case LUA_TTABLE:
      if (depth > limits_.depth) {
        give_up(word, value.line, "braces too deep; allowed are " + std::to_string(limits_.depth));
        break;
      }
      value.kind = Value::Kind::table;
      value.table = std::make_shared<Table>(table_at(lua, index, word, line, path, depth + 1));
      break;
    case LUA_TLIGHTUSERDATA: {
      const Node* node = static_cast<const Node*>(lua_touserdata(lua, index));
      if (node == &mistake_) break;
      const std::vector<Value>& arguments = node->content.items;
      const bool single =
          arguments.size() == 1 && arguments[0].kind == Value::Kind::number && std::isfinite(arguments[0].number);
      if (node->word->kind == WordKind::constant || (node->word->kind == WordKind::unit && single)) {
        value.kind = Value::Kind::quantity;
        value.unit = unit(node->word->unit);
        value.number =
            node->word->kind == WordKind::constant ? node->word->value : to_si(arguments[0].number, value.unit);
        value.text = node->word->name;
      } else if (node->word->kind != WordKind::unit) {
        value.kind = Value::Kind::word;
        value.node = node;
      }
      break;
    }
    case LUA_TFUNCTION: {
      // a word without its brackets
      if (const char* name = lua_getupvalue(lua, index, 1)) {
        static_cast<void>(name);
        if (lua_type(lua, -1) == LUA_TLIGHTUSERDATA) {
          const Word* bare = static_cast<const Word*>(lua_touserdata(lua, -1));
          report(value.line,
                 "the word " + std::string(bare->name) + " stands alone; write for example: " + bare->example);
        }
        lua_pop(lua, 1);
      }
      break;
    }
    default:
      break;
  }
  return value;
}

Table Sandbox::table_at(lua_State* lua, int index, const Word& word, int line, const std::string& path, int depth) {
  Table table;
  std::vector<std::pair<lua_Integer, Value>> items;
  index = lua_absindex(lua, index);
  const std::string prefix = path.empty() ? "" : path + "/";
  if (!lua_checkstack(lua, 8)) return table;
  lua_pushnil(lua);
  while (lua_next(lua, index)) {
    if (lua_isinteger(lua, -2)) {
      const lua_Integer number = lua_tointeger(lua, -2);
      items.emplace_back(number, value_at(lua, -1, word, line, prefix + "#" + std::to_string(number), depth));
    } else if (lua_type(lua, -2) == LUA_TSTRING) {
      std::size_t length = 0;
      const char* text = lua_tolstring(lua, -2, &length);
      const std::string key(text, std::min<std::size_t>(length, 200));
      table.fields.emplace_back(key, value_at(lua, -1, word, line, prefix + key, depth));
    } else {
      report(line, std::string(word.name) + ": a key is neither a name nor a place in the list");
    }
    lua_pop(lua, 1);
    if (too_big_) {
      lua_pop(lua, 1);
      break;
    }
  }

  // Lua walks a table in an order of its own: bring back the order of the text
  std::sort(items.begin(), items.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  bool whole = true;
  for (auto& [number, item] : items) {
    if (number != static_cast<lua_Integer>(table.items.size()) + 1 && whole && !too_big_) {
      report(item.line, std::string(word.name) + ": an entry of the list before this one is missing (nil)");
      whole = false;
    }
    table.items.push_back(std::move(item));
  }
  std::sort(table.fields.begin(), table.fields.end(), [](const auto& a, const auto& b) {
    return a.second.order != b.second.order ? a.second.order < b.second.order : a.first < b.first;
  });
  return table;
}

namespace {

void measure(const Value& value, int& depth, long& weight) {
  if (value.kind == Value::Kind::word) {
    depth = std::max(depth, value.node->depth);
    weight += value.node->weight;
  } else if (value.kind == Value::Kind::table) {
    for (const Value& item : value.table->items) measure(item, depth, weight);
    for (const auto& [key, field] : value.table->fields) measure(field, depth, weight);
  }
  ++weight;
}

}  // namespace

const Node* Sandbox::finish(Node node) {
  int depth = 0;
  long weight = 0;
  for (const Value& item : node.content.items) measure(item, depth, weight);
  for (const auto& [key, field] : node.content.fields) measure(field, depth, weight);
  node.depth = depth + 1;
  node.weight = weight + 1;
  if (node.depth > limits_.depth || node.weight > limits_.values) {
    give_up(*node.word, node.source.line,
            "too much inside each other; allowed are " + std::to_string(limits_.depth) + " levels and " +
                std::to_string(limits_.values) + " values");
  }
  if (too_big_) return &mistake_;
  check_shape(node, findings_);
  chunk_.nodes.push_back(std::move(node));
  return &chunk_.nodes.back();
}

const Node* Sandbox::make_node(const Word& word, int line, int first, lua_State* lua) {
  Node node;
  node.word = &word;
  node.source = {file_, line};
  const int count = lua_gettop(lua) - first + 1;
  const std::string name = word.name;

  if (word.braces) {
    // word { ... }
    if (count != 1 || lua_type(lua, first) != LUA_TTABLE) {
      report(line, name + " takes braces: " + name + " { ... }; for example: " + word.example);
      return &mistake_;
    }
    node.content = table_at(lua, first, word, line, "", 1);
  } else {
    // word(...), the named fields in braces at the end
    for (int i = 0; i < count && !too_big_; ++i)
      node.content.items.push_back(value_at(lua, first + i, word, line, "#" + std::to_string(i + 1), 1));
    const std::size_t places = word.positional.size();
    if (!word.fields.empty() && node.content.items.size() == places + 1 &&
        node.content.items.back().kind == Value::Kind::table && node.content.items.back().table->items.empty()) {
      node.content.fields = node.content.items.back().table->fields;
      node.content.items.pop_back();
    }
    node.open = word.kind == WordKind::reference || word.kind == WordKind::equipment;
  }
  return finish(std::move(node));
}

}  // namespace stillhouse::scenario
