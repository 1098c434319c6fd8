#include "frontend/presenter/screen_state.h"

#include <algorithm>
#include <tuple>

namespace stillhouse {

namespace {

/// Smaller comes first.
auto order_of(const AlarmLine& alarm) {
  const int group = alarm.waits() ? 0 : alarm.stands() ? 1 : 2;
  return std::tuple(group, alarm.urgency, -alarm.raised);
}

}  // namespace

const AlarmLine* worst_alarm(const ScreenState& screen, const std::string& instrument) {
  const AlarmLine* worst = nullptr;
  for (const AlarmLine& alarm : screen.alarms) {
    if (alarm.reads != instrument || !(alarm.stands() || alarm.waits())) continue;
    if (worst == nullptr || order_of(alarm) < order_of(*worst)) worst = &alarm;
  }
  return worst;
}

std::vector<const AlarmLine*> alarms_in_order(const ScreenState& screen) {
  std::vector<const AlarmLine*> lines;
  for (const AlarmLine& alarm : screen.alarms)
    if (alarm.look != AlarmLook::normal) lines.push_back(&alarm);
  std::stable_sort(lines.begin(), lines.end(),
                   [](const AlarmLine* a, const AlarmLine* b) { return order_of(*a) < order_of(*b); });
  return lines;
}

int pen_of(const LabFacts& lab, const std::string& name) {
  int found = -1;
  for (std::size_t i = 0; i < lab.pens.size(); ++i) {
    const TrendPen& pen = lab.pens[i];
    if (pen.tag == name) return static_cast<int>(i);
    // the truth of a signal first, else an instrument that reads it
    if (!name.empty() && pen.signal == name && (found < 0 || pen.kind == PenKind::truth)) found = static_cast<int>(i);
  }
  return found;
}

}  // namespace stillhouse
