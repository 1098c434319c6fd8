#pragma once

#include <optional>
#include <string>

namespace stillhouse::scenario {

/// Manual page of a word in plain Markdown: what it does, its arguments and fields, an example. Nothing for an unknown
/// word.
std::optional<std::string> describe_word(const std::string& name);

/// The manual of all words, written to labs/scenario/VOCABULARY.md; a test asserts that the file is this text.
std::string vocabulary_manual();

}  // namespace stillhouse::scenario
