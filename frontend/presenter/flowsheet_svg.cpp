#include "frontend/presenter/flowsheet_svg.h"

#include <algorithm>

#include "engine/base/quantity.h"
#include "frontend/presenter/diagram_strokes.h"

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

std::string path_of(const Stroke& stroke, const char* look) {
  std::string path;
  for (const Point& point : stroke.points)
    path += (path.empty() ? "M" : " L") + number(point.x) + "," + number(point.y);
  return "<path class=\"" + std::string(look) + "\" d=\"" + path + (stroke.closed ? " Z" : "") + "\"/>";
}

std::string symbol(const DiagramUnit& unit, const Box& box) {
  std::string lines;
  for (const Stroke& stroke : symbol_strokes(unit, box)) lines += path_of(stroke, stroke.thick ? "symbol" : "detail");
  if (unit.symbol == Symbol::box)
    lines +=
        text_at({box.x + 0.5 * box.width, box.y + 0.5 * box.height + 4.0}, "name\" text-anchor=\"middle", unit.kind);
  return lines;
}

std::string leads(const DiagramUnit& unit, const PlacedUnit& placed, const std::vector<Point>& ends) {
  std::string lines;
  for (const Stroke& stroke : symbol_leads(unit, placed, ends)) lines += path_of(stroke, "stream");
  return lines;
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

/// Where a stream ends, in an inlet.
std::string arrow(const std::vector<Point>& points) {
  const Point &end = points.back(), &before = points[points.size() - 2];
  const std::string head = end.x > before.x   ? " l-9,-4 v8 Z"
                           : end.x < before.x ? " l9,-4 v8 Z"
                           : end.y > before.y ? " l-4,-9 h8 Z"
                                              : " l-4,9 h8 Z";
  return "<path class=\"arrow\" d=\"M" + number(end.x) + "," + number(end.y) + head + "\"/>";
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
    svg += "    " + polyline(stream, diagram.streams[i].is_gas) + arrow(stream.points) + "\n    " +
           text_at(stream.label, "name", diagram.streams[i].name) + "\n";
  }
  std::vector<std::vector<Point>> ends(diagram.units.size());
  for (std::size_t i = 0; i < diagram.streams.size(); ++i) {
    ends[static_cast<std::size_t>(diagram.streams[i].from)].push_back(placed.streams[i].points.front());
    ends[static_cast<std::size_t>(diagram.streams[i].to)].push_back(placed.streams[i].points.back());
  }
  for (std::size_t i = 0; i < diagram.units.size(); ++i)
    svg += "    " + leads(diagram.units[i], placed.units[i], ends[i]) + symbol(diagram.units[i], placed.units[i].body) +
           "\n    " + text_at(placed.units[i].tag, "tag", diagram.units[i].name) + "\n";
  return svg + "  </g>\n</svg>\n";
}

}  // namespace stillhouse
