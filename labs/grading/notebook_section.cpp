#include "labs/grading/notebook_section.h"

#include "labs/grading/html.h"
#include "labs/grading/trend_chart.h"

namespace stillhouse {

namespace {

using html::both;
using html::clock;
using html::escaped;

/// What happened in the time of a photograph, for its charts.
ChartEvents events_in(const Photograph& photograph, const RunRecord& run) {
  ChartEvents events;
  events.time = time_axis(photograph.from, photograph.to);
  const auto inside = [&](double time) { return time >= photograph.from && time <= photograph.to; };
  for (const CommandRecord& command : run.commands)
    if (command.accepted() && inside(command.time)) events.commands.push_back({command.time, command.verb});
  for (const AlarmEpisode& alarm : alarm_history(run.alarms))
    if (inside(alarm.raised)) events.alarms.push_back(alarm);
  return events;
}

std::string picture(const Photograph& photograph, const std::vector<Trend>& trends, const RunRecord& run) {
  const ChartEvents events = events_in(photograph, run);
  std::string text;
  for (const TrendGroup& group : trend_groups(trends)) text += trend_chart(group, events, {});
  return text;
}

}  // namespace

std::string notebook_section(const NotebookPages& pages, const RunRecord& run) {
  if (pages.entries.empty()) return "";
  std::string text = "<section id=\"notebook\"><h2>" + both("Notebook", "实验记录") +
                     "</h2>\n<div class=\"wide\"><table><thead><tr><th>" + both("Time", "时间") + "</th><th>" +
                     both("Entry", "内容") + "</th></tr></thead><tbody>\n";
  std::size_t number = 0;
  for (const NotebookEntry& entry : pages.entries) {
    text += "<tr><td class=\"time\">" + clock(entry.time) + "</td><td>";
    if (!entry.tag.empty()) {
      text += "<b>" + escaped(entry.tag) + "</b> " + escaped(entry.reading);
      if (!entry.text.empty()) text += "<br/>";
    }
    text += escaped(entry.text);
    if (entry.photograph) {
      text += both("Trend, ", "趋势，") + html::clock_interval(entry.photograph->from, entry.photograph->to);
      if (number < pages.pictures.size()) text += picture(*entry.photograph, pages.pictures[number++], run);
    }
    text += "</td></tr>\n";
  }
  return text + "</tbody></table></div></section>\n";
}

}  // namespace stillhouse
