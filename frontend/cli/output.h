#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

#include "engine/base/text.h"
#include "labs/grading/grade.h"

namespace stillhouse::cli {

using Json = nlohmann::ordered_json;

/// The one document that stdout holds with --json.
void print_json(const Json& document);

Json json_of(const Text& text);
/// null for nothing and for numbers that are not finite.
Json json_of(const std::optional<double>& number);

/// Writes a document whole, replacing what is there. Throws std::runtime_error with a sentence.
void write_document(const std::string& path, const std::string& text);

/// A moment of a run for people: "1:02:05".
std::string clock_time(double seconds);

/// A number without needless digits: "92.5".
std::string points(double number);

/// Tasks, criteria with their lost points and why, and the score.
std::string grade_text(const Grade& grade, bool with_evidence);

}  // namespace stillhouse::cli
