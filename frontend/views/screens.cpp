#include "frontend/views/screens.h"

#include <algorithm>
#include <array>

#include "frontend/views/alarms_screen.h"
#include "frontend/views/bench_screen.h"
#include "frontend/views/class_screen.h"
#include "frontend/views/field_screen.h"
#include "frontend/views/keyboard_focus.h"
#include "frontend/views/navigation.h"
#include "frontend/views/panels.h"
#include "frontend/views/plant_screen.h"
#include "frontend/views/preview_screen.h"
#include "frontend/views/procedure_screen.h"
#include "frontend/views/report_screen.h"
#include "frontend/views/review_screen.h"
#include "frontend/views/start_screen.h"
#include "frontend/views/station_screen.h"
#include "frontend/views/trends_screen.h"
#include "frontend/views/widgets.h"

namespace stillhouse {

namespace {

constexpr std::size_t kFirstPens = 4;
constexpr const char* kFirstOfRun = "plant";

const std::array kScreens{
    ScreenEntry{.id = "start", .word = "screens.start"_word, .needs_run = false, .draw = start_screen},
    ScreenEntry{.id = "plant", .word = "screens.plant"_word, .draw = plant_screen},
    ScreenEntry{.id = "trends", .word = "screens.trends"_word, .draw = trends_screen},
    ScreenEntry{.id = "alarms", .word = "screens.alarms"_word, .draw = alarms_screen},
    ScreenEntry{.id = "procedure", .word = "screens.procedure"_word, .draw = procedure_screen},
    ScreenEntry{.id = "report", .word = "screens.report"_word, .after_run = true, .draw = report_screen},
    ScreenEntry{.id = "station",
                .word = "screens.station"_word,
                .for_student = false,
                .for_assessor = false,
                .draw = station_screen},
    ScreenEntry{.id = "preview",
                .word = "screens.preview"_word,
                .for_student = false,
                .for_assessor = false,
                .needs_run = false,
                .draw = preview_screen},
    ScreenEntry{.id = "bench", .word = "screens.bench"_word, .draw = bench_screen},
    ScreenEntry{.id = "class",
                .word = "screens.class"_word,
                .for_student = false,
                .for_instructor = false,
                .needs_run = false,
                .draw = class_screen},
    ScreenEntry{.id = "review",
                .word = "screens.review"_word,
                .for_student = false,
                .for_instructor = false,
                .needs_run = false,
                .draw = review_screen},
    ScreenEntry{.id = "field", .word = "screens.field"_word, .for_assessor = false, .draw = field_screen},
};

/// The pens of the lab's first controllers and thermometers.
void choose_first_pens(ViewState& view, const ScreenState& screen) {
  view.trend.pens.clear();
  const auto add = [&](int pen) {
    const bool drawn = std::find(view.trend.pens.begin(), view.trend.pens.end(), pen) != view.trend.pens.end();
    if (pen >= 0 && !drawn && view.trend.pens.size() < kFirstPens) view.trend.pens.push_back(pen);
  };
  // bottom and top of the column, and the pressure drop between them
  const InstrumentFace* top = nullptr;
  for (const InstrumentFace& face : screen.instruments) {
    if (face.by_samples || face.quantity != "T") continue;
    if (face.anchor == "kettle") add(face.pen);
    if (face.anchor.starts_with("tray_")) top = &face;
  }
  if (top != nullptr) add(top->pen);
  for (const InstrumentFace& face : screen.instruments)
    if (face.quantity == "column_dp") add(face.pen);
  if (!view.trend.pens.empty()) return;
  for (const InstrumentFace& face : screen.instruments)
    if (!face.by_samples) add(face.pen);
}

}  // namespace

bool ScreenEntry::is_for(Role role) const {
  switch (role) {
    case Role::student:
      return for_student;
    case Role::instructor:
      return for_instructor;
    case Role::assessor:
      break;
  }
  return for_assessor;
}

std::span<const ScreenEntry> screens() {
  return kScreens;
}

const ScreenEntry* find_screen(std::string_view id) {
  for (const ScreenEntry& screen : kScreens)
    if (screen.id == id) return &screen;
  return nullptr;
}

std::vector<const ScreenEntry*> screens_of(Role role, bool has_run) {
  std::vector<const ScreenEntry*> seen;
  for (const ScreenEntry& screen : kScreens)
    if (screen.is_for(role) && (has_run || !screen.needs_run)) seen.push_back(&screen);
  return seen;
}

void go_to_screen(Ui& ui, int place) {
  const std::vector<const ScreenEntry*> seen = screens_of(ui.role, ui.has_run);
  if (place >= 0 && static_cast<std::size_t>(place) < seen.size())
    ui.view.screen = seen[static_cast<std::size_t>(place)]->id;
}

void begin_screens(ViewState& view, const ScreenState& screen) {
  choose_first_pens(view, screen);
  view.screen = kFirstOfRun;
  view.moment = {};
  view.chosen_step.clear();
  view.saw_report = false;
}

void draw_screens(Ui& ui) {
  KeyboardFocus& focus = KeyboardFocus::of(ui);
  focus.take_keys(ui);
  ui.widgets.clear();
  // the result comes by itself once, when the run ends
  const bool graded = ui.screen.ended() && ui.screen.grade;
  if (graded && !ui.view.saw_report) ui.view.screen = "report";
  ui.view.saw_report = graded;
  const std::vector<const ScreenEntry*> seen = screens_of(ui.role, ui.has_run);
  const auto is_chosen = [&](const ScreenEntry* screen) { return screen->id == ui.view.screen; };
  if (std::none_of(seen.begin(), seen.end(), is_chosen) && !seen.empty()) ui.view.screen = seen.front()->id;

  const ImVec2 size = ImGui::GetIO().DisplaySize;
  ImGui::SetNextWindowPos({0.0f, 0.0f});
  ImGui::SetNextWindowSize(size);
  ImGui::Begin("stillhouse", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoScrollWithMouse);
  const float gap = ui.px(6), row = ui.px(32);
  float top = 0.5f * gap;
  const auto bar = [&](const char* id, void (*content)(Ui&)) {
    panel(ui, id, {gap, top}, {size.x - gap, top + row}, content);
    top += row + 0.5f * gap;
  };
  bar("navigation", navigation_bar);
  if (ui.has_run) {
    bar("toolbar", toolbar);
    bar("banner", alarm_banner);
    if (has_message(ui)) bar("message", message_bar);
  }
  ImGui::SetCursorScreenPos({gap, top});
  // the bar may have changed the screen
  if (const ScreenEntry* chosen = find_screen(ui.view.screen)) {
    ImGui::PushID(chosen->id.data());
    chosen->draw(ui);
    ImGui::PopID();
  }
  ImGui::End();
  focus.show(ui);
}

}  // namespace stillhouse
