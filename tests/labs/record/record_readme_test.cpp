// What labs/record/README.md tells a third party is true: its example, its script, its numbers.

#include <gtest/gtest.h>
#include <stdio.h>
#include <sys/wait.h>

#include "labs/record/line.h"
#include "labs/record/reader.h"
#include "tests/folders.h"
#include "tests/labs/record/sample_run.h"

namespace stillhouse {
namespace {

/// The contents of the first code block in that language.
std::string block(const std::string& page, const std::string& language) {
  const std::string opens = "```" + language + "\n";
  const std::size_t begin = page.find(opens);
  if (begin == std::string::npos) return "";
  const std::size_t first = begin + opens.size();
  return page.substr(first, page.find("```", first) - first);
}

struct Answer {
  std::string text;
  int status = -1;
};

Answer ask_shell(const std::string& command) {
  Answer answer;
  FILE* pipe = ::popen(command.c_str(), "r");
  if (pipe == nullptr) return answer;
  for (int c; (c = std::fgetc(pipe)) != EOF;) answer.text.push_back(static_cast<char>(c));
  answer.status = WEXITSTATUS(::pclose(pipe));
  return answer;
}

class RecordReadme : public testing::Test {
 protected:
  RecordReadme() : page_(bytes_of(std::filesystem::path(STILLHOUSE_SOURCE_DIR) / "labs/record/README.md")) {
    put_bytes(folder_ / "example.run", block(page_, "json"));
    put_bytes(folder_ / "check_run.sh", block(page_, "sh"));
  }

  Answer check(const std::string& run) {
    return ask_shell("sh '" + (folder_ / "check_run.sh").string() + "' '" + (folder_ / run).string() + "'");
  }

  TemporaryFolder folder_;
  std::string page_;
};

TEST_F(RecordReadme, TheExampleIsARun) {
  const RunRecord run = read_run(folder_ / "example.run");
  EXPECT_TRUE(run.intact());
  EXPECT_EQ(run.torn, "");
  EXPECT_EQ(run.header.seed, 1707u);
  EXPECT_EQ(run.header.files.at("lab.lua"), "return lab {}\n");
  EXPECT_EQ(run.commands.at(0).value, 0.35);
  EXPECT_EQ(run.readings.at(0).values.at("TI-112"), 296.15);
  EXPECT_EQ(block(page_, "text"), "intact: " + run.chain + "\n");

  // the short forms in the prose are those of the example, and this program still writes the same bytes
  const std::vector<std::string> lines = lines_of(block(page_, "json"));
  ASSERT_EQ(lines.size(), 3u);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const RunLine cut = cut_line(lines[i]).value();
    if (i < 2) {
      EXPECT_NE(page_.find("`" + std::string(cut.chain.substr(0, 8)) + "...`"), std::string::npos);
    }
    const auto n = static_cast<std::int64_t>(i);
    EXPECT_EQ(line_body(n, record_in(cut.body, n)), cut.body);
  }
}

TEST_F(RecordReadme, TheScriptChecksTheExample) {
  const Answer answer = check("example.run");
  EXPECT_EQ(answer.text, block(page_, "text"));
  EXPECT_EQ(answer.status, 0);
}

TEST_F(RecordReadme, TheScriptFindsAChange) {
  std::string changed = block(page_, "json");
  changed.replace(changed.find("0.35"), 4, "0.36");
  put_bytes(folder_ / "changed.run", changed);
  const Answer answer = check("changed.run");
  EXPECT_EQ(answer.text.find("changed: {\"n\":1,"), 0u) << answer.text;
  EXPECT_EQ(answer.status, 1);
}

TEST_F(RecordReadme, TheScriptChecksARunWithEveryRecord) {
  write_sample_run(folder_ / "sample.run");
  EXPECT_EQ(check("sample.run").text, "intact: " + read_run(folder_ / "sample.run").chain + "\n");
}

}  // namespace
}  // namespace stillhouse
