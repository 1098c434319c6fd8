#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "engine/base/error.h"
#include "models/instruments/result_units.h"
#include "models/instruments/titration/ph_electrode.h"
#include "tests/models/instruments/bench_rig.h"

namespace stillhouse {
namespace {

TEST(PhElectrode, IsCalibratedByTwoBuffers) {
  const PhElectrode electrode{0.95, 0.012, 3.0};
  const double low = buffer_pH("phthalate", 298.15), high = buffer_pH("phosphate", 298.15);
  EXPECT_NEAR(low, 4.005, 0.01);   // NIST
  EXPECT_NEAR(high, 6.865, 0.01);  // NIST
  const PhElectrode found =
      calibrated(low, electrode.potential(low, 298.15), high, electrode.potential(high, 298.15), 298.15);
  EXPECT_NEAR(found.slope, 0.95, 1e-12);
  EXPECT_NEAR(found.reading(electrode.potential(9.0, 298.15), 298.15), 9.0, 1e-9);
  // 59.16 mV a unit at 25 degC
  EXPECT_NEAR((PhElectrode{1.0, 0.0, 0.0}).potential(6.0, 298.15), 0.05916, 1e-5);
  EXPECT_THROW(calibrated(7.0, 0.0, 7.0, 0.1, 298.15), ModelError);
  EXPECT_THROW(buffer_pH("citrate", 298.15), ModelError);
}

// 204.22 mg of potassium hydrogen phthalate are 1.0000 mmol: 10.00 mL of 0.1 mol/L
TEST(Titrator, StandardizesItsTitrant) {
  const Analysis a = analysis("titrator", {portion("potassium hydrogen phthalate", 204.22, "mg")},
                              {word("titrant", "sodium hydroxide"), number("titrant_factor", 0.97)});
  EXPECT_FALSE(failed(a));
  EXPECT_NEAR(result(a, "volume", "end point 1"), 10.0 / 0.97, 0.02);
  EXPECT_NEAR(result(a, "volume_by_second_derivative"), 10.0 / 0.97, 0.02);
  EXPECT_NEAR(result(a, "volume_by_gran"), 10.0 / 0.97, 0.06);
  EXPECT_NEAR(result(a, "pH", "end point 1"), 8.4, 0.5);
}

TEST(Titrator, FindsBothEndPointsOfCarbonate) {
  const Analysis a = analysis("titrator", {portion("sodium carbonate", 105.99, "mg")},
                              {word("titrant", "hydrochloric acid"), number("most", 30, "mL")});
  EXPECT_NEAR(result(a, "volume", "end point 1"), 10.0, 0.15);
  EXPECT_NEAR(result(a, "volume", "end point 2"), 20.0, 0.05);
}

TEST(Titrator, WithASlowElectrodeIsLate) {
  const std::vector<Portion> acid{portion("acetic acid", 0.1, "mol/L")};
  const auto end = [&](double response, double wait) {
    return result(
        analysis("titrator", acid,
                 {number("response", response, "s"), number("longest_wait", wait, "s"), number("noise", 0.0)}),
        "volume", "end point 1");
  };
  EXPECT_NEAR(end(1.0, 60.0), 25.0, 0.03);
  EXPECT_GT(end(60.0, 2.0), 25.3);
}

TEST(Titrator, FollowsRedoxSilverAndEdta) {
  // 5 Fe to 1 permanganate; 1:1 silver and EDTA: 0.5 mmol each
  EXPECT_NEAR(result(analysis("titrator", {portion("ammonium iron(II) sulfate", 0.5, "mmol")},
                              {word("titrant", "potassium permanganate"), word("electrode", "platinum"),
                               number("titrant_concentration", 0.01, "mol/L"), number("most", 20, "mL")}),
                     "volume", "end point 1"),
              10.0, 0.03);
  EXPECT_NEAR(result(analysis("titrator", {portion("sodium chloride", 0.5, "mmol")},
                              {word("titrant", "silver nitrate"), word("electrode", "silver"),
                               number("titrant_concentration", 0.05, "mol/L"), number("most", 20, "mL")}),
                     "volume", "end point 1"),
              10.0, 0.03);
  EXPECT_NEAR(result(analysis("titrator", {portion("calcium chloride", 0.5, "mmol")},
                              {word("titrant", "disodium edta dihydrate"), word("electrode", "ion_selective"),
                               number("titrant_concentration", 0.05, "mol/L"), number("most", 20, "mL"),
                               number("medium_pH", 10.0), number("signal_step", 0.03)}),
                     "volume", "end point 1"),
              10.0, 0.03);
}

TEST(Titrator, TellsWhenThereIsNothingToTitrate) {
  EXPECT_TRUE(
      failed(analysis("titrator", {}, {word("titrant", "potassium permanganate"), word("electrode", "silver")})));
  EXPECT_THROW(analysis("titrator", {portion("acetic acd", 0.1, "mol/L")}, {}), ModelError);
}

TEST(Titrator, TellsWhatTakesNoPart) {
  const Analysis wrong = analysis("titrator", {portion("ethanol", 0.1, "mol/L")}, {});
  EXPECT_TRUE(failed(wrong));
  ASSERT_EQ(wrong.messages.at(0).kind, Analysis::Kind::note);
  EXPECT_NE(wrong.messages.at(0).text.en.find("ethanol takes no part"), std::string::npos);
  EXPECT_TRUE(analysis("burette", {portion("acetic acid", 0.1, "mol/L")}, {}).messages.empty());
}

TEST(Burette, StopsAtTheDropThatChangesTheColour) {
  const std::vector<Portion> acid{portion("acetic acid", 0.1, "mol/L")};
  const Analysis good = analysis("burette", acid, {number("rough", 23.0, "mL")});
  EXPECT_FALSE(failed(good));
  EXPECT_NEAR(result(good, "volume"), 25.0, 0.08);
  EXPECT_EQ(good.marks.at(0).text, "between colourless and pink");
  // methyl orange changes long before the equivalence point of a weak acid
  const Analysis wrong = analysis("burette", acid, {word("indicator", "methyl orange")});
  EXPECT_LT(result(wrong, "volume"), 5.0);
  // too much run in freely
  EXPECT_TRUE(failed(analysis("burette", acid, {number("rough", 26.0, "mL")})));
  // the burette is empty first
  EXPECT_TRUE(failed(analysis("burette", acid, {number("capacity", 10.0, "mL")})));
  EXPECT_NEAR(result(analysis("burette", acid, {number("parallax", 0.1, "mL")}), "volume"), 25.1, 0.08);
}

TEST(Burette, SeesPermanganateStarchMetalsAndChromate) {
  EXPECT_NEAR(result(analysis("burette", {portion("oxalic acid dihydrate", 0.5, "mmol")},
                              {word("titrant", "potassium permanganate"), word("indicator", "permanganate"),
                               number("titrant_concentration", 0.02, "mol/L")}),
                     "volume"),
              10.0, 0.1);
  EXPECT_NEAR(
      result(analysis("burette", {portion("potassium iodate", 0.1, "mmol"), portion("potassium iodide", 10, "mmol")},
                      {word("titrant", "sodium thiosulfate pentahydrate"), word("indicator", "starch"),
                       number("titrant_concentration", 0.05, "mol/L"), number("medium_pH", 1.0)}),
             "volume"),
      12.0, 0.1);
  EXPECT_NEAR(result(analysis("burette", {portion("magnesium sulfate heptahydrate", 0.5, "mmol")},
                              {word("titrant", "disodium edta dihydrate"), word("indicator", "eriochrome_black"),
                               number("titrant_concentration", 0.05, "mol/L"), number("medium_pH", 10.0)}),
                     "volume"),
              10.0, 0.1);
  // Mohr: silver chromate needs an excess, a drop or two of blank
  const double mohr = result(analysis("burette", {portion("sodium chloride", 0.5, "mmol")},
                                      {word("titrant", "silver nitrate"), word("indicator", "chromate"),
                                       number("titrant_concentration", 0.05, "mol/L")}),
                             "volume");
  EXPECT_GT(mohr, 9.98);
  EXPECT_LT(mohr, 10.3);
}

TEST(KarlFischer, FindsWaterAndItsErrors) {
  // 1 % of water in a gram of methanol
  const std::vector<Portion> wet{portion("water", 10, "mg"), portion("methanol", 990, "mg")};
  const auto water = [&](std::vector<ParameterValue> method) {
    method.push_back(number("drift_entered", 5.0, "ug/min"));
    return result(analysis("karl_fischer", wet, method), "water");
  };
  EXPECT_NEAR(water({}), 10.0, 0.03);
  EXPECT_NEAR(result(analysis("karl_fischer", wet, {number("drift_entered", 5.0, "ug/min")}), "charge"), 107.115, 0.6);
  EXPECT_NEAR(water({word("iodine", "volumetric")}), 10.0, 0.03);
  // a reagent that has lost a tenth shows a tenth too much, and the standard tells
  EXPECT_NEAR(water({word("iodine", "volumetric"), number("titre_left", 0.9)}), 10.0 / 0.9, 0.05);
  EXPECT_NEAR(result(analysis("karl_fischer", {portion("sodium tartrate dihydrate", 100, "mg")},
                              {word("iodine", "volumetric"), number("drift_entered", 5.0, "ug/min")}),
                     "water_fraction"),
              15.66, 0.05);
  // water that comes slowly is missed without extraction
  EXPECT_LT(water({number("release", 300.0, "s")}), 9.9);
  EXPECT_NEAR(water({number("release", 100.0, "s"), number("extraction", 900.0, "s")}), 10.0, 0.05);
  // too much for the cell in the time
  EXPECT_TRUE(failed(analysis("karl_fischer", {portion("water", 100, "mg")}, {})));
  EXPECT_TRUE(failed(analysis("karl_fischer", {}, {})));
}

TEST(Titrations, AreTheSameToTheBit) {
  const std::vector<Portion> acid{portion("citric acid", 0.05, "mol/L")};
  const Analysis a = analysis("titrator", acid, {}, 7), b = analysis("titrator", acid, {}, 7);
  EXPECT_EQ(a.signal[1].values, b.signal[1].values);
  EXPECT_NE(a.signal[1].values, analysis("titrator", acid, {}, 8).signal[1].values);
}

// 1.0000 mmol of phthalate takes 10.00 mL of 0.1 mol/L; a scale that says 1 % less than runs out reads 9.90 mL
TEST(Burette, HasAScaleOfItsOwn) {
  const Analysis a = analysis("burette", {portion("potassium hydrogen phthalate", 204.22, "mg")},
                              {number("burette_factor", 1.01), number("drop", 0.01, "mL")});
  EXPECT_NEAR(result(a, "volume"), 10.0 / 1.01, 0.06);
}

// what use makes of glass in strong alkali, and not in acid
TEST(Titrator, WearsItsElectrodeOutInAlkali) {
  const auto slower = [](const char* titrant, const char* sample) {
    const Analysis a = analysis("titrator", {portion(sample, 100.0, "mg")},
                                {word("titrant", titrant), number("titrant_concentration", 1.0, "mol/L")});
    for (const Analysis::Wear& wear : a.wear)
      if (wear.setting == "response") return wear.by;
    return 0.0;
  };
  EXPECT_NEAR(slower("hydrochloric acid", "sodium carbonate"), 0.02, 1e-6);
  EXPECT_GT(slower("sodium hydroxide", "potassium hydrogen phthalate"), 0.1);
}

// who is to find out what is in a sample reads no name of a species in a message, whatever the instrument
TEST(Instruments, MessagesThatNameSpeciesSayThatTheyDo) {
  const std::vector<std::string> names{"toluene", "phenol",  "potassium dichromate", "sodium chloride",
                                       "ethanol", "calcium", "n-hexadecane",         "sucrose"};
  int analysed = 0;
  std::set<std::string> checked;
  for (const InstrumentKind& kind : instrument_catalogue())
    for (const std::string& name : names)
      for (const double share : {0.01, 100.0}) {
        try {
          const Sample sample{"", {portion(name, share, "mg")}, {}, 293.15};
          const Analysis a = kind.analyse(sample, {}, 1);
          ++analysed;
          // limits on a number are checked by the unit that is listed for it
          for (const Analysis::Result& result : a.results) {
            const std::string listed = result_unit(kind.name, result.name);
            if (!listed.empty()) {
              EXPECT_EQ(result.unit, listed) << kind.name << " " << result.name;
              checked.insert(kind.name + " " + result.name);
            }
          }
          for (const Analysis::Message& message : a.messages)
            if (!message.names_species) {
              EXPECT_EQ(message.text.en.find(name), std::string::npos) << kind.name << ": " << message.text.en;
              EXPECT_EQ(message.text.zh.find(name), std::string::npos) << kind.name << ": " << message.text.en;
            }
        } catch (const ModelError&) {
          // this one does not take it
        }
      }
  EXPECT_GT(analysed, 20);
  EXPECT_GT(checked.size(), 20u);
}

}  // namespace
}  // namespace stillhouse
