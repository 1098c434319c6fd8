#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "benchmarks/measurements/played_lab.h"
#include "benchmarks/measurements/topics.h"
#include "frontend/desktop/theme.h"
#include "frontend/desktop/typefaces.h"
#include "frontend/presenter/runner.h"
#include "frontend/views/preview_screen.h"
#include "frontend/views/review_parts.h"
#include "frontend/views/screens.h"
#include "labs/session/lab_library.h"

namespace stillhouse {

namespace {

class NoDesk final : public DeskControl {
 public:
  void open_run(RunOrder) override {}
  void leave_run() override {}
};

/// The first lab after an hour with the heater and the cooling water on, and nobody who looks after it.
Runner& runner() {
  static Runner the_runner = [] {
    const auto lab =
        std::make_shared<const scenario::Lab>(load_lab(LabLibrary::standard().find("methanol_water_distillation")));
    auto session = std::make_unique<Session>(lab, SessionSettings{.seed = lab->seed});
    for (const scenario::Handle& handle : session->room().plant().handles)
      if (handle.input == "kettle.power" || handle.input == "cooling_water.valve" || handle.input == "drum.vent")
        session->execute({.actor = "student", .verb = "set", .tag = handle.tag, .value = 0.7 * handle.high});
    return Runner(std::move(session), {.station = true});
  }();
  the_runner.run_until(3600.0);
  return the_runner;
}

/// The same with sixty signals that are never calm, over an hour of scans.
std::shared_ptr<const ScreenState> sixty_signals() {
  constexpr std::size_t kPens = 60;
  auto state = std::make_shared<ScreenState>(*runner().screen());
  auto lab = std::make_shared<LabFacts>(*state->lab);
  lab->pens.resize(kPens);
  for (std::size_t i = 0; i < kPens; ++i) {
    lab->pens[i].tag = "TI-" + std::to_string(500 + i);
    lab->pens[i].format = {"degC", "°C", 1};
    lab->pens[i].low = 0.0;
    lab->pens[i].high = 120.0;
  }
  state->lab = std::move(lab);
  TrendHistory history(kPens, 1.0);
  std::vector<float> row(kPens);
  for (int scan = 0; scan < 3600; ++scan) {
    for (std::size_t i = 0; i < kPens; ++i)
      row[i] =
          static_cast<float>(i) + 40.0f + 0.05f * static_cast<float>((scan * 7919 + static_cast<int>(i) * 104729) % 97);
    history.append(row);
  }
  state->trends = history.view();
  state->time = 3600.0;
  return state;
}

/// A context of Dear ImGui that ends with it.
struct Context {
  Context() { ImGui::CreateContext(); }
  ~Context() { ImGui::DestroyContext(); }
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;
};

/// A screen of so many pixels, without a window.
struct Screen {
  Screen(int width, int height, std::shared_ptr<const ScreenState> shown)
      : scale(scale_of(width, height)), state(std::move(shown)) {
    ImGui::GetIO().DisplaySize = {static_cast<float>(width), static_cast<float>(height)};
    ImGui::GetIO().IniFilename = nullptr;
    // as the window's backend says of OpenGL from 3.2 on
    ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
    apply_theme(scale);
    want_texts(typefaces, *state);
    typefaces.update(scale);
    begin_screens(view, *state);
    view.trend.length = 3600.0;
    view.selected = "TIC-110";
  }

  void frame() {
    ImGui::GetIO().DeltaTime = 1.0f / 60.0f;
    // letters are rasterised between frames only: the atlas is locked within one
    typefaces.want(letters);
    letters.clear();
    typefaces.update(scale);
    ImGui::NewFrame();
    Ui ui{*state, control, desk, view, widgets, letters, typefaces.fonts(), scale, 0.0};
    ui.role = role;
    draw_screens(ui);
    ImGui::Render();
  }

  Context context;  // first: all else lives in it
  float scale;
  std::shared_ptr<const ScreenState> state;
  Typefaces typefaces;
  NoRunControl control;
  NoDesk desk;
  ViewState view;
  Role role = Role::student;
  WidgetRegistry widgets;
  std::string letters;
};

/// An assessor's desk: thirty runs of the good operator, the first one open and gone through.
std::shared_ptr<ReviewDesk> desk_with_a_class() {
  constexpr int kStudents = 30;
  static const PlayedLab played;
  static const std::vector<std::filesystem::path> runs = [] {
    played.record();
    std::vector<std::filesystem::path> paths{played.run()};
    for (int i = 1; i < kStudents; ++i) {
      paths.push_back(played.folder / ("student" + std::to_string(i) + ".run"));
      std::filesystem::copy_file(played.run(), paths.back());
    }
    return paths;
  }();
  auto desk = std::make_shared<ReviewDesk>("class", runs, PdfWriter{}, false);
  desk->wait();
  desk->open(0);
  desk->open_run()->playback->settled();
  return desk;
}

/// What a screen shows beside the running lab: files of its own.
void lay_out(const std::string& id, Screen& screen) {
  if (id == "class" || id == "review") screen.view.own<ReviewSeat>().desk = desk_with_a_class();
  if (id != "preview") return;
  PreviewView& preview = screen.view.own<PreviewView>();
  preview.watch("methanol_water_distillation");
  preview.watched->wait();
}

/// Who sees a screen: the student, if he may.
Role role_of(const ScreenEntry& entry) {
  return entry.for_student ? Role::student : entry.for_instructor ? Role::instructor : Role::assessor;
}

Work letters() {
  return [context = std::make_shared<Context>()] {
    Typefaces typefaces;
    want_texts(typefaces, *runner().screen());
    typefaces.update(1.0f);
  };
}

Work screen_state() {
  const Session& session = runner().session();
  const auto builder = std::make_shared<const ScreenBuilder>(session);
  const auto history = std::make_shared<const TrendHistory>(builder->lab()->pens.size(), session.scan_length());
  return [=, &session] {
    auto state = builder->state(session, *history);
    keep(state);
  };
}

}  // namespace

/// Processor time of one frame of the screen without a graphics card, and of one state of it: a frame must stay below
/// 5 ms, so that 60 a second leave the simulation its own core and more.
void add_frame(Bench& bench) {
  const auto add = [&](const char* name, int width, int height) {
    bench.add({.name = name,
               .ours = [=]() -> Work {
                 const auto screen = std::make_shared<Screen>(width, height, runner().screen());
                 return [=] { screen->frame(); };
               },
               .goal_s = 5e-3});
  };
  const auto add_screen = [&](const char* name, const char* id, bool sixty) {
    bench.add({.name = name,
               .ours = [=]() -> Work {
                 const auto screen = std::make_shared<Screen>(1920, 1080, sixty ? sixty_signals() : runner().screen());
                 screen->view.screen = id;
                 if (sixty) {
                   screen->view.trend.pens.clear();
                   for (int pen = 0; pen < 60; ++pen) screen->view.trend.pens.push_back(pen);
                 }
                 return [=] { screen->frame(); };
               },
               .goal_s = 5e-3});
  };
  add("frame/1280x720", 1280, 720);
  add("frame/1920x1080", 1920, 1080);
  add("frame/3840x2160", 3840, 2160);
  add_screen("frame/trends_60_signals", "trends", true);
  // every screen as it is at first, as one sees it whom it is for
  for (const ScreenEntry& entry : screens()) {
    bench.add({.name = "frame/screen_" + std::string(entry.id),
               .ours = [role = role_of(entry), id = std::string(entry.id)]() -> Work {
                 const auto screen = std::make_shared<Screen>(1280, 720, runner().screen());
                 screen->role = role;
                 lay_out(id, *screen);
                 return [=] {
                   screen->view.screen = id;
                   screen->frame();
                 };
               },
               .goal_s = 5e-3});
  }
  bench.add({.name = "frame/letters", .ours = letters});
  bench.add({.name = "frame/screen_state", .ours = screen_state});
}

}  // namespace stillhouse
