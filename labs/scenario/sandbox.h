#pragma once

#include <cstddef>
#include <deque>
#include <memory>
#include <string>

#include "labs/scenario/findings.h"
#include "labs/scenario/tokens.h"
#include "labs/scenario/value.h"

namespace stillhouse::scenario {

/// What a text may use up before it is stopped.
struct SandboxLimits {
  std::size_t text = 1 << 20;     ///< bytes of source
  std::size_t memory = 16 << 20;  ///< bytes Lua may hold
  long instructions = 1'000'000;  ///< of the Lua machine
  std::size_t string = 20'000;    ///< bytes of one string in a word
  std::size_t strings = 4 << 20;  ///< bytes of all strings in words
  long values = 200'000;          ///< values in words, shared ones counted each time
  int depth = 64;                 ///< words and braces inside each other
};

/// What a text said: the value it returned. The nodes live as long as this.
struct Chunk {
  std::deque<Node> nodes;
  Value result;
};

/// Runs a text with nothing but the words of the vocabulary around it: no library, no functions, no loops, no bytecode.
/// Every mistake goes to `findings`, each word is checked against its declaration. Never throws for what a text says.
Chunk run_text(const std::string& file, const std::string& text, Findings& findings, const SandboxLimits& limits = {});

/// The same without the reading of tokens that refuses loops and functions, so that a test can reach the limits on
/// memory and instructions that stand behind it.
Chunk run_unread_text(const std::string& file, const std::string& text, const FieldLines& lines, Findings& findings,
                      const SandboxLimits& limits = {});

}  // namespace stillhouse::scenario
