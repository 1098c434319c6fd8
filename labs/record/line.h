#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "labs/record/records.h"
#include "labs/record/review_record.h"

namespace stillhouse {

// One line of the run file: `{"n":12,"type":"command",...` (the body), `,"chain":"<64 hex digits>"}`, newline.

/// Lines longer than this are refused by the writer and by the reader, bytes.
inline constexpr std::size_t longest_run_line = 64u << 20;

/// A line without its newline, cut in two.
struct RunLine {
  std::string_view body;   ///< everything before `,"chain":"`
  std::string_view chain;  ///< the 64 digits
};

/// The record as the body of line `n`, counted from 0. Throws std::invalid_argument if a text is not UTF-8 or a number
/// that must be finite is not.
std::string line_body(std::int64_t n, const Record& record);
std::string line_body(std::int64_t n, const ReviewRecord& record);

/// The record in a body, whose line number is `n` + 1. Throws std::invalid_argument, saying what is wrong with it.
Record record_in(std::string_view body, std::int64_t n);
/// The same for a line of a review file.
ReviewRecord review_record_in(std::string_view body, std::int64_t n);

/// SHA-256, in hex, of the previous line's chain (empty for the first line) followed by the body.
std::string chain_after(std::string_view previous_chain, std::string_view body);

/// The whole line, newline included.
std::string whole_line(std::string_view body, std::string_view chain);

/// Cuts a line without its newline; nothing if it does not end like a line of a run file.
std::optional<RunLine> cut_line(std::string_view line);

/// Whether the text may be the beginning of line `n` that was cut short while it was written.
bool may_be_torn(std::string_view tail, std::int64_t n);

/// The number that a line says it has, counted from 0; nothing if it does not begin like a line of a run file.
std::optional<std::int64_t> number_of(std::string_view line);

/// The format version that a first line says it has, before anything else of it is looked at; nothing if it does not
/// begin like the header of a run file, of whatever version.
std::optional<std::int64_t> format_of_header(std::string_view line);

}  // namespace stillhouse
