#include <algorithm>

#include "labs/grading/chart_frame.h"
#include "labs/grading/html.h"
#include "labs/grading/trend_chart.h"

namespace stillhouse {
namespace {

constexpr double lane_height = 26.0;

std::string tip(const std::string& text) {
  return "<title>" + html::escaped(text) + "</title>";
}

std::string title_of(const AlarmEpisode& alarm) {
  std::string text = html::clock(alarm.raised) + " " + alarm.tag + " " + alarm.text.en;
  if (!alarm.text.zh.empty() && alarm.text.zh != alarm.text.en) text += " " + alarm.text.zh;
  return text;
}

}  // namespace

std::string alarm_mark(const std::string& priority, double x, double y) {
  const auto at = [](double px, double py) { return html::fixed(px, 1) + "," + html::fixed(py, 1) + " "; };
  const auto polygon = [](const std::string& corners, const char* fill) {
    return "<polygon class=\"mark\" points=\"" + corners + "\" fill=\"" + fill + "\"/>";
  };
  std::string shape;
  std::string letter;
  if (priority == "critical") {
    shape = polygon(at(x - 7, y - 7) + at(x + 7, y - 7) + at(x + 7, y + 7) + at(x - 7, y + 7), "#FF4040");
    letter = "1";
  } else if (priority == "high") {
    shape = polygon(at(x, y - 9) + at(x + 9, y) + at(x, y + 9) + at(x - 9, y), "#FF8C00");
    letter = "2";
  } else if (priority == "medium") {
    shape = polygon(at(x, y - 9) + at(x + 9, y + 7) + at(x - 9, y + 7), "#E060E0");
    letter = "3";
  } else {
    shape = "<circle class=\"mark\"" + attribute("cx", x) + attribute("cy", y) + " r=\"7\" fill=\"#FFFFFF\"/>";
    letter = "4";
  }
  // a triangle's middle lies lower
  const double baseline = priority == "medium" ? y + 6.0 : y + 4.0;
  return shape + "<text class=\"mark\" text-anchor=\"middle\"" + attribute("x", x) + attribute("y", baseline) + ">" +
         letter + "</text>";
}

std::string event_strip(const ChartEvents& events, const std::vector<EvidenceShade>& shades) {
  ChartFrame frame;
  frame.height = 3 * lane_height;
  const std::vector<int> rows = label_rows(frame, events.time, shades);
  if (!rows.empty()) frame.top += label_row_height * (1 + *std::max_element(rows.begin(), rows.end()));
  const auto lane = [&frame](int number) { return frame.top + (number + 0.5) * lane_height; };
  const auto x = [&](double seconds) { return frame.x(events.time, std::min(seconds, events.time.high)); };

  const Text name{"Events", "事件"};
  std::string text = "<figure><figcaption><h3>" + html::both(name) + "</h3></figcaption>\n" + svg_opening(frame, name);
  text += time_grid(frame, events.time);
  const Text lanes[] = {{"Commands", "操作"}, {"Alarms", "报警"}, {"Faults", "故障"}};
  for (int i = 0; i < 3; ++i) {
    text += html::both_in_svg(lanes[i], "class=\"lane\" x=\"4\" y=\"" + html::fixed(lane(i) + 4.0, 1) + "\"");
    text +=
        line("grid", 4.0, frame.top + i * lane_height, frame.left + frame.plot_width(), frame.top + i * lane_height);
  }
  text += "\n" + evidence_shades(frame, events.time, shades);

  for (const EventTick& command : events.commands) {
    text += "<g>" + tip(command.tip) + "<rect class=\"command\"" + attribute("x", x(command.time) - 1.0) +
            attribute("y", lane(0) - 8.0) + " width=\"2\" height=\"16\"/></g>\n";
  }
  // a backtrack is an arrow back
  for (const EventTick& back : events.backtracks) {
    const double tip_x = x(back.time);
    text += "<g>" + tip(back.tip) + "<polygon class=\"back\" points=\"" + html::fixed(tip_x, 1) + "," +
            html::fixed(lane(0), 1) + " " + html::fixed(tip_x + 9.0, 1) + "," + html::fixed(lane(0) - 6.0, 1) + " " +
            html::fixed(tip_x + 9.0, 1) + "," + html::fixed(lane(0) + 6.0, 1) + "\"/></g>\n";
  }
  for (const AlarmEpisode& alarm : events.alarms) {
    const double end = alarm.returned.value_or(events.time.high);
    text += "<g>" + tip(title_of(alarm)) + line("standing", x(alarm.raised), lane(1), x(end), lane(1)) +
            alarm_mark(alarm.priority, x(alarm.raised), lane(1)) + "</g>\n";
  }
  for (const EventSpan& fault : events.faults) {
    const double width = std::max(3.0, x(fault.to) - x(fault.from));
    text += "<g>" + tip(fault.tip) + "<rect class=\"fault\"" + attribute("x", x(fault.from)) +
            attribute("y", lane(2) - 6.0) + attribute("width", width) + " height=\"12\"/></g>\n";
  }
  text += line("axis", frame.left, frame.floor(), frame.left + frame.plot_width(), frame.floor());
  return text + "\n</svg></figure>\n";
}

}  // namespace stillhouse
