#include <gtest/gtest.h>

#include "tests/literature/g6_cases.h"

namespace stillhouse {
namespace {

constexpr const char* file = "g6_instruments.csv";

std::vector<InstrumentCase> all_cases() {
  std::vector<InstrumentCase> all;
  for (const auto& list : {chromatogram_cases(), gas_chromatography_cases(), liquid_chromatograph_cases(),
                           titration_cases(), physical_cases()})
    all.insert(all.end(), list.begin(), list.end());
  return all;
}

TEST(Instruments, MeetEveryPublishedFact) {
  const std::vector<InstrumentCase> cases = all_cases();
  std::vector<int> used(cases.size());
  for (const std::string& name : PublishedCase::names(file)) {
    int claims = 0;
    for (std::size_t i = 0; i < cases.size(); ++i) {
      if (!name.starts_with(cases[i].beginning)) continue;
      ++claims;
      ++used[i];
      PublishedCase facts(file, name);
      cases[i].test(facts);
      for (const std::string& quantity : facts.untested())
        ADD_FAILURE() << name << ": " << quantity << " is not tested";
    }
    EXPECT_EQ(claims, 1) << name << ": tests that claim it";
  }
  for (std::size_t i = 0; i < cases.size(); ++i) EXPECT_GT(used[i], 0) << "no case begins with " << cases[i].beginning;
}

TEST(Instruments, FailAtMostThreeInAHundredFacts) {
  std::size_t failures = 0;
  for (const auto& row : literature_rows("known_failures.csv")) failures += row[0] == file;
  EXPECT_LE(100 * failures, 3 * literature_rows(file, 300).size());
}

}  // namespace
}  // namespace stillhouse
