#include "labs/grading/trend_chart.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "labs/grading/chart_frame.h"
#include "labs/grading/html.h"
#include "labs/grading/trend_path.h"

namespace stillhouse {
namespace {

constexpr std::size_t most_pens = 6;

/// Colour (Okabe and Ito 2008, without those too light on white) and dashes, so that either alone tells pens apart.
struct PenStyle {
  const char* colour;
  const char* dashes;
};
constexpr std::array<PenStyle, most_pens> pens = {{{"#0072B2", ""},
                                                   {"#D55E00", "7 3"},
                                                   {"#000000", "2 2"},
                                                   {"#009E73", "10 3 2 3"},
                                                   {"#CC79A7", "4 2"},
                                                   {"#E69F00", "12 4"}}};

std::string stroke(std::size_t pen) {
  std::string text = std::string(" stroke=\"") + pens[pen].colour + "\"";
  if (*pens[pen].dashes != '\0') text += std::string(" stroke-dasharray=\"") + pens[pen].dashes + "\"";
  return text;
}

Text panel_name(TrendPanel panel) {
  switch (panel) {
    case TrendPanel::temperature:
      return {"Temperatures", "温度"};
    case TrendPanel::pressure:
      return {"Pressures", "压力"};
    case TrendPanel::level:
      return {"Levels", "液位"};
    case TrendPanel::flow:
      return {"Flows", "流量"};
    case TrendPanel::composition:
      return {"Compositions", "组成"};
    case TrendPanel::power:
      return {"Power", "功率"};
    case TrendPanel::phase:
      return {"Phases, by number", "阶段（序号）"};
    case TrendPanel::other:
      break;
  }
  return {"Other signals", "其他信号"};
}

std::string legend(const TrendGroup& group) {
  std::string text = "<ul class=\"legend\">";
  for (std::size_t i = 0; i < group.trends.size(); ++i) {
    text += "<li><svg class=\"pen\" viewBox=\"0 0 34 10\"><path class=\"pen\" d=\"M1 5L33 5\"" + stroke(i) +
            "/></svg><b>" + html::escaped(group.trends[i]->tag) + "</b> " + html::both(group.trends[i]->label) +
            "</li>";
  }
  return text + "</ul>";
}

/// The values of the group, and those limits that do not dwarf them.
Axis axis_of(const TrendGroup& group) {
  double low = std::numeric_limits<double>::infinity();
  double high = -low;
  const auto take = [&low, &high](double number) {
    if (!std::isfinite(number)) return;
    low = std::min(low, number);
    high = std::max(high, number);
  };
  for (const Trend* trend : group.trends) std::for_each(trend->value.begin(), trend->value.end(), take);
  if (low > high) return value_axis(0.0, 1.0);
  const double near = std::max(0.5 * (high - low), 1e-9 * std::abs(high));
  const double low_seen = low;
  const double high_seen = high;
  for (const Trend* trend : group.trends) {
    for (const std::optional<double>& limit : {trend->low, trend->high}) {
      if (limit && *limit >= low_seen - near && *limit <= high_seen + near) take(*limit);
    }
  }
  return value_axis(low, high);
}

std::string value_grid(const ChartFrame& frame, const Axis& value, const std::string& unit) {
  std::string svg;
  for (const double tick : value.ticks) {
    const double y = frame.y(value, tick);
    svg += line("grid", frame.left, y, frame.left + frame.plot_width(), y);
    svg += "<text class=\"tick\" text-anchor=\"end\"" + attribute("x", frame.left - 6.0) + attribute("y", y + 4.0) +
           ">" + html::fixed(tick, value.decimals) + "</text>";
  }
  const double middle = frame.top + 0.5 * frame.height;
  svg += "<text class=\"unit\" text-anchor=\"middle\" transform=\"rotate(-90 12 " + html::fixed(middle, 1) + ")\"" +
         attribute("x", 12.0) + attribute("y", middle + 4.0) + ">" + html::escaped(unit) + "</text>\n";
  return svg;
}

}  // namespace

bool TrendGroup::shows(const std::string& signal) const {
  return std::any_of(trends.begin(), trends.end(), [&](const Trend* trend) { return trend->tag == signal; });
}

std::vector<TrendGroup> trend_groups(const std::vector<Trend>& trends) {
  std::vector<TrendGroup> whole;
  for (const Trend& trend : trends) {
    auto group = std::find_if(whole.begin(), whole.end(), [&](const TrendGroup& candidate) {
      return candidate.panel == trend.panel && candidate.unit == trend.unit;
    });
    if (group == whole.end()) group = whole.insert(whole.end(), TrendGroup{trend.panel, trend.unit, {}});
    group->trends.push_back(&trend);
  }
  std::stable_sort(whole.begin(), whole.end(),
                   [](const TrendGroup& a, const TrendGroup& b) { return a.panel < b.panel; });

  // a group with too many pens becomes several of about the same size
  std::vector<TrendGroup> groups;
  for (const TrendGroup& group : whole) {
    const std::size_t parts = (group.trends.size() + most_pens - 1) / most_pens;
    for (std::size_t part = 0; part < parts; ++part) {
      const auto begin = group.trends.begin() + static_cast<std::ptrdiff_t>(group.trends.size() * part / parts);
      const auto end = group.trends.begin() + static_cast<std::ptrdiff_t>(group.trends.size() * (part + 1) / parts);
      groups.push_back({group.panel, group.unit, {begin, end}});
    }
  }
  return groups;
}

std::string trend_chart(const TrendGroup& group, const ChartEvents& events, const std::vector<EvidenceShade>& shades) {
  ChartFrame frame;
  const std::vector<int> rows = label_rows(frame, events.time, shades);
  if (!rows.empty()) frame.top += label_row_height * (1 + *std::max_element(rows.begin(), rows.end()));
  const Axis value = axis_of(group);
  const Text name = panel_name(group.panel);

  std::string text = "<figure><figcaption><h3>" + html::both(name) + " <small>" + html::escaped(group.unit) +
                     "</small></h3>" + legend(group) + "</figcaption>\n" + svg_opening(frame, name);
  text += value_grid(frame, value, group.unit) + time_grid(frame, events.time);
  text += evidence_shades(frame, events.time, shades);

  // limits thin and dotted, then the pens over them
  for (std::size_t i = 0; i < group.trends.size(); ++i) {
    for (const std::optional<double>& limit : {group.trends[i]->low, group.trends[i]->high}) {
      if (!limit || *limit < value.low || *limit > value.high) continue;
      const double y = frame.y(value, *limit);
      text += "<line class=\"limit\" stroke=\"" + std::string(pens[i].colour) + "\"" + attribute("x1", frame.left) +
              attribute("y1", y) + attribute("x2", frame.left + frame.plot_width()) + attribute("y2", y) + "><title>" +
              html::escaped(group.trends[i]->tag) + " " + html::number(*limit) + " " + html::escaped(group.unit) +
              "</title></line>\n";
    }
  }
  for (std::size_t i = 0; i < group.trends.size(); ++i) {
    text += "<path class=\"pen\" d=\"" + trend_path(*group.trends[i], frame, events.time, value) + "\"" + stroke(i) +
            "><title>" + html::escaped(group.trends[i]->tag) + "</title></path>\n";
  }

  // commands hang from the top, alarms stand on the time axis
  for (const EventTick& command : events.commands) {
    const double x = frame.x(events.time, command.time);
    text += line("command", x, frame.top, x, frame.top + 6.0);
  }
  for (const AlarmEpisode& alarm : events.alarms) {
    const double x = frame.x(events.time, alarm.raised);
    text += line("alarm", x, frame.floor() - 9.0, x, frame.floor());
  }
  text += line("axis", frame.left, frame.floor(), frame.left + frame.plot_width(), frame.floor());
  return text + "\n</svg></figure>\n";
}

}  // namespace stillhouse
