#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/base/error.h"
#include "tests/models/instruments/bench_rig.h"

namespace stillhouse {
namespace {

using testing::HasSubstr;

SampleContents taken_apart(std::vector<Portion> portions, const std::string& solvent = "") {
  return contents_of({"", std::move(portions), {}, 293.15}, component_facts, 1e-6, solvent);
}

std::string refusal_of(std::vector<Portion> portions) {
  try {
    taken_apart(std::move(portions));
  } catch (const ModelError& error) {
    return error.what();
  }
  return "";
}

// 40 mol% methanol (32.042 g/mol) in water (18.015 g/mol) is 54.25 mass%
TEST(Sample, IsTheSameInMolesAndInMass) {
  const SampleContents moles = taken_apart({portion("methanol", 40, "mol%"), {"water", PortionKind::rest, 0.0}});
  ASSERT_EQ(moles.species.size(), 2u);
  EXPECT_NEAR(moles.species[0].mass_fraction, 0.5425, 1e-4);
  EXPECT_DOUBLE_EQ(moles.volume, 1e-6);
  const SampleContents weighed = taken_apart({portion("methanol", 0.5425, "g"), portion("water", 0.4575, "g")});
  EXPECT_NEAR(weighed.species[0].mole_fraction, 0.4, 1e-4);
  EXPECT_NEAR(weighed.mass, 1e-3, 1e-15);
  EXPECT_NEAR(weighed.species[0].concentration / weighed.species[1].concentration, 2.0 / 3.0, 1e-3);
}

// 0.1 mol/L of toluene (92.14 g/mol) in methanol: 9.214 g/L
TEST(Sample, OfAConcentrationIsFilledUpByItsSolvent) {
  const SampleContents by_moles = taken_apart({portion("toluene", 0.1, "mol/L"), {"methanol", PortionKind::rest, 0.0}});
  const SampleContents by_mass = taken_apart({portion("toluene", 9.2138, "g/L")}, "methanol");
  for (const SampleContents& contents : {by_moles, by_mass}) {
    EXPECT_NEAR(contents.find("toluene")->concentration, 100.0, 1e-2);
    double volume = 0.0;
    for (const auto& one : contents.species) volume += one.mass / one.facts.density;
    EXPECT_NEAR(volume, contents.volume, 1e-15);
  }
}

TEST(Sample, MayBeAnEmptyVial) {
  EXPECT_TRUE(taken_apart({}).empty());
}

TEST(Sample, RefusesWhatDoesNotGoTogether) {
  EXPECT_THAT(refusal_of({portion("methanol", 0.4, "1"), portion("water", 0.4, "1")}), HasSubstr("add up to 0.8"));
  EXPECT_THAT(refusal_of({portion("methanol", 0.4, "1"), portion("water", 2, "g")}), HasSubstr("different ways"));
  EXPECT_THAT(refusal_of({portion("methanol", 0.4, "1"), portion("methanol", 0.6, "1")}), HasSubstr("stands twice"));
  EXPECT_THAT(refusal_of({portion("methanol", -1, "g"), portion("water", 2, "g")}), HasSubstr("0 or more"));
  EXPECT_THAT(refusal_of({portion("methanl", 1, "1")}), HasSubstr("methanol"));
  EXPECT_THAT(refusal_of({portion("methanol", 1, "g/L")}), HasSubstr("need a solvent"));
  EXPECT_THROW(portion("methanol", 1, "kPa"), ModelError);
}

InstrumentKind scales() {
  InstrumentKind kind;
  kind.name = "scales";
  kind.settings = {{"time", "min", 1.0, 0.5, 10.0, "how long it weighs"}, {"oven", "degC", 20.0, 0.0, 100.0, "heat"}};
  kind.choices = {{"lid", {"open", "shut"}, "whether air moves"}};
  return kind;
}

TEST(AnalysisMethod, GivesSettingsInSiAndStandardsForTheRest) {
  const InstrumentKind kind = scales();
  const AnalysisMethod method(kind, {{"oven", 353.15, ""}, {"lid", 0.0, "shut"}});
  EXPECT_DOUBLE_EQ(method["time"], 60.0);
  EXPECT_DOUBLE_EQ(method["oven"], 353.15);
  EXPECT_EQ(method.word("lid"), "shut");
  EXPECT_TRUE(method.is_given("oven"));
  EXPECT_FALSE(method.is_given("time"));
}

TEST(AnalysisMethod, RefusesWithValueUnitAndWhatIsAllowed) {
  const InstrumentKind kind = scales();
  const auto refusal = [&](const ParameterValue& value) -> std::string {
    try {
      const AnalysisMethod method(kind, {value});
    } catch (const ModelError& error) {
      return error.what();
    }
    return "";
  };
  EXPECT_EQ(refusal({"oven", 473.15, ""}), "scales: oven = 200 degC; allowed: 0 .. 100 degC");
  EXPECT_THAT(refusal({"ovn", 300.0, ""}), HasSubstr("nearest: oven"));
  EXPECT_THAT(refusal({"lid", 0.0, "shutt"}), HasSubstr("nearest: shut"));
  EXPECT_THAT(refusal({"time", 0.0, "long"}), HasSubstr("is no number"));
  EXPECT_NO_THROW(AnalysisMethod(kind, {{"oven", to_si(100.0, unit("degC")), ""}}));
  EXPECT_THROW(AnalysisMethod(kind, {{"oven", 300.0, ""}, {"oven", 301.0, ""}}), ModelError);
}

TEST(Instruments, AreCalledByTheirNamesOnly) {
  EXPECT_THROW(find_instrument("astrolabe"), ModelError);
}

}  // namespace
}  // namespace stillhouse
