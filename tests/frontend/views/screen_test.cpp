#include <algorithm>

#include <gtest/gtest.h>

#include "frontend/views/screens.h"
#include "frontend/views/start_screen.h"
#include "frontend/views/trend_plot.h"
#include "tests/frontend/views/headless_screen.h"
#include "tests/frontend/views/sample_screen.h"

namespace stillhouse {
namespace {

TEST(Toolbar, FreezesAndRuns) {
  HeadlessScreen running(sample_screen());
  running.click("toolbar.freeze");
  EXPECT_EQ(running.wishes.freezes, std::vector<bool>{true});
  EXPECT_FALSE(running.has("toolbar.run"));

  running.screen.run = RunLook::frozen;
  running.click("toolbar.run");
  EXPECT_EQ(running.wishes.freezes.back(), false);
  EXPECT_EQ(running.value("toolbar.state"), "FROZEN");
  running.click("toolbar.step");
  EXPECT_EQ(running.wishes.steps, 1);
}

TEST(Toolbar, HasButtonsOfOneHeight) {
  HeadlessScreen screen(sample_screen());
  screen.draw(2);
  const auto height = [&](const char* name) {
    const WidgetRegistry::Widget* widget = screen.widgets.find(name);
    return widget == nullptr ? 0.0f : widget->high.y - widget->low.y;
  };
  ASSERT_GT(height("toolbar.step"), 0.0f);
  EXPECT_EQ(height("banner.sound"), height("toolbar.step")) << "one has small letters";
}

TEST(Toolbar, DoesNotFreezeAnExamination) {
  HeadlessScreen screen(sample_screen());
  screen.screen.may_freeze = screen.screen.may_backtrack = false;
  screen.click("toolbar.freeze");
  screen.click("toolbar.back.1");
  EXPECT_TRUE(screen.wishes.freezes.empty());
  EXPECT_TRUE(screen.wishes.backtracks.empty());
  EXPECT_FALSE(screen.widgets.find("toolbar.freeze")->enabled);
}

TEST(Toolbar, SetsSpeedAndGoesBack) {
  HeadlessScreen screen(sample_screen());
  screen.click("toolbar.speed.1000");
  EXPECT_EQ(screen.wishes.speeds, std::vector<double>{1000.0});
  screen.click("toolbar.back.5");
  EXPECT_EQ(screen.wishes.backtracks, std::vector<std::int64_t>{700});
}

TEST(Toolbar, AsksBeforeItEndsTheRun) {
  HeadlessScreen screen(sample_screen());
  screen.click("toolbar.finish");
  EXPECT_TRUE(screen.wishes.commands.empty());
  screen.click("toolbar.finish.no");
  EXPECT_FALSE(screen.has("toolbar.finish.yes"));
  screen.click("toolbar.finish");
  screen.click("toolbar.finish.yes");
  ASSERT_EQ(screen.wishes.commands.size(), 1u);
  EXPECT_EQ(screen.wishes.commands[0].verb, "finish");
}

TEST(Screen, ChangesItsLanguageWhileItRuns) {
  HeadlessScreen screen(sample_screen());
  screen.draw(2);
  EXPECT_EQ(screen.value("toolbar.freeze"), "FREEZE");
  EXPECT_EQ(screen.value("task.heat"), "Heat.");
  screen.click("toolbar.language.zh");
  EXPECT_EQ(screen.value("toolbar.freeze"), "冻结");
  EXPECT_EQ(screen.value("toolbar.state"), "运行中");
  EXPECT_EQ(screen.value("task.heat"), "加热。");
  screen.click("toolbar.language.en");
  EXPECT_EQ(screen.value("toolbar.freeze"), "FREEZE");
}

TEST(ProcessPicture, ShowsEveryTagAndOpensItsFaceplate) {
  HeadlessScreen screen(sample_screen());
  screen.draw(2);
  EXPECT_EQ(screen.value("picture.TI-100"), "85.0");
  EXPECT_EQ(screen.value("picture.AI-140"), "93.0");
  EXPECT_EQ(screen.value("picture.HV-400"), "50.0");
  for (const char* tag : {"TI-112", "TIC-112", "HIC-101", "TI-100"}) {
    screen.click(std::string("picture.") + tag);
    EXPECT_EQ(screen.view.selected, tag);
    EXPECT_EQ(screen.value("face.tag"), tag);
  }
}

TEST(ControllerFace, GoesToAutomaticAndBack) {
  HeadlessScreen screen(sample_screen());
  screen.click("picture.TIC-112");
  screen.click("face.TIC-112.auto");
  screen.click("face.TIC-112.manual");
  ASSERT_EQ(screen.wishes.commands.size(), 2u);
  EXPECT_EQ(screen.wishes.commands[0].verb, "mode");
  EXPECT_EQ(screen.wishes.commands[0].tag, "TIC-112");
  EXPECT_EQ(screen.wishes.commands[0].text, "auto");
  EXPECT_EQ(screen.wishes.commands[1].text, "manual");
}

TEST(ControllerFace, TakesASetPointInTheUnitOfTheScreen) {
  HeadlessScreen screen(sample_screen());
  screen.view.selected = "TIC-112";
  screen.click("face.TIC-112.setpoint");
  screen.type("66.5");
  screen.press_enter();
  ASSERT_EQ(screen.wishes.commands.size(), 1u);
  EXPECT_EQ(screen.wishes.commands[0].verb, "setpoint");
  EXPECT_NEAR(screen.wishes.commands[0].value, 339.65, 1e-9);
  // the entry is empty again, and the button does the same as the key
  EXPECT_EQ(screen.value("face.TIC-112.setpoint"), "");
  screen.click("face.TIC-112.setpoint");
  screen.type("70");
  screen.click("face.TIC-112.setpoint.set");
  ASSERT_EQ(screen.wishes.commands.size(), 2u);
  EXPECT_NEAR(screen.wishes.commands[1].value, 343.15, 1e-9);
}

TEST(ControllerFace, SaysWhenNoNumberWasTyped) {
  HeadlessScreen screen(sample_screen());
  screen.view.selected = "TIC-112";
  screen.click("face.TIC-112.setpoint");
  screen.type("-");
  screen.press_enter();
  EXPECT_TRUE(screen.wishes.commands.empty());
  EXPECT_EQ(screen.value("refusal.TIC-112"), "Please type a number.");
}

TEST(ControllerFace, MovesTheOutputByHandOnly) {
  HeadlessScreen screen(sample_screen());
  screen.view.selected = "TIC-112";
  screen.click("face.TIC-112.output.up10");
  ASSERT_EQ(screen.wishes.commands.size(), 1u);
  EXPECT_EQ(screen.wishes.commands[0].verb, "output");
  EXPECT_NEAR(screen.wishes.commands[0].value, 0.5, 1e-12);

  screen.screen.controllers[0].automatic = true;
  screen.click("face.TIC-112.output.up10");
  EXPECT_EQ(screen.wishes.commands.size(), 1u);
}

TEST(ControllerFace, Tunes) {
  HeadlessScreen screen(sample_screen());
  screen.view.selected = "TIC-112";
  screen.click("face.TIC-112.tuning");
  EXPECT_TRUE(screen.has("face.TIC-112.tuning.trend")) << "what the tuning does is seen beside it";
  screen.click("face.TIC-112.reset");
  screen.type("240");
  screen.press_enter();
  ASSERT_EQ(screen.wishes.commands.size(), 1u);
  EXPECT_EQ(screen.wishes.commands[0].verb, "tune");
  EXPECT_EQ(screen.wishes.commands[0].text, "reset");
  EXPECT_EQ(screen.wishes.commands[0].value, 240.0);
}

TEST(HandleFace, SetsTheValveAndSaysWhoHoldsIt) {
  HeadlessScreen screen(sample_screen());
  screen.view.selected = "HV-400";
  screen.click("face.HV-400.open");
  ASSERT_EQ(screen.wishes.commands.size(), 1u);
  EXPECT_EQ(screen.wishes.commands[0].verb, "set");
  EXPECT_EQ(screen.wishes.commands[0].value, 1.0);
  screen.view.selected = "HIC-101";
  screen.draw(2);
  EXPECT_EQ(screen.value("face.HIC-101.held"), "held by IS-101");
}

TEST(HandleFace, AsksBeforeABigMove) {
  HeadlessScreen screen(sample_screen());
  screen.view.selected = "HV-400";
  // 50 % of the range from where it stands is no big move, more is
  screen.screen.handles[0].asked = 0.4;
  ASSERT_EQ(screen.screen.handles[0].tag, "HV-400");
  screen.click("face.HV-400.open");
  EXPECT_TRUE(screen.wishes.commands.empty());
  EXPECT_EQ(screen.value("face.HV-400.confirm"), "From 40.0 % to 100.0 %?");
  screen.click("face.HV-400.confirm.no");
  screen.draw(2);
  EXPECT_FALSE(screen.has("face.HV-400.confirm"));
  EXPECT_TRUE(screen.wishes.commands.empty());
  screen.click("face.HV-400.open");
  screen.click("face.HV-400.confirm.yes");
  ASSERT_EQ(screen.wishes.commands.size(), 1u);
  EXPECT_EQ(screen.wishes.commands[0].verb, "set");
  EXPECT_EQ(screen.wishes.commands[0].value, 1.0);

  // a question is forgotten with its faceplate
  screen.click("face.HV-400.open");
  screen.view.selected = "HIC-101";
  screen.draw(2);
  screen.view.selected = "HV-400";
  screen.draw(2);
  EXPECT_FALSE(screen.has("face.HV-400.confirm"));
}

TEST(HandleFace, AsksBeforeItSwitchesOff) {
  HeadlessScreen screen(sample_screen());
  HandleFace& face = screen.screen.handles[0];
  face.shape = HandleShape::on_off_switch;
  face.position = face.asked = face.high;
  screen.view.selected = face.tag;
  screen.click("face." + face.tag + ".off");
  EXPECT_TRUE(screen.wishes.commands.empty());
  EXPECT_EQ(screen.value("face." + face.tag + ".confirm"), "From ON to OFF?");
  screen.click("face." + face.tag + ".confirm.yes");
  ASSERT_EQ(screen.wishes.commands.size(), 1u);
  EXPECT_EQ(screen.wishes.commands[0].value, face.low);
  face.position = face.asked = face.low;
  screen.click("face." + face.tag + ".on");
  EXPECT_EQ(screen.wishes.commands.size(), 2u) << "on at once";
}

TEST(FieldPanel, MovesWhatTheControlRoomCannotReach) {
  HeadlessScreen screen(sample_screen());
  HandleFace& face = screen.screen.handles[0];
  face.in_field = true;
  screen.view.selected = face.tag;
  screen.click("face." + face.tag + ".open");
  EXPECT_TRUE(screen.wishes.commands.empty()) << "shown here, not moved";
  screen.click("face." + face.tag + ".field");
  EXPECT_EQ(screen.view.screen, "field");
  screen.click("field." + face.tag);
  EXPECT_TRUE(screen.has("field." + face.tag + ".value"));
  EXPECT_FALSE(screen.has("field.HIC-101")) << "that one is the control room's";
  screen.click("face." + face.tag + ".value.up10");
  ASSERT_EQ(screen.wishes.commands.size(), 1u);
  EXPECT_EQ(screen.wishes.commands[0].tag, face.tag);
}

TEST(InstrumentFace, ListsTheLastResultsOfAnAnalyser) {
  HeadlessScreen screen(sample_screen());
  screen.view.selected = "AI-140";
  screen.draw(2);
  EXPECT_EQ(screen.value("face.AI-140.result.0"), "93.0");
  EXPECT_EQ(screen.value("face.AI-140.result.1"), "91.0");
}

TEST(Faceplate, ShowsTheSentenceOfARefusal) {
  HeadlessScreen screen(sample_screen());
  screen.view.selected = "HV-400";
  Reply reply{.number = 7, .time = 1000.0, .tag = "HV-400", .verb = "set"};
  reply.refusal = Text{"The valve is jammed.", "阀门卡住。"};
  screen.screen.replies = {reply};
  screen.draw(2);
  EXPECT_EQ(screen.value("refusal.HV-400"), "Refused: The valve is jammed.");
  screen.click("toolbar.language.zh");
  EXPECT_EQ(screen.value("refusal.HV-400"), "拒绝：阀门卡住。");

  // on another faceplate the banner says it, until it is put away
  screen.view.selected = "TI-100";
  screen.draw(2);
  EXPECT_EQ(screen.value("banner.refusal"), "拒绝：阀门卡住。");
  screen.click("banner.dismiss");
  EXPECT_FALSE(screen.has("banner.refusal"));

  // a later success wipes it away
  screen.view.selected = "HV-400";
  screen.screen.replies.push_back({.number = 8, .time = 1001.0, .tag = "HV-400", .verb = "set"});
  screen.draw(2);
  EXPECT_FALSE(screen.has("refusal.HV-400"));
}

TEST(AlarmBanner, ShowsTheMostUrgentAndAcknowledgesIt) {
  HeadlessScreen screen(sample_screen());
  screen.draw(2);
  EXPECT_EQ(screen.value("banner.count.1"), "1");
  EXPECT_EQ(screen.value("banner.count.2"), "1");
  EXPECT_EQ(screen.value("banner.count.3"), "0");
  EXPECT_NE(screen.value("banner.alarm").find("TAHH-100"), std::string::npos);
  screen.click("banner.acknowledge");
  ASSERT_EQ(screen.wishes.commands.size(), 1u);
  EXPECT_EQ(screen.wishes.commands[0].verb, "acknowledge");
  EXPECT_EQ(screen.wishes.commands[0].tag, "TAHH-100");
}

TEST(AlarmList, AcknowledgesOneOrAll) {
  HeadlessScreen screen(sample_screen(), 1920, 1080);
  screen.click("alarm.TAH-100.acknowledge");
  screen.click("alarms.acknowledge_all");
  ASSERT_EQ(screen.wishes.commands.size(), 2u);
  EXPECT_EQ(screen.wishes.commands[0].tag, "TAH-100");
  EXPECT_EQ(screen.wishes.commands[1].tag, "all");
  EXPECT_FALSE(screen.has("alarm.TAL-100.acknowledge"));
  EXPECT_FALSE(screen.has("alarm.LAL-100"));
}

TEST(TaskList, ShowsStateAndSellsHints) {
  HeadlessScreen screen(sample_screen());
  screen.draw(2);
  EXPECT_EQ(screen.value("task.water.state"), "done 0:01:00");
  EXPECT_EQ(screen.value("task.heat.state"), "open, due 0:25:00");
  EXPECT_EQ(screen.value("task.heat.hint"), "Hint −2");
  EXPECT_FALSE(screen.has("task.draw.hint"));
  screen.click("task.heat.hint");
  ASSERT_EQ(screen.wishes.commands.size(), 1u);
  EXPECT_EQ(screen.wishes.commands[0].verb, "hint");
  EXPECT_EQ(screen.wishes.commands[0].tag, "heat");

  screen.screen.tasks[1].hint_taken = true;
  screen.screen.tasks[1].hint = {"Use HIC-101.", "使用 HIC-101。"};
  screen.draw(2);
  EXPECT_EQ(screen.value("task.heat.hint.text"), "Use HIC-101.");
}

TEST(TaskList, GoesAlongWithTheWorkOnEachScreen) {
  ScreenState state = sample_screen();
  const TaskLine like = state.tasks.front();
  state.tasks.assign(40, like);
  for (std::size_t i = 0; i < state.tasks.size(); ++i) {
    state.tasks[i].id = "t" + std::to_string(i);
    state.tasks[i].look = i < 30 ? TaskLook::done : i == 30 ? TaskLook::open : TaskLook::waiting;
  }
  HeadlessScreen screen(state);
  for (const char* id : {"plant", "procedure"}) {
    screen.view.screen = id;
    screen.draw(4);
    EXPECT_TRUE(screen.has("task.t30")) << id;
    EXPECT_FALSE(screen.has("task.t0")) << id;
  }
  screen.screen.tasks.clear();
  screen.draw(2);
  EXPECT_TRUE(screen.has("tasks.none")) << "an empty list says so";
}

TEST(Samples, AreDrawn) {
  HeadlessScreen screen(sample_screen());
  screen.click("tab.tasks.1");
  EXPECT_EQ(screen.value("sample.AI-140.state"), "6 / 8 left");
  screen.click("sample.AI-140.draw");
  ASSERT_EQ(screen.wishes.commands.size(), 1u);
  EXPECT_EQ(screen.wishes.commands[0].verb, "sample");
  EXPECT_EQ(screen.wishes.commands[0].tag, "AI-140");
}

TEST(Interlocks, AreReset) {
  HeadlessScreen screen(sample_screen());
  screen.click("tab.tasks.2");
  EXPECT_EQ(screen.value("interlock.IS-101.state"), "TRIPPED");
  screen.click("interlock.IS-101.reset");
  ASSERT_EQ(screen.wishes.commands.size(), 1u);
  EXPECT_EQ(screen.wishes.commands[0].verb, "reset");
}

TEST(Faceplate, SwitchesATwoPositionControllerByHand) {
  HeadlessScreen screen(sample_screen());
  ControllerFace& face = screen.screen.controllers[0];
  face.two_position = true;
  face.automatic = face.cascade = false;
  face.output = face.output_low;
  screen.view.selected = face.tag;
  screen.view.shows_tuning = true;  // left on by another faceplate: this one has nothing to tune
  screen.draw(2);
  EXPECT_FALSE(screen.has("face." + face.tag + ".tuning"));
  EXPECT_FALSE(screen.has("face." + face.tag + ".output.up10"));
  screen.click("face." + face.tag + ".on");
  ASSERT_EQ(screen.wishes.commands.size(), 1u);
  EXPECT_EQ(screen.wishes.commands[0].verb, "output");
  EXPECT_EQ(screen.wishes.commands[0].value, face.output_high);
  face.automatic = true;
  screen.click("face." + face.tag + ".off");
  EXPECT_EQ(screen.wishes.commands.size(), 1u) << "not in automatic";
}

TEST(Sequences, TakeTheOrdersTheyOffer) {
  HeadlessScreen screen(sample_screen());
  screen.screen.sequences = {{.tag = "US-100",
                              .says = {"One batch", "一批"},
                              .state = {"HELD", "保持"},
                              .phase = {"Heat up", "升温"},
                              .in_phase = 61.0,
                              .orders = {{"restart", {"Restart", "继续"}}, {"abort", {"Abort", "中止"}}}}};
  screen.click("tab.tasks.2");
  EXPECT_EQ(screen.value("sequence.US-100.state"), "HELD");
  EXPECT_FALSE(screen.has("sequence.US-100.start"));
  screen.click("sequence.US-100.restart");
  ASSERT_EQ(screen.wishes.commands.size(), 1u);
  EXPECT_EQ(screen.wishes.commands[0].verb, "command");
  EXPECT_EQ(screen.wishes.commands[0].tag, "US-100");
  EXPECT_EQ(screen.wishes.commands[0].text, "restart");
  EXPECT_TRUE(screen.has("interlock.IS-101.state")) << "the interlocks stand below";
}

TEST(Trend, AddsAndTakesOffPens) {
  HeadlessScreen screen(sample_screen());
  screen.draw(2);
  EXPECT_TRUE(screen.has("trend.pen.TI-100"));
  EXPECT_FALSE(screen.has("trend.pen.HV-400"));
  screen.click("trend.add");
  EXPECT_FALSE(screen.has("trend.add.drum.x_light")) << "the truth is for afterwards";
  screen.click("trend.add.HV-400");
  EXPECT_TRUE(screen.has("trend.pen.HV-400"));
  screen.click("trend.pen.TI-100");
  EXPECT_FALSE(screen.has("trend.pen.TI-100"));
}

TEST(Trend, ZoomsByWheelAndMovesByDrag) {
  HeadlessScreen screen(sample_screen());
  screen.view.trend.length = 400.0;
  screen.wheel("trend.plot", 2.0f);
  EXPECT_LT(screen.view.trend.length, 400.0);
  EXPECT_TRUE(screen.view.trend.follows);
  screen.drag("trend.plot", 60.0f);
  EXPECT_FALSE(screen.view.trend.follows);
  EXPECT_LT(screen.view.trend.end, 1000.0);
  screen.click("trend.now");
  EXPECT_TRUE(screen.view.trend.follows);
}

TEST(Report, ComesAtTheEndAndLeadsToTheMoment) {
  HeadlessScreen screen(sample_screen_graded());
  screen.draw(2);
  EXPECT_EQ(screen.value("report.score"), "Score  88.5 / 100");
  EXPECT_EQ(screen.value("report.quality.0.text"), "Too cold.");
  screen.view.trend.pens = {4};
  screen.click("report.quality.0");
  const TrendViewState& trend = screen.view.trend;
  EXPECT_EQ(trend.pens, std::vector<int>{0});
  EXPECT_FALSE(trend.follows);
  EXPECT_LT(trend.end - trend.length, 300.0);
  EXPECT_GT(trend.end, 420.0);
  EXPECT_EQ(trend.marked_from, 300.0);
  EXPECT_EQ(trend.marked_to, 420.0);

  EXPECT_EQ(screen.value("report.moment"), "Too cold.");

  // what to try next time leads there too
  screen.view.trend.marked_from = -1.0;
  EXPECT_EQ(screen.value("report.lesson.0.text"), "Heat sooner.");
  screen.click("report.lesson.0");
  EXPECT_EQ(screen.view.trend.marked_from, 300.0);

  // the plant is one click away, and stays when it was chosen
  screen.click("screen.plant");
  EXPECT_TRUE(screen.has("picture.TI-100"));
}

TEST(Procedure, ShowsWhatTheOpenStepAsksForAndWhatIsSeen) {
  HeadlessScreen screen(sample_screen());
  screen.click("screen.procedure");
  screen.draw(2);
  EXPECT_EQ(screen.value("step.title"), "Heat.");
  EXPECT_EQ(screen.value("step.heat.done.0"), "TI-100 above 90 °C");
  EXPECT_EQ(screen.value("step.heat.done.0.now"), "now: TI-100 85 °C");
  screen.click("step.heat.done.0.face");
  EXPECT_EQ(screen.view.selected, "TI-100");
  // another step is shown when it is clicked
  screen.click("task.draw");
  EXPECT_EQ(screen.value("step.title"), "Draw.");
}

TEST(Notebook, TakesWordsAndReadings) {
  HeadlessScreen screen(sample_screen());
  screen.click("screen.procedure");
  screen.draw(2);
  EXPECT_FALSE(screen.widgets.find("notebook.pin")->enabled) << "nothing is selected";
  screen.view.selected = "TI-100";
  screen.click("notebook.text");
  screen.type("getting warm 热");
  screen.click("notebook.write");
  ASSERT_EQ(screen.wishes.commands.size(), 1u);
  EXPECT_EQ(screen.wishes.commands[0].verb, "note");
  EXPECT_EQ(screen.wishes.commands[0].text, "getting warm 热");
  EXPECT_TRUE(screen.wishes.commands[0].tag.empty());
  screen.click("notebook.pin");
  ASSERT_EQ(screen.wishes.commands.size(), 2u);
  EXPECT_EQ(screen.wishes.commands[1].tag, "TI-100");
  EXPECT_EQ(screen.wishes.commands[1].value, 358.15);
  EXPECT_EQ(screen.value("notebook.entry.0"), "0:01:00  It is cold.");
}

TEST(Start, OffersLabsWithoutARun) {
  HeadlessScreen screen(sample_screen());
  screen.has_run = false;
  // drawing does not wait for the labs, which take a third of a second to be read
  screen.draw();
  EXPECT_TRUE(screen.has("start.reading"));
  settle_start_page(screen.view);
  screen.draw(3);
  EXPECT_FALSE(screen.has("start.reading"));
  EXPECT_FALSE(screen.has("toolbar.run"));
  EXPECT_FALSE(screen.has("screen.plant"));
  screen.click("start.lab.methanol_water_distillation");
  EXPECT_TRUE(screen.value("start.title").starts_with("Methanol-water distillation"));
  screen.click("start.practice");
  screen.click("start.exam");
  ASSERT_EQ(screen.desk.opened.size(), 2u);
  EXPECT_EQ(screen.desk.opened[0].what, "methanol_water_distillation");
  EXPECT_FALSE(screen.desk.opened[0].exam);
  EXPECT_TRUE(screen.desk.opened[1].exam);
}

TEST(Screen, IsChosenByItsKey) {
  HeadlessScreen screen(sample_screen());
  screen.draw(2);
  EXPECT_EQ(screen.view.screen, "plant");
  EXPECT_EQ(screen.value("screen.start").substr(0, 2), "F1");
  for (const ScreenEntry* entry : screens_of(Role::student, true)) {
    screen.click("screen." + std::string(entry->id));
    EXPECT_EQ(screen.view.screen, entry->id);
  }
}

TEST(Screen, FitsEverySizeFrom720LinesTo4K) {
  for (const auto& [width, height] :
       {std::pair(1280, 720), std::pair(1920, 1080), std::pair(1280, 1024), std::pair(3840, 2160)}) {
    HeadlessScreen screen(sample_screen(), width, height);
    screen.view.selected = "TIC-112";
    screen.draw(3);
    for (const char* name : {"toolbar.freeze", "toolbar.language.zh", "picture.TI-112", "face.TIC-112.auto",
                             "face.TIC-112.output.up10", "trend.plot", "task.heat", "alarms.acknowledge_all"}) {
      const WidgetRegistry::Widget* widget = screen.widgets.find(name);
      ASSERT_NE(widget, nullptr) << name << " at " << width;
      EXPECT_GE(widget->low.x, 0.0f) << name;
      EXPECT_GE(widget->low.y, 0.0f) << name;
      EXPECT_LE(widget->high.x, static_cast<float>(width)) << name;
      EXPECT_LE(widget->high.y, static_cast<float>(height)) << name;
    }
  }
}

}  // namespace
}  // namespace stillhouse
