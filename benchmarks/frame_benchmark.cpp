// Processor time of one frame of the screen without a graphics card, and of one state of it: a frame must stay below
// 5 ms, so that 60 a second leave the simulation its own core and more.
#include <benchmark/benchmark.h>

#include "frontend/desktop/layout.h"
#include "frontend/desktop/theme.h"
#include "frontend/desktop/typefaces.h"
#include "frontend/presenter/runner.h"
#include "labs/session/lab_library.h"

namespace stillhouse {
namespace {

class NoControl final : public RunControl {
 public:
  void command(Command) override {}
  void freeze(bool) override {}
  void set_speed(double) override {}
  void step() override {}
  void backtrack(std::int64_t) override {}
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
    return Runner(std::move(session), {});
  }();
  the_runner.run_until(3600.0);
  return the_runner;
}

void frame(benchmark::State& state) {
  const std::shared_ptr<const ScreenState> screen = runner().screen();
  const int width = static_cast<int>(state.range(0)), height = static_cast<int>(state.range(1));
  const float scale = scale_of(width, height);
  ImGui::CreateContext();
  ImGui::GetIO().DisplaySize = {static_cast<float>(width), static_cast<float>(height)};
  ImGui::GetIO().IniFilename = nullptr;
  apply_theme(scale);
  Typefaces typefaces;
  want_texts(typefaces, *screen);
  typefaces.update(scale);
  NoControl control;
  ViewState view;
  WidgetRegistry widgets;
  choose_first_pens(view, *screen);
  view.trend.length = 3600.0;
  view.selected = "TIC-110";
  for (auto _ : state) {
    ImGui::GetIO().DeltaTime = 1.0f / 60.0f;
    ImGui::NewFrame();
    Ui ui{*screen, control, view, widgets, typefaces.fonts(), scale, 0.0};
    draw_screen(ui);
    ImGui::Render();
  }
  state.counters["vertices"] = ImGui::GetDrawData()->TotalVtxCount;
  ImGui::DestroyContext();
}
BENCHMARK(frame)->Args({1280, 720})->Args({1920, 1080})->Args({3840, 2160})->Unit(benchmark::kMillisecond);

void letters(benchmark::State& state) {
  const std::shared_ptr<const ScreenState> screen = runner().screen();
  ImGui::CreateContext();
  for (auto _ : state) {
    Typefaces typefaces;
    want_texts(typefaces, *screen);
    typefaces.update(static_cast<float>(state.range(0)));
  }
  ImGui::DestroyContext();
}
BENCHMARK(letters)->Arg(1)->Arg(3)->Unit(benchmark::kMillisecond);

void screen_state(benchmark::State& state) {
  const Session& session = runner().session();
  const ScreenBuilder builder(session);
  const TrendHistory history(builder.lab()->pens.size(), session.scan_length());
  for (auto _ : state) benchmark::DoNotOptimize(builder.state(session, history));
}
BENCHMARK(screen_state)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace stillhouse
