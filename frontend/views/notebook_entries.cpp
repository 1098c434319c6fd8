#include "frontend/views/notebook_entries.h"

#include <cmath>

#include "frontend/views/line_breaks.h"
#include "frontend/views/palette.h"
#include "frontend/views/pen_strip.h"
#include "frontend/views/trend_frame.h"
#include "frontend/views/widgets.h"

namespace stillhouse {

namespace {

/// The positions of a photograph's pens; what the lab does not have is left out.
std::vector<int> pens_of(const LabFacts& lab, const Photograph& photograph) {
  std::vector<int> pens;
  for (const std::string& tag : photograph.pens)
    if (const int pen = pen_of(lab, tag); pen >= 0) pens.push_back(pen);
  return pens;
}

/// The pens of a photograph under it, each with its colour and dashes.
void legend(Ui& ui, const std::vector<int>& pens) {
  const float room = ImGui::GetContentRegionAvail().x;
  float left = room;
  for (std::size_t i = 0; i < pens.size(); ++i) {
    const TrendPen& pen = ui.screen.lab->pens[static_cast<std::size_t>(pens[i])];
    const float sample = ui.px(24);
    ImGui::PushFont(ui.fonts.small);
    const float width = sample + ImGui::CalcTextSize(pen.tag.c_str()).x + ui.px(12);
    if (i > 0 && width < left)
      ImGui::SameLine(0.0f, ui.px(8));
    else
      left = room;
    left -= width;
    const ImVec2 place = ImGui::GetCursorScreenPos();
    const float middle = place.y + 0.5f * ImGui::GetTextLineHeight();
    dashed_line(*ImGui::GetWindowDrawList(), {{place.x, middle}, {place.x + sample - ui.px(4), middle}}, pen_colour(i),
                ui.px(2), pen_style(i), ui.scale);
    ImGui::Dummy({sample, ImGui::GetTextLineHeight()});
    ImGui::SameLine(0.0f, 0.0f);
    ImGui::TextUnformatted(pen.tag.c_str());
    ImGui::PopFont();
  }
}

/// The trend of a photograph. Whether it was clicked.
bool photograph_view(Ui& ui, const std::string& name, const Photograph& photograph) {
  const std::vector<int> pens = pens_of(*ui.screen.lab, photograph);
  const ImVec2 place = ImGui::GetCursorScreenPos(), size{ImGui::GetContentRegionAvail().x, ui.px(140)};
  const std::vector<TrendScale> scales = trend_scales(ui.screen, pens, photograph.from, photograph.to, {.fits = true});
  const TrendFrame frame{{place.x + ui.px(44), place.y + ui.px(18)},
                         {place.x + size.x - ui.px(46), place.y + size.y - ui.px(18)},
                         photograph.from,
                         photograph.to};
  const bool clicked = ImGui::InvisibleButton(name.c_str(), size);
  note_widget(ui, name, true, clock_text(photograph.from) + " " + clock_text(photograph.to));
  if (frame.high.x - frame.low.x > ui.px(20)) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    draw_trend_axes(ui, list, frame, scales);
    list.PushClipRect(frame.low, frame.high, true);
    for (std::size_t i = 0; i < pens.size(); ++i)
      draw_trend_pen(ui, list, frame, pens[i], i, scales[i], most_pen_points(pens.size()), pens.size() <= kFewPens);
    list.PopClipRect();
    list.AddRect(frame.low, frame.high, ImGui::IsItemHovered() ? palette::kSelect : palette::kQuiet);
  }
  legend(ui, pens);
  return clicked;
}

}  // namespace

int notebook_entries(Ui& ui, const std::string& name) {
  int clicked = -1, number = 0;
  for (const NotebookEntry& entry : ui.screen.notebook) {
    ui.letters += entry.text;
    std::string line = clock_text(entry.time) + "  ";
    if (!entry.tag.empty()) line += entry.tag + "  " + entry.reading + "  ";
    if (entry.photograph)
      line += ui("notebook.trend"_word, {clock_text(entry.photograph->from), clock_text(entry.photograph->to)});
    line += entry.text;
    wrapped_text(ui, line.c_str());
    note_widget(ui, name + std::to_string(number), true, line);
    if (entry.photograph && photograph_view(ui, name + std::to_string(number) + ".photograph", *entry.photograph))
      clicked = number;
    ++number;
  }
  return clicked;
}

}  // namespace stillhouse
