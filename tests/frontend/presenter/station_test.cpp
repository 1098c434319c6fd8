#include "frontend/presenter/station_builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <thread>

#include "frontend/presenter/input_sentences.h"
#include "frontend/presenter/runner.h"
#include "labs/session/lab_library.h"
#include "labs/session/plant_building.h"
#include "tests/frontend/pilot_lab.h"

namespace stillhouse {
namespace {

void give(Session& session, const std::string& actor, const std::string& verb, const std::string& tag,
          double value = 0.0, const std::string& text = "") {
  const auto refusal = session.execute({0, actor, verb, tag, value, text});
  ASSERT_FALSE(refusal) << refusal->en;
}

void advance(Session& session, int scans) {
  for (int i = 0; i < scans; ++i) session.advance();
}

/// Waits for the thread; false after ten seconds.
template <class Condition>
bool comes(const Condition& condition) {
  for (int i = 0; i < 2000; ++i) {
    if (condition()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  return false;
}

std::unique_ptr<Session> exam_session() {
  auto lab = std::make_shared<scenario::Lab>(*pilot_lab());
  lab->mode = scenario::LabMode::exam;
  return std::make_unique<Session>(lab, SessionSettings{lab->seed, ""});
}

TEST(Station, OffersOnlyWhatMayBeOrdered) {
  const auto session = pilot_session();
  const auto facts = station_facts(*session);
  int orders = 0;
  for (const MalfunctionTarget& target : facts->targets)
    for (const MalfunctionKind& kind : target.kinds)
      for (const double value : {kind.low, kind.start, kind.high}) {
        MalfunctionOrder order = order_of(target, kind, value);
        if (kind.grows) order.ramp = 60.0;
        if (kind.repeats) order.effect.duration = 30.0;
        const auto refusal = session->query(malfunction_command(order));
        EXPECT_FALSE(refusal) << target.name << ": " << refusal->en;
        EXPECT_FALSE(kind.says.zh.empty());
        ++orders;
      }
  EXPECT_GT(orders, 100);
  // and every trigger is one
  MalfunctionOrder order = order_of(facts->targets[0], facts->targets[0].kinds[0], 0.5);
  for (const TriggerSubject& subject : facts->subjects) {
    scenario::Condition when;
    when.kind = scenario::ConditionKind::above;
    when.subject.name = subject.name;
    when.low = subject.low;
    order.when = when;
    EXPECT_FALSE(session->query(malfunction_command(order))) << subject.name;
  }
  for (const TriggerFact& fact : facts->facts) {
    scenario::Condition when;
    when.kind = fact.kind;
    when.name = fact.name;
    order.when = when;
    EXPECT_FALSE(session->query(malfunction_command(order))) << fact.name;
  }
}

TEST(Station, TellsWhatEveryInputOfEveryPlantIsInBothLanguages) {
  const LabLibrary library = LabLibrary::standard();
  std::size_t inputs = 0;
  for (const std::string& id : library.plants()) {
    const BuiltPlant built = build_plant(load_plant(library.find_plant(id)), {});
    for (const InputInfo& input : built.plant->inputs()) {
      const Text says = input_sentence(input.sentence);
      EXPECT_EQ(says.en, input.sentence);
      EXPECT_NE(says.zh, says.en) << id << ": " << input.name << " has no Chinese in assets/words/inputs.csv";
      ++inputs;
    }
  }
  EXPECT_GT(inputs, 100u);
  EXPECT_THAT(input_sentence("part of m-xylene; the parts are scaled to add up to one").zh,
              testing::StartsWith("m-xylene"));
  EXPECT_EQ(input_sentence("nobody says this").zh, "nobody says this");
}

TEST(Station, ShowsWhatActsWaitsAndHasEnded) {
  const auto session = pilot_session();
  const auto facts = station_facts(*session);
  give(*session, "instructor", "malfunction", "cooling_water.supply", 0.1, "scale ramp=100");
  give(*session, "instructor", "malfunction", "TI-112", 0.0, "sensor_stuck after=1000");
  give(*session, "instructor", "malfunction", "TI-110", 0.0, "sensor_stuck");
  advance(*session, 51);
  give(*session, "instructor", "clear", "M3");
  const StationState state = station_state(*session, facts, {});
  ASSERT_GE(state.malfunctions.size(), 5u);
  EXPECT_EQ(state.malfunctions[0].name, "M1");
  EXPECT_EQ(state.malfunctions[0].look, MalfunctionLook::acting);
  EXPECT_NEAR(state.malfunctions[0].grown, 0.51, 1e-12);
  EXPECT_EQ(state.malfunctions[1].name, "M2");
  EXPECT_EQ(state.malfunctions[1].look, MalfunctionLook::waiting);
  EXPECT_EQ(state.malfunctions.back().name, "M3");
  EXPECT_EQ(state.malfunctions.back().look, MalfunctionLook::ended);
  EXPECT_EQ(state.malfunctions.back().ended, 51.0);
  // the lab's own wait between them
  const auto of_lab = [](const MalfunctionLine& line) { return line.of_lab; };
  EXPECT_EQ(std::count_if(state.malfunctions.begin(), state.malfunctions.end(), of_lab), 2);
  EXPECT_EQ(state.interventions, 4);
}

TEST(Station, CountsWhatHappenedInEachMinute) {
  const auto session = pilot_session();
  const auto facts = station_facts(*session);
  advance(*session, 130);
  give(*session, "student", "set", "HV-132", 1.0);
  give(*session, "instructor", "message", "", 0.0, "Well done.");
  advance(*session, 70);
  give(*session, "student", "confirm", "1");
  const StationState state = station_state(*session, facts, {});
  ASSERT_EQ(state.backtracks.size(), 4u);
  EXPECT_EQ(state.backtracks[2].scan, 120);
  EXPECT_EQ(state.backtracks[2].commands, 2);
  EXPECT_EQ(state.backtracks[3].commands, 1);
  EXPECT_EQ(state.backtracks[0].tasks, 1) << "the kettle is covered from the start";
  EXPECT_EQ(state.backtracks[2].tasks, 1) << "the vent is open";
  EXPECT_EQ(state.messages[0].confirmed, 200.0);
  EXPECT_EQ(state.deeds[0].by, DeedLine::By::student);
  EXPECT_EQ(state.deeds[1].by, DeedLine::By::instructor);
  // an hour deep
  advance(*session, 3700);
  EXPECT_EQ(station_state(*session, facts, {}).backtracks.size(), 61u);
}

TEST(Station, TellsTheStudentNotWhatFails) {
  const auto session = pilot_session();
  give(*session, "instructor", "malfunction", "TI-112", 0.0, "sensor_stuck");
  give(*session, "instructor", "snapshot", "secret");
  give(*session, "instructor", "message", "", 0.0, "Look at the top.");
  give(*session, "instructor", "set", "HV-132", 1.0);
  const auto said = [&] {
    std::string all;
    for (const JournalLine& line : journal_lines(*session)) all += line.text.en + "\n";
    return all;
  };
  EXPECT_THAT(said(), testing::Not(testing::HasSubstr("TI-112")));
  EXPECT_THAT(said(), testing::Not(testing::HasSubstr("secret")));
  EXPECT_THAT(said(), testing::HasSubstr("Instructor: HV-132 to 100 %"));
  EXPECT_THAT(said(), testing::HasSubstr("Look at the top."));
  ASSERT_TRUE(open_message(*session));
  EXPECT_EQ(open_message(*session)->number, "1");
  give(*session, "student", "confirm", "1");
  EXPECT_FALSE(open_message(*session));
  // when it is over, everything is told
  give(*session, "student", "finish", "");
  EXPECT_THAT(said(), testing::HasSubstr("TI-112 stays at its reading"));
}

TEST(Snapshot, IsReachedAgainFromAnotherCourse) {
  const auto session = pilot_session();
  give(*session, "student", "set", "HV-132", 1.0);
  advance(*session, 20);
  give(*session, "student", "set", "HV-400", 0.5);
  const Snapshot snapshot = snapshot_of(*session, "a");
  const Digest there = session->digest();
  EXPECT_FALSE(way_to(snapshot, *session).back) << "it stands there";
  EXPECT_TRUE(way_to(snapshot, *session).commands.empty());

  const auto go = [&] {
    const WayTo way = way_to(snapshot, *session);
    if (way.back) session->backtrack(*way.back);
    auto next = way.commands.begin();
    while (true) {
      for (; next != way.commands.end() && next->scan <= session->scan(); ++next) session->execute(*next);
      if (session->scan() >= snapshot.scan) break;
      session->advance();
    }
    EXPECT_EQ(session->digest(), there);
    EXPECT_EQ(session->commands(), snapshot.commands);
  };
  // one command more at the same boundary; later on; another course from before; from the start; out of an end
  give(*session, "student", "set", "HV-400", 0.7);
  EXPECT_EQ(way_to(snapshot, *session).back, 20);
  go();
  advance(*session, 50);
  EXPECT_EQ(way_to(snapshot, *session).back, 20);
  go();
  session->backtrack(10);
  EXPECT_FALSE(way_to(snapshot, *session).back) << "it is on the way";
  go();
  session->backtrack(10);
  give(*session, "student", "set", "HIC-201", 10.0);
  advance(*session, 40);
  EXPECT_EQ(way_to(snapshot, *session).back, 10);
  go();
  session->backtrack(0);
  advance(*session, 5);
  EXPECT_EQ(way_to(snapshot, *session).back, 0);
  go();
  give(*session, "student", "finish", "");
  EXPECT_EQ(way_to(snapshot, *session).back, 20);
  go();
}

TEST(Snapshot, OfEachTaskIsAnInitialCondition) {
  const LabPlace place = LabLibrary::standard().find(pilot_lab()->id);
  const auto good = load_operator(find_operator(place, "good"), *pilot_lab());
  const auto found = initial_conditions(pilot_lab(), {pilot_lab()->seed, ""}, good);
  EXPECT_EQ(found.size(), pilot_lab()->tasks.size());
  for (std::size_t i = 1; i < found.size(); ++i) EXPECT_GE(found[i].scan, found[i - 1].scan);
  EXPECT_TRUE(found.front().initial);
}

/// Keeps what a runner tells.
struct Told : RunSink {
  std::vector<Command> commands;
  int backs = 0, by_instructor = 0;
  void commanded(const Session&, const Command& command, const std::optional<Refusal>& refusal) override {
    if (!refusal) commands.push_back(command);
  }
  void scanned(const Session&) override {}
  void went_back(const Session&, std::int64_t, bool instructor) override {
    ++backs;
    by_instructor += instructor ? 1 : 0;
  }
  void closed(const Session&) override {}
};

TEST(StationRunner, GoesToASnapshotAndFreezes) {
  Told told;
  Runner runner(pilot_session(), {.station = true});
  runner.tell(&told);
  runner.run_until(30.0);
  runner.start();
  runner.instructor().take_snapshot("here");
  runner.command({.verb = "set", .tag = "HV-132", .value = 1.0});
  runner.step();
  ASSERT_TRUE(comes([&] { return runner.screen()->scan == 31; }));
  ASSERT_EQ(runner.screen()->station->snapshots.size(), 2u);
  runner.instructor().restore("here");
  ASSERT_TRUE(comes([&] { return runner.screen()->scan == 30 && runner.screen()->backtracks == 1; }));
  EXPECT_EQ(runner.screen()->handles.front().asked, 0.0);
  runner.instructor().restore("start");
  ASSERT_TRUE(comes([&] { return runner.screen()->scan == 0; }));
  runner.instructor().restore("nowhere");
  ASSERT_TRUE(comes([&] { return runner.screen()->replies.back().refusal.has_value(); }));
  runner.stop();
  EXPECT_EQ(told.backs, 2);
  EXPECT_EQ(told.by_instructor, 2);
  EXPECT_EQ(told.commands.front().verb, "snapshot");
  EXPECT_EQ(told.commands.front().actor, "instructor");
}

TEST(StationRunner, FreezesAnExaminationWhichTheStudentMayNot) {
  Told told;
  Runner runner(exam_session(), {.frozen = false, .station = true});
  runner.tell(&told);
  runner.start();
  runner.freeze(true);
  runner.backtrack(0);
  ASSERT_TRUE(comes([&] { return runner.screen()->replies.size() == 2; }));
  EXPECT_TRUE(runner.screen()->replies[0].refusal);
  EXPECT_TRUE(runner.screen()->replies[1].refusal);
  EXPECT_EQ(runner.screen()->run, RunLook::running);

  runner.instructor().freeze(true);
  ASSERT_TRUE(comes([&] { return runner.screen()->run == RunLook::frozen; }));
  runner.freeze(false);
  ASSERT_TRUE(comes([&] { return runner.screen()->replies.size() == 3; }));
  EXPECT_EQ(runner.screen()->run, RunLook::frozen) << "only the instructor lets it go on";
  runner.instructor().freeze(false);
  ASSERT_TRUE(comes([&] { return runner.screen()->run == RunLook::running; }));
  runner.instructor().set_speed(20.0);
  ASSERT_TRUE(comes([&] { return runner.screen()->scan > 5; }));
  runner.instructor().backtrack(2);
  ASSERT_TRUE(comes([&] { return runner.screen()->backtracks == 1; }));
  runner.stop();
  EXPECT_EQ(told.by_instructor, 1);
  std::vector<std::string> verbs;
  for (const Command& command : told.commands) verbs.push_back(command.verb);
  EXPECT_THAT(verbs, testing::ElementsAre("freeze", "run", "speed"));
}

TEST(StationRunner, ShowsAStudentNothingOfIt) {
  Runner runner(pilot_session(), {});
  EXPECT_EQ(runner.screen()->station, nullptr);
}

}  // namespace
}  // namespace stillhouse
