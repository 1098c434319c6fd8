#include <algorithm>

#include "tests/folders.h"
#include "tests/frontend/cli_test.h"

namespace stillhouse {
namespace {

using testing::HasSubstr;
using Json = nlohmann::json;

TEST_F(Cli, ShowsAFlowsheetOfTheCatalogue) {
  const Json plant = json({"plant", "small_column", "--set", "drum.vent=100%"});
  EXPECT_EQ(plant["flowsheet"], "pilot_column");
  EXPECT_EQ(plant["degrees_of_freedom"], 0);
  EXPECT_EQ(plant["unknowns"], plant["equations"]);
  EXPECT_TRUE(plant["streams"].empty()) << "its streams have no table";

  // left cold and open to the room it comes to rest, and next to nothing crosses its boundary
  EXPECT_EQ(plant["steady"]["found"], true);
  for (const Json& row : plant["balances"]) EXPECT_NEAR(row["left_over_per_s"], 0.0, 1e-6) << row;

  int unknowns = 0, equations = 0;
  for (const Json& unit : plant["units"]) {
    unknowns += unit["unknowns"].get<int>();
    equations += unit["equations"].get<int>();
  }
  EXPECT_EQ(unknowns, plant["unknowns"]) << "each unknown is determined by one unit";
  EXPECT_EQ(equations, plant["equations"]);
  EXPECT_THAT(program({"plant", "small_column", "--set", "drum.vent=100%"}).out, HasSubstr("Degrees of freedom"));
}

TEST_F(Cli, DrawsAFlowsheetOfTheCatalogue) {
  EXPECT_EQ(program({"plant", "small_column", "--set", "drum.vent=100%", "--svg", "column.svg"}).code, 0);
  const std::string svg = bytes("column.svg");
  EXPECT_THAT(svg, testing::StartsWith("<?xml"));
  EXPECT_THAT(svg, HasSubstr(">kettle</text>"));
  EXPECT_THAT(svg, HasSubstr(">column</text>")) << "trays are one column";
  EXPECT_THAT(svg, testing::Not(HasSubstr("tray_"))) << "trays are one column";
  expect_sentence({"plant", "small_column", "--svg", "nowhere/column.svg"}, 1, "could not be written");
}

TEST_F(Cli, ShowsAPlantThatIsSpeltOut) {
  const Json plant = json({"plant", "mixing_station"});
  EXPECT_EQ(plant["species"], Json({"water", "ethanol"}));
  EXPECT_EQ(plant["degrees_of_freedom"], 0);
  EXPECT_EQ(plant["units"][0]["kind"], "source");
  EXPECT_EQ(plant["units"][1]["settings"]["Kv"], 0.4);
  ASSERT_EQ(plant["steady"]["found"], true);

  // at rest what enters leaves: the balance of the streams is that of the tables
  double in = 0.0, out = 0.0;
  for (const Json& stream : plant["streams"]) {
    double sum = 0.0;
    for (const Json& share : stream["x"]) sum += share.get<double>();
    EXPECT_NEAR(sum, 1.0, 1e-9) << stream["name"];
    if (stream["enters"].get<bool>()) in += stream["F_kg_per_s"].get<double>();
    if (stream["leaves"].get<bool>()) out += stream["F_kg_per_s"].get<double>();
  }
  EXPECT_GT(in, 0.01);
  EXPECT_NEAR(in, out, 1e-7 * in);
  for (const Json& row : plant["balances"])
    EXPECT_NEAR(row["left_over_per_s"], 0.0,
                1e-7 * std::max(row["in_per_s"].get<double>(), row["out_per_s"].get<double>()))
        << row;

  const Ended text = program({"plant", "mixing_station"});
  EXPECT_EQ(text.code, 0);
  EXPECT_THAT(text.out, testing::AllOf(HasSubstr("0 left"), HasSubstr("V-101.out"), HasSubstr("x ethanol")));
}

TEST_F(Cli, HoldsInputsOfAPlantWhereAsked) {
  const auto flow = [&](const std::vector<std::string>& words) {
    const Json plant = json(words);
    for (const Json& stream : plant["streams"])
      if (stream["name"] == "V-101.out") return stream["F_mol_per_s"].get<double>();
    return 0.0;
  };
  // half the opening of a linear valve between the same pressures: half the flow
  const double usual = flow({"plant", "heated_tank"});
  EXPECT_NEAR(flow({"plant", "heated_tank", "--set", "V-101.opening=20%"}), 0.5 * usual, 1e-6 * usual);
  EXPECT_NEAR(flow({"plant", "heated_tank", "--set", "HV-101=0.2,TK-101.heating=1kW"}), 0.5 * usual, 1e-6 * usual);
  expect_sentence({"plant", "heated_tank", "--set", "V-101.openin=20%"}, 2, "did you mean 'V-101.opening'?");
  expect_sentence({"plant", "heated_tank", "--set", "V-101.opening=20kW"}, 2, "no unit of it");
  expect_sentence({"plant", "heated_tank", "--set", "V-101.opening=120%"}, 2, "allowed: 0 % to 100 %");
  expect_sentence({"plant", "heated_tank", "--set", "V-101.opening"}, 2, "write one as");
}

TEST_F(Cli, RelievesAPlantWhoseOutletIsBlocked) {
  const auto flow = [&](const std::vector<std::string>& words, const std::string& name) {
    const Json plant = json(words);
    for (const Json& stream : plant["streams"])
      if (stream["name"] == name) return stream["F_mol_per_s"].get<double>();
    return -1.0;
  };
  EXPECT_NEAR(flow({"plant", "transfer_line"}, "PSV-101.out"), 0.0, 1e-5);
  EXPECT_GT(flow({"plant", "transfer_line"}, "V-102.out"), 80.0);
  const std::vector<std::string> blocked{"plant", "transfer_line", "--set", "V-102.opening=0%"};
  EXPECT_GT(flow(blocked, "PSV-101.out"), 30.0);
  EXPECT_NEAR(flow(blocked, "V-102.out"), 0.0, 1e-5);
}

TEST_F(Cli, ShowsEveryPlantThatIsShipped) {
  int shown = 0, batches = 0;
  for (const auto& entry : std::filesystem::directory_iterator(STILLHOUSE_SOURCE_DIR "/labs/plants")) {
    const std::string id = entry.path().stem();
    if (id == "debutanizer") continue;  // a minute and more; debutanizer_test.cpp starts it
    const Json plant = json({"plant", id, "--svg", id + ".svg"});
    EXPECT_THAT(bytes(id + ".svg"), testing::EndsWith("</svg>\n")) << id;
    EXPECT_EQ(plant["degrees_of_freedom"], 0) << id;
    ++shown;
    if (plant["operation"] == "batch") {
      EXPECT_EQ(plant["steady"]["found"], false) << id;
      ++batches;
      continue;
    }
    EXPECT_EQ(plant["steady"]["found"], true) << id;
    // of a trace, the air that water brings along, 1e-8 mol/s may be left over
    for (const Json& row : plant["balances"])
      EXPECT_NEAR(row["left_over_per_s"], 0.0,
                  1e-6 * std::max({row["in_per_s"].get<double>(), row["out_per_s"].get<double>(), 1e-2}))
          << id << ": " << row;
    for (const Json& part : plant["steady"]["with"]) {
      if (!part["in_automatic"].get<bool>()) continue;
      const auto moved = std::count_if(plant["inputs"].begin(), plant["inputs"].end(),
                                       [&](const Json& input) { return input["decided_by"] == part["name"]; });
      EXPECT_EQ(moved, 1) << id << ": " << part;
    }
  }
  EXPECT_GE(shown, 19);
  EXPECT_EQ(batches, 3);
}

TEST_F(Cli, SaysWhichInputsAPlantRestsWith) {
  const auto level = [](const Json& plant) {
    for (const Json& reading : plant["readings"])
      if (reading["tag"] == "LI-100") return reading["value"].get<double>();
    return -1.0;
  };
  const std::string text = program({"plant", "benzene_column"}).out;
  EXPECT_THAT(text, testing::AllOf(HasSubstr("with these inputs: E-100.heating = 38.5 kW"),
                                   HasSubstr("LIC-100 in automatic at 60 %"), HasSubstr("LI-100")));
  EXPECT_NEAR(level(json({"plant", "benzene_column"})), 0.6, 1e-3);

  // --set comes on top: another set point; then the valve by hand in the place of its controller
  EXPECT_NEAR(level(json({"plant", "benzene_column", "--set", "LIC-100=40%"})), 0.4, 1e-3);
  const Json by_hand = json({"plant", "benzene_column", "--set", "HV-150=20%"});
  EXPECT_EQ(by_hand["steady"]["with"].back()["name"], "V-150.opening");
  EXPECT_EQ(by_hand["steady"]["with"].size(), 6u);
  expect_sentence({"plant", "benzene_column", "--set", "LIC-1000=40%"}, 2, "did you mean 'LIC-100'?");
  expect_sentence({"plant", "benzene_column", "--set", "LIC-100=40kW"}, 2, "no unit of it");
}

/// An empty tank that its sequence fills and gives to a level controller.
constexpr const char* kStartedPlant = R"(return plant {
  format = 1, id = "own", title = { en = "Own", zh = "自" },
  species = { "water" }, operation = "start_up",
  units = {
    ["F-1"] = unit "source" { p = bar(2) },
    ["V-1"] = unit "valve" { Kv = 1 },
    ["TK-1"] = unit "tank" { volume = litres(200), height = m(2), charge = percent(5) },
    ["V-2"] = unit "valve" { Kv = 10 },
    ["D-1"] = unit "sink" {},
  },
  connections = { join("F-1.out", "V-1.in"), join("V-1.out", "TK-1.in"), join("TK-1.out", "V-2.in"),
    join("V-2.out", "D-1.in") },
  instruments = { ["LI-1"] = level_transmitter { reads = "TK-1.level", range = { percent(0), percent(100) },
    noise = percent(1), says = { en = "Level", zh = "液位" } } },
  handles = {
    ["HV-1"] = valve { moves = "V-1.opening", says = { en = "Inlet", zh = "进" } },
    ["HV-2"] = valve { moves = "V-2.opening", says = { en = "Outlet", zh = "出" } },
  },
  controllers = { ["LIC-1"] = pid { reads = "LI-1", moves = "HV-2", action = "direct", gain = 2, reset = minutes(3),
    setpoint = percent(50), says = { en = "Level", zh = "液位" } } },
  sequences = { ["US-1"] = sequence {
    phases = {
      phase { id = "fill", does = { set("HV-1", percent(40)) }, ends = above("LI-1", percent(40)), at_most = minutes(30),
        says = { en = "Fill", zh = "充" } },
      phase { id = "control", does = { mode("LIC-1", "auto") }, at_least = minutes(1), says = { en = "Control", zh = "控" } },
    },
    says = { en = "Start", zh = "开" },
  } },
})";

TEST_F(Cli, BringsAPlantToItsRestByItsSequence) {
  put("own.lua", kStartedPlant);
  const auto expect_rest = [&](const std::vector<std::string>& words, double level, double inlet) {
    const Json plant = json(words);
    ASSERT_EQ(plant["steady"]["found"], true) << plant["steady"];
    EXPECT_GT(plant["steady"]["start_up_s"], 100.0);
    EXPECT_EQ(plant["steady"]["not_at_rest"].size(), 0u);
    EXPECT_NEAR(plant["readings"][0]["value"], level, 1e-3);
    for (const Json& input : plant["inputs"]) {
      if (input["name"] == "V-1.opening") {
        EXPECT_NEAR(input["value"], inlet, 1e-9);
      }
    }
    EXPECT_NEAR(plant["streams"][1]["F_mol_per_s"], plant["streams"][3]["F_mol_per_s"], 1e-5);
    EXPECT_GT(plant["streams"][3]["F_mol_per_s"], 1.0);
  };
  expect_rest({"plant", "own.lua"}, 0.5, 0.4);
  // what is asked for comes on top of what the sequence leaves
  expect_rest({"plant", "own.lua", "--set", "LIC-1=30%,HV-1=30%"}, 0.3, 0.3);
  EXPECT_THAT(program({"plant", "own.lua"}).out,
              testing::AllOf(HasSubstr("by running US-1 to its end"), HasSubstr("LIC-1")));

  // a sequence that is late is told, with where it stands
  std::string late = kStartedPlant;
  late.replace(late.find("minutes(30)"), 11, "minutes(1) ");
  put("own.lua", late);
  const Ended ended = program({"plant", "own.lua"});
  EXPECT_EQ(ended.code, 1);
  EXPECT_THAT(ended.err, testing::AllOf(HasSubstr("US-1 did not come to its end"), HasSubstr("Fill")));
}

TEST_F(Cli, SaysThatABatchHasNoSteadyState) {
  const Ended ended = program({"plant", "batch_still"});
  EXPECT_EQ(ended.code, 0) << ended.err;
  EXPECT_EQ(ended.err, "");
  EXPECT_THAT(ended.out, testing::AllOf(HasSubstr("Degrees of freedom"), HasSubstr("a batch changes from its start")));
}

/// Where a person keeps a plant of his own.
constexpr const char* kOwnPlant = R"(return plant {
  format = 1, id = "own", title = { en = "Own", zh = "自" },
  species = { "water" },
  units = {
    ["F-1"] = unit "source" { p = bar(2) },
    ["V-1"] = unit "valve" { Kv = 1, opening = percent(50) },
    ["TK-1"] = unit "tank" { volume = cubic_metres(1) },
  },
  connections = { join("F-1.out", "V-1.in"), join("V-1.out", "TK-1.in") },
  instruments = {}, handles = {},
})";

TEST_F(Cli, ChecksAPlantAlone) {
  put("own.lua", kOwnPlant);
  EXPECT_THAT(program({"check", "own.lua"}).out, HasSubstr("own.lua: no mistakes"));
  EXPECT_EQ(json({"check", "mixing_station"})["good"], true);

  std::string wrong = kOwnPlant;
  wrong.replace(wrong.find("TK-1.in"), 7, "TK-1.up");
  put("own.lua", wrong);
  const Json checked = json({"check", "own.lua"}, 1);
  EXPECT_EQ(checked["plant"], "own.lua");
  EXPECT_EQ(checked["diagnostics"][0]["line"], 9);
  expect_sentence({"plant", "own.lua"}, 1, "own.lua:9: ");
}

TEST_F(Cli, SaysWhatOfAPlantIsNotAtRest) {
  put("own.lua", kOwnPlant);
  const Json plant = json({"plant", "own.lua"});
  ASSERT_EQ(plant["steady"]["found"], true);
  EXPECT_FALSE(plant["steady"]["not_at_rest"].empty()) << "the tank only fills";
  EXPECT_THAT(program({"plant", "own.lua"}).out, HasSubstr("Not at rest: "));
}

TEST_F(Cli, DescribesPlantsAndKindsOfUnits) {
  EXPECT_THAT(program({"describe", "mixing_station"}).out,
              testing::AllOf(HasSubstr("V-101.opening"), HasSubstr("TK-301.level"), HasSubstr("TK-301.volume")));
  EXPECT_THAT(program({"describe", "tank"}).out, testing::AllOf(HasSubstr("volume"), HasSubstr("overflow")));
  EXPECT_THAT(program({"describe", "valve"}).out,
              testing::AllOf(HasSubstr("# valve"), HasSubstr("# unit \"valve\""), HasSubstr("Kv")));
  EXPECT_THAT(program({"describe", "unit"}).out, HasSubstr("  splitter: "));
  for (const Json& kind : json({"describe"})["unit_kinds"]) {
    const Json page = json({"describe", kind["name"]});
    const Json& unit = page.contains("word") ? page["unit_kind"] : page;
    EXPECT_FALSE(unit["ports"].empty()) << kind;
    EXPECT_NE(unit["says"], "") << kind;
    for (const Json& parameter : unit["parameters"]) EXPECT_NE(parameter["says"], "") << kind;
  }
}

TEST_F(Cli, OperatesALabOnAPlantThatIsSpeltOut) {
  put("lab/lab.lua", R"(return lab {
  format = 1, id = "warm_water", seed = 3, duration = minutes(3), title = { en = "Warm water", zh = "热水" },
  plant = use_plant "heated_tank",
  tasks = { task { id = "heat", says = { en = "Heat", zh = "加热" }, done = above("TI-101", celsius(20)) } },
  rubric = rubric { total = 10, points(10, { en = "Procedure", zh = "操作" }, steps { "heat" }) },
})");
  EXPECT_EQ(program({"check", "lab"}).code, 0);
  ASSERT_EQ(program({"run", "lab", "--out", "a.run"}).code, 0);
  EXPECT_EQ(program({"verify", "a.run"}).code, 0);
  const Json linear = json({"linearize", "a.run", "--steady", "--inputs", "HIC-101", "--outputs", "TK-101.T"});
  EXPECT_GT(linear["gains"][0][0], 0.0) << "more heat, warmer water";
}

TEST_F(Cli, NamesThePlantsThereAre) {
  expect_sentence({"plant", "smal_column"}, 1, "nearest: small_column");
  expect_sentence({"plant"}, 2, "needs PLANT");
}

}  // namespace
}  // namespace stillhouse
