#include "labs/grading/chart_frame.h"

#include <algorithm>
#include <numeric>

#include "labs/grading/html.h"

namespace stillhouse {
namespace {

// ticks of hours and minutes need no seconds
std::string time_label(const Axis& time, double seconds) {
  const bool whole_minutes = time.ticks.size() < 2 || time.ticks[1] >= 60.0;
  const std::string text = html::clock(seconds);
  return whole_minutes ? text.substr(0, text.size() - 3) : text;
}

}  // namespace

std::string attribute(const char* name, double value) {
  return std::string(" ") + name + "=\"" + html::fixed(value, 1) + "\"";
}

std::string line(const char* style, double x1, double y1, double x2, double y2) {
  return std::string("<line class=\"") + style + "\"" + attribute("x1", x1) + attribute("y1", y1) +
         attribute("x2", x2) + attribute("y2", y2) + "/>";
}

std::string svg_opening(const ChartFrame& frame, const Text& name) {
  return "<svg viewBox=\"0 0 " + html::fixed(frame.width, 0) + " " + html::fixed(frame.whole_height(), 0) +
         "\" role=\"img\" aria-label=\"" + html::escaped(name.en) +
         (name.zh.empty() || name.zh == name.en ? "" : " / " + html::escaped(name.zh)) + "\">\n";
}

std::string time_grid(const ChartFrame& frame, const Axis& time) {
  std::string svg;
  for (const double tick : time.ticks) {
    const double x = frame.x(time, tick);
    svg += line("grid", x, frame.top, x, frame.floor());
    // the first and the last label keep within the picture
    const char* anchor = x > frame.width - 30.0 ? "end" : "middle";
    svg += std::string("<text class=\"tick\" text-anchor=\"") + anchor + "\"" +
           attribute("x", std::min(x, frame.width - 1.0)) + attribute("y", frame.floor() + 16.0) + ">" +
           time_label(time, tick) + "</text>";
  }
  return svg + "\n";
}

std::vector<int> label_rows(const ChartFrame& frame, const Axis& time, const std::vector<EvidenceShade>& shades) {
  // from left to right, each number takes the lowest row that is free at its place
  std::vector<std::size_t> order(shades.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return shades[a].from < shades[b].from; });
  std::vector<double> ends;
  std::vector<int> rows(shades.size());
  for (const std::size_t i : order) {
    const double x = frame.x(time, shades[i].from);
    std::size_t row = 0;
    while (row < ends.size() && ends[row] > x) ++row;
    if (row == ends.size()) ends.push_back(0.0);
    ends[row] = x + 12.0 + 7.0 * static_cast<double>(std::to_string(shades[i].number).size());
    rows[i] = static_cast<int>(row);
  }
  return rows;
}

std::string evidence_shades(const ChartFrame& frame, const Axis& time, const std::vector<EvidenceShade>& shades) {
  std::string svg;
  const std::vector<int> rows = label_rows(frame, time, shades);
  for (std::size_t i = 0; i < shades.size(); ++i) {
    const EvidenceShade& shade = shades[i];
    const double left = frame.x(time, std::clamp(shade.from, time.low, time.high));
    // a moment is shown as a stripe wide enough to be seen
    const double width = std::max(2.5, frame.x(time, std::clamp(shade.to, time.low, time.high)) - left);
    const double label = frame.top - 4.0 - label_row_height * rows[i];
    const std::string number = std::to_string(shade.number);
    svg += "<a class=\"moment\" id=\"moment-" + number + "\" href=\"#evidence-" + number + "\"><title>" + number +
           " · " + html::clock_interval(shade.from, shade.to) + " · " + html::escaped(shade.text.en) +
           (shade.text.zh.empty() || shade.text.zh == shade.text.en ? "" : " " + html::escaped(shade.text.zh)) +
           "</title><rect class=\"shade\"" + attribute("x", left) + attribute("y", label) + attribute("width", width) +
           attribute("height", frame.floor() - label) + "/>";
    svg += "<rect class=\"flag\"" + attribute("x", left) + attribute("y", label - 10.0) +
           attribute("width", 7.0 + 7.0 * static_cast<double>(number.size())) + attribute("height", 13.0) + "/>" +
           "<text class=\"flag\"" + attribute("x", left + 3.5) + attribute("y", label) + ">" + number + "</text></a>\n";
  }
  return svg;
}

}  // namespace stillhouse
