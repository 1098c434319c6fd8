#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "engine/base/error.h"
#include "engine/base/quantity.h"
#include "labs/scenario/vocabulary.h"
#include "labs/session/lab_library.h"
#include "labs/session/lab_plant.h"
#include "labs/session/session.h"
#include "models/plant/unit_kind.h"
#include "tests/folders.h"

// plants that are spelt out, against the units that there are
namespace stillhouse {
namespace {

using testing::HasSubstr;

LabLibrary shipped() {
  return LabLibrary({STILLHOUSE_SOURCE_DIR "/labs"});
}

std::string told(const std::vector<scenario::Diagnostic>& diagnostics) {
  std::string text;
  for (const scenario::Diagnostic& diagnostic : diagnostics)
    text += std::to_string(diagnostic.source.line) + ": " + diagnostic.message + "\n";
  return text;
}

/// What is told of a plant whose units begin on line 5 and whose connections begin on line 10.
std::string mistakes(const std::string& valve, const std::string& joins, const std::string& species = "\"water\"") {
  scenario::TextFiles files;
  files.put("mine.lua",
            "return plant {\n  format = 1, id = \"mine\", title = { en = \"a\", zh = \"b\" },\n  species = { " +
                species + " },\n  units = {\n    [\"F-1\"] = unit \"source\" { p = bar(2) },\n    [\"V-1\"] = " +
                valve + ",\n    [\"TK-1\"] = unit \"tank\" {},\n  },\n  connections = {\n    " + joins +
                "\n  },\n  instruments = {}, handles = {},\n}\n");
  return told(scenario::check_plant(files, "mine.lua", plant_catalogue()).diagnostics);
}

constexpr const char* kValve = "unit \"valve\" { Kv = 1 }";
constexpr const char* kJoins = "join(\"F-1.out\", \"V-1.in\"),\n    join(\"V-1.out\", \"TK-1.in\"),";

TEST(TextPlants, AreCheckedAgainstTheUnitsThereAre) {
  EXPECT_EQ(mistakes(kValve, kJoins), "");
  EXPECT_THAT(mistakes("unit \"vavle\" {}", kJoins),
              testing::AllOf(testing::StartsWith("6: "), HasSubstr("nearest: valve")));
  EXPECT_THAT(mistakes("unit \"valve\" { Kw = 1 }", kJoins),
              testing::AllOf(testing::StartsWith("6: "), HasSubstr("nearest: Kv")));
  EXPECT_THAT(mistakes("unit \"valve\" { stroke = litres(1) }", kJoins),
              testing::AllOf(testing::StartsWith("6: "), HasSubstr("seconds")));
  EXPECT_THAT(mistakes("unit \"valve\" { Kv = 1e9 }", kJoins),
              testing::StartsWith("6: `Kv` is 1e9; allowed: 1e-6 to 100000"));
}

TEST(TextPlants, TellWrongConnectionsOnTheirLine) {
  const std::string last = "join(\"V-1.out\", \"TK-1.in\"),";
  // a port that is not there, with those that are
  EXPECT_THAT(mistakes(kValve, "join(\"F-1.out\", \"V-1.inn\"),\n    " + last),
              testing::AllOf(testing::StartsWith("6: "), HasSubstr("10: "), HasSubstr("nearest: in")));
  // a unit that is not there
  EXPECT_THAT(mistakes(kValve, "join(\"F-1.out\", \"V-1.in\"),\n    join(\"V-1.out\", \"TK-2.in\"),"),
              testing::AllOf(HasSubstr("11: "), HasSubstr("nearest: TK-1")));
  // a port that is left open is told at its unit
  EXPECT_THAT(mistakes(kValve, "join(\"F-1.out\", \"V-1.in\"),"),
              testing::AllOf(testing::StartsWith("6: "), HasSubstr("V-1.out"), HasSubstr("left open")));
  // joined twice, told at the second
  EXPECT_THAT(mistakes(kValve, std::string(kJoins) + "\n    join(\"V-1.out\", \"TK-1.in\"),"),
              testing::AllOf(testing::StartsWith("12: "), HasSubstr("joined already")));
  // nobody says the flow
  EXPECT_THAT(mistakes(kValve, std::string(kJoins) + "\n    join(\"F-1.out\", \"TK-1.in\"),"),
              testing::AllOf(HasSubstr("12: "), HasSubstr("nobody says the flow")));
  // gas to liquid
  EXPECT_THAT(mistakes("unit \"gas_valve\" {}", kJoins), testing::AllOf(testing::StartsWith("10: "), HasSubstr("gas")));
}

TEST(TextPlants, TellUnknownSpecies) {
  EXPECT_THAT(mistakes(kValve, kJoins, "\"watr\""),
              testing::AllOf(testing::StartsWith("3: "), HasSubstr("nearest: water")));
  EXPECT_THAT(mistakes(kValve, kJoins, "\"water\", \"water\""),
              testing::AllOf(testing::StartsWith("3: "), HasSubstr("twice")));
}

TEST(TextPlants, EverySettingHasAUnitThatALabCanWrite) {
  for (const UnitKind& kind : plant_catalogue().units)
    for (const ParameterInfo& info : kind.parameters) {
      const std::optional<Unit> unit = unit_from(info.unit);
      ASSERT_TRUE(unit) << kind.name << "." << info.name << " [" << info.unit << "]";
      const bool plain = unit->dimension == Dimension{} && unit->basis == Basis::none;
      EXPECT_TRUE(plain || !scenario::unit_words_for(info.unit).empty())
          << kind.name << "." << info.name << ": no word makes " << info.unit;
    }
}

TEST(TextPlants, ThatAreShippedCheckCleanAndAreBuilt) {
  const LabLibrary library = shipped();
  int spelt_out = 0;
  for (const std::string& id : library.plants()) {
    const PlantPlace place = library.find_plant(id);
    const auto read = scenario::check_plant(*place.files, place.file, plant_catalogue());
    EXPECT_EQ(told(read.diagnostics), "") << id;
    if (!read.value || !read.value->blueprint) continue;
    ++spelt_out;
    const BuiltPlant built = build_plant(*read.value, {});
    EXPECT_EQ(built.streams.size(), read.value->blueprint->connections.size()) << id;
    for (const StreamInfo& stream : built.streams)
      EXPECT_GE(built.plant->find_signal(stream.name + ".F"), 0) << id << " " << stream.name;
  }
  EXPECT_GE(spelt_out, 3);
}

/// A lab on the shipped heated tank.
scenario::ReadResult<scenario::Lab> heated_tank_lab(const std::string& changes) {
  scenario::TextFiles files;
  const PlantPlace place = shipped().find_plant("heated_tank");
  files.put(place.file, *place.files->text(place.file));
  files.put("lab.lua", R"(return lab {
  format = 1, id = "warm_water", seed = 3, duration = minutes(30), title = { en = "Warm water", zh = "热水" },
  plant = use_plant "heated_tank" { )" +
                           changes + R"( },
  student_variation = { ["TK-101.loss"] = plus_minus(W_per_K(1)), ["F-101.T"] = plus_minus(delta_K(2)) },
  tasks = { task { id = "heat", says = { en = "Heat", zh = "加热" }, done = above("TI-101", celsius(20)) } },
  rubric = rubric { total = 10, points(10, { en = "Procedure", zh = "操作" }, steps { "heat" }) },
})");
  return scenario::check_lab(files, "lab.lua", plant_catalogue());
}

double shown_signal(const Session& session, const std::string& name) {
  return session.simulator().signal(session.simulator().plant().find_signal(name));
}

TEST(TextPlants, AreOperatedAsAnyOther) {
  const auto read = heated_tank_lab("");
  ASSERT_EQ(told(read.diagnostics), "");
  const auto lab = std::make_shared<const scenario::Lab>(*read.value);
  Session session(lab, {3, ""}), again(lab, {3, ""});
  for (Session* each : {&session, &again}) {
    each->execute({0, "student", "set", "HIC-101", 9000.0, {}});
    while (each->scan() < 900) each->advance();
  }
  EXPECT_EQ(session.digest(), again.digest());
  EXPECT_GT(shown_signal(session, "TK-101.T"), 273.15 + 20.0);
  EXPECT_GT(shown_signal(session, "V-101.out.F"), 0.1) << "the valve starts where its unit's setting puts it";
  EXPECT_EQ(session.simulator().retries(), 0);
  for (const BalanceClosure& closure : session.simulator().closures())
    EXPECT_LT(std::abs(closure.gap), 1e-6 * (closure.unit == "mol" ? closure.start : 9e6)) << closure.name;
}

TEST(TextPlants, DifferFromStudentToStudent) {
  const auto read = heated_tank_lab("");
  ASSERT_EQ(told(read.diagnostics), "");
  const auto loss = [&](std::uint64_t seed) {
    for (const ParameterValue& value : plant_parameters(*read.value, seed))
      if (value.name == "TK-101.loss") return value.number;
    return 0.0;
  };
  EXPECT_NE(loss(1), loss(2));
  for (std::uint64_t seed = 1; seed < 20; ++seed) EXPECT_NEAR(loss(seed), 4.0, 1.0) << "the file's own value";
}

TEST(TextPlants, LetALabChangeSettings) {
  const auto read = heated_tank_lab("[\"TK-101.volume\"] = litres(120)");
  ASSERT_EQ(told(read.diagnostics), "");
  const auto moles = [&](const scenario::Lab& lab) {
    const auto plant = build_plant(lab, 3);
    return plant->variables()[static_cast<std::size_t>(plant->find_signal("TK-101.n_water"))].range.start;
  };
  EXPECT_NEAR(moles(*read.value), 2.0 * moles(*heated_tank_lab("").value), 1e-6);
  EXPECT_THAT(told(heated_tank_lab("[\"TK-101.volum\"] = litres(120)").diagnostics),
              HasSubstr("nearest: TK-101.volume"));
  EXPECT_THAT(told(heated_tank_lab("[\"TK-101.volume\"] = celsius(120)").diagnostics), HasSubstr("volume: "));
}

TEST(TextPlants, SayWhatCannotBeBuilt) {
  scenario::Plant plant = load_plant(shipped().find_plant("mixing_station"));
  const auto message = [&](const std::string& name, double value) {
    try {
      build_plant(plant, {{name, value, {}}});
    } catch (const ModelError& error) {
      return std::string(error.what());
    }
    return std::string();
  };
  EXPECT_THAT(message("F-201.x.water", 0.5), HasSubstr("add up to"));
  EXPECT_THAT(message("F-999.x.water", 0.5), HasSubstr("F-999"));
}

}  // namespace
}  // namespace stillhouse
