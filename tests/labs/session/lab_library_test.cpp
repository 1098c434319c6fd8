#include "labs/session/lab_library.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "engine/base/error.h"
#include "engine/base/quantity.h"
#include "tests/labs/record/sample_run.h"
#include "tests/labs/session/small_column.h"

namespace stillhouse {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

std::string error_of(const std::function<void()>& act) {
  try {
    act();
  } catch (const ScenarioError& error) {
    return error.what();
  }
  return "no error";
}

TEST(LabLibrary, FindsALabByIdByFileAndByFolder) {
  const LabLibrary library({fixtures_folder()});
  const fs::path folder = fixtures_folder() / "library/small_column";
  for (const std::string& name : {std::string("small_column"), (folder / "lab.lua").string(), folder.string()}) {
    const LabPlace place = library.find(name);
    EXPECT_EQ(place.file, "library/small_column/lab.lua") << name;
    EXPECT_EQ(place.id(), "small_column") << name;
    EXPECT_EQ(load_lab(place).id, "small_column") << name;
  }
}

TEST(LabLibrary, ListsLabsAndOperators) {
  const std::vector<LabPlace> labs = LabLibrary({fixtures_folder()}).labs();
  ASSERT_EQ(labs.size(), 1u);
  EXPECT_THAT(labs[0].operators(), testing::ElementsAre("good", "idle"));
}

TEST(LabLibrary, SaysWhatThereIsAndWhatIsNearest) {
  const LabLibrary library({fixtures_folder()});
  EXPECT_THAT(error_of([&] { library.find("smal_column"); }),
              testing::AllOf(HasSubstr("allowed: small_column"), HasSubstr("nearest: small_column")));
  EXPECT_THAT(error_of([&] { library.find(fixtures_folder().string()); }), HasSubstr("holds no lab.lua"));
  EXPECT_THAT(error_of([&] { find_operator(library.find("small_column"), "god"); }), HasSubstr("nearest: good"));
  EXPECT_THAT(error_of([] { LabLibrary({}).find("any"); }), HasSubstr("allowed: none is there"));
}

TEST(LabLibrary, GivesALabOutsideThePlantsOfTheLibrary) {
  const TemporaryFolder folder;
  std::string text = bytes_of(fixtures_folder() / "library/small_column/lab.lua");
  put_bytes(folder / "mine.lua", text);
  const LabPlace place = LabLibrary({fixtures_folder()}).find((folder / "mine.lua").string());
  EXPECT_EQ(place.file, "mine.lua");
  EXPECT_EQ(load_lab(place).plant.id, "small_column");

  // a mistake is told with the path the author knows
  put_bytes(folder / "mine.lua", text.replace(text.find("minutes(5)"), 10, "minuets(5)"));
  EXPECT_THAT(error_of([&] { load_lab(place); }),
              testing::AllOf(HasSubstr((folder / "mine.lua").string() + ":3:"), HasSubstr("minutes")));
}

TEST(LabLibrary, TheFirstFolderCounts) {
  const TemporaryFolder folder;
  fs::create_directories(folder / "plants");
  std::string text = bytes_of(fixtures_folder() / "plants/small_column.lua");
  text.replace(text.find("trays = 3"), 9, "trays = 4");
  put_bytes(folder / "plants/small_column.lua", text);
  const scenario::Lab lab = load_lab(LabLibrary({folder / "", fixtures_folder()}).find("small_column"));
  EXPECT_EQ(lab.plant.parameters.front().number, 4.0);
}

TEST(LabLibrary, MakesTheSameLabFromTheTextsOfARun) {
  const scenario::Lab lab = *small_column();
  const scenario::Operator good = small_column_operator("good");
  std::map<std::string, std::string> texts;
  for (const scenario::SourceText& source : lab.sources) texts[source.name] = source.text;
  ASSERT_EQ(texts.size(), 2u);
  texts[recorded_name(good)] = good.text.text;

  const scenario::Lab again = lab_of_texts(texts);
  EXPECT_EQ(again.id, lab.id);
  EXPECT_EQ(again.tasks.size(), lab.tasks.size());
  const auto played = operator_of_texts(texts, again);
  ASSERT_TRUE(played);
  EXPECT_EQ(played->name, "good");
  EXPECT_EQ(played->steps.size(), good.steps.size());
  EXPECT_FALSE(operator_of_texts({}, again));
  EXPECT_THAT(error_of([] { lab_of_texts({}); }), HasSubstr("carries no lab"));
}

TEST(LabLibrary, SaysOfEachLabWhatOneLearnsAsItsHandoutDoes) {
  // line breaks of the handout are no difference
  const auto unbroken = [](std::string text) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
  };
  for (const LabPlace& place : LabLibrary::standard().labs()) {
    const scenario::Lab lab = load_lab(place);
    ASSERT_FALSE(lab.learns.en.empty()) << lab.id;
    const std::string handout = unbroken(place.files->text(place.folder() + "handout.md").value_or(""));
    EXPECT_THAT(handout, HasSubstr(lab.learns.en)) << lab.id;
    EXPECT_THAT(handout, HasSubstr(lab.learns.zh)) << lab.id;
    // instruments and glass differ from student to student: who is not told takes over another's calibration
    if (lab.bench.instruments.empty()) continue;
    EXPECT_THAT(handout, HasSubstr("Your bench is your own")) << lab.id;
    EXPECT_THAT(handout, HasSubstr("你自己的实验台")) << lab.id;
  }
}

TEST(PlantCatalogue, GivesEveryNameAUnitThatLabsKnow) {
  const scenario::PlantCatalogue plants = plant_catalogue();
  ASSERT_FALSE(plants.flowsheets.empty());
  for (const std::string& flowsheet : plants.flowsheets) {
    scenario::Plant plant;
    plant.flowsheet = flowsheet;
    const scenario::PlantNames names = plants.names(plant);
    EXPECT_FALSE(names.signals.empty());
    EXPECT_FALSE(names.inputs.empty());
    for (const auto* list : {&names.signals, &names.inputs, &names.parameters})
      for (const scenario::NameInfo& info : *list)
        EXPECT_TRUE(unit_from(info.unit)) << flowsheet << " " << info.name << " [" << info.unit << "]";
  }
}

TEST(PlantCatalogue, BuildsWithTheSettingsOfTheLab) {
  const auto has = [](const scenario::PlantNames& names, const std::string& name) {
    return std::any_of(names.signals.begin(), names.signals.end(), [&](const auto& info) { return info.name == name; });
  };
  scenario::Plant plant;
  plant.flowsheet = "pilot_column";
  plant.parameters.resize(1);
  plant.parameters.front().name = "trays";
  plant.parameters.front().number = 7;
  EXPECT_TRUE(has(plant_catalogue().names(plant), "tray_7.T"));
  EXPECT_FALSE(has(plant_catalogue().names(plant), "tray_8.T"));
}

}  // namespace
}  // namespace stillhouse
