#include "frontend/views/picture_canvas.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace stillhouse {

namespace {

constexpr ImU32 kFlowing = IM_COL32(0x38, 0x38, 0x38, 255);
constexpr ImU32 kStill = IM_COL32(0x8C, 0x8C, 0x8C, 255);

}  // namespace

void PictureCanvas::pipe(std::initializer_list<SheetPoint> points, bool flows, bool arrow) const {
  std::vector<ImVec2> path;
  for (const SheetPoint& point : points) path.push_back(at(point));
  const ImU32 colour = flows ? kFlowing : kStill;
  draw_.AddPolyline(path.data(), static_cast<int>(path.size()), colour, ImDrawFlags_None, flows ? thick() : thin());
  if (!arrow) return;
  const ImVec2 end = path.back(), before = path[path.size() - 2];
  const float dx = end.x - before.x, dy = end.y - before.y;
  const float reach = std::max(std::sqrt(dx * dx + dy * dy), 1e-3f), size = std::max(length(9), 5.0f);
  const ImVec2 along{dx / reach, dy / reach}, across{-along.y, along.x};
  draw_.AddTriangleFilled(
      end, {end.x - size * along.x + 0.45f * size * across.x, end.y - size * along.y + 0.45f * size * across.y},
      {end.x - size * along.x - 0.45f * size * across.x, end.y - size * along.y - 0.45f * size * across.y}, colour);
}

void PictureCanvas::dashed(SheetPoint from, SheetPoint to, ImU32 colour) const {
  const ImVec2 a = at(from), b = at(to);
  const float dx = b.x - a.x, dy = b.y - a.y, reach = std::sqrt(dx * dx + dy * dy);
  for (float s = 0.0f; s < reach; s += 6.0f) {
    const float e = std::min(s + 3.0f, reach);
    draw_.AddLine({a.x + dx * s / reach, a.y + dy * s / reach}, {a.x + dx * e / reach, a.y + dy * e / reach}, colour);
  }
}

void PictureCanvas::vessel(const SheetBox& box, const VesselPicture& vessel, float rounding) const {
  const ImVec2 low = at(box.low), high = at(box.high);
  const float r = length(rounding);
  draw_.AddRectFilled(low, high, palette::kVessel, r);
  const float fill = static_cast<float>(std::clamp(vessel.level, 0.0, 1.0));
  if (fill > 0.002f) {
    // clipping keeps the rounded foot of the vessel
    const float surface = high.y - fill * (high.y - low.y);
    draw_.PushClipRect({low.x, surface}, high, true);
    draw_.AddRectFilled(low, high, palette::temperature(vessel.T), r);
    draw_.PopClipRect();
    draw_.AddLine({low.x, surface}, {high.x, surface}, palette::kValue, thin() * 1.3f);
  }
  draw_.AddRect(low, high, palette::kQuiet, r, 0, thick() * 0.8f);
}

void PictureCanvas::condenser(const SheetBox& box, bool cooled, double T) const {
  const ImVec2 low = at(box.low), high = at(box.high);
  const float r = 0.5f * (high.y - low.y);
  draw_.AddRectFilled(low, high, palette::temperature(T), r);
  draw_.AddRect(low, high, palette::kQuiet, r, 0, thick() * 0.8f);
  // the coil: bright and bold while water runs
  std::vector<ImVec2> coil;
  const int turns = 8;
  for (int i = 0; i <= turns; ++i) {
    const float x = high.x - length(14) - (high.x - low.x - length(28)) * static_cast<float>(i) / turns;
    const float y = 0.5f * (low.y + high.y) + (i % 2 == 0 ? -0.22f : 0.22f) * (high.y - low.y);
    coil.push_back({x, y});
  }
  draw_.AddPolyline(coil.data(), static_cast<int>(coil.size()), cooled ? kFlowing : kStill, ImDrawFlags_None,
                    cooled ? thick() : thin());
}

void PictureCanvas::heater_coil(const SheetBox& box, bool on) const {
  const float y = box.high.y - 0.24f * box.height();
  std::vector<ImVec2> coil;
  const int turns = 12;
  for (int i = 0; i <= turns; ++i)
    coil.push_back(at(
        {box.low.x + 26.0f + (box.width() - 52.0f) * static_cast<float>(i) / turns, y + (i % 2 == 0 ? -7.0f : 7.0f)}));
  // white under black: seen on every liquid
  if (on)
    draw_.AddPolyline(coil.data(), static_cast<int>(coil.size()), palette::kBusy, ImDrawFlags_None, thick() * 2.4f);
  draw_.AddPolyline(coil.data(), static_cast<int>(coil.size()), on ? kFlowing : kStill, ImDrawFlags_None,
                    on ? thick() : thin());
}

void PictureCanvas::preheater(const SheetBox& box, const VesselPicture& vessel) const {
  const ImVec2 low = at(box.low), high = at(box.high);
  draw_.AddRectFilled(low, high, vessel.active ? palette::kBusy : palette::kIdle, length(4));
  draw_.AddRect(low, high, palette::kQuiet, length(4), 0, thick() * 0.8f);
  std::vector<ImVec2> coil;
  const int turns = 7;
  for (int i = 0; i <= turns; ++i)
    coil.push_back(at({box.middle().x + (i % 2 == 0 ? -9.0f : 9.0f),
                       box.low.y + 10.0f + (box.height() - 20.0f) * static_cast<float>(i) / turns}));
  draw_.AddPolyline(coil.data(), static_cast<int>(coil.size()), vessel.active ? kFlowing : kStill, ImDrawFlags_None,
                    thin() * 1.4f);
}

void PictureCanvas::pump(SheetPoint middle, bool runs, bool to_left) const {
  const ImVec2 c = at(middle);
  const float r = length(13);
  draw_.AddCircleFilled(c, r, runs ? palette::kBusy : palette::kIdle);
  draw_.AddCircle(c, r, palette::kQuiet, 0, thick() * 0.8f);
  const float side = to_left ? -1.0f : 1.0f;
  draw_.AddTriangle({c.x - 0.5f * side * r, c.y - 0.7f * r}, {c.x + 0.9f * side * r, c.y},
                    {c.x - 0.5f * side * r, c.y + 0.7f * r}, palette::kQuiet, thin());
}

void PictureCanvas::valve(SheetPoint middle, bool open, bool upright) const {
  const ImVec2 c = at(middle);
  const float a = length(12), b = length(8);
  const ImU32 fill = open ? palette::kBusy : palette::kIdle;
  const auto half = [&](float side) {
    const ImVec2 p = upright ? ImVec2(c.x - b, c.y + side * a) : ImVec2(c.x + side * a, c.y - b);
    const ImVec2 q = upright ? ImVec2(c.x + b, c.y + side * a) : ImVec2(c.x + side * a, c.y + b);
    draw_.AddTriangleFilled(c, p, q, fill);
    draw_.AddTriangle(c, p, q, palette::kQuiet, thin() * 1.3f);
  };
  half(-1.0f);
  half(1.0f);
}

void PictureCanvas::splitter(SheetPoint middle) const {
  const ImVec2 c = at(middle);
  const float r = length(9);
  draw_.AddQuadFilled({c.x, c.y - r}, {c.x + r, c.y}, {c.x, c.y + r}, {c.x - r, c.y}, palette::kBusy);
  draw_.AddQuad({c.x, c.y - r}, {c.x + r, c.y}, {c.x, c.y + r}, {c.x - r, c.y}, palette::kQuiet, thin() * 1.3f);
}

void PictureCanvas::column_shell(const SheetBox& box) const {
  const ImVec2 low = at({box.low.x, box.low.y - 14.0f}), high = at({box.high.x, box.high.y + 10.0f});
  draw_.AddRectFilled(low, high, palette::kVessel, length(16));
  draw_.AddRect(low, high, palette::kQuiet, length(16), 0, thick() * 0.8f);
}

void PictureCanvas::tray(const SheetBox& cell, const TrayPicture& tray, double spacing, bool downcomer_left) const {
  const float height = cell.height();
  const auto up = [&](double metres) { return std::clamp(static_cast<float>(metres / spacing), 0.0f, 1.0f) * height; };
  const ImVec2 low = at({cell.low.x + 1.5f, cell.low.y}), high = at({cell.high.x - 1.5f, cell.high.y});
  draw_.AddRectFilled(low, high, palette::temperature(tray.T));

  // froth with dots, clear liquid solid below it
  const float froth = up(std::max(tray.froth, tray.clear_liquid)), clear = up(tray.clear_liquid);
  const ImVec2 froth_low = at({cell.low.x + 1.5f, cell.high.y - froth});
  if (froth - clear > 1.0f) {
    draw_.AddRectFilled(froth_low, high, palette::kFroth);
    const float step = std::max(length(7), 4.0f);
    int row = 0;
    for (float y = high.y - length(clear) - 0.5f * step; y > froth_low.y + 1.0f; y -= 0.8f * step, ++row)
      for (float x = low.x + (row % 2 == 0 ? 0.5f : 1.0f) * step; x < high.x - 1.0f; x += step)
        draw_.AddCircle({x, y}, std::max(length(1.8f), 1.0f), palette::kLiquid, 6);
  }
  if (clear > 0.3f) draw_.AddRectFilled(at({cell.low.x + 1.5f, cell.high.y - clear}), high, palette::kLiquid);

  // the plate, with its downcomer on alternating sides
  const float x_down = downcomer_left ? cell.low.x + 11.0f : cell.high.x - 11.0f;
  draw_.AddLine(at({downcomer_left ? x_down : cell.low.x, cell.high.y}),
                at({downcomer_left ? cell.high.x : x_down, cell.high.y}), palette::kQuiet, thin() * 1.3f);
  draw_.AddLine(at({x_down, cell.high.y - 0.3f * height}), at({x_down, cell.high.y + 0.55f * height}), palette::kQuiet,
                thin());

  // weeping: drops under the plate
  if (tray.weeps()) {
    for (int i = 0; i < 5; ++i) {
      const float x = cell.low.x + cell.width() * (0.25f + 0.125f * static_cast<float>(i));
      draw_.AddLine(at({x, cell.high.y + 2.0f}), at({x, cell.high.y + 7.0f}), palette::kValue, thin() * 1.2f);
    }
  }
  // flooding: hatched, so that it is seen without colour
  if (tray.floods()) {
    draw_.PushClipRect(low, high, true);
    const float width = high.x - low.x, tall = high.y - low.y, step = std::max(length(10), 5.0f);
    for (float x = -tall; x < width; x += step)
      draw_.AddLine({low.x + x, high.y}, {low.x + x + tall, low.y}, palette::kText, thin());
    draw_.PopClipRect();
  }
}

void PictureCanvas::label(SheetPoint middle, const char* text, ImU32 colour) const {
  const ImVec2 extent = font_->CalcTextSizeA(font_->FontSize, 1e9f, 0.0f, text);
  const ImVec2 c = at(middle);
  draw_.AddText(font_, font_->FontSize, {std::floor(c.x - 0.5f * extent.x), std::floor(c.y - 0.5f * extent.y)}, colour,
                text);
}

void PictureCanvas::tray_mark(SheetPoint middle, char letter, bool strong) const {
  const ImVec2 c = at(middle);
  const float r = std::max(length(9), 6.5f);
  draw_.AddRectFilled({c.x - r, c.y - r}, {c.x + r, c.y + r}, strong ? palette::kText : palette::kSheet);
  draw_.AddRect({c.x - r, c.y - r}, {c.x + r, c.y + r}, palette::kText, 0.0f, 0, thin() * 1.2f);
  const char text[2] = {letter, '\0'};
  const float height = 1.7f * r;
  const ImVec2 extent = font_->CalcTextSizeA(height, 1e9f, 0.0f, text);
  draw_.AddText(font_, height, {c.x - 0.5f * extent.x, c.y - 0.5f * extent.y},
                strong ? palette::kSheet : palette::kText, text);
}

}  // namespace stillhouse
