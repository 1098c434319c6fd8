#pragma once

#include "frontend/views/palette.h"
#include "frontend/views/picture_layout.h"

namespace stillhouse {

/// Draws on the sheet of the process picture: sheet units in, pixels out. Equipment after ISO 10628-2, lines in two
/// widths at 2:1 (ISO 15519-1).
class PictureCanvas {
 public:
  PictureCanvas(ImDrawList& draw, ImVec2 origin, float pixels, ImFont* font)
      : draw_(draw), origin_(origin), k_(pixels), font_(font) {}

  ImVec2 at(SheetPoint p) const { return {origin_.x + k_ * p.x, origin_.y + k_ * p.y}; }
  float length(float units) const { return k_ * units; }
  ImDrawList& list() const { return draw_; }
  float thick() const { return k_ * 2.6f > 1.6f ? k_ * 2.6f : 1.6f; }
  float thin() const { return 0.5f * thick(); }

  /// Pipe along points with an arrow at its end; darker while something flows.
  void pipe(std::initializer_list<SheetPoint> points, bool flows, bool arrow = true) const;
  void dashed(SheetPoint from, SheetPoint to, ImU32 colour) const;

  /// Vessel with liquid up to `level` 0..1, and its contents' temperature as its colour.
  void vessel(const SheetBox& box, const VesselPicture& vessel, float rounding) const;
  void condenser(const SheetBox& box, bool cooled, double T) const;
  void heater_coil(const SheetBox& box, bool on) const;
  /// Preheater: vessel crossed by a resistor; bright while it heats.
  void preheater(const SheetBox& box, const VesselPicture& vessel) const;
  void pump(SheetPoint middle, bool runs, bool to_left) const;
  void valve(SheetPoint middle, bool open, bool upright) const;
  void splitter(SheetPoint middle) const;

  void column_shell(const SheetBox& box) const;
  /// One tray with its liquid, froth and marks; `cell` is its space.
  void tray(const SheetBox& cell, const TrayPicture& tray, double spacing, bool downcomer_left) const;

  void label(SheetPoint middle, const char* text, ImU32 colour = palette::kQuiet) const;
  /// Mark of flooding or weeping beside a tray: a letter in a shape, so that it is read without colour.
  void tray_mark(SheetPoint middle, char letter, bool strong) const;

 private:
  ImDrawList& draw_;
  ImVec2 origin_;
  float k_;
  ImFont* font_;
};

}  // namespace stillhouse
