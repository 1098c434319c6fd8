#include "frontend/views/trends_screen.h"

#include <algorithm>
#include <cmath>

#include "frontend/presenter/trend_readout.h"
#include "frontend/presenter/xy_plot.h"
#include "frontend/views/keyboard_focus.h"
#include "frontend/views/line_breaks.h"
#include "frontend/views/palette.h"
#include "frontend/views/pen_table.h"
#include "frontend/views/tag_list.h"
#include "frontend/views/trend_plot.h"
#include "frontend/views/trend_steering.h"
#include "frontend/views/widgets.h"
#include "frontend/views/xy_view.h"

namespace stillhouse {

namespace {

constexpr XyKind kKinds[] = {XyKind::boiling, XyKind::mccabe_thiele, XyKind::heat_balance};

/// Against time, or one of the x-y plots of the plant's column and reactor.
void choose_plot(Ui& ui) {
  TrendViewState& trend = ui.view.trend;
  const char* labels[] = {ui("trends.against_time"_word), ui("trends.boiling"_word), ui("trends.mccabe"_word),
                          ui("trends.heat"_word)};
  for (int i = 0; i < 4; ++i) {
    const bool there =
        i == 0 || has_xy_plot(ui.screen, kKinds[i - 1]) || !why_no_xy_plot(ui.screen, kKinds[i - 1]).en.empty();
    if (!there) {
      if (trend.plot == i) trend.plot = 0;
      continue;
    }
    if (i > 0) ImGui::SameLine(0.0f, ui.px(2));
    if (push_button(ui, "trends.plot." + std::to_string(i), labels[i], {.chosen = trend.plot == i})) trend.plot = i;
  }
}

void windows(Ui& ui) {
  TrendViewState& trend = ui.view.trend;
  const struct {
    const char* word;
    const char* name;
    double length;
  } choices[] = {{ui("trends.window_10_minutes"_word), "trends.10", 600.0},
                 {ui("trends.window_30_minutes"_word), "trends.30", 1800.0},
                 {ui("trends.window_60_minutes"_word), "trends.60", 3600.0}};
  for (const auto& choice : choices) {
    const bool chosen = trend.follows && std::abs(trend.length - choice.length) < 0.5;
    if (push_button(ui, choice.name, choice.word, {.chosen = chosen})) show_last(ui, choice.length);
    ImGui::SameLine(0.0f, ui.px(2));
  }
  if (push_button(ui, "trends.all", ui("trends.whole_run"_word))) show_whole_run(ui);
  ImGui::SameLine(0.0f, ui.px(2));
  if (push_button(ui, "trends.now", ui("trends.follow"_word), {.chosen = trend.follows})) {
    trend.follows = true;
    trend.marked_from = trend.marked_to = -1.0;
  }
}

void scales(Ui& ui) {
  TrendViewState& trend = ui.view.trend;
  if (push_button(ui, "trends.fit", ui("trends.fit_scale"_word), {.chosen = trend.fits})) trend.fits = !trend.fits;
  ImGui::SameLine(0.0f, ui.px(2));
  if (push_button(ui, "trends.log", ui("trends.logarithmic"_word), {.chosen = trend.logarithmic}))
    trend.logarithmic = !trend.logarithmic;
}

void tools(Ui& ui) {
  TrendViewState& trend = ui.view.trend;
  if (push_button(ui, "trends.move", ui("trends.move"_word), {.chosen = !trend.boxes})) trend.boxes = false;
  ImGui::SameLine(0.0f, ui.px(2));
  if (push_button(ui, "trends.box", ui("trends.box"_word), {.chosen = trend.boxes})) trend.boxes = true;
  ImGui::SameLine(0.0f, ui.px(2));
  const bool zoomed = !trend.before.empty() || trend.low > 0.0 || trend.high < 1.0;
  if (push_button(ui, "trends.back", ui("trends.zoom_back"_word), {.enabled = zoomed})) {
    if (trend.before.empty()) {
      trend.low = 0.0;
      trend.high = 1.0;
    } else {
      leave_zoom(trend);
    }
  }
}

/// Cursors that stand in the window, at a third and two thirds of it, and away again.
void cursors(Ui& ui) {
  TrendViewState& trend = ui.view.trend;
  const auto [from, to] = trend_window(ui);
  const double last = std::max(ui.screen.time - ui.screen.scan_length, 0.0);
  const auto button = [&, from = from, to = to](const char* name, const char* label, double& cursor, double share) {
    if (!push_button(ui, name, label, {.chosen = cursor >= 0.0})) return;
    cursor = cursor >= 0.0 ? -1.0 : std::clamp(from + share * (std::min(to, last) - from), 0.0, last);
  };
  quiet_text(ui, ui("trends.cursors"_word));
  ImGui::SameLine(0.0f, ui.px(4));
  button("trends.cursor.a", "A", trend.cursor, 1.0 / 3.0);
  ImGui::SameLine(0.0f, ui.px(2));
  button("trends.cursor.b", "B", trend.second_cursor, 2.0 / 3.0);
  if (trend.cursor >= 0.0 && trend.second_cursor >= 0.0) {
    ImGui::SameLine(0.0f, ui.px(6));
    const std::string apart = "B − A = " + std::string(trend.second_cursor < trend.cursor ? "−" : "") +
                              clock_text(std::abs(trend.second_cursor - trend.cursor));
    quiet_text(ui, apart.c_str());
    note_widget(ui, "trends.apart", true, apart);
  }
}

/// A slider over the run: x-y plots show the moment of cursor A, without it the newest.
void choose_moment(Ui& ui) {
  TrendViewState& trend = ui.view.trend;
  if (push_button(ui, "trends.moment.now", ui("trends.now"_word), {.chosen = trend.cursor < 0.0})) trend.cursor = -1.0;
  ImGui::SameLine(0.0f, ui.px(6));
  const auto last = static_cast<float>(std::max(ui.screen.time - ui.screen.scan_length, 0.0));
  float moment = trend.cursor < 0.0 ? last : std::min(static_cast<float>(trend.cursor), last);
  const std::string label = clock_text(static_cast<double>(moment));
  ImGui::SetNextItemWidth(ui.px(420));
  if (ImGui::SliderFloat("##moment", &moment, 0.0f, last, label.c_str(),
                         ImGuiSliderFlags_AlwaysClamp | ImGuiSliderFlags_NoInput))
    trend.cursor = static_cast<double>(moment);
  note_widget(ui, "trends.moment", true, label);
  if (!KeyboardFocus::of(ui).steers("trends.moment")) return;
  const float step = ImGui::GetIO().KeyCtrl ? 600.0f : 60.0f;
  const auto pressed = [](ImGuiKey_ key) { return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key)); };
  const float way = (pressed(ImGuiKey_RightArrow) ? step : 0.0f) - (pressed(ImGuiKey_LeftArrow) ? step : 0.0f);
  if (way != 0.0f) trend.cursor = static_cast<double>(std::clamp(moment + way, 0.0f, last));
}

/// For names of files: what and when.
std::string file_name(const Ui& ui) {
  const TrendViewState& trend = ui.view.trend;
  const char* names[] = {"trend", "T-x-y", "mccabe-thiele", "heat-balance"};
  std::string clock = clock_text(ui.screen.time);
  std::replace(clock.begin(), clock.end(), ':', '-');
  return ui.screen.lab->id + "-" + names[trend.plot] + "-" + clock;
}

/// Keeps what is drawn in the notebook: pens and time, which the run draws again.
void photograph(Ui& ui) {
  const TrendViewState& trend = ui.view.trend;
  const auto [from, to] = trend_window(ui);
  Photograph taken{std::max(from, 0.0), std::min(to, ui.screen.time), {}};
  for (const int pen : trend.pens)
    if (const TrendPen& drawn = ui.screen.lab->pens[static_cast<std::size_t>(pen)]; drawn.kind != PenKind::truth)
      taken.pens.push_back(drawn.tag);
  const bool may = !ui.screen.ended() && !taken.pens.empty() && taken.pens.size() <= Photograph::kMostPens &&
                   taken.to > taken.from && taken.from < ui.screen.time;
  ImGui::SameLine(0.0f, ui.px(2));
  if (push_button(ui, "trends.photograph", ui("trends.photograph"_word), {.enabled = may}))
    ui.send("photograph", "", 0.0, photograph_text(taken));
  if (ui.screen.notebook.empty() || !ui.screen.notebook.back().photograph) return;
  ImGui::SameLine(0.0f, ui.px(8));
  const std::string kept = ui("trends.photographed"_word, {clock_text(ui.screen.notebook.back().time)});
  quiet_text(ui, kept.c_str());
  note_widget(ui, "trends.photographed", true, kept);
}

void exports(Ui& ui, const XyPlot* plot, const PlotPlace& place) {
  TrendViewState& trend = ui.view.trend;
  const bool something = plot != nullptr || !trend.pens.empty();
  if (push_button(ui, "trends.csv", "CSV", {.enabled = something})) {
    const auto [from, to] = trend_window(ui);
    ui.view.wanted_file =
        ExportWish{file_name(ui), plot ? xy_csv(*plot) : trend_csv(ui.screen, trend.pens, from, to), {}, {}};
  }
  ImGui::SameLine(0.0f, ui.px(2));
  if (push_button(ui, "trends.png", "PNG", {.enabled = something}))
    ui.view.wanted_file = ExportWish{file_name(ui), {}, place.low, place.high};
  if (!plot) photograph(ui);
  if (trend.told.empty()) return;
  ImGui::SameLine(0.0f, ui.px(8));
  const std::string line =
      std::string(ui(trend.told_well ? "trends.saved"_word : "trends.not_saved"_word)) + " " + trend.told;
  quiet_text(ui, line.c_str());
  note_widget(ui, "trends.told", true, line);
}

}  // namespace

void trends_screen(Ui& ui) {
  TrendViewState& trend = ui.view.trend;
  const auto [low, high] = screen_area(ui);
  const ImVec2 room{high.x - low.x, high.y - low.y};
  const float gap = ui.px(6), list = std::floor(std::min(ui.px(236), 0.3f * room.x));
  begin_panel(ui, "trends.tags", low, {list, room.y});
  tag_list(ui);
  end_panel();

  begin_panel(ui, "trends.plots", {low.x + list + gap, low.y}, {room.x - list - gap, room.y});
  choose_plot(ui);
  // what is exported is what the last frame drew
  ImGuiStorage& storage = *ImGui::GetStateStorage();
  const ImGuiID id = ImGui::GetID("place");
  const PlotPlace before{{storage.GetFloat(id), storage.GetFloat(id + 1)},
                         {storage.GetFloat(id + 2), storage.GetFloat(id + 3)}};
  std::optional<XyPlot> plot;
  if (trend.plot > 0 && !has_xy_plot(ui.screen, kKinds[trend.plot - 1])) {
    ImGui::Dummy({0.0f, ui.px(8)});
    const Text& why = why_no_xy_plot(ui.screen, kKinds[trend.plot - 1]);
    wrapped_text(ui, ui(why));
    note_widget(ui, "trends.xy.why_not", true, ui(why));
    end_panel();
    return;
  }
  if (trend.plot > 0) plot = xy_plot({ui.screen, trend.cursor}, kKinds[trend.plot - 1]);
  ImGui::SameLine(0.0f, ui.px(16));
  exports(ui, plot ? &*plot : nullptr, before);
  PlotPlace place;
  if (plot) {
    choose_moment(ui);
    place = xy_view(ui, *plot);
  } else {
    windows(ui);
    ImGui::SameLine(0.0f, ui.px(12));
    scales(ui);
    ImGui::SameLine(0.0f, ui.px(12));
    tools(ui);
    ImGui::SameLine(0.0f, ui.px(12));
    cursors(ui);
    const float line = ImGui::GetFrameHeight() + ui.px(5);
    const float left = ImGui::GetContentRegionAvail().y;
    const float rows = static_cast<float>(trend.pens.size() + 1) * line;
    const float table = trend.pens.empty() ? 0.0f : std::min(rows + ui.px(4), 0.38f * left);
    const float hint = ui.fonts.small->FontSize + ui.px(8);
    ImGui::BeginChild("plot", {0.0f, left - table - hint - ui.px(6)}, false,
                      ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoScrollbar);
    place = large_trend_plot(ui);
    ImGui::EndChild();
    quiet_text(ui, trend.pens.empty() ? ui("trends.drag_here"_word) : ui("trends.keys"_word));
    if (!trend.pens.empty()) pen_table(ui);
  }
  storage.SetFloat(id, place.low.x);
  storage.SetFloat(id + 1, place.low.y);
  storage.SetFloat(id + 2, place.high.x);
  storage.SetFloat(id + 3, place.high.y);
  end_panel();
}

}  // namespace stillhouse
