#include "frontend/views/face_trend.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "frontend/views/palette.h"
#include "frontend/views/widgets.h"

namespace stillhouse {

namespace {

struct Scale {
  double low = 0.0, high = 1.0;
  float top = 0.0f, bottom = 1.0f;
  float y(float value) const {
    const double share = (static_cast<double>(value) - low) / std::max(high - low, 1e-12);
    return bottom - static_cast<float>(std::clamp(share, 0.0, 1.0)) * (bottom - top);
  }
};

}  // namespace

void face_trend(Ui& ui, const ControllerFace& face, ImVec2 size) {
  const ImVec2 low = ImGui::GetCursorScreenPos(), high{low.x + size.x, low.y + size.y};
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(low, high, palette::kSheet);
  list.AddRect(low, high, palette::kFaint);
  const TrendView& trends = ui.screen.trends;
  ImFont* font = ui.fonts.small;
  const auto pen_of_index = [&](int pen) { return ui.screen.lab->pens[static_cast<std::size_t>(pen)]; };
  if (trends.empty() || face.pen < 0 || face.setpoint_pen < 0 || face.output_pen < 0 || size.x < ui.px(60)) {
    ImGui::Dummy(size);
    return;
  }

  const double end = trends.last_time(), begin = end - kFaceTrend;
  const float label = ui.px(40);
  const int columns = std::max(2, static_cast<int>((size.x - label) / 2.0f));
  const auto x = [&](double time) {
    return low.x + static_cast<float>((time - begin) / kFaceTrend) * (size.x - label);
  };

  // as much of the range as measurement and set-point need, a tenth of it at least
  double least = std::numeric_limits<double>::infinity(), most = -least;
  for (const int pen : {face.pen, face.setpoint_pen})
    for (const TrendSpan& span : trends.decimated(pen, begin, end, columns)) {
      least = std::min(least, static_cast<double>(span.low));
      most = std::max(most, static_cast<double>(span.high));
    }
  const TrendPen measured = pen_of_index(face.pen), output = pen_of_index(face.output_pen);
  if (!(most >= least)) least = measured.low, most = measured.high;
  const double room = std::max(0.05 * (measured.high - measured.low), 0.1 * (most - least));
  const Scale left{least - room, most + room, low.y + 2.0f, high.y - 2.0f};
  const Scale right{output.low, output.high, low.y + 2.0f, high.y - 2.0f};

  const auto draw = [&](int pen, const Scale& scale, ImU32 colour, float width, bool dashed) {
    const std::vector<TrendSpan> spans = trends.decimated(pen, begin, end, columns);
    for (std::size_t i = 1; i < spans.size(); ++i) {
      if (dashed && i % 6 >= 3) continue;
      list.AddLine({x(spans[i - 1].time), scale.y(spans[i - 1].last)}, {x(spans[i].time), scale.y(spans[i].last)},
                   colour, width);
    }
  };
  draw(face.output_pen, right, palette::kPen[1], ui.px(1), false);
  draw(face.setpoint_pen, left, palette::kPen[2], ui.px(1), true);
  draw(face.pen, left, palette::kPen[0], ui.px(2), false);

  // each at its end, out of each other's way
  struct End {
    const char* text;
    float y;
    ImU32 colour;
  };
  End ends[] = {{ui("face.measurement"_word), left.y(trends.value(face.pen, trends.end() - 1)), palette::kPen[0]},
                {ui("face.setpoint"_word), left.y(trends.value(face.setpoint_pen, trends.end() - 1)), palette::kPen[2]},
                {ui("face.output"_word), right.y(trends.value(face.output_pen, trends.end() - 1)), palette::kPen[1]}};
  for (End& each : ends)
    if (!std::isfinite(each.y)) each.y = 0.5f * (low.y + high.y);
  std::sort(std::begin(ends), std::end(ends), [](const End& a, const End& b) { return a.y < b.y; });
  const float line = font->FontSize;
  float next = low.y;
  for (int i = 0; i < 3; ++i) {
    const float below = static_cast<float>(2 - i) * line;
    const float y = std::clamp(ends[i].y - 0.5f * line, next, std::max(next, high.y - line - below));
    list.AddText(font, line, {high.x - label + ui.px(4), y}, ends[i].colour, ends[i].text);
    next = y + line;
  }
  ImGui::Dummy(size);
  note_widget(ui, "face." + face.tag + ".tuning.trend");
}

}  // namespace stillhouse
