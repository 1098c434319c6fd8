// Files that are no runs, or not any more: a clear error each, and no crash.

#include <gtest/gtest.h>

#include "engine/base/error.h"
#include "engine/base/hash.h"
#include "labs/record/line.h"
#include "labs/record/reader.h"
#include "tests/labs/record/sample_run.h"

namespace stillhouse {
namespace {

std::string header_body() {
  HeaderRecord header = sample_header();
  for (const auto& [name, text] : header.files) header.file_digests[name] = to_hex(sha256(text));
  return line_body(0, header);
}

std::string header_line() {
  const std::string body = header_body();
  return whole_line(body, chain_after("", body));
}

/// The header and then one line with any body, correctly chained.
std::string with_second_line(const std::string& body) {
  const std::string first = header_line();
  const std::string chain(cut_line(first.substr(0, first.size() - 1))->chain);
  return first + whole_line(body, chain_after(chain, body));
}

/// One line with any body, correctly chained.
std::string with_first_line(const std::string& body) {
  return whole_line(body, chain_after("", body));
}

/// The header with one of its values replaced, correctly chained.
std::string with_header(const std::string& from, const std::string& to) {
  std::string body = header_body();
  body.replace(body.find(from), from.size(), to);
  return with_first_line(body);
}

struct Malformed {
  std::string name;
  std::string bytes;
  int line;
  std::string says;
};

std::vector<Malformed> malformed_files() {
  const std::string deep(100000, '[');
  return {
      {"empty", "", 1, "not a run file (the file is empty)"},
      {"text", "Dear teacher,\nthe run is attached.\n", 1, "not a run file"},
      {"one_word", "run", 1, "not a run file"},
      {"other_json", "{\"score\": 100}\n", 1, "not a run file"},
      {"binary",
       std::string("\x7f"
                   "ELF\0\0\n\n\xff\xfe",
                   10),
       1, "not a run file"},
      {"newlines", "\n\n\n", 1, "not a run file"},
      {"zeros", std::string(5000, '\0'), 1, "not a run file"},
      {"torn_header", header_line().substr(0, 100), 1, "cut off while its first line was written"},
      {"newer", with_header("\"format\":1", "\"format\":2"), 1, "format 2, newer than format 1"},
      {"format_word", with_header("\"format\":1", "\"format\":\"1\""), 1, "not the header"},
      {"no_seed", with_header("\"seed\":", "\"need\":"), 1, "`seed` is missing"},
      {"negative_seed", with_header("\"seed\":18446744073709551615", "\"seed\":-1"), 1,
       "`seed` must be a whole number"},
      {"huge_seed", with_header("\"seed\":18446744073709551615", "\"seed\":18446744073709551616"), 1, "`seed` must be"},
      {"scan_zero", with_header("\"scan_length_s\":1.0", "\"scan_length_s\":0.0"), 1, "must be above zero"},
      {"scan_infinite", with_header("\"scan_length_s\":1.0", "\"scan_length_s\":1e999"), 1, "not JSON"},
      {"lab_number", with_header("\"lab\":\"methanol_water_distillation\"", "\"lab\":12"), 1, "`lab` must be a text"},
      {"other_lab_text", with_header("a trap", "b trap"), 1, "the text of chain is not the one whose SHA-256"},
      {"files_list", with_header("\"files\":{", "\"files\":[{"), 1, "not JSON"},
      {"extra_field", with_header("\"lab\":", "\"bonus\":1,\"lab\":"), 1, "a field that no header record has"},
      {"two_headers", with_second_line("{\"n\":1" + header_body().substr(6)), 2, "a second header"},
      {"unknown_type", with_second_line("{\"n\":1,\"type\":\"gift\",\"scan\":1"), 2, "no record has the type `gift`"},
      {"no_type", with_second_line("{\"n\":1"), 2, "`type` is missing"},
      {"no_number", with_second_line("{\"type\":\"digest\""), 2, "`n` is missing"},
      {"not_json", with_second_line("{\"n\":1,\"type\":\"digest\",\"scan\":"), 2, "not JSON"},
      {"not_utf8", with_second_line("{\"n\":1,\"type\":\"digest\",\"scan\":1,\"digest\":\"\xff\""), 2,
       "not JSON in UTF-8"},
      {"scan_negative", with_second_line("{\"n\":1,\"type\":\"digest\",\"scan\":-5,\"digest\":\"\""), 2,
       "`scan` must be"},
      {"scan_fraction", with_second_line("{\"n\":1,\"type\":\"digest\",\"scan\":1.5,\"digest\":\"\""), 2,
       "`scan` must be"},
      {"scan_huge", with_second_line("{\"n\":1,\"type\":\"digest\",\"scan\":9223372036854775808,\"digest\":\"\""), 2,
       "`scan` is too large"},
      {"actor",
       with_second_line("{\"n\":1,\"type\":\"command\",\"scan\":1,\"time_s\":1,\"actor\":\"ghost\",\"verb\":\"set\""),
       2, "`actor` must be one of student, operator, instructor, not ghost"},
      {"text_alone",
       with_second_line("{\"n\":1,\"type\":\"note\",\"scan\":1,\"time_s\":1,\"kind\":\"note\",\"text\":{\"en\":\"\"}"),
       2, "`text` has no `zh`"},
      {"values_list", with_second_line("{\"n\":1,\"type\":\"reading\",\"scan\":1,\"time_s\":1,\"values\":[1,2]"), 2,
       "`values` must be an object"},
      {"pairs",
       with_second_line(
           "{\"n\":1,\"type\":\"result\",\"scan\":1,\"time_s\":1,\"score\":1,\"total\":1,\"criteria\":[3]"),
       2, "`criteria` has no `id`"},
      {"deep", with_second_line("{\"n\":1,\"type\":" + deep), 2, "not JSON"},
      {"only_chain", with_first_line("{\"n\":0,\"type\":\"header\",\"format\":1,"), 1, "not JSON"},
      {"windows_lines", header_line().substr(0, header_line().size() - 1) + "\r\n", 1, "does not end with its chain"},
  };
}

TEST(RecordMalformed, EachFileGetsAClearError) {
  const TemporaryFolder folder;
  ASSERT_GE(malformed_files().size(), 20u);
  for (const Malformed& file : malformed_files()) {
    put_bytes(folder / file.name, file.bytes);
    try {
      require_intact(read_run(folder / file.name));
      ADD_FAILURE() << file.name << " passed for a run";
    } catch (const RecordError& error) {
      EXPECT_NE(std::string(error.what()).find(file.says), std::string::npos) << file.name << " says " << error.what();
      EXPECT_EQ(error.line(), file.line) << file.name;
      EXPECT_NE(error.file().find(file.name), std::string::npos);
    }
  }
}

TEST(RecordMalformed, WhatIsNotAFile) {
  const TemporaryFolder folder;
  const auto error_for = [](const std::filesystem::path& path) {
    try {
      read_run(path);
    } catch (const RecordError& error) {
      return std::string(error.what());
    }
    return std::string("no error");
  };
  EXPECT_NE(error_for(folder / "none").find("no such run"), std::string::npos);
  EXPECT_NE(error_for(folder / "").find("this is a folder"), std::string::npos);
  EXPECT_NE(error_for("/dev/null").find("this is not a file"), std::string::npos);
}

TEST(RecordMalformed, ALineWithoutEnd) {
  const TemporaryFolder folder;
  put_bytes(folder / "first", std::string(longest_run_line + 100, '{'));
  EXPECT_THROW(read_run(folder / "first"), RecordError);
  put_bytes(folder / "second", header_line() + std::string(longest_run_line + 100, '{'));
  const RunRecord run = read_run(folder / "second");
  ASSERT_EQ(run.problems.size(), 1u);
  EXPECT_EQ(run.problems[0].line, 2);
}

}  // namespace
}  // namespace stillhouse
