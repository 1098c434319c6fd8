#include "frontend/presenter/flowsheet_svg.h"

#include <algorithm>

#include "engine/base/quantity.h"
#include "frontend/presenter/diagram_symbols.h"

namespace stillhouse {

namespace {

constexpr double usual_width = 1280.0;
constexpr double largest_scale = 1.4;
constexpr double head = 34.0;  // for the title

constexpr const char* style =
    "  <style>\n"
    "    text { font-family: 'DejaVu Sans', 'Noto Sans', 'Noto Sans CJK SC', sans-serif; fill: #222; }\n"
    "    .symbol { fill: #fff; stroke: #333; stroke-width: 1.6; stroke-linejoin: round; }\n"
    "    .detail { fill: none; stroke: #333; stroke-width: 1.1; }\n"
    "    .stream { fill: none; stroke: #444; stroke-width: 1.4; stroke-linejoin: round; }\n"
    "    .gas { stroke-dasharray: 6 4; }\n"
    "    .arrow { fill: #444; }\n"
    "    .tag { font-size: 13px; text-anchor: middle; }\n"
    "    .name { font-size: 11px; fill: #555; }\n"
    "    .title { font-size: 16px; }\n"
    "  </style>\n";

std::string number(double value) {
  return rounded(value, 6);
}

std::string escaped(const std::string& text) {
  std::string result;
  for (const char c : text) {
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      default:
        result += c;
    }
  }
  return result;
}

std::string text_at(const Point& place, const char* look, const std::string& text) {
  return "<text class=\"" + std::string(look) + "\" x=\"" + number(place.x) + "\" y=\"" + number(place.y) + "\">" +
         escaped(text) + "</text>";
}

/// Draws in a box whose sides are 0 and 1.
class Pen {
 public:
  explicit Pen(const Box& box) : box_(box) {}

  Pen& to(double x, double y) {
    path_ += (path_.empty() || fresh_ ? "M" : "L") + point(x, y) + " ";
    fresh_ = false;
    return *this;
  }
  Pen& from(double x, double y) {
    fresh_ = true;
    return to(x, y);
  }
  Pen& closed() {
    path_ += "Z ";
    return *this;
  }
  /// A rounded end of a vessel: half an ellipse of this height, in pixels.
  Pen& bow(double x, double y, double across, double high, bool clockwise) {
    path_ += "A" + number(across) + "," + number(high) + " 0 0 " + (clockwise ? "1 " : "0 ") + point(x, y) + " ";
    return *this;
  }
  std::string drawn(const char* look) {
    path_.pop_back();
    std::string line = "<path class=\"" + std::string(look) + "\" d=\"" + path_ + "\"/>";
    path_.clear();
    return line;
  }
  std::string circle(double radius) const {
    return "<circle class=\"symbol\" cx=\"" + number(box_.x + 0.5 * box_.width) + "\" cy=\"" +
           number(box_.y + 0.5 * box_.height) + "\" r=\"" + number(radius) + "\"/>";
  }

 private:
  std::string point(double x, double y) const {
    return number(box_.x + x * box_.width) + "," + number(box_.y + y * box_.height);
  }
  const Box& box_;
  std::string path_;
  bool fresh_ = false;
};

std::string standing_vessel(Pen& pen, const Box& box) {
  const double bow = 9.0 / box.height;
  return pen.from(0, 1 - bow)
      .to(0, bow)
      .bow(1, bow, 0.5 * box.width, 9.0, true)
      .to(1, 1 - bow)
      .bow(0, 1 - bow, 0.5 * box.width, 9.0, true)
      .closed()
      .drawn("symbol");
}

std::string lying_vessel(Pen& pen, const Box& box) {
  const double bow = 9.0 / box.width;
  return pen.from(bow, 0)
      .to(1 - bow, 0)
      .bow(1 - bow, 1, 9.0, 0.5 * box.height, true)
      .to(bow, 1)
      .bow(bow, 0, 9.0, 0.5 * box.height, true)
      .closed()
      .drawn("symbol");
}

std::string bow_tie(Pen& pen) {
  return pen.from(0, 0).to(1, 1).to(1, 0).to(0, 1).closed().drawn("symbol");
}

// a circle does not fill its box: it is joined to the ports on the box's sides
std::string leads(const PlacedUnit& unit, const std::vector<Point>& ends) {
  std::string lines;
  for (const Point& end : ends)
    lines += "<path class=\"stream\" d=\"M" + number(end.x) + "," + number(end.y) + " H" +
             number(unit.symbol.x + 0.5 * unit.symbol.width) + "\"/>";
  return lines;
}

std::string round_symbol(Pen& pen, const Box& box) {
  return pen.circle(0.5 * std::min(box.width, box.height));
}

std::string symbol(const DiagramUnit& unit, const Box& box) {
  Pen pen(box);
  switch (unit.symbol) {
    case Symbol::arrow_in:
    case Symbol::arrow_out:
      return pen.from(0, 0).to(0.75, 0).to(1, 0.5).to(0.75, 1).to(0, 1).closed().drawn("symbol");
    case Symbol::valve:
      return bow_tie(pen) + pen.from(0.5, 0.5).to(0.5, -0.15).from(0.3, -0.15).to(0.7, -0.15).drawn("detail");
    case Symbol::check_valve:
      return pen.from(0, 0).to(0.85, 0.5).to(0, 1).closed().drawn("symbol") +
             pen.from(0.85, 0).to(0.85, 1).from(0.85, 0.5).to(1, 0.5).drawn("detail");
    case Symbol::relief_valve:
      return bow_tie(pen) +
             pen.from(0.5, 0.5).to(0.5, 0.2).to(0.35, 0.1).to(0.65, 0).to(0.35, -0.1).to(0.65, -0.2).drawn("detail");
    case Symbol::rupture_disc:
      // two flanges, and between them the disc, its hollow side towards the pressure
      return pen.from(0, 0.5).to(0.35, 0.5).from(0.65, 0.5).to(1, 0.5).drawn("detail") +
             pen.from(0.35, 0.08).to(0.35, 0.92).from(0.65, 0.08).to(0.65, 0.92).drawn("symbol") +
             pen.from(0.35, 0.08).bow(0.35, 0.92, 0.35 * box.width, 0.42 * box.height, true).drawn("detail");
    case Symbol::orifice:
      return pen.from(0, 0.5).to(1, 0.5).drawn("detail") + pen.from(0.42, 0.0)
                                                               .to(0.42, 0.4)
                                                               .from(0.42, 0.6)
                                                               .to(0.42, 1.0)
                                                               .from(0.58, 0.0)
                                                               .to(0.58, 0.4)
                                                               .from(0.58, 0.6)
                                                               .to(0.58, 1.0)
                                                               .drawn("symbol");
    case Symbol::vent:
      return pen.from(0, 0.5).to(0.6, 0.5).to(0.6, 0.15).drawn("detail") +
             pen.from(0.2, 0.22).to(0.6, 0.0).to(1, 0.22).drawn("symbol");
    case Symbol::pump:
      return round_symbol(pen, box) + pen.from(0.5, 0).to(1, 0.5).to(0.5, 1).drawn("detail");
    case Symbol::compressor:
      return round_symbol(pen, box) +
             pen.from(0.15, 0.15).to(0.95, 0.35).from(0.15, 0.85).to(0.95, 0.65).drawn("detail");
    case Symbol::pipe:
      return pen.from(0, 0).to(1, 0).to(1, 1).to(0, 1).closed().drawn("symbol");
    case Symbol::joint: {
      // many to one points downstream, one to many upstream
      const auto inlets = std::count_if(unit.ports.begin(), unit.ports.end(), [](const auto& p) { return p.is_inlet; });
      const bool gathers = 2 * static_cast<std::size_t>(inlets) >= unit.ports.size();
      return (gathers ? pen.from(0, 0).to(1, 0.5).to(0, 1) : pen.from(1, 0).to(0, 0.5).to(1, 1))
          .closed()
          .drawn("symbol");
    }
    case Symbol::vessel:
      return standing_vessel(pen, box) + pen.from(0.08, 0.45).to(0.92, 0.45).drawn("detail");
    case Symbol::drum:
      return lying_vessel(pen, box);
    case Symbol::stirred_vessel:
      return standing_vessel(pen, box) + pen.from(0.5, -0.08)
                                             .to(0.5, 0.75)
                                             .from(0.25, 0.68)
                                             .to(0.25, 0.82)
                                             .to(0.75, 0.68)
                                             .to(0.75, 0.82)
                                             .closed()
                                             .drawn("detail");
    case Symbol::tubed_vessel: {
      const std::string shell = standing_vessel(pen, box);
      pen.from(0, 0.55).to(1, 0.55).from(0, 0.85).to(1, 0.85);
      for (int tube = 1; tube <= 4; ++tube) pen.from(0.2 * tube, 0.55).to(0.2 * tube, 0.85);
      return shell + pen.drawn("detail");
    }
    case Symbol::cooling_tower: {
      const std::string shell =
          pen.from(0.15, 0).to(0.85, 0).to(1, 0.85).to(1, 1).to(0, 1).to(0, 0.85).closed().drawn("symbol");
      for (const double y : {0.35, 0.5, 0.65})
        pen.from(0.2, y).to(0.35, y + 0.08).to(0.5, y).to(0.65, y + 0.08).to(0.8, y);
      return shell + pen.from(0.35, 0.08).to(0.65, 0.08).from(0.0, 0.85).to(1.0, 0.85).drawn("detail");
    }
    case Symbol::tube:
      return lying_vessel(pen, box) +
             pen.from(0.2, 0).to(0.8, 1).from(0.2, 1).to(0.8, 0).from(0.2, 0).to(0.2, 1).from(0.8, 0).to(0.8, 1).drawn(
                 "detail");
    case Symbol::heater:
    case Symbol::exchanger:
      return round_symbol(pen, box) + pen.from(0.02, 0.5)
                                          .to(0.28, 0.5)
                                          .to(0.42, 0.22)
                                          .to(0.58, 0.78)
                                          .to(0.72, 0.5)
                                          .to(0.98, 0.5)
                                          .drawn("detail");
    case Symbol::column: {
      const std::string shell = standing_vessel(pen, box);
      for (int tray = 1; tray <= 5; ++tray) pen.from(0, 0.14 * tray + 0.08).to(1, 0.14 * tray + 0.08);
      return shell + pen.drawn("detail");
    }
    case Symbol::box:
      return pen.from(0, 0).to(1, 0).to(1, 1).to(0, 1).closed().drawn("symbol") +
             text_at({box.x + 0.5 * box.width, box.y + 0.5 * box.height + 4.0}, "name\" text-anchor=\"middle",
                     unit.kind);
  }
  return "";
}

/// No less than the title takes, in pixels: a letter of Latin type, a character of Chinese.
double widest(const std::string& title) {
  double width = 0.0;
  for (const char c : title) {
    const unsigned char byte = static_cast<unsigned char>(c);
    if (byte < 0x80) width += 10.0;
    if (byte >= 0xE0) width += 17.0;  // the first byte of such a character
  }
  return width;
}

std::string polyline(const PlacedStream& stream, bool gas) {
  std::string points;
  for (const Point& point : stream.points)
    points += (points.empty() ? "" : " ") + number(point.x) + "," + number(point.y);
  return "<polyline class=\"stream" + std::string(gas ? " gas" : "") + "\" points=\"" + points + "\"/>";
}

// streams end towards the right, in an inlet
std::string arrow(const Point& end) {
  return "<path class=\"arrow\" d=\"M" + number(end.x) + "," + number(end.y) + " l-9,-4 v8 Z\"/>";
}

}  // namespace

std::string svg_of(const Diagram& diagram, const PlacedDiagram& placed, const std::string& title) {
  const double inside = std::max({placed.width, 320.0, 48.0 + widest(title)}), height = placed.height + head;
  const double scale = std::min(usual_width / inside, largest_scale);
  std::string svg = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" +
                    number(inside * scale) + "\" height=\"" + number(height * scale) + "\" viewBox=\"0 0 " +
                    number(inside) + " " + number(height) + "\">\n" + "  <title>" + escaped(title) + "</title>\n" +
                    style + "  <rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n  " +
                    text_at({24.0, 26.0}, "title", title) + "\n  <g transform=\"translate(0 " + number(head) + ")\">\n";
  for (std::size_t i = 0; i < diagram.streams.size(); ++i) {
    const PlacedStream& stream = placed.streams[i];
    svg += "    " + polyline(stream, diagram.streams[i].is_gas) + arrow(stream.points.back()) + "\n    " +
           text_at(stream.label, "name", diagram.streams[i].name) + "\n";
  }
  std::vector<std::vector<Point>> ends(diagram.units.size());
  for (std::size_t i = 0; i < diagram.streams.size(); ++i) {
    ends[static_cast<std::size_t>(diagram.streams[i].from)].push_back(placed.streams[i].points.front());
    ends[static_cast<std::size_t>(diagram.streams[i].to)].push_back(placed.streams[i].points.back());
  }
  for (std::size_t i = 0; i < diagram.units.size(); ++i)
    svg += "    " + (is_round(diagram.units[i].symbol) ? leads(placed.units[i], ends[i]) : "") +
           symbol(diagram.units[i], placed.units[i].symbol) + "\n    " +
           text_at(placed.units[i].tag, "tag", diagram.units[i].name) + "\n";
  return svg + "  </g>\n</svg>\n";
}

}  // namespace stillhouse
