#include "tests/frontend/cli_test.h"

namespace stillhouse {
namespace {

using testing::HasSubstr;

TEST_F(Cli, ListsInstrumentsAndPrintsTheirManuals) {
  bool found = false;
  const nlohmann::json list = json({"instrument"});
  for (const auto& instrument : list["instruments"]) found |= instrument["name"] == "gas_chromatograph";
  EXPECT_TRUE(found);
  const nlohmann::json manual = json({"instrument", "gas_chromatograph"});
  EXPECT_GT(manual["parameters"].size(), 10u);
  EXPECT_GE(manual["use"].size(), 3u);
  EXPECT_THAT(program({"describe", "gas_chromatograph"}).out, HasSubstr("detector_temperature"));
}

TEST_F(Cli, AnalysesASample) {
  const std::vector<std::string> words = {"instrument", "gas_chromatograph",
                                          "--sample",   "toluene=1wt%,ethylbenzene=1wt%,n-hexane=rest",
                                          "--method",   "split=200,oven=50degC,ramp1=15K/min"};
  std::vector<std::string> with_files = words;
  for (const char* word : {"--csv", "signal.csv", "--svg", "signal.svg"}) with_files.emplace_back(word);
  const nlohmann::json analysis = json(with_files);
  int peaks = 0;
  for (const auto& result : analysis["results"]) peaks += result["name"] == "retention_time";
  EXPECT_EQ(peaks, 3);
  EXPECT_GT(analysis["duration_s"], 600.0);
  EXPECT_FALSE(analysis["truth"].empty());
  EXPECT_FALSE(analysis.contains("signal"));
  EXPECT_THAT(bytes("signal.csv"), testing::StartsWith("time/s,signal/pA,oven/degC\n0,"));
  EXPECT_THAT(bytes("signal.svg"), HasSubstr("polyline"));
  EXPECT_EQ(json(words), json(words));
  EXPECT_THAT(program(words).out, HasSubstr("retention_time / s"));
}

TEST_F(Cli, SaysWhatIsWrongWithASampleOrAMethod) {
  const auto expect = [this](const std::string& sample, const std::string& method, const char* sentence) {
    expect_sentence({"instrument", "gas_chromatograph", "--sample", sample, "--method", method}, 2, sentence);
  };
  expect_sentence({"instrument", "gas_chromatogrph"}, 2, "nearest: gas_chromatograph");
  expect_sentence({"instrument", "gas_chromatograph", "--seed", "3"}, 2, "needs a sample");
  expect("toluene=0.4", "split=50", "add up to 0.4");
  expect("toluen=rest", "split=50", "toluene");
  expect("toluene=1kPa,n-hexane=rest", "split=50", "cannot be stated in kPa");
  expect("toluene", "split=50", "is no NAME=VALUE");
  expect("toluene=rest", "oven=60C", "write one as 40degC");
  expect("toluene=rest", "oven=60kPa", "is no temperature");
  expect("toluene=rest", "oven=600degC", "oven = 600 degC; allowed: 30 .. 450 degC");
  expect("toluene=rest", "ovn=60degC", "nearest: oven");
  expect("toluene=rest", "phase=waks", "nearest: wax");
  expect("", "split=50", "or empty for an empty vial");
  expect_sentence({"instrument", "refractometer", "--sample", "water=1", "--temperature", "20"}, 2,
                  "written as 25degC");
  EXPECT_EQ(program({"instrument", "gas_chromatograph", "--sample", "empty"}).code, 0);
  EXPECT_EQ(program({"instrument", "gas_chromatograph", "--sample", "toluene=rest", "--method", "detector=off"}).code,
            1);
}

}  // namespace
}  // namespace stillhouse
