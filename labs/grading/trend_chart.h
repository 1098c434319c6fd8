#pragma once

#include <string>
#include <vector>

#include "engine/base/text.h"
#include "labs/grading/alarm_history.h"
#include "labs/grading/axis.h"
#include "labs/grading/trend.h"

namespace stillhouse {

/// Trends that share a vertical axis: one kind of quantity, one unit, at most six pens.
struct TrendGroup {
  TrendPanel panel = TrendPanel::other;
  std::string unit;
  std::vector<const Trend*> trends;

  bool shows(const std::string& signal) const;
};

/// Shares out the trends in the order of the panels. The trends must outlive the groups.
std::vector<TrendGroup> trend_groups(const std::vector<Trend>& trends);

/// The interval of one piece of evidence, drawn as a shade with its number.
struct EvidenceShade {
  int number = 0;
  double from = 0.0;  ///< s
  double to = 0.0;    ///< s
  Text text;
};

/// A moment drawn as a tick, with what a pointer resting on it is told.
struct EventTick {
  double time = 0.0;  ///< s
  std::string tip;
};

/// Something that lasted, in the strip of events.
struct EventSpan {
  double from = 0.0;  ///< s
  double to = 0.0;    ///< s
  std::string tip;
};

/// What all charts of a report have in common.
struct ChartEvents {
  Axis time;
  std::vector<EventTick> commands;
  std::vector<EventTick> backtracks;
  std::vector<AlarmEpisode> alarms;
  std::vector<EventSpan> faults;
};

/// Legend and SVG of one group; each shade carries the id `moment-<number>`.
std::string trend_chart(const TrendGroup& group, const ChartEvents& events, const std::vector<EvidenceShade>& shades);

/// Commands, alarms and faults on lanes over the same time axis.
std::string event_strip(const ChartEvents& events, const std::vector<EvidenceShade>& shades);

/// An alarm's mark: shape, letter and colour by priority, so that none of the three is needed alone. Centred at x, y.
std::string alarm_mark(const std::string& priority, double x, double y);

}  // namespace stillhouse
