#include "tests/frontend/cli_test.h"

namespace stillhouse {
namespace {

using testing::HasSubstr;

TEST_F(Cli, ListsInstruments) {
  EXPECT_TRUE(json({"instrument"})["instruments"].is_array());
  expect_sentence({"instrument", "astrolabe"}, 2, "there is no instrument \"astrolabe\"");
}

TEST_F(Cli, RunsALiquidChromatogram) {
  const auto document = json({"instrument", "liquid_chromatograph", "--sample", "phenol=20mg/L,acetophenone=20mg/L",
                              "--method", "run_time=6min,organic_start=40%"});
  int peaks = 0;
  for (const auto& result : document["results"]) peaks += result["name"] == "retention_time" ? 1 : 0;
  EXPECT_EQ(peaks, 2);
  expect_sentence({"instrument", "liquid_chromatograph", "--sample", "tolune=20mg/L"}, 2, "nearest: toluene");
}

}  // namespace
}  // namespace stillhouse
