#pragma once

#include <cstddef>
#include <vector>

#include <imgui.h>

namespace stillhouse {

/// What a signal did in one column of pixels: from its highest to its lowest place.
struct PenPoint {
  float x = 0.0f, top = 0.0f, bottom = 0.0f;  ///< pixels
  bool breaks = false;                        ///< nothing joins it to the one before
};

struct PenLook {
  ImU32 colour = 0;
  float width = 1.0f;  ///< pixels
  int style = 0;       ///< dash pattern; 0: solid
  float scale = 1.0f;  ///< of the pattern
  float left = 0.0f;   ///< pixels; where the pattern begins, so that it stands still while the signal moves
  bool soft = true;    ///< edges fade over a pixel, for twice as many corners
  /// Steep parts are as wide as level ones, for four more corners a steep point: columns are narrower than a line where
  /// pixels are small.
  bool wide_strokes = false;
};

/// Colour and dash pattern of the pen at a place of the list: no two of the first 36 look alike.
ImU32 pen_colour(std::size_t place);
int pen_style(std::size_t place);

/// One band through all points, in one piece: so that sixty signals fit into a frame. In the gaps of a dash pattern a
/// column is drawn all the same if the signal moved much in it: an extreme never falls into a gap.
void draw_pen_strip(ImDrawList& list, const std::vector<PenPoint>& points, const PenLook& look);

/// So many pens at most are drawn with soft edges and wide strokes.
inline constexpr std::size_t kFewPens = 8;

/// Most points a pen may have so that `pens` of them fit into one list of vertices of the present ImGui context.
int most_pen_points(std::size_t pens);

}  // namespace stillhouse
