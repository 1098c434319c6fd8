// Samples drawn from a running plant: purge, dead line, what leaves the plant, evaporation, replay.
#include "labs/session/sampling.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "labs/session/lab_library.h"
#include "labs/session/session.h"

namespace stillhouse {
namespace {

using testing::HasSubstr;

constexpr const char* kPoint =
    "sample_point { of = \"SV-101\", dead_volume = mL(20), flow = mL_per_min(120),\n"
    "  stands = { water = mole_percent(100) }, says = { en = \"Tank\", zh = \"储罐\" } }";

/// A tank of 10 L of 30 mol% methanol with a sampling valve; the point is written on line 9.
scenario::ReadResult<scenario::Lab> tank_lab(const std::string& point) {
  scenario::TextFiles files;
  files.put("plants/sampled_tank.lua", R"(return plant {
  format = 1, id = "sampled_tank", title = { en = "a", zh = "b" }, species = { "methanol", "water" }, liquid = "nrtl",
  units = {
    ["TK-101"] = unit "tank" { volume = litres(20), height = m(0.4), charge = percent(50), T = celsius(20),
      x = { methanol = mole_percent(30), water = mole_percent(70) } },
    ["SV-101"] = unit "sample_valve" {},
  },
  connections = { join("TK-101.out", "SV-101.in") }, instruments = {
    ["LI-101"] = level_transmitter { reads = "TK-101.level", range = { percent(0), percent(100) }, says = { en = "a", zh = "b" } } },
  handles = {}, sample_points = { ["SP-101"] =
)" + point + R"( },
})");
  files.put("lab.lua", R"(return lab {
  format = 1, id = "sampled", seed = 3, duration = minutes(60), title = { en = "a", zh = "b" },
  plant = use_plant "sampled_tank" {},
  tasks = { task { id = "level", says = { en = "a", zh = "b" }, done = above("LI-101", percent(20)) } },
  rubric = rubric { total = 10, points(10, { en = "a", zh = "b" }, steps { "level" }) },
})");
  return scenario::check_lab(files, "lab.lua", plant_catalogue());
}

std::unique_ptr<Session> tank_session() {
  const auto read = tank_lab(kPoint);
  for (const scenario::Diagnostic& diagnostic : read.diagnostics) ADD_FAILURE() << diagnostic.message;
  return std::make_unique<Session>(std::make_shared<const scenario::Lab>(*read.value), SessionSettings{3, ""});
}

void run(Session& session, int scans) {
  for (int i = 0; i < scans; ++i) session.advance();
}

double signal(const Session& session, const std::string& name) {
  return session.simulator().signal(session.simulator().plant().find_signal(name));
}

void purge(Session& session, double volume) {
  EXPECT_FALSE(session.execute({0, "student", "purge", "SP-101", volume, {}}));
}
void draw(Session& session, const std::string& label, double volume = 20e-6) {
  EXPECT_FALSE(session.execute({0, "student", "draw", "SP-101", volume, label}));
}
const DrawnSample& jar(const Session& session, const std::string& label) {
  const DrawnSample* found = Sampling::find(session.sampling_state(), label);
  EXPECT_TRUE(found) << label;
  return *found;
}
double methanol_share(const DrawnSample& sample) {
  return sample.moles[0] / (sample.moles[0] + sample.moles[1]);
}

TEST(SamplePoints, GiveYesterdaysLineUntilTheyArePurged) {
  const auto session = tank_session();
  draw(*session, "unpurged");
  run(*session, 15);
  purge(*session, 100e-6);
  run(*session, 60);
  draw(*session, "purged");
  run(*session, 15);
  // a mixed line of 20 mL full of water, of which 20 mL are caught: 1 - exp(-1) of the volume stays in the line
  const std::vector<double> fresh = {signal(*session, "SV-101.sample_methanol"),
                                     signal(*session, "SV-101.sample_water")};
  const DrawnSample& first = jar(*session, "unpurged");
  EXPECT_EQ(first.taken_at, 10) << "20 mL at 2 mL/s";
  EXPECT_NEAR(first.moles[0], fresh[0] * 20e-6 * std::exp(-1.0), 1e-3 * first.moles[0]);
  EXPECT_NEAR(methanol_share(first), 0.08, 0.02);
  const DrawnSample& second = jar(*session, "purged");
  // e^-1 of the water was left, e^-5 of that after the purge, and the mean of what comes then
  EXPECT_NEAR(second.moles[0], fresh[0] * 20e-6 * (1.0 - std::exp(-6.0) * (1.0 - std::exp(-1.0))),
              1e-4 * second.moles[0]);
  EXPECT_NEAR(methanol_share(second), 0.30, 1e-3);
  EXPECT_NEAR(second.purged, 100e-6, 1e-12);
  EXPECT_NEAR(second.T_drawn, signal(*session, "TK-101.T"), 0.01) << "no cooler";
  // custody: who reads the run knows what was drawn where, when and after what
  std::string notes;
  for (const BenchEntry& entry : session->bench_state().journal) notes += entry.text.en + "\n";
  EXPECT_THAT(notes, HasSubstr("jar unpurged filled at SP-101: 20 mL of 20 °C, after 0 mL let run"));
  EXPECT_THAT(notes, HasSubstr("jar purged filled at SP-101: 20 mL of 20 °C, after 100 mL let run"));
}

TEST(SamplePoints, AJarOfAReactorGoesOnReactingUntilItIsUsed) {
  scenario::TextFiles files;
  files.put("plants/jar_reactor.lua", R"(return plant {
  format = 1, id = "jar_reactor", title = { en = "a", zh = "b" }, species = { "acetic anhydride", "water", "acetic acid" },
  liquid = "ideal", reactions = { "acetic anhydride + water -> 2 acetic acid; k0 = 2.14e7 1/min, Ea = 46.53 kJ/mol, order(water) = 0, dH = -58.6 kJ/mol" },
  units = {
    ["R-1"] = unit "stirred_reactor" { volume = litres(2), height = m(0.2), charge = percent(50), T = celsius(20),
      x = { water = mole_percent(99.9), ["acetic anhydride"] = mole_percent(0.1) } },
    ["SV-1"] = unit "sample_valve" {},
  },
  connections = { join("R-1.out", "SV-1.in") },
  instruments = { ["LI-1"] = level_transmitter { reads = "R-1.level", range = { percent(0), percent(100) }, says = { en = "a", zh = "b" } } },
  handles = {}, sample_points = { ["SP-1"] = sample_point { of = "SV-1", dead_volume = mL(1), flow = mL_per_min(120), says = { en = "a", zh = "b" } } },
})");
  files.put("lab.lua", R"(return lab {
  format = 1, id = "sampled", seed = 3, duration = minutes(60), title = { en = "a", zh = "b" }, plant = use_plant "jar_reactor" {},
  tasks = { task { id = "level", says = { en = "a", zh = "b" }, done = above("LI-1", percent(20)) } },
  rubric = rubric { total = 10, points(10, { en = "a", zh = "b" }, steps { "level" }) },
})");
  const auto read = scenario::check_lab(files, "lab.lua", plant_catalogue());
  ASSERT_TRUE(read.good());
  Session session(std::make_shared<const scenario::Lab>(*read.value), {3, ""});
  EXPECT_FALSE(session.execute({0, "student", "draw", "SP-1", 20e-6, "J"}));
  run(session, 15);
  const double before = jar(session, "J").moles[0];
  run(session, 300);
  const DrawnSample& after = jar(session, "J");
  // 300 s of k(293.2 K) = 2.14e7 exp(-46530 / (R T)) 1/min, 0.1099; its heat warms the jar by hardly a kelvin
  const double k = 2.14e7 / 60.0 * std::exp(-46530.0 / (8.314462618 * after.T));
  EXPECT_NEAR(std::log(before / after.moles[0]) / (300.0 * k), 1.0, 0.02);
  EXPECT_GT(after.moles[2], 0.0);
}

TEST(SamplePoints, TakeWhatTheyPurgeAndFillFromThePlant) {
  const auto session = tank_session();
  run(*session, 5);
  const double methanol = signal(*session, "TK-101.n_methanol"), water = signal(*session, "TK-101.n_water");
  const std::vector<double> stood = session->sampling_state().points[0].line;
  purge(*session, 37e-6);
  draw(*session, "D1");
  run(*session, 60);
  const double lost = methanol - signal(*session, "TK-101.n_methanol");
  const double c = signal(*session, "SV-101.sample_methanol");
  EXPECT_NEAR(lost, c * 57e-6, 1e-8 * methanol) << "37 mL run, 20 mL caught";
  EXPECT_LT(signal(*session, "TK-101.n_water"), water);
  // the plant's ledgers say the same, and its balances are closed
  EXPECT_NEAR(lost, -signal(*session, "SV-101.in_methanol"), 1e-9 * methanol);
  for (const BalanceClosure& closure : session->simulator().closures())
    EXPECT_LT(std::abs(closure.gap), 1e-9 * std::abs(closure.start)) << closure.name;
  EXPECT_EQ(signal(*session, "SV-101.sample_flow"), 0.0) << "shut again";
}

TEST(SamplePoints, LetOpenJarsEvaporate) {
  const auto session = tank_session();
  purge(*session, 100e-6);
  draw(*session, "open");
  run(*session, 80);
  draw(*session, "closed");
  run(*session, 15);
  EXPECT_FALSE(session->execute({0, "student", "close", "closed", 0.0, {}}));
  const double before = methanol_share(jar(*session, "closed"));
  run(*session, 1800);
  EXPECT_EQ(methanol_share(jar(*session, "closed")), before);
  EXPECT_LT(methanol_share(jar(*session, "open")), before - 0.003);
  const Sample sample = session->sampling().sample(jar(*session, "closed"));
  EXPECT_EQ(sample.label, "closed");
  ASSERT_EQ(sample.portions.size(), 2u);
  EXPECT_EQ(sample.portions[0].species, "methanol");
}

TEST(SamplePoints, AreReplayedToTheBit) {
  const auto played = [] {
    auto session = tank_session();
    run(*session, 7);
    purge(*session, 50e-6);
    draw(*session, "D1");
    run(*session, 200);
    return session;
  };
  const auto first = played(), second = played();
  EXPECT_EQ(first->digest(), second->digest());
  EXPECT_EQ(first->sampling_state(), second->sampling_state());

  // back before the draw and on again, and back into the middle of it
  const Digest at_the_end = second->digest();
  second->backtrack(20);
  run(*second, 187);
  EXPECT_EQ(second->digest(), at_the_end);
  second->backtrack(7);
  run(*second, 200);
  EXPECT_TRUE(second->sampling_state().samples.empty()) << "what was done from there on is undone";
  EXPECT_NE(second->digest(), at_the_end);
}

std::string refusal(const Session& session, const Command& command) {
  const std::optional<Refusal> why = session.query(command);
  return why ? why->en : "";
}

TEST(SamplePoints, RefuseWhatCannotBeDone) {
  const auto session = tank_session();
  EXPECT_THAT(refusal(*session, {0, "student", "draw", "SP-999", 1e-5, "D1"}), HasSubstr("SP-999"));
  EXPECT_THAT(refusal(*session, {0, "student", "draw", "SP-101", 1.0, "D1"}), HasSubstr("1 mL to 1 L"));
  EXPECT_THAT(refusal(*session, {0, "student", "draw", "SP-101", std::nan(""), "D1"}), HasSubstr("1 mL to 1 L"));
  EXPECT_THAT(refusal(*session, {0, "student", "draw", "SP-101", 1e-5, ""}), HasSubstr("label"));
  EXPECT_THAT(refusal(*session, {0, "student", "purge", "SP-101", -1.0, {}}), HasSubstr("let run"));
  EXPECT_THAT(refusal(*session, {0, "student", "close", "D1", 0.0, {}}), HasSubstr("no jar"));
  draw(*session, "D1");
  EXPECT_THAT(refusal(*session, {0, "student", "draw", "SP-101", 1e-5, "D2"}), HasSubstr("being drawn"));
  run(*session, 15);
  EXPECT_THAT(refusal(*session, {0, "student", "draw", "SP-101", 1e-5, "D1"}), HasSubstr("already"));
  EXPECT_EQ(refusal(*session, {0, "student", "draw", "SP-101", 1e-5, "D2"}), "");
}

TEST(SamplePoints, AreCheckedWithLineAndAlternatives) {
  const auto told = [](const std::string& point) {
    std::string text;
    for (const scenario::Diagnostic& diagnostic : tank_lab(point).diagnostics)
      text += std::to_string(diagnostic.source.line) + ": " + diagnostic.message + "\n";
    return text;
  };
  const std::string says = ", says = { en = \"a\", zh = \"b\" } }";
  EXPECT_EQ(told(kPoint), "");
  EXPECT_THAT(told("sample_point { of = \"SV-11\"" + says),
              testing::AllOf(testing::StartsWith("11: "), HasSubstr("nearest: SV-101")));
  EXPECT_THAT(told("sample_point { of = \"SV-101\", stands = { metanol = mole_percent(100) }" + says),
              testing::AllOf(testing::StartsWith("11: "), HasSubstr("nearest: methanol")));
  EXPECT_THAT(told("sample_point { of = \"SV-101\", stands = { methanol = mole_percent(60) }" + says),
              testing::AllOf(testing::StartsWith("11: "), HasSubstr("add up to")));
  EXPECT_THAT(told("sample_point { of = \"SV-101\", stands = { methanol = mass_percent(100) }" + says),
              HasSubstr("mole_percent"));
  EXPECT_THAT(told("sample_point { of = \"SV-101\", dead_volume = celsius(3)" + says), HasSubstr("mL"));
  EXPECT_THAT(told("sample_point { of = \"SV-101\", dead_volume = litres(100)" + says), HasSubstr("allowed"));
  EXPECT_THAT(told("sample_point { of = \"SV-101\", deadvolume = mL(3)" + says), HasSubstr("dead_volume"));
}

}  // namespace
}  // namespace stillhouse
