#pragma once

#include <string>
#include <vector>

#include "labs/scenario/source.h"

namespace stillhouse::scenario {

/// One mistake of an author: where, what was found, what is allowed, the nearest word.
struct Diagnostic {
  SourceLine source;
  std::string message;
};

/// "file:line: message".
std::string sentence(const Diagnostic& diagnostic);

/// Collects mistakes, so that an author sees all of them at once. After `kMost` further ones are only counted.
class Findings {
 public:
  static constexpr std::size_t kMost = 200;

  void add(const SourceLine& source, const std::string& message);

  bool empty() const { return list_.empty(); }

  /// Sorted by file and line, each once.
  std::vector<Diagnostic> sorted() const;

 private:
  std::vector<Diagnostic> list_;
};

/// "a, b or c", at most `most` of them.
std::string listing(const std::vector<std::string>& words, std::size_t most = 12);

/// "; nearest: x", or nothing when no word is near.
std::string nearest_of(const std::string& word, const std::vector<std::string>& allowed);

}  // namespace stillhouse::scenario
