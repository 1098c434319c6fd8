#include "frontend/views/xy_view.h"

#include <algorithm>
#include <cmath>

#include "frontend/views/palette.h"
#include "frontend/views/trend_axes.h"
#include "frontend/views/widgets.h"

namespace stillhouse {

namespace {

/// Colour, width (points) and dash pattern of a curve: after what it is.
struct CurveLook {
  ImU32 colour;
  float width;
  int style;
};

CurveLook look_of(XyCurve::Role role) {
  switch (role) {
    case XyCurve::Role::equilibrium:
    case XyCurve::Role::bubble:
    case XyCurve::Role::generated:
      return {palette::kPen[0], 2.0f, 0};
    case XyCurve::Role::dew:
    case XyCurve::Role::removed:
      return {palette::kPen[1], 2.0f, 1};
    case XyCurve::Role::diagonal:
      return {palette::kFaint, 1.0f, 0};
    case XyCurve::Role::rectifying:
      return {palette::kPen[1], 1.6f, 0};
    case XyCurve::Role::stripping:
      return {palette::kPen[3], 1.6f, 1};
    case XyCurve::Role::feed:
      return {palette::kPen[4], 1.4f, 4};
    case XyCurve::Role::steps:
      break;
  }
  return {palette::kPen[2], 1.0f, 0};
}

struct XyFrame {
  ImVec2 low, high;
  const XyPlot& plot;
  ImVec2 at(const XyPlace& place) const {
    return {low.x + static_cast<float>((place.x - plot.x_low) / (plot.x_high - plot.x_low)) * (high.x - low.x),
            high.y - static_cast<float>((place.y - plot.y_low) / (plot.y_high - plot.y_low)) * (high.y - low.y)};
  }
};

std::string tick_text(double tick, const std::vector<double>& ticks) {
  const double step = ticks.size() > 1 ? ticks[1] - ticks[0] : 1.0;
  return plain_number(tick, std::clamp(static_cast<int>(std::ceil(-std::log10(step) - 1e-9)), 0, 5));
}

void draw_axes(Ui& ui, ImDrawList& list, const XyFrame& frame) {
  ImFont* font = ui.fonts.small;
  const XyPlot& plot = frame.plot;
  list.AddRectFilled(frame.low, frame.high, palette::kSheet);
  const std::vector<double> across =
      value_ticks(plot.x_low, plot.x_high, std::max(3, static_cast<int>((frame.high.x - frame.low.x) / ui.px(70))));
  for (const double tick : across) {
    const float x = frame.at({tick, 0.0}).x;
    list.AddLine({x, frame.low.y}, {x, frame.high.y}, palette::kGrid);
    const std::string label = tick_text(tick, across);
    axis_text(list, font, {x - 0.5f * axis_text_width(font, label), frame.high.y + ui.px(3)}, label);
  }
  const std::vector<double> up =
      value_ticks(plot.y_low, plot.y_high, std::max(3, static_cast<int>((frame.high.y - frame.low.y) / ui.px(40))));
  for (const double tick : up) {
    const float y = frame.at({0.0, tick}).y;
    list.AddLine({frame.low.x, y}, {frame.high.x, y}, palette::kGrid);
    const std::string label = tick_text(tick, up);
    axis_text(list, font, {frame.low.x - axis_text_width(font, label) - ui.px(4), y - 0.5f * font->FontSize}, label);
  }
  const std::string name = ui(plot.across);
  axis_text(list, font, {0.5f * (frame.low.x + frame.high.x - axis_text_width(font, name)), frame.high.y + ui.px(18)},
            name);
  axis_text(list, font, {frame.low.x, frame.low.y - font->FontSize - ui.px(3)}, ui(plot.up));
}

/// Measured: filled circle; sample: diamond; computed: square; unstable: hollow square; truth: cross.
void draw_mark(ImDrawList& list, ImVec2 c, float r, XyDot::Role role) {
  switch (role) {
    case XyDot::Role::measured:
      list.AddCircleFilled(c, r, palette::kValue);
      list.AddCircle(c, r, palette::kSheet);
      break;
    case XyDot::Role::sample:
      list.AddQuadFilled({c.x, c.y - 1.4f * r}, {c.x + 1.4f * r, c.y}, {c.x, c.y + 1.4f * r}, {c.x - 1.4f * r, c.y},
                         palette::kPen[4]);
      list.AddQuad({c.x, c.y - 1.4f * r}, {c.x + 1.4f * r, c.y}, {c.x, c.y + 1.4f * r}, {c.x - 1.4f * r, c.y},
                   palette::kOutline);
      break;
    case XyDot::Role::computed:
    case XyDot::Role::unstable:
      list.AddRectFilled({c.x - r, c.y - r}, {c.x + r, c.y + r},
                         role == XyDot::Role::computed ? palette::kText : palette::kSheet);
      list.AddRect({c.x - r, c.y - r}, {c.x + r, c.y + r}, palette::kOutline, 0.0f, 0, 1.5f);
      break;
    case XyDot::Role::truth:
      list.AddLine({c.x - r, c.y - r}, {c.x + r, c.y + r}, palette::kPen[1], 2.0f);
      list.AddLine({c.x - r, c.y + r}, {c.x + r, c.y - r}, palette::kPen[1], 2.0f);
  }
}

const char* mark_word(const Ui& ui, XyDot::Role role) {
  switch (role) {
    case XyDot::Role::measured:
      return ui("xy.key_measured"_word);
    case XyDot::Role::sample:
      return ui("xy.key_sample"_word);
    case XyDot::Role::computed:
      return ui("xy.rests"_word);
    case XyDot::Role::unstable:
      return ui("xy.leaves"_word);
    case XyDot::Role::truth:
      break;
  }
  return ui("xy.key_truth"_word);
}

void draw_dots(Ui& ui, ImDrawList& list, const XyFrame& frame) {
  ImFont* font = ui.fonts.small;
  std::vector<ImVec2> labels;
  for (const XyDot& dot : frame.plot.dots) {
    const ImVec2 c = frame.at(dot.place);
    draw_mark(list, c, ui.px(4), dot.role);
    if (dot.label.empty()) continue;
    // labels that would lie on each other step down
    ImVec2 place{c.x + ui.px(8), c.y - 0.5f * font->FontSize};
    const float width = axis_text_width(font, dot.label);
    if (place.x + width > frame.high.x) place.x = c.x - width - ui.px(8);
    for (int tries = 0; tries < 12; ++tries) {
      const bool taken = std::any_of(labels.begin(), labels.end(), [&](const ImVec2& other) {
        return std::abs(other.x - place.x) < width + ui.px(6) && std::abs(other.y - place.y) < font->FontSize;
      });
      if (!taken) break;
      place.y += font->FontSize;
    }
    labels.push_back(place);
    list.AddText(font, font->FontSize, {std::floor(place.x), std::floor(place.y)}, palette::kText, dot.label.c_str());
  }
}

void wrapped(Ui& ui, const char* text, ImU32 colour) {
  ImGui::PushFont(ui.fonts.small);
  ImGui::PushStyleColor(ImGuiCol_Text, colour);
  ImGui::PushTextWrapPos(0.0f);
  ImGui::TextUnformatted(text);
  ImGui::PopTextWrapPos();
  ImGui::PopStyleColor();
  ImGui::PopFont();
}

/// Key, figures and notes.
void side(Ui& ui, const XyPlot& plot) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const auto key = [&](const auto& draw, const char* text) {
    const ImVec2 place = ImGui::GetCursorScreenPos();
    draw(ImVec2{place.x, place.y + 0.5f * ImGui::GetFrameHeight()});
    ImGui::Dummy({ui.px(28), ImGui::GetFrameHeight()});
    ImGui::SameLine(0.0f, ui.px(4));
    quiet_text(ui, text);
  };
  for (const XyCurve& curve : plot.curves) {
    if (curve.name.en.empty()) continue;
    const CurveLook look = look_of(curve.role);
    key(
        [&](ImVec2 place) {
          dashed_line(list, {place, {place.x + ui.px(26), place.y}}, look.colour, ui.px(look.width), look.style,
                      ui.scale);
        },
        ui(curve.name));
  }
  bool shown[5] = {};
  for (const XyDot& dot : plot.dots) {
    if (shown[static_cast<int>(dot.role)]) continue;
    shown[static_cast<int>(dot.role)] = true;
    key(
        [&](ImVec2 place) {
          draw_mark(list, {place.x + ui.px(13), place.y}, ui.px(4), dot.role);
        },
        mark_word(ui, dot.role));
  }
  ImGui::Dummy({0.0f, ui.px(4)});
  // name, value, and where it comes from: in one line where there is room
  const float room = ImGui::GetContentRegionAvail().x;
  const bool wide = room > ui.px(330);
  const float right = wide ? ui.px(220) : room;
  for (std::size_t i = 0; i < plot.facts.size(); ++i) {
    const XyFact& fact = plot.facts[i];
    quiet_text(ui, ui(fact.name));
    ImGui::PushFont(ui.fonts.normal);
    const float width = ImGui::CalcTextSize(fact.value.c_str()).x;
    ImGui::SameLine(std::max(right - width, 0.0f));
    ImGui::AlignTextToFramePadding();
    ImGui::PushStyleColor(ImGuiCol_Text, palette::kValue);
    ImGui::TextUnformatted(fact.value.c_str());
    ImGui::PopStyleColor();
    ImGui::PopFont();
    note_widget(ui, "trends.fact." + std::to_string(i), true, fact.name.en + " " + fact.value);
    if (fact.source.en.empty()) continue;
    if (wide) {
      ImGui::SameLine(right + ui.px(10));
      quiet_text(ui, ui(fact.source));
    } else {
      wrapped(ui, ui(fact.source), palette::kQuiet);
    }
  }
  ImGui::Dummy({0.0f, ui.px(4)});
  for (std::size_t i = 0; i < plot.notes.size(); ++i) {
    wrapped(ui, ui(plot.notes[i]), palette::kText);
    note_widget(ui, "trends.note." + std::to_string(i), true, plot.notes[i].en);
    ImGui::Dummy({0.0f, ui.px(2)});
  }
}

}  // namespace

PlotPlace xy_view(Ui& ui, const XyPlot& plot) {
  const ImVec2 place = ImGui::GetCursorScreenPos(), room = ImGui::GetContentRegionAvail();
  const float column = std::min(ui.px(270), 0.42f * room.x);
  ImGui::PushFont(ui.fonts.normal);
  ImGui::TextUnformatted(ui(plot.title));
  note_widget(ui, "trends.xy.title", true, ui(plot.title));
  ImGui::PopFont();
  XyFrame frame{{place.x + ui.px(48), place.y + ui.px(44)},
                {place.x + room.x - column - ui.px(20), place.y + room.y - ui.px(36)},
                plot};
  if (frame.high.x - frame.low.x < 40.0f || frame.high.y - frame.low.y < 40.0f) return {place, place};
  // unit against unit: a square
  if (plot.x_high - plot.x_low == plot.y_high - plot.y_low) {
    const float edge = std::min(frame.high.x - frame.low.x, frame.high.y - frame.low.y);
    frame.high = {frame.low.x + edge, frame.low.y + edge};
  }
  ImDrawList& list = *ImGui::GetWindowDrawList();
  draw_axes(ui, list, frame);
  list.PushClipRect(frame.low, frame.high, true);
  for (const XyCurve& curve : plot.curves) {
    const CurveLook look = look_of(curve.role);
    std::vector<ImVec2> points;
    for (const XyPlace& at : curve.places) points.push_back(frame.at(at));
    dashed_line(list, points, look.colour, ui.px(look.width), look.style, ui.scale);
  }
  list.PopClipRect();
  draw_dots(ui, list, frame);
  list.AddRect(frame.low, frame.high, palette::kQuiet);
  ImGui::SetCursorScreenPos(frame.low);
  ImGui::InvisibleButton("diagram", {frame.high.x - frame.low.x, frame.high.y - frame.low.y});
  note_widget(ui, "trends.xy.plot", true, {});

  const float left = frame.high.x + ui.px(24);
  ImGui::SetCursorScreenPos({left, place.y});
  ImGui::BeginChild("figures", {std::min(place.x + room.x - left, ui.px(460)), room.y});
  side(ui, plot);
  ImGui::EndChild();
  return {place, {frame.high.x + ui.px(14), place.y + room.y}};
}

}  // namespace stillhouse
