#pragma once

#include <string>
#include <vector>

#include "labs/grading/axis.h"

namespace stillhouse::cli {

/// A point in the numbers of a diagram's axes.
struct Place {
  double x, y;
};

/// A rectangle with two axes, and what is drawn in it, as part of an SVG picture. Styles are the classes of
/// `svg_picture`.
class Diagram {
 public:
  /// Where its frame stands, in the picture's units.
  struct Frame {
    double left, top, width, height;
  };
  Diagram(const Frame& frame, const Axis& across, const Axis& up) : frame_(frame), across_(across), up_(up) {}

  /// Grid, numbers and names of both axes.
  void axes(const std::string& name_across, const std::string& name_up);
  void line(const char* style, Place from, Place to) { curve(style, {from, to}); }
  void curve(const char* style, const std::vector<Place>& places);
  void dot(const char* style, Place place, double radius = 4.5);
  /// Words beside a place, moved by so many units of the picture.
  void text(Place at, double dx, double dy, const char* anchor, const std::string& words);

  const std::string& svg() const { return svg_; }
  const Axis& up() const { return up_; }

 private:
  double x(Place place) const { return frame_.left + frame_.width * across_.fraction(place.x); }
  double y(Place place) const { return frame_.top + frame_.height * (1.0 - up_.fraction(place.y)); }

  Frame frame_;
  Axis across_, up_;
  std::string svg_;
};

/// A picture of diagrams with one line of words below.
std::string svg_picture(double width, double height, const std::string& title, const std::string& diagrams,
                        const std::string& below);

}  // namespace stillhouse::cli
