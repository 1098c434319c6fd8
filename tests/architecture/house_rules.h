#pragma once

#include <filesystem>
#include <string>
#include <vector>

/// The rules of the house (STYLEGUIDE.md) that a machine can check by reading the sources.
namespace stillhouse::architecture {

struct Violation {
  std::string file;  ///< relative to the root of the tree
  int line;          ///< 1-based; 0 if the file as a whole, or its name, is meant
  std::string what;  ///< a sentence that says what is wrong and what is allowed
};

/// "file:line: what" for each violation, one a line.
std::string in_words(const std::vector<Violation>& violations);

/// All violations in the rooms (engine, models, labs, frontend, benchmarks, tests, assets) below `root`, files in
/// alphabetical order. A room that does not exist is skipped.
/// Checks: which room includes which; the doors to third-party libraries; forbidden names; length of files; what would
/// make a run depend on compiler, processor, clock or locale; types of one name.
std::vector<Violation> violations(const std::filesystem::path& root);

}  // namespace stillhouse::architecture
