// Every kind of unit and every flowsheet is held against a published number: tests/literature/units.csv. A closed form,
// which the table admits to be one, may stand beside it.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "models/catalogue.h"
#include "models/plant/unit_kind.h"
#include "tests/literature/literature_file.h"

namespace stillhouse {
namespace {

std::set<std::string> catalogue_entries() {
  std::set<std::string> names;
  for (const UnitKind& kind : unit_kinds()) names.insert(kind.name);
  for (const FlowsheetKind& kind : catalogue()) names.insert(kind.name);
  return names;
}

/// "Suite.Name" of a test of this program, without the parts that parameters add.
std::string plain_name(const testing::TestSuite& suite, const testing::TestInfo& test) {
  const std::string whole = suite.name(), name = test.name();
  const std::size_t slash = whole.find('/');
  return (slash == std::string::npos ? whole : whole.substr(slash + 1)) + "." + name.substr(0, name.find('/'));
}

std::string text_of(const std::filesystem::path& path) {
  std::ifstream file(path);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  EXPECT_FALSE(text.empty()) << "cannot read " << path;
  return text;
}

struct Source {
  std::filesystem::path file;  // in which a test stands; empty if there is no such test
  std::string body;            // from the test's first line to its last
};

Source source_of(const std::string& wanted) {
  const testing::UnitTest& program = *testing::UnitTest::GetInstance();
  for (int s = 0; s < program.total_test_suite_count(); ++s) {
    const testing::TestSuite& suite = *program.GetTestSuite(s);
    for (int t = 0; t < suite.total_test_count(); ++t) {
      const testing::TestInfo& test = *suite.GetTestInfo(t);
      if (plain_name(suite, test) != wanted) continue;
      const std::string path = test.file(), dot_to_comma = wanted.substr(0, wanted.find('.')) + ", ";
      const std::filesystem::path file =
          std::filesystem::path(STILLHOUSE_SOURCE_DIR) / path.substr(path.rfind("tests/"));
      const std::string text = text_of(file);
      const std::size_t start = text.find("(" + dot_to_comma + wanted.substr(wanted.find('.') + 1) + ")");
      return {file, start == std::string::npos ? "" : text.substr(start, text.find("\n}", start) - start)};
    }
  }
  return {};
}

/// Whether the test or a fixture beside it names the kind.
bool is_named_beside(const std::filesystem::path& file, const std::string& kind) {
  for (const auto& entry : std::filesystem::directory_iterator(file.parent_path()))
    if (entry.path().extension() == ".cpp" && text_of(entry.path()).find(kind) != std::string::npos) return true;
  return false;
}

TEST(PublishedNumbers, EveryCatalogueEntryHasOne) {
  std::set<std::string> missing = catalogue_entries();
  for (const auto& row : literature_rows("units.csv"))
    if (row[5].find("closed form") == std::string::npos) missing.erase(row[0]);
  for (const std::string& name : missing)
    ADD_FAILURE() << name << " has no row with a published number in tests/literature/units.csv";
}

TEST(PublishedNumbers, AreAskedForByTheTestsThatTheyName) {
  const std::set<std::string> entries = catalogue_entries();
  for (const auto& row : literature_rows("units.csv")) {
    ASSERT_EQ(row.size(), 7u) << row[0];
    const std::string where = row[0] + ", " + row[1] + ": ";
    EXPECT_TRUE(entries.contains(row[0])) << where << "the catalogue has no such entry";
    EXPECT_FALSE(row[5].empty()) << where << "no source";
    const Source test = source_of(row[6]);
    if (test.file.empty()) {
      ADD_FAILURE() << where << "there is no test " << row[6];
    } else if (row[2].empty()) {
      // the facts of another file; its own test asks for all of them
      EXPECT_NE(literature_text(row[5]).find(row[1]), std::string::npos) << where << "not in " << row[5];
      EXPECT_TRUE(is_named_beside(test.file, row[0])) << where << row[6] << " does not build it";
    } else {
      EXPECT_NE(test.body.find("(\"" + row[0] + "\", "), std::string::npos)
          << where << row[6] << " asks for no PublishedUnit of this kind";
      EXPECT_NE(test.body.find("PublishedUnit"), std::string::npos) << where << row[6];
      EXPECT_NE(test.body.find("\"" + row[1] + "\""), std::string::npos) << where << row[6] << " does not ask for it";
    }
  }
}

TEST(PublishedNumbers, StandOnceEach) {
  std::set<std::vector<std::string>> seen;
  for (const auto& row : literature_rows("units.csv"))
    EXPECT_TRUE(seen.insert({row[0], row[1], row[6]}).second) << row[0] << ", " << row[1] << " stands twice";
}

TEST(PublishedNumbers, KnownFailuresAreOnesOfAFact) {
  for (const auto& failure : literature_rows("known_failures.csv")) {
    ASSERT_EQ(failure.size(), 5u) << failure[0] << ", " << failure[1];
    EXPECT_FALSE(failure[4].empty()) << failure[1] << ", " << failure[2] << ": no reason";
    const auto facts = literature_rows(failure[0]);
    EXPECT_TRUE(std::any_of(facts.begin(), facts.end(),
                            [&](const auto& fact) { return fact[0] == failure[1] && fact[1] == failure[2]; }))
        << failure[0] << " has no " << failure[2] << " of " << failure[1];
  }
}

}  // namespace
}  // namespace stillhouse
