#include "labs/session/trend_collector.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "labs/grading/condition_text.h"
#include "labs/session/session.h"

namespace stillhouse {

namespace {

using SensorKind = scenario::InstrumentKind;
using scenario::SubjectKind;

}  // namespace

Unit unit_or_none(const std::string& symbol) {
  return unit_from(symbol).value_or(Unit{.symbol = symbol});
}

TrendPanel panel_of(SensorKind kind) {
  switch (kind) {
    case SensorKind::thermocouple:
    case SensorKind::pt100:
      return TrendPanel::temperature;
    case SensorKind::pressure_transmitter:
      return TrendPanel::pressure;
    case SensorKind::level_transmitter:
    case SensorKind::hydrostatic_level:
      return TrendPanel::level;
    case SensorKind::flow_meter:
    case SensorKind::orifice_meter:
      return TrendPanel::flow;
    case SensorKind::power_meter:
      return TrendPanel::power;
    case SensorKind::analyser:
      return TrendPanel::composition;
    case SensorKind::position_indicator:
    case SensorKind::hydrometer:
      return TrendPanel::other;
  }
  return TrendPanel::other;
}

TrendPanel panel_of(const Unit& unit) {
  const auto is = [&unit](const char* symbol) { return fits(unit, *unit_from(symbol)); };
  if (unit.basis != Basis::none) return TrendPanel::composition;
  if (is("K")) return TrendPanel::temperature;
  if (is("Pa")) return TrendPanel::pressure;
  if (is("W")) return TrendPanel::power;
  if (is("mol/s") || is("kg/s") || is("m^3/s")) return TrendPanel::flow;
  return TrendPanel::other;
}

TrendCollector::TrendCollector(const Session& session, double interval)
    : scans_(std::max<std::int64_t>(1, std::llround(interval / session.scan_length()))) {
  const scenario::Lab& lab = session.lab();
  for (const scenario::Instrument& i : lab.plant.instruments)
    add(session, {SubjectKind::reading, i.tag, i.unit}, i.says, panel_of(i.kind));
  for (const scenario::Handle& h : lab.plant.handles)
    add(session, {SubjectKind::position, h.tag, h.unit}, h.says, panel_of(unit_or_none(h.unit)));

  for (const scenario::Sequence& s : lab.plant.sequences)
    add(session, {SubjectKind::phase, s.tag, "1"}, s.says, TrendPanel::phase);

  // the truth that is judged
  const auto plant_sentence = [&session](const std::string& name) -> Text {
    const int index = session.simulator().plant().find_signal(name);
    if (index < 0) return {name, name};
    const std::string& sentence = session.simulator().plant().signals()[static_cast<std::size_t>(index)].sentence;
    return {sentence, sentence};
  };
  for (const scenario::Criterion& criterion : lab.rubric.criteria)
    for (const scenario::Subject* subject : {&criterion.subject, &criterion.per})
      if (subject->kind == SubjectKind::signal && !subject->name.empty())
        add(session, *subject, plant_sentence(subject->name), panel_of(unit_or_none(subject->unit)));
  const auto add_compared = [&](const scenario::Condition& condition) {
    for (const scenario::Condition* comparison : comparisons_of(condition))
      if (comparison->subject.kind == SubjectKind::signal)
        add(session, comparison->subject, plant_sentence(comparison->subject.name),
            panel_of(unit_or_none(comparison->subject.unit)));
  };
  for (const scenario::Deduction& deduction : lab.rubric.deductions) add_compared(deduction.when);
  for (const scenario::Abort& abort : lab.rubric.aborts) add_compared(abort.when);
  add_limits(session);
}

void TrendCollector::add(const Session& session, const scenario::Subject& subject, const Text& label,
                         TrendPanel panel) {
  const auto same = [&subject](const Trend& trend) { return trend.tag == subject.name; };
  if (std::any_of(trends_.begin(), trends_.end(), same)) return;
  Trend trend;
  trend.tag = subject.name;
  trend.label = label;
  trend.panel = panel;
  const Unit unit = unit_or_none(subject.unit);
  trend.unit = printed_symbol(unit);
  sources_.push_back({session.conditions_directory().subject(subject), unit});
  trends_.push_back(std::move(trend));
}

void TrendCollector::add_limits(const Session& session) {
  const scenario::Lab& lab = session.lab();
  const auto narrow = [this](const std::string& tag, double low, double high) {
    for (std::size_t i = 0; i < trends_.size(); ++i) {
      if (trends_[i].tag != tag) continue;
      // the limit that is reached first, where there are several
      const double lowest = from_si(low, sources_[i].unit), highest = from_si(high, sources_[i].unit);
      if (std::isfinite(low)) trends_[i].low = std::max(trends_[i].low.value_or(lowest), lowest);
      if (std::isfinite(high)) trends_[i].high = std::min(trends_[i].high.value_or(highest), highest);
    }
  };
  constexpr double infinity = std::numeric_limits<double>::infinity();
  for (const scenario::Alarm& alarm : lab.plant.alarms)
    narrow(alarm.reads, alarm.high ? -infinity : alarm.limit, alarm.high ? alarm.limit : infinity);
  for (const scenario::Criterion& criterion : lab.rubric.criteria)
    if (criterion.subject.kind == SubjectKind::signal) narrow(criterion.subject.name, criterion.low, criterion.high);
}

void TrendCollector::look(const Session& session) {
  const std::int64_t scan = session.scan();
  if (scan == looked_at_ || (scan % scans_ != 0 && session.running())) return;
  looked_at_ = scan;
  for (std::size_t i = 0; i < trends_.size(); ++i) {
    trends_[i].time.push_back(session.time());
    trends_[i].value.push_back(from_si(session.conditions().value(sources_[i].subject), sources_[i].unit));
  }
}

}  // namespace stillhouse
