// Somebody who clicks and types at random on every screen: nothing breaks, and the run that was recorded meanwhile is
// the run that its commands give. And somebody without a mouse, whom every screen lets do all that it offers.
#include <filesystem>
#include <iterator>
#include <set>

#include <gtest/gtest.h>
#include <imgui_internal.h>

#include "engine/base/random.h"
#include "frontend/presenter/recorder_sink.h"
#include "frontend/presenter/runner.h"
#include "frontend/views/keyboard_focus.h"
#include "frontend/views/preview_screen.h"
#include "frontend/views/review_parts.h"
#include "frontend/views/screens.h"
#include "labs/record/reader.h"
#include "labs/session/replay.h"
#include "tests/frontend/class_of_runs.h"
#include "tests/frontend/pilot_lab.h"
#include "tests/frontend/views/headless_screen.h"

namespace stillhouse {
namespace {

constexpr int kActs = 10000;             // on each screen, half of them in each language
constexpr int kFramesPerLook = 50;       // between two looks at the run
constexpr double kSecondsPerLook = 2.0;  // simulated meanwhile, unless it is frozen

/// Random acts on a screen, the same for the same seed.
class Monkey {
 public:
  Monkey(HeadlessScreen& screen, std::uint64_t seed) : screen_(screen), random_(seed, "monkey") {}

  /// One frame with an act of the mouse, and perhaps one of the keys. So many acts it was.
  int act() {
    const int typed = use_keys(), moved = use_mouse();
    screen_.draw();
    return typed + moved;
  }

 private:
  int use_keys() {
    ImGuiIO& io = ImGui::GetIO();
    std::fill(std::begin(io.KeysDown), std::end(io.KeysDown), false);
    const int dice = below(100);
    if (dice < 25) {
      io.KeysDown[below(ImGuiKey_COUNT)] = true;
    } else if (dice < 45) {
      static constexpr const char* kTyped[] = {"0", "7", "-", ".", ",", "1e9", "nan", "x", "°", "馏", "{1}", " "};
      io.AddInputCharactersUTF8(kTyped[below(std::size(kTyped))]);
    } else if (dice < 47) {
      io.KeyCtrl = !io.KeyCtrl;
    }
    return dice < 47 ? 1 : 0;
  }

  int use_mouse() {
    ImGuiIO& io = ImGui::GetIO();
    const int dice = below(100);
    if (io.MouseDown[0]) {
      if (dice < 20) io.MousePos = anywhere();  // a drag
      io.MouseDown[0] = dice < 10;
      return 0;
    }
    if (dice < 8) {
      io.MousePos = anywhere();
      io.MouseWheel = static_cast<float>(below(9) - 4);
    } else {
      io.MousePos = dice < 75 ? some_widget() : anywhere();
      io.MouseDown[0] = true;
    }
    return 1;
  }

  double chance() { return random_.uniform(++draws_); }
  int below(std::size_t count) { return static_cast<int>(chance() * static_cast<double>(count)); }
  ImVec2 anywhere() {
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    const double x = chance(), y = chance();
    return {static_cast<float>(x) * size.x, static_cast<float>(y) * size.y};
  }
  ImVec2 some_widget() {
    if (screen_.widgets.all().empty()) return anywhere();
    return std::next(screen_.widgets.all().begin(), below(screen_.widgets.all().size()))->second.middle();
  }

  HeadlessScreen& screen_;
  RandomStream random_;
  std::int64_t draws_ = 0;
};

/// Sits an assessor down before a class of which one run is open.
std::shared_ptr<ReviewDesk> desk_for(const std::string& screen, const ClassOfRuns& runs) {
  if (screen != "class" && screen != "review") return nullptr;
  runs.play("anna", "good");
  runs.play("bert", "idle");
  auto desk = std::make_shared<ReviewDesk>("class", runs_at(runs.folder()));
  desk->wait();
  desk->open(1);
  desk->open_run()->playback->settled();
  return desk;
}

class MonkeyAt : public testing::TestWithParam<std::string> {};

TEST_P(MonkeyAt, BreaksNothing) {
  const ScreenEntry& entry = *find_screen(GetParam());
  const std::string path = testing::TempDir() + "stillhouse_monkey_" + GetParam() + ".run";
  std::filesystem::remove(path);
  std::unique_ptr<Session> session = pilot_session();
  RecorderSink sink(RunRecorder::begin(path, *session, nullptr));
  const Role role = entry.for_student ? Role::student : entry.for_instructor ? Role::instructor : Role::assessor;
  Runner runner(std::move(session), {.frozen = false, .station = role == Role::instructor});
  runner.tell(&sink);

  const ClassOfRuns runs;
  const std::shared_ptr<ReviewDesk> desk = desk_for(GetParam(), runs);
  const std::string reviewed = desk ? runs.bytes("anna.run") + runs.bytes("bert.run") : std::string();

  std::uint64_t seed = 20261130;
  for (const Language language : {Language::en, Language::zh}) {
    HeadlessScreen screen(*runner.screen());
    screen.control = role == Role::instructor ? static_cast<RunControl*>(&runner.instructor()) : &runner;
    if (GetParam() == "preview") screen.view.own<PreviewView>().watch(pilot_lab()->id);
    screen.role = role;
    screen.view.own<ReviewSeat>().desk = desk;
    Monkey monkey(screen, ++seed);
    for (int acts = 0, frame = 0; acts < kActs / 2; ++frame) {
      // it may change both, and is put back
      screen.view.language = language;
      screen.view.screen = GetParam();
      acts += monkey.act();
      if (frame % kFramesPerLook != 0) continue;
      runner.attend();
      if (runner.screen()->run == RunLook::running) runner.run_until(runner.screen()->time + kSecondsPerLook);
      screen.show(*runner.screen());
    }
    EXPECT_GT(screen.vertices(), 0);
  }
  runner.stop();
  if (desk) {
    EXPECT_EQ(runs.bytes("anna.run") + runs.bytes("bert.run"), reviewed) << "a run that is looked at never changes";
  }

  const RunRecord record = read_run(path);
  EXPECT_TRUE(record.intact());
  EXPECT_GT(record.commands.size(), 0u);
  const Replay replayed = replay(record, {});
  EXPECT_TRUE(replayed.identical()) << replayed.difference;
  std::filesystem::remove(path);
}

std::vector<std::string> all_screens() {
  std::vector<std::string> ids;
  for (const ScreenEntry& entry : screens()) ids.emplace_back(entry.id);
  return ids;
}

class KeysAt : public testing::TestWithParam<std::string> {};

TEST_P(KeysAt, ReachAllThatCanBeClicked) {
  const ScreenEntry& entry = *find_screen(GetParam());
  const Role role = entry.for_student ? Role::student : entry.for_instructor ? Role::instructor : Role::assessor;
  Runner runner(pilot_session(), {.station = role == Role::instructor});
  const ClassOfRuns runs;
  HeadlessScreen screen(*runner.screen());
  screen.control = role == Role::instructor ? static_cast<RunControl*>(&runner.instructor()) : &runner;
  screen.role = role;
  screen.view.own<ReviewSeat>().desk = desk_for(GetParam(), runs);
  screen.view.screen = GetParam();
  screen.view.selected = "TIC-110";
  screen.show(*runner.screen());
  screen.draw(3);

  // what the mouse finds something under
  std::set<ImGuiID> clickable;
  std::map<ImGuiID, std::string> names;
  for (const auto& [name, widget] : std::map(screen.widgets.all())) {
    ImGui::GetIO().MousePos = widget.middle();
    screen.draw();
    if (!widget.enabled || GImGui->HoveredId == 0) continue;
    clickable.insert(GImGui->HoveredId);
    names[GImGui->HoveredId] += name + " ";
  }
  ImGui::GetIO().MousePos = {-1.0f, -1.0f};
  ASSERT_GT(clickable.size(), 3u);

  // once round by Tab: a frame shows each, and what lies beyond the edge of a list comes into sight
  KeyboardFocus& focus = screen.view.own<KeyboardFocus>();
  std::vector<std::string> way;
  for (std::size_t steps = 0; steps < 1500; ++steps) {
    screen.press(ImGuiKey_Tab);
    ASSERT_TRUE(focus.is_shown());
    const std::string at = focus.name();
    if (!way.empty() && at == way.front()) break;
    way.push_back(at);
    EXPECT_GT(ImGui::GetForegroundDrawList()->VtxBuffer.Size, 0) << "no frame on " << at;
    for (const WidgetRegistry::Stop& stop : screen.widgets.stops()) {
      if (stop.name != at) continue;
      clickable.erase(stop.id);
      EXPECT_TRUE(stop.seen) << at;
    }
  }
  ASSERT_GT(way.size(), 3u);
  EXPECT_LT(way.size(), 1500u) << "Tab never comes back to where it began";
  for (const ImGuiID id : clickable) ADD_FAILURE() << "Tab does not reach " << names[id];
  screen.press(ImGuiKey_Tab, true);
  EXPECT_EQ(focus.name(), way.back()) << "Shift-Tab goes back";
}

INSTANTIATE_TEST_SUITE_P(EveryScreen, KeysAt, testing::ValuesIn(all_screens()),
                         [](const auto& info) { return info.param; });

/// Goes on by Tab until a widget has the keys.
void tab_to(HeadlessScreen& screen, const std::string& name) {
  const KeyboardFocus& focus = screen.view.own<KeyboardFocus>();
  for (int steps = 0; steps < 500 && focus.name() != name; ++steps) screen.press(ImGuiKey_Tab);
  ASSERT_EQ(focus.name(), name);
}

TEST(KeyboardFocus, PressesWalksListsAndCloses) {
  Runner runner(pilot_session(), {});
  HeadlessScreen screen(*runner.screen());
  screen.draw(2);

  // Enter and Space press what has the frame
  tab_to(screen, "screen.trends");
  screen.press_enter();
  EXPECT_EQ(screen.view.screen, "trends");
  tab_to(screen, "toolbar.language.zh");
  screen.press(ImGuiKey_Space);
  EXPECT_EQ(screen.view.language, Language::zh);
  screen.view.language = Language::en;

  // the keys go on from where the mouse clicked
  screen.click("trends.move");
  EXPECT_FALSE(screen.view.own<KeyboardFocus>().is_shown());
  screen.press(ImGuiKey_Tab);
  EXPECT_EQ(screen.view.own<KeyboardFocus>().name(), "trends.box");

  // arrows walk in a list, also beyond its edge, and press nothing
  const KeyboardFocus& focus = screen.view.own<KeyboardFocus>();
  const auto stop = [&](const std::string& name) {
    for (const WidgetRegistry::Stop& each : screen.widgets.stops())
      if (each.name == name) return each;
    return WidgetRegistry::Stop();
  };
  std::string first;
  for (const WidgetRegistry::Stop& each : screen.widgets.stops())
    if (first.empty() && each.name.starts_with("trends.tag.")) first = each.name;
  tab_to(screen, first);
  const std::size_t pens = screen.view.trend.pens.size();
  std::string before = first;
  for (int row = 0; row < 40; ++row) {
    screen.press(ImGuiKey_DownArrow);
    const WidgetRegistry::Stop here = stop(focus.name());
    if (focus.name() == before) break;
    EXPECT_TRUE(here.seen) << focus.name();
    EXPECT_GT(here.middle().y, 0.0f);
    before = focus.name();
  }
  EXPECT_NE(before, first);
  screen.press(ImGuiKey_UpArrow);
  EXPECT_NE(focus.name(), before);
  EXPECT_EQ(screen.view.trend.pens.size(), pens);

  // Escape: first the frame, then the faceplate
  screen.view.screen = "plant";
  screen.view.selected = "TI-112";
  screen.draw(2);
  EXPECT_TRUE(screen.has("face.tag"));
  screen.press(ImGuiKey_Escape);
  EXPECT_FALSE(focus.is_shown());
  screen.press(ImGuiKey_Escape);
  EXPECT_FALSE(screen.has("face.tag"));

  // the question of an end that was asked for
  screen.click("toolbar.finish");
  EXPECT_TRUE(screen.has("toolbar.finish.no"));
  screen.press(ImGuiKey_Escape);
  EXPECT_FALSE(screen.has("toolbar.finish.no"));
}

INSTANTIATE_TEST_SUITE_P(EveryScreen, MonkeyAt, testing::ValuesIn(all_screens()),
                         [](const auto& info) { return info.param; });

}  // namespace
}  // namespace stillhouse
