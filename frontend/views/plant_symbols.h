#pragma once

#include "frontend/views/picture_canvas.h"
#include "frontend/views/ui.h"

namespace stillhouse {

/// Draws the units and pipes of a drawn plant: drawing's units in, pixels out.
class PlantSymbols {
 public:
  PlantSymbols(const Ui& ui, ImDrawList& list, ImVec2 origin, float pixels)
      : drawing_(ui.screen.lab->drawing), list_(list), canvas_(list, origin, pixels, ui.fonts.small), ui_(ui) {}

  ImVec2 at(const Point& p) const { return canvas_.at({static_cast<float>(p.x), static_cast<float>(p.y)}); }
  float length(double units) const { return canvas_.length(static_cast<float>(units)); }
  float thick() const;
  float thin() const { return 0.5f * thick(); }

  void pipe(std::size_t stream, FlowLook flow) const;
  void unit(std::size_t unit, const UnitPicture& picture) const;
  void dashed(ImVec2 from, ImVec2 to, ImU32 colour) const;
  ImU32 temperature(double T) const;

 private:
  void stroke(const Stroke& stroke, ImU32 colour, float width) const;
  void liquid(std::size_t unit, const UnitPicture& picture, ImU32 colour, double level) const;
  void stages(const Box& body, const UnitPicture& picture, bool packed) const;
  void stage(ImVec2 low, ImVec2 high, const TrayPicture& tray, double spacing, bool packed) const;
  void marks(const Box& body, const UnitPicture& picture) const;

  const PlantDrawing& drawing_;
  ImDrawList& list_;
  PictureCanvas canvas_;
  const Ui& ui_;
};

}  // namespace stillhouse
