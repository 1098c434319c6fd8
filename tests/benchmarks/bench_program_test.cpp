#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>
#include <sys/wait.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "tests/folders.h"

namespace stillhouse {
namespace {

using nlohmann::json;
using testing::HasSubstr;

/// Runs the program that ./bench starts, and the script itself as far as it comes without building.
class BenchProgram : public testing::Test {
 protected:
  BenchProgram() {
    std::string name = (std::filesystem::temp_directory_path() / "stillhouse_bench_test_XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    folder_ = name;
  }
  ~BenchProgram() override { std::filesystem::remove_all(folder_); }

  std::string content(const std::string& name) const {
    std::ifstream file(folder_ / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

  /// Exit code; `out_` and `err_` are what it said.
  int shell(const std::string& command) {
    const int status = std::system(("cd " + folder_.string() + " && " + command + " > out 2> err < /dev/null").c_str());
    out_ = content("out");
    err_ = content("err");
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }
  int program(const std::string& words) { return shell(STILLHOUSE_BINARY_DIR "/benchmarks/stillhouse_bench " + words); }
  int script(const std::string& words) { return shell(STILLHOUSE_SOURCE_DIR "/bench " + words); }

  std::filesystem::path folder_;
  std::string out_, err_;
};

TEST_F(BenchProgram, WritesTheTableAndItsNumbers) {
  ASSERT_EQ(program("--quick --only column_a/cvode_band --only properties/bubble --json table.json"), 0) << err_;
  EXPECT_THAT(out_, HasSubstr("| name "));
  EXPECT_THAT(out_, HasSubstr("| column_a/cvode_band "));
  EXPECT_THAT(out_, HasSubstr("| properties/bubble_point "));
  EXPECT_THAT(out_, HasSubstr("CVODE, band, difference quotients, stock vectors"));
  EXPECT_THAT(out_, testing::Not(HasSubstr("could not be run")));

  const json table = json::parse(content("table.json"));
  ASSERT_TRUE(table.is_array());
  ASSERT_EQ(table.size(), 2u);
  for (const json& row : table) {
    std::vector<std::string> keys;
    for (const auto& [key, value] : row.items()) keys.push_back(key);
    EXPECT_THAT(keys, testing::UnorderedElementsAre("name", "ours_s", "anchor", "anchor_s", "ratio", "goal", "met"));
    EXPECT_GT(row["ours_s"].get<double>(), 0.0);
  }
  EXPECT_EQ(table[0]["name"], "column_a/cvode_band");
  EXPECT_GT(table[0]["anchor_s"].get<double>(), 0.0);
  EXPECT_NEAR(table[0]["ratio"].get<double>(), table[0]["anchor_s"].get<double>() / table[0]["ours_s"].get<double>(),
              1e-9);
  EXPECT_TRUE(table[0]["met"].is_boolean());
  EXPECT_EQ(table[0]["met"].get<bool>(), table[0]["ratio"].get<double>() >= 4.0);
  EXPECT_TRUE(table[0]["goal"].is_string());
  for (const char* key : {"anchor", "anchor_s", "ratio", "goal", "met"}) EXPECT_TRUE(table[1][key].is_null()) << key;
}

TEST_F(BenchProgram, ListsItsRows) {
  ASSERT_EQ(program("--list"), 0);
  EXPECT_THAT(out_, HasSubstr("column_a/cvode_band\n"));
  EXPECT_THAT(out_, HasSubstr("shipped_lab/verify\n"));
}

TEST_F(BenchProgram, DoesOneWorkOnce) {
  EXPECT_EQ(program("--once hires/ida_dense"), 0) << err_;
  EXPECT_EQ(out_ + err_, "");
}

TEST_F(BenchProgram, RefusesWhatItDoesNotKnow) {
  const std::pair<const char*, const char*> wrong[] = {
      {"--fast", "it does not know \"--fast\"; it knows --quick"},
      {"column_a", "it does not know \"column_a\""},
      {"--only", "--only needs the name of a row"},
      {"--only --quick", "--only needs the name of a row"},
      {"--json", "--json needs the name of a file"},
      {"--only kolumn", "no row begins with \"kolumn\"; there are tower_step/ida_dense"},
      {"--once column_a/cvode_band --times none", "--times none: a whole number from 1 on is needed"},
      {"--once column_a", "there is no row \"column_a\""},
      {"--only column_a --json no_such_folder/a.json", "\"no_such_folder/a.json\" cannot be written"},
  };
  for (const auto& [words, says] : wrong) {
    EXPECT_EQ(program(words), 2) << words;
    EXPECT_THAT(err_, HasSubstr(says)) << words;
    EXPECT_THAT(err_, testing::StartsWith("stillhouse_bench: ")) << words;
    EXPECT_EQ(out_, "") << words;
  }
}

// where no run can be recorded none can be verified
TEST_F(BenchProgram, SaysWhatCouldNotBeRunAndEndsSo) {
  EXPECT_EQ(shell("TMPDIR=/no_such_folder " STILLHOUSE_BINARY_DIR
                  "/benchmarks/stillhouse_bench --quick --only shipped_lab/verify --json table.json"),
            1);
  EXPECT_THAT(out_, HasSubstr("shipped_lab/verify could not be run: ours: "));
  const json table = json::parse(content("table.json"));
  EXPECT_EQ(table[0]["name"], "shipped_lab/verify");
  EXPECT_TRUE(table[0]["ours_s"].is_null());
  EXPECT_TRUE(table[0]["met"].is_null());
}

TEST_F(BenchProgram, ItsScriptSaysHowItIsUsed) {
  EXPECT_EQ(script("--help"), 0);
  for (const char* word : {"--quick", "--only NAME", "--json FILE", "--list", "--no-install", "ours_s, anchor"})
    EXPECT_THAT(out_, HasSubstr(word));
}

TEST_F(BenchProgram, ItsScriptRefusesBeforeItBuilds) {
  const std::pair<const char*, const char*> wrong[] = {
      {"--fast", "./bench: it does not know \"--fast\""},
      {"--only", "./bench: --only needs a name after it"},
      {"--json --quick", "./bench: --json needs a name after it"},
  };
  for (const auto& [words, says] : wrong) {
    EXPECT_EQ(script(words), 2) << words;
    EXPECT_THAT(err_, HasSubstr(says)) << words;
    EXPECT_EQ(out_, "") << words;
  }
}

}  // namespace
}  // namespace stillhouse
