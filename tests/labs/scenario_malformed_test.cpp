#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "labs/scenario/reader.h"
#include "tests/folders.h"
#include "tests/labs/scenario_fixture.h"

namespace stillhouse::scenario {
namespace {

namespace fs = std::filesystem;

/// First line of a malformed file: "-- read as: lab; expected on line 7: fragment | fragment".
struct Expectation {
  std::string kind;
  int line = 0;
  std::vector<std::string> fragments;
};

Expectation expectation_of(const std::string& text) {
  Expectation result;
  std::string head = text.substr(0, text.find('\n'));
  const std::string read_as = "-- read as: ", on_line = "; expected on line ";
  const std::size_t middle = head.find(on_line);
  if (!head.starts_with(read_as) || middle == std::string::npos) return result;
  result.kind = head.substr(read_as.size(), middle - read_as.size());
  std::istringstream rest(head.substr(middle + on_line.size()));
  char colon = ' ';
  rest >> result.line >> colon;
  std::string fragments;
  std::getline(rest, fragments);
  for (std::size_t start = 1; start <= fragments.size();) {
    const std::size_t end = std::min(fragments.find(" | ", start), fragments.size());
    result.fragments.push_back(fragments.substr(start, end - start));
    start = end + 3;
  }
  return result;
}

template <class Value>
std::vector<Diagnostic> mistakes(const ReadResult<Value>& read) {
  EXPECT_EQ(read.good(), read.diagnostics.empty());
  return read.diagnostics;
}

std::vector<Diagnostic> mistakes_in(const std::string& kind, const std::string& text) {
  const PlantCatalogue catalogue = sample_catalogue();
  TextFiles files;
  const FolderFiles sample = sample_files();
  for (const std::string& name : sample.names("")) files.put(name, *sample.text(name));
  if (kind == "lab") {
    files.put("library/bad/lab.lua", text);
    return mistakes(check_lab(files, "library/bad/lab.lua", catalogue));
  }
  if (kind == "plant") {
    files.put("plants/bad.lua", text);
    return mistakes(check_plant(files, "plants/bad.lua", catalogue));
  }
  files.put("library/small_lab/operators/bad.lua", text);
  const Lab lab = read_lab(files, "library/small_lab/lab.lua", catalogue);
  return mistakes(check_operator(files, "library/small_lab/operators/bad.lua", lab, catalogue));
}

std::vector<std::string> malformed_files() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(STILLHOUSE_SOURCE_DIR "/tests/labs/malformed"))
    if (entry.path().extension() == ".lua") names.push_back(entry.path().stem().string());
  std::sort(names.begin(), names.end());
  return names;
}

class Malformed : public testing::TestWithParam<std::string> {};

TEST_P(Malformed, IsToldOnItsLineInItsWords) {
  const std::string text = test_text("malformed/" + GetParam() + ".lua");
  const Expectation expected = expectation_of(text);
  ASSERT_FALSE(expected.fragments.empty()) << "the first line of the file does not say what is expected";
  const std::vector<Diagnostic> told = mistakes_in(expected.kind, text);
  ASSERT_FALSE(told.empty()) << "nothing was told";

  // the one mistake is told once, and nothing else is made of it
  std::string all;
  for (const Diagnostic& diagnostic : told) all += sentence(diagnostic) + "\n";
  EXPECT_EQ(told.size(), 1u) << all;
  EXPECT_EQ(told.front().source.line, expected.line) << all;
  for (const std::string& fragment : expected.fragments)
    EXPECT_THAT(told.front().message, testing::HasSubstr(fragment)) << all;
}

INSTANTIATE_TEST_SUITE_P(Scenario, Malformed, testing::ValuesIn(malformed_files()),
                         [](const auto& test) { return test.param; });

TEST(MalformedFiles, AreMany) {
  EXPECT_GE(malformed_files().size(), 20u);
}

TEST(MalformedFiles, AllMistakesOfALabAreToldAtOnce) {
  const std::vector<Diagnostic> told = mistakes_in("lab", R"(return lab {
  format = 1, id = "bad", seed = 1.5, duration = celsius(60),
  title = "Bad",
  plant = use_plant "pilot_column" { tray = 12 },
  tasks = {
    task { id = "heat", says = { en = "Heat", zh = "加热" }, done = above("TI-113", celsius(60)) },
    task { id = "cool", says = { en = "Cool", zh = "冷却" }, done = bellow("TI-112", celsius(60)) },
  },
  rubric = rubric { total = 20, points(10, { en = "P", zh = "操" }, steps { "heta" }) },
})");
  std::string lines;
  for (const Diagnostic& diagnostic : told) lines += std::to_string(diagnostic.source.line) + " ";
  EXPECT_EQ(lines, "2 2 3 4 6 7 9 9 ");
}

}  // namespace
}  // namespace stillhouse::scenario
