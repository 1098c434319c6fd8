#include <algorithm>

#include "tests/folders.h"
#include "tests/frontend/cli_test.h"

namespace stillhouse {
namespace {

using testing::HasSubstr;
using Json = nlohmann::json;

TEST_F(Cli, ListsLabs) {
  const Json labs = json({"list"})["labs"];
  const auto small =
      std::find_if(labs.begin(), labs.end(), [](const Json& lab) { return lab["id"] == "small_column"; });
  ASSERT_NE(small, labs.end());
  EXPECT_EQ((*small)["duration_s"], 300.0);
  EXPECT_EQ((*small)["operators"], Json({"good", "idle"}));
  EXPECT_EQ((*small)["title"]["zh"], "小型精馏塔");
  EXPECT_THAT(program({"list"}).out, HasSubstr("small_column\n  Small column\n"));
}

TEST_F(Cli, ChecksALabAndItsOperators) {
  const Ended good = program({"check", "small_column"});
  EXPECT_EQ(good.code, 0);
  EXPECT_THAT(good.out, HasSubstr("no mistakes; operators checked: good or idle"));

  // the lab is good, its operator is not
  const std::string source = STILLHOUSE_SOURCE_DIR "/tests/labs/fixtures/library/small_column/lab.lua";
  std::filesystem::create_directories(folder_ + "/lab/operators");
  std::filesystem::copy_file(source, folder_ + "/lab/lab.lua");
  put("lab/operators/bad.lua",
      "return operator {\n  says = { en = \"a\", zh = \"b\" },\n  steps = {\n    set(\"HIC-102\", kW(1)),\n"
      "    set(\"HIC-101\", celsius(1)),\n  },\n}\n");
  const Json checked = json({"check", "lab"}, 1);
  EXPECT_EQ(checked["good"], false);
  ASSERT_EQ(checked["diagnostics"].size(), 2u);
  EXPECT_EQ(checked["diagnostics"][0]["file"], "lab/operators/bad.lua");
  EXPECT_EQ(checked["diagnostics"][0]["line"], 4);
  EXPECT_EQ(checked["diagnostics"][1]["line"], 5);
  EXPECT_THAT(program({"check", "lab"}).out,
              testing::AllOf(HasSubstr("lab/operators/bad.lua:4: "), HasSubstr("nearest: HIC-101")));
}

TEST_F(Cli, DescribesWordsPlantsUnitsAndSignals) {
  EXPECT_THAT(program({"describe"}).out, testing::AllOf(HasSubstr("pilot_column"), HasSubstr("\n  sustained: ")));
  EXPECT_THAT(program({"describe", "sustained"}).out, HasSubstr("# sustained"));
  EXPECT_THAT(program({"describe", "kettle"}).out, HasSubstr("kettle.T "));
  EXPECT_THAT(program({"describe", "tray_2.T"}).out, HasSubstr("tray_2.T "));

  const Json plant = json({"describe", "pilot_column"});
  for (const char* list : {"parameters", "inputs", "signals"}) {
    ASSERT_FALSE(plant[list].empty()) << list;
    for (const Json& entry : plant[list]) {
      EXPECT_NE(entry["unit"], "") << entry;
      EXPECT_NE(entry["says"], "") << entry;
      EXPECT_TRUE(entry.contains("minimum") && entry.contains("maximum")) << entry;
    }
  }
  EXPECT_EQ(plant["choices"][0]["name"], "mixture");
  EXPECT_THAT(plant["solution"]["structure"].get<std::string>(), HasSubstr("2 chains with together 9 blocks"));
  EXPECT_THAT(program({"describe", "pilot_column"}).out, HasSubstr("unknowns are solved for"));
  EXPECT_FALSE(json({"describe"})["words"].empty());
  EXPECT_THAT(json({"describe", "above"})["manual"], HasSubstr("above"));
}

TEST_F(Cli, GivesVapourLiquidEquilibrium) {
  // boiling points at 1 atm: methanol 337.7 K, water 373.1 K (NIST Chemistry WebBook)
  const Json ends = json({"vle", "--components", "methanol,water", "--x", "0,1", "--pressure", "101325"});
  EXPECT_NEAR(ends["points"][0]["T_K"], 373.1, 0.2);
  EXPECT_NEAR(ends["points"][1]["T_K"], 337.7, 0.2);

  const Json points = json({"vle", "--components", "methanol,water", "--x", "0.1,0.5", "--temperature", "323.15"});
  ASSERT_EQ(points["points"].size(), 2u);
  for (const Json& point : points["points"]) {
    EXPECT_EQ(point["T_K"], 323.15);
    EXPECT_NEAR(point["y"][0].get<double>() + point["y"][1].get<double>(), 1.0, 1e-12);
    EXPECT_GT(point["y"][0], point["x"][0]);
  }

  // the same, asked for by the other component
  const Json other = json({"vle", "--components", "water,methanol", "--x", "0.9", "--temperature", "323.15"});
  EXPECT_NEAR(other["points"][0]["P_Pa"], points["points"][0]["P_Pa"], 1e-6);
  EXPECT_NEAR(other["points"][0]["y"][1], points["points"][0]["y"][0], 1e-12);
}

TEST_F(Cli, GivesEquilibriumOfAnyComponentsByTheModelAskedFor) {
  const Json points = json({"vle", "--components", "acetone,methanol,water", "--x", "0.2:0.3:0.5,1:0:0", "--y",
                            "0.1:0.2:0.7", "--pressure", "101325", "--model", "unifac"});
  EXPECT_EQ(points["model"], "unifac");
  EXPECT_EQ(points["prediction"], true);
  ASSERT_EQ(points["points"].size(), 3u);
  EXPECT_NEAR(points["points"][1]["T_K"], 329.2, 0.3);  // acetone boils at 329.2 K
  EXPECT_EQ(points["points"][2]["y"][2], 0.7);
  EXPECT_GT(points["points"][2]["x"][2], 0.7);

  // without a model the first that has parameters; names that hold commas stand between semicolons
  const Json fitted = json({"vle", "--components", "1,2-dichloroethane;benzene", "--x", "0.5", "--pressure", "101325"});
  EXPECT_EQ(fitted["model"], "nrtl");
  EXPECT_EQ(fitted["prediction"], false);
  EXPECT_THAT(program({"vle", "--components", "n-heptane,n-octane", "--x", "0.5", "--pressure", "101325"}).out,
              HasSubstr("unifac, a prediction"));
}

TEST_F(Cli, FindsAndDrawsAzeotropes) {
  const std::string picture = "diagram.svg";
  const Json ethanol = json({"vle", "--components", "water,ethanol", "--pressure", "101325", "--svg", picture});
  ASSERT_EQ(ethanol["azeotropes"].size(), 1u);
  EXPECT_NEAR(ethanol["azeotropes"][0]["T_K"], 351.3, 0.5);  // Lange: 351.25 K, 89.2 % ethanol
  EXPECT_NEAR(ethanol["azeotropes"][0]["x"][1], 0.892, 0.02);
  EXPECT_FALSE(ethanol["azeotropes"][0].contains("liquids"));
  const std::string svg = bytes(picture);
  EXPECT_THAT(svg, testing::StartsWith("<svg xmlns="));
  EXPECT_THAT(svg, HasSubstr("azeotrope 351."));
  EXPECT_THAT(svg, testing::EndsWith("</svg>\n"));

  const Json oil = json({"vle", "--components", "toluene,water", "--pressure", "101325", "--svg", picture});
  ASSERT_EQ(oil["azeotropes"].size(), 1u);
  EXPECT_EQ(oil["azeotropes"][0]["liquids"].size(), 2u);
  EXPECT_EQ(json({"vle", "--components", "benzene,toluene", "--x", "1", "--pressure", "101325"})["azeotropes"].size(),
            0u);
}

TEST_F(Cli, OpensNoWindowForALabThatIsNotThere) {
  const Ended ended = program({"open", "nonsense", "--screenshot", "a.png"});
  EXPECT_NE(ended.code, 0);
  EXPECT_THAT(ended.err, testing::StartsWith("stillhouse: "));
}

TEST_F(Cli, ExaminesInNoPlantWithoutALab) {
  const Ended ended = program({"open", "quadruple_tank", "--exam", "--screenshot", "a.png"});
  EXPECT_NE(ended.code, 0);
  if (ended.err.find("without a window") == std::string::npos)
    EXPECT_THAT(ended.err, testing::HasSubstr("--exam belongs to a lab"));
}

TEST_F(Cli, DescribesEveryKindWithEquationsAndSource) {
  const Json all = json({"describe"});
  for (const char* list : {"unit_kinds", "flowsheets"})
    for (const Json& entry : all[list]) {
      const std::string name = entry["name"];
      const std::string page = program({"describe", name}).out;
      EXPECT_THAT(page, testing::HasSubstr(entry["says"].get<std::string>())) << name;
      for (const char* part :
           {"Model: equations, assumptions, validity, source", " = ", "  Assumes ", "  Valid for ", "  Source "})
        EXPECT_THAT(page, testing::HasSubstr(part)) << name;
    }
  EXPECT_EQ(json({"describe", "tank"})["manual"][0]["name"], "OpenTank");
}

}  // namespace
}  // namespace stillhouse
