#include <cmath>

#include "tests/frontend/cli_test.h"

namespace stillhouse {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using Json = nlohmann::json;

/// A minute of the pilot column's start-up by its good operator.
class CliLinearize : public Cli {
 protected:
  CliLinearize() {
    json({"run", "methanol_water_distillation", "--operator", "good", "--until", "2min", "--out", "a.run"});
  }
};

void expect_size(const Json& matrix, std::size_t rows, std::size_t columns) {
  ASSERT_EQ(matrix.size(), rows);
  for (const Json& row : matrix) ASSERT_EQ(row.size(), columns);
}

TEST_F(CliLinearize, GivesTheStateSpaceOfAMomentAsJson) {
  const std::vector<std::string> words = {"linearize", "a.run", "--at", "60s"};
  const Json j = json(words);
  EXPECT_EQ(j["time_s"], 60.0);
  EXPECT_EQ(j["scan"], 60);
  EXPECT_EQ(j["lab"], "methanol_water_distillation");
  EXPECT_TRUE(j["steady"].is_null());
  const std::size_t n = j["states"].size(), m = j["inputs"].size(), p = j["outputs"].size();
  EXPECT_GT(n, 100u);
  EXPECT_EQ(m, 8u);   // what handles and controllers of the lab move
  EXPECT_EQ(p, 23u);  // what its instruments read
  expect_size(j["A"], n, n);
  expect_size(j["B"], n, m);
  expect_size(j["C"], p, n);
  expect_size(j["D"], p, m);
  expect_size(j["gains"], p, m);
  expect_size(j["ramps_per_s"], p, m);
  EXPECT_EQ(j["rates"].size(), n);
  EXPECT_EQ(j["eigenvalues"].size(), n);
  EXPECT_EQ(j["time_constants_s"].size(), n);
  double trace = 0.0, sum = 0.0;
  for (std::size_t i = 0; i < n; ++i) {
    trace += j["A"][i][i].get<double>();
    sum += j["eigenvalues"][i]["re"].get<double>();
  }
  EXPECT_NEAR(sum, trace, 1e-9 * std::abs(trace));
  for (const char* list : {"states", "inputs", "outputs"}) {
    for (const Json& q : j[list]) {
      EXPECT_NE(q["name"], "");
      EXPECT_NE(q["unit"], "");
      EXPECT_TRUE(q["value"].is_number()) << q;
    }
  }
  EXPECT_FALSE(j["integrating"].empty());  // the receivers
  for (const char* key : {"at_rest", "not_at_rest", "outside_range", "says"}) EXPECT_TRUE(j["validity"].contains(key));

  // the same run gives the same document, and no number loses a digit in it
  const Ended again = program({"linearize", "a.run", "--at", "1min", "--json"});
  EXPECT_EQ(Json::parse(again.out), j);
  EXPECT_EQ(program({"linearize", "a.run", "--at", "1min", "--json"}).out, again.out);
}

TEST_F(CliLinearize, TakesNamesAndTagsInTheOrderGiven) {
  const Json j = json({"linearize", "a.run", "--at", "1min", "--inputs", "HIC-101,cooling_water.supply", "--outputs",
                       "kettle.T_heater,TI-112,kettle.heating"});
  ASSERT_EQ(j["inputs"].size(), 2u);
  EXPECT_EQ(j["inputs"][0]["name"], "kettle.power");
  EXPECT_EQ(j["inputs"][1]["name"], "cooling_water.supply");
  ASSERT_EQ(j["outputs"].size(), 3u);
  EXPECT_EQ(j["outputs"][0]["name"], "kettle.T_heater");
  EXPECT_EQ(j["outputs"][1]["name"], "tray_12.T");
  EXPECT_EQ(j["outputs"][1]["tags"], Json({"TI-112"}));
  // power taken is power asked, at nominal voltage: an observable that an input reaches at once
  EXPECT_EQ(j["D"][2], Json({1.0, 0.0}));
  EXPECT_EQ(j["gains"][2][0], 1.0);
}

TEST_F(CliLinearize, TellsAPersonGainsModesAndTheirLimits) {
  const Ended ended = program({"linearize", "a.run", "--inputs", "kettle.power,drum.splitter", "--outputs",
                               "kettle.T_heater,distillate_tank.level"});
  EXPECT_EQ(ended.code, 0) << ended.err;
  EXPECT_THAT(ended.out,
              AllOf(HasSubstr("methanol_water_distillation, 0:02:00 (scan 120), "), HasSubstr("[1] kettle.power"),
                    HasSubstr("Step gains"), HasSubstr("Dominant modes, slowest first"),
                    HasSubstr("Integrating modes: "), HasSubstr("distillate_tank.n_light"),
                    HasSubstr("controllers are open"), HasSubstr("Round-off may have changed")));
}

TEST_F(CliLinearize, SaysWhichScanItTookWhenNoneBeginsThere) {
  const Ended ended = program({"linearize", "a.run", "--at", "60.5s", "--outputs", "TI-100", "--json"});
  EXPECT_EQ(ended.code, 0);
  EXPECT_THAT(ended.err, HasSubstr("no scan begins at 60.5s; the one before, at 60s, is taken"));
  EXPECT_EQ(Json::parse(ended.out)["time_s"], 60.0);
}

TEST_F(CliLinearize, BringsAPlantThatNobodyTouchesToRest) {
  json({"run", "methanol_water_distillation", "--operator", "nothing", "--until", "60s", "--out", "cold.run"});
  const Json j = json({"linearize", "cold.run", "--steady", "--outputs", "TI-100"});
  EXPECT_EQ(j["validity"]["at_rest"], true) << j["validity"];
  EXPECT_GT(j["steady"]["simulated_s"], 0.0);
  EXPECT_TRUE(j["steady"].contains("not_at_rest") && j["steady"].contains("changed"));
  for (const Json& rate : j["rates"]) EXPECT_LT(std::abs(rate.get<double>()), 1e-3);
  EXPECT_THAT(program({"linearize", "cold.run", "--steady", "--outputs", "TI-100"}).out,
              HasSubstr("Brought to rest from there with all inputs held"));
}

// a split range moves several inputs, so that its tag names none of them
TEST_F(Cli, LinearizesTheHandlesOfASplitRange) {
  put("split/lab.lua",
      "return lab { format = 1, id = \"split\", seed = 1, title = { en = \"a\", zh = \"b\" }, duration = minutes(1),\n"
      "plant = use_plant \"hydrolysis_reactor\" {}, notes = { en = \"a\", zh = \"b\" },\n"
      "tasks = { task { id = \"look\", says = { en = \"a\", zh = \"b\" }, done = above(\"LI-300\", percent(1)) } },\n"
      "rubric = rubric { total = 1, points(1, { en = \"a\", zh = \"b\" }, steps { \"look\" }) } }\n");
  put("idle.lua", "return operator { says = { en = \"a\", zh = \"b\" }, steps = { wait(minutes(1)) } }\n");
  json({"run", "split", "--operator", "idle.lua", "--until", "5s", "--out", "split.run"});
  expect_sentence({"linearize", "split.run", "--inputs", "TIC-300"}, 2,
                  "--inputs: TIC-300 moves several handles, by split range; name those of interest: FIC-301,HIC-302");
  const Json j = json({"linearize", "split.run", "--inputs", "FIC-301,HIC-302", "--outputs", "TI-300"});
  ASSERT_EQ(j["inputs"].size(), 2u);
  EXPECT_EQ(j["inputs"][1]["tags"], Json({"HIC-302", "TIC-300"}));
}

TEST_F(CliLinearize, SaysWhatIsWrongWithItsArguments) {
  expect_sentence({"linearize"}, 2, "needs RUN");
  expect_sentence({"linearize", "b.run"}, 1, "b.run");
  expect_sentence({"linearize", "a.run", "--at", "noon"}, 2, "'noon' is not a time; write one as 600s, 10min or 1.5h");
  expect_sentence({"linearize", "a.run", "--at", "3min"}, 2,
                  "3min is beyond the end of the run, which has 120s (0:02:00)");
  expect_sentence({"linearize", "a.run", "--outputs", "tray_12.TT"}, 2, "no signal 'tray_12.TT'");
  expect_sentence({"linearize", "a.run", "--outputs", "tray_12.TT"}, 2, "did you mean 'tray_12.T'?");
  expect_sentence({"linearize", "a.run", "--outputs", "tray_12.TT"}, 2, "stillhouse describe pilot_column");
  expect_sentence({"linearize", "a.run", "--inputs", "kettle.powr"}, 2, "did you mean 'kettle.power'?");
  expect_sentence({"linearize", "a.run", "--inputs", "HIC-101,kettle.power"}, 2, "kettle.power is named twice");
  expect_sentence({"linearize", "a.run", "--outputs", "kettle.heat"}, 2, "counts what crossed");

  const std::string whole = bytes("a.run");
  put("damaged.run", whole.substr(0, whole.size() / 2) + "x" + whole.substr(whole.size() / 2));
  const Ended damaged = program({"linearize", "damaged.run"});
  EXPECT_EQ(damaged.code, 1);
  EXPECT_EQ(damaged.out, "");
  EXPECT_THAT(damaged.err, HasSubstr("damaged.run:"));
}

}  // namespace
}  // namespace stillhouse
