#include "tests/frontend/cli_test.h"

namespace stillhouse {
namespace {

using Json = nlohmann::json;

TEST_F(Cli, FlashesAFeed) {
  const Json at = json({"flash", "--components", "methane,propane", "--z", "0.4,0.6", "--temperature", "280K",
                        "--pressure", "20bar", "--model", "pr"});
  ASSERT_EQ(at["phases"].size(), 2u);
  EXPECT_EQ(at["phases"][0]["kind"], "vapour");
  EXPECT_EQ(at["phases"][1]["kind"], "liquid");
  EXPECT_EQ(at["T_K"], 280.0);
  EXPECT_EQ(at["P_Pa"], 20e5);
  double sum = 0.0;
  for (const Json& phase : at["phases"]) sum += phase["fraction"].get<double>() * phase["x"][0].get<double>();
  EXPECT_NEAR(sum, 0.4, 1e-12);

  // what it holds leads back to it
  const auto text = [](const Json& number) { return number.dump(); };
  for (const char* other : {"enthalpy", "entropy"}) {
    const Json number = at[std::string(other) + (other[2] == 't' && other[3] == 'h' ? "_J_mol" : "_J_mol_K")];
    const Json again = json({"flash", "--components", "methane,propane", "--z", "0.4,0.6", "--pressure", "2e6",
                             std::string("--") + other, text(number), "--model", "pr"});
    EXPECT_NEAR(again["T_K"], 280.0, 1e-6) << other;
  }
}

TEST_F(Cli, FlashesWithActivityModelsAndTwoLiquids) {
  // 1-butanol and water boil together at 365.8 K at 1 atm
  const Json both = json({"flash", "--components", "1-butanol,water", "--z", "0.15,0.85", "--pressure", "101325",
                          "--vapour-fraction", "0.2", "--model", "uniquac"});
  ASSERT_EQ(both["phases"].size(), 3u);
  EXPECT_EQ(both["phases"][2]["kind"], "liquid2");
  EXPECT_NEAR(both["T_K"], 365.8, 1.5);

  // names that hold commas; a prediction is said to be one
  const Json named = json({"flash", "--components", "1,4-dioxane,water", "--z", "0.5,0.5", "--temperature", "90degC",
                           "--vapour-fraction", "0", "--model", "unifac"});
  EXPECT_EQ(named["components"][0], "1,4-dioxane");
  EXPECT_THAT(named["notes"].dump(), testing::HasSubstr("predicts"));

  const Ended table =
      program({"flash", "--components", "water", "--z", "1", "--pressure", "1.01325bar", "--vapour-fraction", "0.5"});
  EXPECT_EQ(table.code, 0) << table.err;
  EXPECT_THAT(table.out, testing::HasSubstr("vapour"));
  EXPECT_THAT(table.out, testing::HasSubstr("373."));
}

TEST_F(Cli, SaysWhatAFlashCannotBe) {
  const auto flash = [](std::vector<std::string> more) {
    std::vector<std::string> words{"flash", "--components", "methane,propane", "--z", "0.4,0.6"};
    words.insert(words.end(), more.begin(), more.end());
    return words;
  };
  expect_sentence({"flash", "--z", "1"}, 2, "needs --components");
  expect_sentence({"flash", "--components", "methane,propan", "--z", "0.4,0.6"}, 2, "did you mean 'propane'");
  expect_sentence({"flash", "--components", "methane,methane", "--z", "0.4,0.6"}, 2, "given twice");
  expect_sentence({"flash", "--components", "methane,propane", "--z", "0.4"}, 2, "1 mole fractions for 2 components");
  expect_sentence(flash({"--temperature", "280K"}), 2, "needs two of");
  expect_sentence(flash({"--temperature", "280K", "--pressure", "1bar", "--entropy", "5"}), 2, "needs two of");
  expect_sentence(flash({"--temperature", "280bar", "--pressure", "1bar"}), 2, "is no temperature");
  expect_sentence(flash({"--temperature", "280K", "--pressure", "1bar", "--model", "nrlt"}), 2, "did you mean 'nrtl'");
  expect_sentence(flash({"--pressure", "900bar", "--vapour-fraction", "0.5", "--model", "pr"}), 1,
                  "not there together");
  expect_sentence(flash({"--temperature", "280K", "--enthalpy", "5", "--model", "pr"}), 1, "fix no state");
}

}  // namespace
}  // namespace stillhouse
