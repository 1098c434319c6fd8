#pragma once

#include <lua.hpp>

#include <cstddef>
#include <string>

#include "labs/scenario/sandbox.h"
#include "labs/scenario/vocabulary.h"

namespace stillhouse::scenario {

/// One run of one text in a Lua state of its own, and the tree of words it leaves behind.
///
/// Lua here is compiled as C: its errors jump over C++ frames. So what Lua calls never raises an error and calls
/// nothing of Lua that allocates; a mistake is written down and the node `mistake_` goes on in its place.
class Sandbox {
 public:
  Sandbox(const std::string& file, const FieldLines& lines, Findings& findings, const SandboxLimits& limits)
      : file_(file), lines_(lines), findings_(findings), limits_(limits) {}

  Chunk run(const std::string& text);

 private:
  static Sandbox& of(lua_State* lua) { return **static_cast<Sandbox**>(lua_getextraspace(lua)); }

  // --- what Lua calls
  static void* allocate(void* user, void* block, std::size_t old_size, std::size_t new_size);
  static void count(lua_State* lua, lua_Debug* record);
  static int on_word(lua_State* lua);
  static int on_unknown(lua_State* lua);
  static int on_assignment(lua_State* lua);
  static int on_call(lua_State* lua);
  static int on_operator(lua_State* lua);
  static int prepare(lua_State* lua);

  // --- building the tree
  int line_of_call(lua_State* lua) const;
  const Node* make_node(const Word& word, int line, int first, lua_State* lua);
  const Node* finish(Node node);
  Value value_at(lua_State* lua, int index, const Word& word, int line, const std::string& path, int depth);
  Table table_at(lua_State* lua, int index, const Word& word, int line, const std::string& path, int depth);
  void push(lua_State* lua, const Node* node) { lua_pushlightuserdata(lua, const_cast<Node*>(node)); }
  void report(int line, const std::string& message) { findings_.add({file_, line}, message); }
  void report_lua_error(lua_State* lua, int status);
  void give_up(const Word& word, int line, const std::string& message);
  int out_of_memory(lua_State* lua);

  const std::string& file_;
  const FieldLines& lines_;
  Findings& findings_;
  const SandboxLimits& limits_;
  Chunk chunk_;
  Node mistake_;
  std::size_t memory_ = 0;
  long instructions_ = 0;
  long values_ = 0;
  std::size_t string_bytes_ = 0;
  bool too_big_ = false;
};

}  // namespace stillhouse::scenario
