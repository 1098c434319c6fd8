#include "labs/scenario/sandbox.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <new>
#include <string_view>

#include "labs/scenario/sandbox_state.h"

namespace stillhouse::scenario {

void* Sandbox::allocate(void* user, void* block, std::size_t old_size, std::size_t new_size) {
  Sandbox& sandbox = *static_cast<Sandbox*>(user);
  const std::size_t held = block ? old_size : 0;  // without a block, old_size is a type tag
  if (new_size == 0) {
    std::free(block);
    sandbox.memory_ -= held;
    return nullptr;
  }
  if (new_size > held && sandbox.memory_ - held + new_size > sandbox.limits_.memory) return nullptr;
  void* result = std::realloc(block, new_size);
  if (result) sandbox.memory_ = sandbox.memory_ - held + new_size;
  return result;
}

void Sandbox::count(lua_State* lua, lua_Debug* record) {
  Sandbox& sandbox = of(lua);
  sandbox.instructions_ += 1000;
  if (sandbox.instructions_ <= sandbox.limits_.instructions) return;
  lua_getinfo(lua, "l", record);
  luaL_error(lua, "lab:%d: the text runs for too long", record->currentline);
}

int Sandbox::line_of_call(lua_State* lua) const {
  lua_Debug record;
  if (!lua_getstack(lua, 1, &record)) return 0;
  lua_getinfo(lua, "l", &record);
  return record.currentline > 0 ? record.currentline : 0;
}

int Sandbox::on_word(lua_State* lua) {
  Sandbox& sandbox = of(lua);
  const Word& word = *static_cast<const Word*>(lua_touserdata(lua, lua_upvalueindex(1)));
  if (!lua_checkstack(lua, 200)) return sandbox.out_of_memory(lua);
  sandbox.push(lua, sandbox.make_node(word, sandbox.line_of_call(lua), 1, lua));
  return 1;
}

int Sandbox::on_unknown(lua_State* lua) {
  Sandbox& sandbox = of(lua);
  const std::string name = lua_type(lua, 2) == LUA_TSTRING ? lua_tostring(lua, 2) : "?";
  sandbox.report(sandbox.line_of_call(lua), "unknown word `" + name.substr(0, 60) +
                                                "`; allowed are the words of `stillhouse describe`, and a text needs "
                                                "quotes" +
                                                nearest_of(name.substr(0, 60), word_names()));
  sandbox.push(lua, &sandbox.mistake_);
  return 1;
}

int Sandbox::on_assignment(lua_State* lua) {
  Sandbox& sandbox = of(lua);
  sandbox.report(sandbox.line_of_call(lua), "assignment is not allowed; name a value with `local name = value`");
  return 0;
}

// a word that is used like a function: use_plant "name" { ... }, unit "kind" { ... }, or a mistake
int Sandbox::on_call(lua_State* lua) {
  Sandbox& sandbox = of(lua);
  if (!lua_checkstack(lua, 200)) return sandbox.out_of_memory(lua);
  const Node* callee = static_cast<const Node*>(lua_touserdata(lua, 1));
  if (callee == &sandbox.mistake_) {
    sandbox.push(lua, callee);
    return 1;
  }
  const int line = sandbox.line_of_call(lua);
  if (callee->open && lua_gettop(lua) == 2 && lua_type(lua, 2) == LUA_TTABLE) {
    Node node = *callee;
    node.open = false;
    Table settings = sandbox.table_at(lua, 2, *node.word, node.source.line, "", 1);
    for (const Value& item : settings.items)
      sandbox.report(item.line, std::string(node.word->name) + " takes settings with a name: name = value");
    node.content.fields = std::move(settings.fields);
    sandbox.push(lua, sandbox.finish(std::move(node)));
    return 1;
  }
  sandbox.report(line, std::string(callee->word->name) + " is complete and takes nothing more; a comma may be missing");
  sandbox.push(lua, &sandbox.mistake_);
  return 1;
}

int Sandbox::on_operator(lua_State* lua) {
  Sandbox& sandbox = of(lua);
  for (int i = 1; i <= lua_gettop(lua) && i <= 2; ++i)
    if (lua_type(lua, i) == LUA_TLIGHTUSERDATA && lua_touserdata(lua, i) == &sandbox.mistake_) {
      sandbox.push(lua, &sandbox.mistake_);
      return 1;
    }
  sandbox.report(
      sandbox.line_of_call(lua),
      "words and quantities cannot be calculated with or looked into; write the result, e.g. minutes(5 + 2)");
  sandbox.push(lua, &sandbox.mistake_);
  return 1;
}

int Sandbox::out_of_memory(lua_State* lua) {
  report(line_of_call(lua),
         "the text needs too much memory; allowed are " + std::to_string(limits_.memory >> 20) + " MB");
  push(lua, &mistake_);
  return 1;
}

void Sandbox::report_lua_error(lua_State* lua, int status) {
  if (status == LUA_ERRMEM) {
    report(1, "the text needs too much memory; allowed are " + std::to_string(limits_.memory >> 20) + " MB");
    return;
  }
  const std::string message = lua_type(lua, -1) == LUA_TSTRING ? lua_tostring(lua, -1) : "the text cannot be read";

  // "lab:12: what", where lab is the name given to the text
  int line = 1;
  std::string what = message;
  if (message.starts_with("lab:")) {
    const char* begin = message.data() + 4;
    const auto [end, error] = std::from_chars(begin, message.data() + message.size(), line);
    if (error == std::errc() && *end == ':') what = std::string(end + 1 + (end[1] == ' ' ? 1 : 0));
  }
  if (what.starts_with("attempt to call a")) {
    what = "something that is no word is followed by brackets; a comma may be missing (" + what + ")";
  } else if (what.starts_with("attempt to ")) {
    what = "this cannot be calculated (" + what + "); write the value itself";
  } else if (what.find("C stack overflow") != std::string::npos || what.find("C levels") != std::string::npos) {
    what = "brackets too deep; allowed are " + std::to_string(limits_.depth) + " levels";
  } else if (status == LUA_ERRSYNTAX) {
    what += "; check commas, quotes and brackets on this line and before it";
  }
  report(line, what);
}

// runs protected, so that Lua may run out of memory here; no C++ object with a destructor lives in this function
int Sandbox::prepare(lua_State* lua) {
  const Sandbox& sandbox = of(lua);

  // the words, each a function that knows its declaration
  lua_createtable(lua, 0, 200);
  const std::vector<Word>& words = vocabulary();
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].kind == WordKind::constant) continue;
    lua_pushlightuserdata(lua, const_cast<Word*>(&words[i]));
    lua_pushcclosure(lua, &Sandbox::on_word, 1);
    lua_setfield(lua, -2, words[i].name);
  }
  for (std::size_t i = 0; i < sandbox.chunk_.nodes.size(); ++i) {
    lua_pushlightuserdata(lua, const_cast<Node*>(&sandbox.chunk_.nodes[i]));
    lua_setfield(lua, -2, sandbox.chunk_.nodes[i].word->name);
  }
  lua_createtable(lua, 0, 2);
  lua_pushcfunction(lua, &Sandbox::on_unknown);
  lua_setfield(lua, -2, "__index");
  lua_pushcfunction(lua, &Sandbox::on_assignment);
  lua_setfield(lua, -2, "__newindex");
  lua_setmetatable(lua, -2);

  // what a value of a word answers to: a call, and complaints
  lua_pushlightuserdata(lua, nullptr);
  lua_createtable(lua, 0, 24);
  lua_pushcfunction(lua, &Sandbox::on_call);
  lua_setfield(lua, -2, "__call");
  static const char* const kOperators[] = {"__add",    "__sub",  "__mul", "__div",  "__mod",  "__pow", "__unm",
                                           "__idiv",   "__band", "__bor", "__bxor", "__shl",  "__shr", "__bnot",
                                           "__concat", "__len",  "__lt",  "__le",   "__index"};
  for (const char* name : kOperators) {
    lua_pushcfunction(lua, &Sandbox::on_operator);
    lua_setfield(lua, -2, name);
  }
  lua_setmetatable(lua, -2);
  lua_pop(lua, 1);
  return 1;
}

Chunk Sandbox::run(const std::string& text) {
  chunk_.result.kind = Value::Kind::mistake;

  // constants are nodes from the start
  for (const Word& word : vocabulary())
    if (word.kind == WordKind::constant) {
      Node node;
      node.word = &word;
      chunk_.nodes.push_back(std::move(node));
    }

  lua_State* lua = lua_newstate(&Sandbox::allocate, this);
  if (!lua) {
    report(1, "the text needs too much memory");
    return std::move(chunk_);
  }
  *static_cast<Sandbox**>(lua_getextraspace(lua)) = this;
  lua_sethook(lua, &Sandbox::count, LUA_MASKCOUNT, 1000);

  // load as text only, with the words as its whole world
  lua_pushcfunction(lua, &Sandbox::prepare);
  int status = lua_pcall(lua, 0, 1, 0);
  if (status == LUA_OK) {
    status = luaL_loadbufferx(lua, text.data(), text.size(), "=lab", "t");
    if (status == LUA_OK) {
      lua_pushvalue(lua, 1);
      lua_setupvalue(lua, 2, 1);
      status = lua_pcall(lua, 0, LUA_MULTRET, 0);
    }
  }
  if (status != LUA_OK) {
    report_lua_error(lua, status);
  } else if (lua_gettop(lua) < 2) {
    report(1, "the file returns nothing; it begins with `return lab {`, `return plant {` or `return operator {`");
  } else if (lua_type(lua, 2) == LUA_TLIGHTUSERDATA && lua_checkstack(lua, 200)) {
    const Node* node = static_cast<const Node*>(lua_touserdata(lua, 2));
    if (node != &mistake_) {
      static const Word kFile{"file", WordKind::document, false, {}, {}, {}, "", ""};
      chunk_.result = value_at(lua, 2, kFile, node->source.line, "", 1);
    }
  } else {
    report(1, "the file returns no word; it begins with `return lab {`, `return plant {` or `return operator {`");
  }
  lua_close(lua);
  return std::move(chunk_);
}

Chunk run_unread_text(const std::string& file, const std::string& text, const FieldLines& lines, Findings& findings,
                      const SandboxLimits& limits) {
  return Sandbox(file, lines, findings, limits).run(text);
}

Chunk run_text(const std::string& file, const std::string& text, Findings& findings, const SandboxLimits& limits) {
  Chunk nothing;
  nothing.result.kind = Value::Kind::mistake;
  if (text.size() > limits.text) {
    findings.add({file, 1},
                 "the file has " + std::to_string(text.size()) + " bytes; allowed are " + std::to_string(limits.text));
    return nothing;
  }
  if (text.starts_with("\x1b")) {
    findings.add({file, 1}, "the file is compiled Lua; allowed is text only");
    return nothing;
  }
  if (const std::size_t zero = text.find('\0'); zero != std::string::npos) {
    const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(zero), '\n');
    findings.add({file, static_cast<int>(line)}, "the file holds a zero byte; allowed is text only");
    return nothing;
  }

  // what Lua would run but a lab may not say stops here
  Findings refused;
  const FieldLines lines = read_tokens(file, text, refused);
  const std::vector<Diagnostic> list = refused.sorted();
  for (const Diagnostic& diagnostic : list) findings.add(diagnostic.source, diagnostic.message);
  if (!list.empty()) return nothing;
  return run_unread_text(file, text, lines, findings, limits);
}

}  // namespace stillhouse::scenario
