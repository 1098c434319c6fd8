#include "labs/scenario/findings.h"

#include <algorithm>
#include <tuple>

#include "engine/base/error.h"

namespace stillhouse::scenario {

std::string sentence(const Diagnostic& diagnostic) {
  return diagnostic.source.file + ":" + std::to_string(diagnostic.source.line) + ": " + diagnostic.message;
}

void Findings::add(const SourceLine& source, const std::string& message) {
  if (list_.size() < kMost) list_.push_back({source, message});
}

std::vector<Diagnostic> Findings::sorted() const {
  const auto key = [](const Diagnostic& d) { return std::tie(d.source.file, d.source.line, d.message); };
  std::vector<Diagnostic> result = list_;
  std::stable_sort(result.begin(), result.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
  result.erase(
      std::unique(result.begin(), result.end(), [&](const auto& a, const auto& b) { return key(a) == key(b); }),
      result.end());
  return result;
}

std::string listing(const std::vector<std::string>& words, std::size_t most) {
  std::string text;
  const std::size_t count = std::min(words.size(), most);
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) text += i + 1 == words.size() ? " or " : ", ";
    text += words[i];
  }
  return words.size() > most ? text + " ..." : text;
}

std::string nearest_of(const std::string& word, const std::vector<std::string>& allowed) {
  const std::string nearest = nearest_word(word, allowed);
  return nearest.empty() ? "" : "; nearest: " + nearest;
}

}  // namespace stillhouse::scenario
