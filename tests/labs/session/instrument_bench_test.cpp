#include "labs/session/instrument_bench.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "engine/base/random.h"
#include "labs/record/reader.h"
#include "labs/session/formula_value.h"
#include "labs/session/lab_library.h"
#include "labs/session/replay.h"
#include "labs/session/run_recorder.h"
#include "labs/session/session.h"
#include "models/instruments/instrument_kind.h"
#include "tests/labs/record/sample_run.h"

namespace stillhouse {
namespace {

using testing::HasSubstr;

std::shared_ptr<const scenario::Lab> alcohol_lab() {
  static const auto kLab =
      std::make_shared<const scenario::Lab>(load_lab(LabLibrary::standard().find("alcohol_mixture_gc")));
  return kLab;
}

std::optional<Refusal> give(Session& session, const std::string& verb, const std::string& tag, const std::string& text,
                            double value = 0.0) {
  return session.execute({0, "student", verb, tag, value, text});
}

void play_to(Session& session, double time) {
  while (session.running() && session.time() < time) session.advance();
}

double formula(const Session& session, const std::string& text) {
  std::string mistake;
  scenario::Formula parsed{text, scenario::parse_formula(text, mistake), {}};
  EXPECT_TRUE(parsed) << mistake;
  return formula_value(parsed, session, {{"three", 3.0}});
}

constexpr const char* fast = "oven=85degC, hold=7min, ramp1=0K/min, volume=0.5uL";
constexpr const char* recipe = "weigh methanol 120 mg; weigh 1-pentanol 100 mg; fill water 50 mL";

TEST(InstrumentBench, AnAnalysisTakesThePlantsTimeAndThenCanBeRead) {
  Session session(alcohol_lab(), {7, {}});
  ASSERT_FALSE(give(session, "method", "GC", fast));
  ASSERT_FALSE(give(session, "prepare", "S1", recipe));
  ASSERT_FALSE(give(session, "analyse", "GC", "S1"));
  // two weighings and a filling take five minutes, a run of seven and a minute between two another eight
  play_to(session, 299.0);
  EXPECT_TRUE(session.bench_state().analyses.empty());
  play_to(session, 305.0);
  ASSERT_EQ(session.bench_state().analyses.size(), 1u);
  EXPECT_TRUE(std::isnan(formula(session, "largest('GC', 'S1', 'area')")));
  play_to(session, 300.0 + 8 * 60.0 + 5.0);
  EXPECT_GT(formula(session, "largest('GC', 'S1', 'area')"), 0.0);
  EXPECT_EQ(formula(session, "analyses('GC', 'S1')"), 1.0);
  EXPECT_EQ(session.bench_state().cost, 3.0);
}

TEST(InstrumentBench, WhatIsTakenFromTheBottlesIsInTheFlask) {
  Session session(alcohol_lab(), {7, {}});
  const auto mass_left = [&](const char* label) {
    const Vial& vial = *session.bench().find_vial(session.bench_state(), label);
    double mass = 0.0;
    for (const Vial::Species& one : vial.species) mass += one.mass * vial.left / vial.volume;
    return mass;
  };
  double before = 0.0, after = 0.0;
  for (const char* label : {"methanol", "1-pentanol", "water"}) before += mass_left(label);
  ASSERT_FALSE(give(session, "prepare", "S1", recipe));
  for (const char* label : {"methanol", "1-pentanol", "water", "S1"}) after += mass_left(label);
  EXPECT_NEAR(after, before, 1e-12);
}

/// GUM: of labels with a standard uncertainty u some 95 % must lie within 2 u of the truth.
TEST(InstrumentBench, LabelsHoldTheTruthAsOftenAsTheyPromise) {
  int within = 0, within_half = 0, all = 0;
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    const InstrumentBench bench(alcohol_lab()->bench, seed, 1.0);
    BenchState state = bench.initial();
    // the label is for 4 K about 20 degC
    const double T = 293.15 + RandomStream(seed, "room").symmetric(4.0, 0);
    bench.execute(state, {0, "student", "prepare", "S1", 0.0, recipe}, {0, T, {}});
    bench.execute(state, {0, "student", "prepare", "S2", 0.0, "pipette S1 10 mL; fill water 100 mL"}, {0, T, {}});
    for (const char* label : {"S1", "S2"}) {
      const Vial& vial = *bench.find_vial(state, label);
      const double error = true_content(vial, "methanol", "g/L") - stated_content(vial, "methanol", "g/L");
      const double u = stated_uncertainty(vial, "methanol", "g/L");
      within += std::abs(error) <= 2.0 * u;
      within_half += std::abs(error) <= 0.5 * u;
      ++all;
    }
  }
  EXPECT_GE(within, static_cast<int>(0.93 * all));
  // nor are they wider than needed: 38 % of a normal distribution lie within half of it
  EXPECT_LT(within_half, static_cast<int>(0.6 * all));
}

TEST(InstrumentBench, WaitingDoesNotRedrawAnError) {
  Session early(alcohol_lab(), {8, {}}), late(alcohol_lab(), {8, {}});
  play_to(late, 500.0);
  for (Session* session : {&early, &late}) {
    give(*session, "method", "GC", fast);
    give(*session, "prepare", "S1", recipe);
    give(*session, "analyse", "GC", "S1");
    give(*session, "analyse", "GC", "S1");
    play_to(*session, session->time() + 1500.0);
  }
  // an injection of its own would differ by 0.5 %; the water, a little warmer or colder, by its expansion
  for (const char* area : {"largest('GC', 'S1', 'area', 1)", "largest('GC', 'S1', 'area', 2)"})
    EXPECT_NEAR(formula(early, area) / formula(late, area), 1.0, 8e-4) << area;
  const double first = formula(early, "largest('GC', 'S1', 'area', 1)");
  EXPECT_GT(std::abs(formula(early, "largest('GC', 'S1', 'area', 2)") / first - 1.0), 1e-4);
}

/// A bench of one instrument, and bottles as its lab has them.
struct WornBench {
  explicit WornBench(const scenario::LabBench& lab, std::uint64_t seed = 7) : bench(lab, seed, 1.0) {
    state = bench.initial();
  }

  /// Analysed to the end; its results.
  const Analysis& analyse(const char* tag, const char* method, const char* sample) {
    if (*method) bench.execute(state, {0, "student", "method", tag, 0.0, method}, {scan, 293.15, {}});
    bench.execute(state, {0, "student", "analyse", tag, 0.0, sample}, {scan, 293.15, {}});
    scan = state.analyses.back().ends;
    bench.scan(state, {scan, 293.15, {}});
    return *state.analyses.back().analysis;
  }

  InstrumentBench bench;
  BenchState state;
  std::int64_t scan = 0;
};

double number_in(const std::vector<Analysis::Result>& list, const std::string& of, const std::string& name) {
  for (const Analysis::Result& result : list)
    if (result.of == of && result.name == name) return result.value;
  return std::nan("");
}

scenario::LabBench bench_of(const char* lab) {
  return load_lab(LabLibrary::standard().find(lab)).bench;
}

TEST(InstrumentBench, AnOverheatedColumnHasLostFilmInTheNextRun) {
  const char* cool = "phase=wax, oven=80degC, hold=6min, ramp1=0K/min, split=500, volume=0.1uL";
  WornBench lab(bench_of("xylenes_gc_method"));
  const Analysis before = lab.analyse("GC", cool, "p-xylene");
  lab.analyse("GC", "oven=300degC, hold=30min", "p-xylene");
  const Analysis after = lab.analyse("GC", cool, "p-xylene");
  // 1 %/h exp(50 K / 25 K) for half an hour: 3.6 % of the film, and of k with it
  const double k = number_in(before.truth, "p-xylene", "retention_factor");
  EXPECT_NEAR(number_in(after.truth, "p-xylene", "retention_factor") / k, std::exp(-0.005 * std::exp(2.0)), 2e-3);
  EXPECT_GT(number_in(after.truth, "p-xylene", "sigma"), 1.03 * number_in(before.truth, "p-xylene", "sigma"));
  // silica of the bleed in the jet: a calibration of before is 1 % wrong
  EXPECT_LT(number_in(after.truth, "p-xylene", "area"), 0.995 * number_in(before.truth, "p-xylene", "area"));
  // another column is as it came, and the harmed one is found again as it was left
  const std::string wax = lab.bench.condition(lab.state, 0, lab.scan, true);
  lab.bench.execute(lab.state, {0, "student", "method", "GC", 0.0, "phase=5ms"}, {lab.scan, 293.15, {}});
  EXPECT_THAT(lab.bench.condition(lab.state, 0, lab.scan, true), testing::Not(HasSubstr("film_lost")));
  lab.bench.execute(lab.state, {0, "student", "method", "GC", 0.0, "phase=wax"}, {lab.scan, 293.15, {}});
  EXPECT_EQ(lab.bench.condition(lab.state, 0, lab.scan, true), wax);
  EXPECT_THAT(lab.bench.condition(lab.state, 0, lab.scan, false), HasSubstr("injections_before=3"));
  EXPECT_THAT(lab.bench.condition(lab.state, 0, lab.scan, false), testing::Not(HasSubstr("film")));
}

TEST(InstrumentBench, ABedThatCollapsedStaysCollapsed) {
  WornBench lab(bench_of("eight_solutes_hplc"));
  const char* mild = "particle=1.8um, flow=1mL/min, run_time=15min";
  const Analysis before = lab.analyse("LC", mild, "toluene");
  lab.analyse("LC", "pressure_limit=1000bar, flow=4mL/min", "toluene");
  const Analysis after = lab.analyse("LC", mild, "toluene");
  // a fifth of its permeability is gone
  EXPECT_NEAR(number_in(after.results, "", "highest_pressure") / number_in(before.results, "", "highest_pressure"),
              1.0 / 0.8, 2e-3);
  EXPECT_GT(number_in(after.truth, "toluene", "deviation"), 1.05 * number_in(before.truth, "toluene", "deviation"));
}

TEST(InstrumentBench, AHarmedColumnIsReplacedAtAPriceAndInItsTime) {
  const char* cool = "phase=wax, oven=80degC, hold=6min, ramp1=0K/min, split=500, volume=0.1uL";
  WornBench lab(bench_of("xylenes_gc_method"));
  const auto around = [&] { return InstrumentBench::Surroundings{lab.scan, 293.15, {}}; };
  const auto replace = [&](const char* tag, const char* part) {
    const Command command{0, "student", "replace", tag, 0.0, part};
    const std::optional<Refusal> refusal = lab.bench.query(lab.state, command, around());
    if (!refusal) lab.bench.execute(lab.state, command, around());
    EXPECT_TRUE(!refusal || !refusal->zh.empty());
    return refusal ? refusal->en : "";
  };
  const double k = number_in(lab.analyse("GC", cool, "p-xylene").truth, "p-xylene", "retention_factor");
  lab.analyse("GC", "oven=300degC, hold=30min", "p-xylene");
  EXPECT_LT(number_in(lab.analyse("GC", cool, "p-xylene").truth, "p-xylene", "retention_factor"), 0.98 * k);

  EXPECT_THAT(replace("GD", "column"), HasSubstr("did you mean 'GC'"));
  EXPECT_THAT(replace("GC", "lamp"), HasSubstr("parts: column or jet"));
  const double cost = lab.bench.value(lab.state, *scenario::bench_subject("bench.cost"), "1");
  EXPECT_EQ(replace("GC", "column"), "");
  EXPECT_EQ(lab.bench.value(lab.state, *scenario::bench_subject("bench.cost"), "1"), cost + 40.0);
  EXPECT_EQ(lab.bench.value(lab.state, *scenario::bench_subject("bench.replaced"), "1"), 1.0);
  EXPECT_THAT(replace("GC", "jet"), HasSubstr("being worked on"));

  // a sample waits until it stands there again, an hour later
  const std::int64_t begun = lab.scan;
  lab.bench.execute(lab.state, {0, "student", "analyse", "GC", 0.0, "p-xylene"}, around());
  EXPECT_EQ(lab.state.instruments[0].running, -1);
  lab.scan = begun + 3599;
  lab.bench.scan(lab.state, around());
  EXPECT_EQ(lab.state.instruments[0].running, -1);
  lab.scan = begun + 3600;
  lab.bench.scan(lab.state, around());
  ASSERT_GE(lab.state.instruments[0].running, 0);
  EXPECT_THAT(replace("GC", "column"), HasSubstr("is analysing"));
  EXPECT_NEAR(number_in(lab.state.analyses.back().analysis->truth, "p-xylene", "retention_factor"), k, 1e-9 * k);
  // the jet keeps what the old column bled into it
  EXPECT_THAT(lab.bench.condition(lab.state, 0, lab.scan, true), HasSubstr("deposit="));
  EXPECT_THAT(lab.bench.condition(lab.state, 0, lab.scan, true), HasSubstr("film_lost=0"));
}

TEST(InstrumentBench, ANewLampOrReagentIsNewWhateverTheOldOneWas) {
  // this student's lamp had burnt for some hundred hours; the reagent of the other lab loses half a per cent a day
  WornBench hplc(bench_of("eight_solutes_hplc"));
  const auto hours = [&](WornBench& lab, const char* setting) {
    for (const ParameterValue& value : lab.bench.as_it_is(lab.state, 0, lab.scan))
      if (value.name == setting) return value.number;
    return 0.0;
  };
  hplc.state = hplc.bench.initial();
  EXPECT_GT(hours(hplc, "lamp_hours"), 0.0);
  hplc.bench.execute(hplc.state, {0, "student", "replace", "LC", 0.0, "lamp"}, {0, 293.15, {}});
  EXPECT_EQ(hours(hplc, "lamp_hours"), 0.0);

  scenario::LabBench titration = bench_of("acid_base_karl_fischer");
  titration.instruments.erase(titration.instruments.begin());  // the burette
  titration.instruments[0].replacements = {{"reagent", 5.0, 600.0}};
  WornBench fischer(titration);
  fischer.scan = 86400;
  const double old = hours(fischer, "titre_left");
  fischer.bench.execute(fischer.state, {0, "student", "replace", "KF", 0.0, "reagent"}, {fischer.scan, 293.15, {}});
  EXPECT_EQ(fischer.state.instruments[0].back, fischer.scan + 600) << "as this lab has it";
  EXPECT_EQ(fischer.state.cost, 5.0);
  fischer.scan += 600;
  EXPECT_NEAR(hours(fischer, "titre_left"), 1.0, 1e-12);
  EXPECT_LT(old, 0.98);
  fischer.scan += 86400;
  EXPECT_NEAR(hours(fischer, "titre_left"), 0.995, 1e-12);
  // a lab may forbid it
  titration.instruments[0].may_replace.emplace();
  const InstrumentBench strict(titration, 7, 1.0);
  EXPECT_TRUE(strict.query(strict.initial(), {0, "student", "replace", "KF", 0.0, "reagent"}, {0, 293.15, {}}));
}

TEST(InstrumentBench, WhatUseHasMadeOfAnInstrumentCannotBeSet) {
  WornBench lab(bench_of("alcohol_mixture_gc"));
  const auto refusal = lab.bench.query(lab.state, {0, "student", "method", "GC", 0.0, "film_lost=0%"}, {0, 293.15, {}});
  ASSERT_TRUE(refusal);
  EXPECT_THAT(refusal->en, HasSubstr("what use has made of it"));
}

TEST(InstrumentBench, EachStudentHasInstrumentsOfHisOwn) {
  const scenario::LabBench bench = bench_of("acid_base_karl_fischer");
  double least = 2.0, most = 0.0;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    WornBench lab(bench, seed);
    for (const ParameterValue& value : lab.bench.as_it_is(lab.state, 0, 0))
      if (value.name == "titrant_factor") least = std::min(least, value.number), most = std::max(most, value.number);
    // neither is to be read off
    EXPECT_EQ(visible_method(find_instrument("burette"), lab.state.instruments[0].method).find("factor"),
              std::string::npos);
  }
  // 0.943 and 0.015 about it
  EXPECT_GE(least, 0.928);
  EXPECT_LT(least, 0.932);
  EXPECT_LE(most, 0.958);
  EXPECT_GT(most, 0.954);
}

TEST(InstrumentBench, ARunWithSamplesAndAnalysesIsReplayedToTheBit) {
  const TemporaryFolder folder;
  const auto file = folder / "bench.run";
  Session session(alcohol_lab(), {11, {}});
  RunRecorder recorder = RunRecorder::begin(file, session);
  const auto tell = [&](const Command& command) {
    const std::optional<Refusal> refusal = session.execute(command);
    recorder.command(session, command, refusal);
  };
  tell({0, "student", "method", "GC", 0.0, fast});
  tell({0, "student", "prepare", "S1", 0.0, recipe});
  tell({0, "student", "prepare", "U1", 0.0, "weigh unknown 400 mg; weigh 1-pentanol 100 mg; fill water 50 mL"});
  tell({0, "student", "analyse", "GC", 0.0, "S1"});
  tell({0, "student", "analyse", "GC", 0.0, "nothing"});  // refused
  tell({0, "student", "analyse", "GC", 0.0, "U1"});
  while (session.time() < 1500.0) {
    session.advance();
    recorder.scanned(session);
    if (session.scan() == 700 && session.backtracks() == 0) {
      session.backtrack(650);
      recorder.backtrack(session, 700);
      tell({0, "student", "analyse", "GC", 1e-6, "methanol"});
    }
  }
  tell({0, "student", "answer", "methanol", std::nan(""), "0.4"});  // refused, and no number in the file
  tell({0, "student", "answer", "methanol", 0.21, "0.4"});
  session.advance();
  recorder.scanned(session);
  recorder.close(session);

  const RunRecord run = read_run(file);
  const Replay again = replay(run);
  EXPECT_TRUE(again.identical()) << again.difference;
  EXPECT_GT(again.digests_compared, 100);
  ASSERT_EQ(again.session->bench_state().analyses.size(), session.bench_state().analyses.size());
  EXPECT_EQ(again.session->bench_state().analyses[1].sums, session.bench_state().analyses[1].sums);
  // custody: who had which sample, when
  std::string notes;
  for (const NoteRecord& note : run.notes) notes += note.text.en + "\n";
  EXPECT_THAT(notes, HasSubstr("sample U1 made: weigh unknown"));
  EXPECT_THAT(notes, HasSubstr("GC has finished the analysis of S1"));
}

TEST(InstrumentBench, AHarmedInstrumentIsReplayedToTheBitThroughAFile) {
  const TemporaryFolder folder;
  const auto file = folder / "harmed.run";
  const auto lab = std::make_shared<const scenario::Lab>(load_lab(LabLibrary::standard().find("eight_solutes_hplc")));
  Session session(lab, {5, {}});
  RunRecorder recorder = RunRecorder::begin(file, session);
  const auto tell = [&](const char* verb, const std::string& text) {
    const Command command{0, "student", verb, "LC", 0.0, text};
    recorder.command(session, command, session.execute(command));
    for (bool begun = false; session.running();) {
      session.advance();
      recorder.scanned(session);
      const BenchInstrumentState& now = session.bench_state().instruments[0];
      begun = begun || now.running >= 0;
      if (now.running < 0 && now.queue.empty() && now.back <= session.scan()) break;
    }
  };
  const std::string cautious = "particle=1.8um, flow=1mL/min, run_time=3min, pressure_limit=400bar, oven=30degC";
  tell("method", cautious);
  tell("analyse", "toluene");
  tell("method", "pressure_limit=1000bar, flow=4mL/min");  // the bed collapses
  tell("analyse", "toluene");
  tell("method", cautious);
  tell("analyse", "toluene");
  tell("replace", "column");
  tell("analyse", "toluene");
  recorder.close(session);

  const BenchState& bench = session.bench_state();
  ASSERT_EQ(bench.analyses.size(), 4u);
  EXPECT_GE(bench.damage, 1);
  EXPECT_EQ(bench.replaced, 1);
  const auto pressure = [&](std::size_t i) {
    return number_in(bench.analyses[i].analysis->results, "", "highest_pressure");
  };
  EXPECT_GT(pressure(2), 1.2 * pressure(0)) << "harmed";
  EXPECT_NEAR(pressure(3), pressure(0), 1e-6 * pressure(0)) << "new";
  // the lamp grew older all the while
  EXPECT_THAT(session.bench().condition(bench, 0, session.scan(), false), HasSubstr("lamp_hours="));

  const Replay again = replay(read_run(file));
  EXPECT_TRUE(again.identical()) << again.difference;
  EXPECT_GT(again.digests_compared, 100);
  EXPECT_EQ(again.session->bench().numbers(again.session->bench_state()), session.bench().numbers(bench));
  ASSERT_EQ(again.session->bench_state().analyses.size(), 4u);
  for (std::size_t i = 0; i < 4; ++i)
    EXPECT_EQ(again.session->bench_state().analyses[i].sums, bench.analyses[i].sums) << i;
  EXPECT_EQ(again.session->grade().score, session.grade().score);
}

TEST(InstrumentBench, RefusesInBothLanguagesAndSaysWhatIsAllowed) {
  Session session(alcohol_lab(), {7, {}});
  const auto refused = [&](const char* verb, const char* tag, const char* text) {
    const std::optional<Refusal> refusal = give(session, verb, tag, text);
    EXPECT_TRUE(refusal && !refusal->zh.empty()) << verb << " " << tag << " " << text;
    return refusal ? refusal->en : std::string();
  };
  EXPECT_THAT(refused("analyse", "GD", "methanol"), HasSubstr("did you mean 'GC'"));
  EXPECT_THAT(refused("analyse", "GC", "methanl"), HasSubstr("did you mean 'methanol'"));
  EXPECT_THAT(refused("method", "GC", "phase=5ms"), HasSubstr("may not be changed"));
  EXPECT_THAT(refused("method", "GC", "oven=300degC"), HasSubstr("this lab allows 35 °C to 280 °C"));
  EXPECT_THAT(refused("method", "GC", "oven=3kPa"), HasSubstr("is no temperature"));
  EXPECT_THAT(refused("method", "GC", "oven"), HasSubstr("NAME=VALUE"));
  EXPECT_THAT(refused("prepare", "S1", "fill water 30 mL"), HasSubstr("there is no glass of 30 mL"));
  EXPECT_THAT(refused("prepare", "S1", "weigh methanol 10 mL; fill water 50 mL"), HasSubstr("allowed: one as 500 mg"));
  EXPECT_THAT(refused("prepare", "water", recipe), HasSubstr("already"));
  EXPECT_THAT(refused("prepare", "S 1", recipe), HasSubstr("without blanks"));
  EXPECT_THAT(refused("prepare", "S1", "measure water 80 mL; fill water 50 mL"), HasSubstr("does not go into a flask"));
  EXPECT_THAT(refused("prepare", "S1", "weigh unknown 90 g"), HasSubstr("are left"));
  EXPECT_THAT(refused("answer", "methano", ""), HasSubstr("no question"));
  EXPECT_THAT(refused("answer", "methanol", "much"), HasSubstr("no standard uncertainty"));
  EXPECT_TRUE(session.commands().empty());
}

/// Worked by hand: the question is worth 75 / 4.5 points, a quarter of it for its uncertainty.
TEST(InstrumentBench, AnAnswerIsWorthItsRampAndAnHonestUncertainty) {
  const double worth = 75.0 / 4.5;
  const auto score = [&](double error, double u) {
    Session session(alcohol_lab(), {7, {}});
    const double truth = true_content(*session.bench().find_vial(session.bench_state(), "unknown"), "methanol", "wt%");
    give(session, "answer", "methanol", u > 0.0 ? std::to_string(u * truth) : "", 0.01 * truth * (1.0 + error));
    session.advance();
    return session.grade().criteria[1].score;
  };
  EXPECT_NEAR(score(0.0, 0.005), worth, 1e-6);
  EXPECT_NEAR(score(0.01, 0.006), worth, 1e-6);
  EXPECT_NEAR(score(0.01, 0.004), 0.75 * worth, 1e-6);                  // 2 u do not reach the truth
  EXPECT_NEAR(score(0.01, 0.05), 0.75 * worth, 1e-6);                   // so large that it says nothing
  EXPECT_NEAR(score(0.01, 0.0), 0.75 * worth, 1e-6);                    // none stated
  EXPECT_NEAR(score(0.0475, 0.03), worth * (0.75 * 0.5 + 0.25), 1e-6);  // half way down the ramp
  EXPECT_NEAR(score(-0.2, 0.03), 0.0, 1e-6);
}

/// A tenth for digits, a fifth for honesty: what the uncertainty says of the digits that a number may have (GUM 7.2.6).
TEST(InstrumentBench, AnswersAreReportedWithTheDigitsThatTheyMayHave) {
  auto lab = std::make_shared<scenario::Lab>(*alcohol_lab());
  scenario::Criterion& answers = lab->rubric.criteria[1];
  ASSERT_EQ(answers.kind, scenario::CriterionKind::answers);
  answers.tasks = {{"methanol", 1.0}};
  answers.points = 10.0;
  answers.honesty = 0.2;
  answers.digits = 0.1;
  const auto lost = [&](double value, const char* u) {
    Session session(lab, {7, {}});
    give(session, "answer", "methanol", u, 0.01 * value);
    session.advance();
    double points = 0.0;
    const Grade grade = session.grade();
    for (const Evidence& piece : grade.criteria[1].evidence)
      if (piece.text.en.find("digits") != std::string::npos) points += piece.lost;
    return points;
  };
  EXPECT_EQ(lost(24.31, "0.25"), 0.0);
  EXPECT_EQ(lost(24.3, "0.3"), 0.0);
  EXPECT_EQ(lost(24.31, "0.3"), 0.0) << "0.30 was meant";
  EXPECT_EQ(lost(24.0, "1"), 0.0);
  EXPECT_NEAR(lost(24.313, "0.25"), 1.0, 1e-9);
  EXPECT_NEAR(lost(24.31, "0.2537"), 1.0, 1e-9);
  EXPECT_NEAR(lost(24.31, "12"), 1.0, 1e-9);
  EXPECT_NEAR(lost(24.31, ""), 1.0, 1e-9) << "nobody knows which of them mean something";
  Session session(lab, {7, {}});
  EXPECT_EQ(formula(session, "round_to(24.3137, 0.2537)"), 24.31);
  EXPECT_EQ(formula(session, "round_to(0.2537, 0.2537)"), 0.25);
  EXPECT_EQ(formula(session, "round_to(24313.7, 312)"), 24310.0);
  EXPECT_EQ(formula(session, "round_to(24.3137, 0.1)"), 24.31);
}

TEST(InstrumentBench, AnswersThatMakeAWholeAddUp) {
  auto lab = std::make_shared<scenario::Lab>(*alcohol_lab());
  scenario::Criterion& closure = lab->rubric.criteria[1];
  closure.kind = scenario::CriterionKind::closure;
  closure.tasks = {{lab->questions[0].id, 1.0}, {lab->questions[1].id, 1.0}};
  closure.points = 10.0;
  closure.unit = "wt%";
  closure.sum = 100.0, closure.full = 0.5, closure.none = 2.5;
  const auto score = [&](std::vector<double> values) {
    Session session(lab, {7, {}});
    for (std::size_t i = 0; i < values.size(); ++i) give(session, "answer", lab->questions[i].id, "", 0.01 * values[i]);
    session.advance();
    return session.grade().criteria[1].score;
  };
  EXPECT_NEAR(score({40.0, 60.3}), 10.0, 1e-9);
  EXPECT_NEAR(score({40.0, 61.5}), 5.0, 1e-9);
  EXPECT_NEAR(score({40.0, 50.0}), 0.0, 1e-9);
  EXPECT_NEAR(score({40.0}), 0.0, 1e-9);
}

TEST(InstrumentBench, EveryStudentHasAnUnknownOfHisOwn) {
  const InstrumentBench a(alcohol_lab()->bench, 1, 1.0), b(alcohol_lab()->bench, 2, 1.0);
  const BenchState of_a = a.initial(), of_b = b.initial();
  double sum = 0.0;
  for (const char* species : {"methanol", "ethanol", "1-propanol", "1-butanol"}) {
    const double x = true_content(*a.find_vial(of_a, "unknown"), species, "wt%");
    EXPECT_GT(std::abs(x - true_content(*b.find_vial(of_b, "unknown"), species, "wt%")), 1e-3) << species;
    EXPECT_TRUE(std::isnan(stated_content(*a.find_vial(of_a, "unknown"), species, "wt%")));
    sum += x;
  }
  EXPECT_NEAR(sum, 100.0, 1e-9);
  // a standard of 99.8 % within 0.1 % of that
  EXPECT_NEAR(true_content(*a.find_vial(of_a, "methanol"), "methanol", "wt%"), 99.8, 0.0998 + 1e-9);
}

TEST(InstrumentBench, TheNeedleKeepsAShareForTheNextSample) {
  scenario::LabBench with = alcohol_lab()->bench;
  with.instruments[0].carry_over = 0.01;
  const InstrumentBench bench(with, 3, 1.0);
  BenchState state = bench.initial();
  bench.execute(state, {0, "student", "method", "GC", 0.0, fast}, {});
  bench.execute(state, {0, "student", "prepare", "M", 0.0, "weigh methanol 500 mg; fill water 50 mL"}, {0, 293.15, {}});
  for (const char* label : {"M", "water", "water"})
    bench.execute(state, {0, "student", "analyse", "GC", 0.0, label}, {});
  for (std::int64_t scan = 0; scan < 3000; ++scan) bench.scan(state, {scan, 293.15, {}});
  ASSERT_EQ(state.analyses.size(), 3u);
  const auto area = [&](std::size_t i) {
    for (const Analysis::Result& truth : state.analyses[i].analysis->truth)
      if (truth.of == "methanol" && truth.name == "on_column") return truth.value;
    return 0.0;
  };
  // a blank shows kept (1 - kept) of it, the second kept^2 (1 - kept), but for the half percent of the injection
  EXPECT_NEAR(area(1) / area(0), 0.01, 3e-4);
  EXPECT_NEAR(area(2) / area(0), 1e-4, 3e-6);
}

TEST(Formula, CalculatesAsWritten) {
  Session session(alcohol_lab(), {7, {}});
  EXPECT_EQ(formula(session, "1 + 2 * three ^ 2 - 4 / 2"), 17.0);
  EXPECT_EQ(formula(session, "-2 ^ 2"), -4.0);
  EXPECT_EQ(formula(session, "2 ^ -1"), 0.5);
  EXPECT_EQ(formula(session, "(1 + 2) * 3"), 9.0);
  EXPECT_EQ(formula(session, "8 / 2 / 2"), 2.0);
  EXPECT_EQ(formula(session, "hypot(3, 4)"), 5.0);
  EXPECT_NEAR(formula(session, "sd(2, 4, 4, 4, 5, 5, 7, 9)"), std::sqrt(32.0 / 7.0), 1e-15);
  EXPECT_NEAR(formula(session, "ln(exp(2)) + log10(1000)"), 5.0, 1e-14);
  EXPECT_NEAR(formula(session, "slope(0, 1, 1, 3, 2, 5) * 10 + intercept(0, 1, 1, 3, 2, 5)"), 21.0, 1e-12);
  EXPECT_NEAR(formula(session, "read_line(4, 0, 1, 1, 3, 2, 5)"), 1.5, 1e-12);
  EXPECT_NEAR(formula(session, "added(0, 2, 1, 3, 2, 4)"), 2.0, 1e-12);
  EXPECT_TRUE(std::isnan(formula(session, "sqrt(-1)")));
  // what the models have tests against published numbers for: here that it is reached as it is written
  EXPECT_NEAR(formula(session, "t_factor(0.95, 4)"), 2.7764, 1e-4);           // NIST table
  EXPECT_NEAR(formula(session, "kovats(10, 2, 9, 6, 10, 18)"), 950.0, 1e-9);  // ln 8 is half way from ln 4 to ln 16
  EXPECT_NEAR(formula(session, "linear_index(10, 10, 18, 9, 6)"), 933.0 + 1.0 / 3.0, 1e-9);
  EXPECT_TRUE(std::isnan(formula(session, "linear_index(30, 9, 6, 10, 18)"))) << "beyond the ladder";
  EXPECT_NEAR(formula(session, "lod_blank(2, 1, 2, 3) - 1.5"), 0.0, 1e-12);
  EXPECT_NEAR(formula(session, "loq_blank(2, 1, 2, 3) - 5"), 0.0, 1e-12);
  EXPECT_NEAR(formula(session, "loq_line(0, 1, 1, 3.1, 2, 4.9, 3, 7) / lod_line(0, 1, 1, 3.1, 2, 4.9, 3, 7)"),
              10.0 / 3.3, 1e-12);
  EXPECT_NEAR(formula(session, "zeta(10.3, 0.1, 10, 0.1)"), 0.3 / std::sqrt(0.02), 1e-12);
  // equal weights are none
  EXPECT_NEAR(formula(session, "read_weighted(4, 0, 1, 2, 1, 3.1, 2, 2, 5, 2) - read_line(4, 0, 1, 1, 3.1, 2, 5)"), 0.0,
              1e-12);
  EXPECT_NEAR(formula(session,
                      "u_read_weighted(4, 2, 0, 1, 2, 1, 3.1, 2, 2, 5, 2) - "
                      "u_read_line(4, 1, 0, 1, 1, 3.1, 2, 5)"),
              0.0, 1e-12);
  EXPECT_LT(formula(session, "p_curved(0, 0, 1, 1.01, 2, 4, 3, 8.98, 4, 16)"), 0.01);
  EXPECT_GT(formula(session, "p_curved(0, 0.01, 1, 0.98, 2, 2.02, 3, 2.99, 4, 4.01)"), 0.05);
  EXPECT_LT(formula(session, "p_misfit(0, 0, 0, 0.02, 1, 1, 1, 1.02, 2, 4, 2, 4.02)"), 0.01);
  EXPECT_GT(formula(session, "u_added(0, 2, 1, 3.05, 2, 3.98)"), 0.0);
  EXPECT_TRUE(std::isnan(formula(session, "mean(1, result('GC', 'S1', 'peak 1.area'))")));
}

}  // namespace
}  // namespace stillhouse
