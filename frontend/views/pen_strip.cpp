#include "frontend/views/pen_strip.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "frontend/views/palette.h"
#include "frontend/views/trend_axes.h"

namespace stillhouse {

namespace {

constexpr float kSoft = 0.5f;     // pixels, half of the soft edge
constexpr float kExtreme = 4.0f;  // points
constexpr int kVertices = 40000;  // of the 65536 that 16 bits count, the rest is for text and axes

/// Whether a dash pattern's pen is down at a distance from its beginning, pixels.
bool is_down(const std::vector<float>& pattern, float length, float scale, float distance) {
  float place = std::fmod(std::max(distance, 0.0f), length * scale);
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    place -= pattern[i] * scale;
    if (place < 0.0f) return i % 2 == 0;
  }
  return true;
}

}  // namespace

ImU32 pen_colour(std::size_t place) {
  return palette::kPen[place % palette::kPens];
}

int pen_style(std::size_t place) {
  return static_cast<int>((place + place / palette::kPens) % palette::kPens);
}

int most_pen_points(std::size_t pens) {
  if ((ImGui::GetIO().BackendFlags & ImGuiBackendFlags_RendererHasVtxOffset) != 0) return 16000;
  const int corners = pens <= kFewPens ? 8 : 2;
  return std::max(kVertices / (corners * static_cast<int>(std::max<std::size_t>(pens, 1))), 50);
}

void draw_pen_strip(ImDrawList& list, const std::vector<PenPoint>& points, const PenLook& look) {
  if (points.empty()) return;
  const std::vector<float>& pattern = dash_pattern(look.style);
  float length = 0.0f;
  for (const float part : pattern) length += part;

  // which points are joined to the one before
  std::vector<char> joined(points.size(), 0);
  int joints = 0;
  for (std::size_t i = 1; i < points.size(); ++i) {
    if (points[i].breaks) continue;
    const bool extreme = points[i].bottom - points[i].top > kExtreme * look.scale;
    joined[i] = pattern.empty() || extreme || is_down(pattern, length, look.scale, points[i].x - look.left) ? 1 : 0;
    joints += joined[i];
  }

  const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
  const ImU32 clear = look.colour & ~IM_COL32_A_MASK;
  const float half = std::max(0.5f * look.width, kSoft);
  const unsigned corners = look.soft ? 4 : 2;
  list.PrimReserve(static_cast<int>(6 * (corners - 1)) * joints, static_cast<int>(corners * points.size()));
  const unsigned base = list._VtxCurrentIdx;
  for (const PenPoint& point : points) {
    if (!look.soft) {
      list.PrimWriteVtx({point.x, point.top - half}, white, look.colour);
      list.PrimWriteVtx({point.x, point.bottom + half}, white, look.colour);
      continue;
    }
    list.PrimWriteVtx({point.x, point.top - half - kSoft}, white, clear);
    list.PrimWriteVtx({point.x, point.top - half + kSoft}, white, look.colour);
    list.PrimWriteVtx({point.x, point.bottom + half - kSoft}, white, look.colour);
    list.PrimWriteVtx({point.x, point.bottom + half + kSoft}, white, clear);
  }
  for (std::size_t i = 1; i < points.size(); ++i) {
    if (!joined[i]) continue;
    const unsigned left = base + corners * static_cast<unsigned>(i - 1), right = left + corners;
    for (unsigned k = 0; k + 1 < corners; ++k)
      for (const unsigned corner : {left + k, right + k, right + k + 1, left + k, right + k + 1, left + k + 1})
        list.PrimWriteIdx(static_cast<ImDrawIdx>(corner));
  }

  if (look.wide_strokes) {
    for (std::size_t i = 1; i < points.size(); ++i)
      if (joined[i] && points[i].bottom - points[i].top > look.width)
        list.AddRectFilled({points[i].x - half, points[i].top - half}, {points[i].x + half, points[i].bottom + half},
                           look.colour);
  }

  // a point that stands alone
  for (std::size_t i = 0; i < points.size(); ++i) {
    const bool alone = (i == 0 || points[i].breaks) && (i + 1 == points.size() || points[i + 1].breaks);
    if (alone)
      list.AddRectFilled({points[i].x - half, points[i].top - half}, {points[i].x + half, points[i].bottom + half},
                         look.colour);
  }
}

}  // namespace stillhouse
