#include <algorithm>
#include <cmath>

#include "labs/grading/criterion_rule.h"
#include "models/control/scan_delay.h"

namespace stillhouse {
namespace {

using scenario::Criterion;
using scenario::CriterionKind;

/// Adds a scan that was not as asked: to the last lapse if the break since was short, else as a new one. `worse(a, b)`:
/// a is farther from what was asked than b.
template <class Worse>
void note_lapse(std::vector<Lapse>& lapses, std::int64_t scan, double value, double scan_length, Worse worse) {
  const bool goes_on =
      !lapses.empty() && static_cast<double>(scan - lapses.back().to) * scan_length < kShortestBreak - 1e-9;
  if (!goes_on) lapses.push_back({.from = scan});
  Lapse& lapse = lapses.back();
  lapse.to = scan + 1;
  ++lapse.scans;
  if (std::isnan(value)) return;
  if (!lapse.measured || worse(value, lapse.worst)) lapse.worst = value;
  lapse.measured = true;
}

/// How far a value is out of the band; negative inside.
double distance(const Criterion& criterion, double value) {
  return std::max(criterion.low - value, value - criterion.high);
}

bool in_band(const Criterion& criterion, double value) {
  return value >= criterion.low && value <= criterion.high;
}

void open(CriterionTally& tally, std::int64_t scan) {
  tally.opened = true;
  tally.open = true;
  tally.opened_at = scan;
}

void close(CriterionTally& tally, std::int64_t scan) {
  tally.open = false;
  tally.closed_at = scan;
}

/// Opens and closes the window. Closed, it stays so.
void scan_window(const CriterionRule& rule, CriterionTally& tally, const JudgeView& view, std::int64_t scan) {
  if (rule.window_task >= 0) {
    const TaskProgress& task = view.progress.tasks[static_cast<std::size_t>(rule.window_task)];
    if (!tally.opened && task.started >= 0) open(tally, task.started);
    if (tally.open && task.finished >= 0) close(tally, task.finished);
    return;
  }

  // both are followed from the first scan on, so that durations asked for in them count
  const bool begins = tally.opened ? false : !rule.from || rule.from->scan(tally.from, view.conditions, scan);
  const bool ends = tally.closed_at < 0 && rule.until && rule.until->scan(tally.until, view.conditions, scan);
  if (tally.open && ends) close(tally, scan);
  if (begins) open(tally, scan);
}

void scan_recovery(const Criterion& criterion, const CriterionRule& rule, CriterionTally& tally, const JudgeView& view,
                   std::int64_t scan, double scan_length) {
  const FaultProgress& fault = view.progress.faults[static_cast<std::size_t>(rule.fault)];
  if (fault.began < 0 || tally.recovered_at >= 0) return;
  if (!tally.opened) open(tally, fault.began);
  const double value = view.conditions.value(rule.subject);
  if (!in_band(criterion, value)) {
    tally.left_band = true;
    tally.good_since = -1;
    note_lapse(tally.lapses, scan, value, scan_length,
               [&](double a, double b) { return distance(criterion, a) > distance(criterion, b); });
    return;
  }
  if (tally.good_since < 0) tally.good_since = scan;

  // a fault takes time to show: until then the band has not been kept, it has only not been left yet
  const double asked = tally.left_band ? criterion.hold : std::max(criterion.hold, criterion.full);
  if (scan - tally.good_since >= scans_of(asked, scan_length)) {
    tally.recovered_at = tally.good_since;
    close(tally, scan);
  }
}

void scan_value(const Criterion& criterion, const CriterionRule& rule, CriterionTally& tally, const JudgeView& view,
                std::int64_t scan, double scan_length) {
  tally.scans += 1.0;
  if (criterion.kind == CriterionKind::alarm_response) return;
  const double value = view.conditions.value(rule.subject);
  if (criterion.kind == CriterionKind::time_in_band) {
    if (in_band(criterion, value)) {
      tally.scans_good += 1.0;
    } else {
      note_lapse(tally.lapses, scan, value, scan_length,
                 [&](double a, double b) { return distance(criterion, a) > distance(criterion, b); });
    }
    return;
  }

  // what has no value yet adds nothing
  if (std::isnan(value)) return;
  if (criterion.kind == CriterionKind::ratio) {
    const double per = view.conditions.value(rule.per);
    if (std::isnan(per)) return;
    tally.per_integral += per * scan_length;
  }
  tally.integral += value * scan_length;
  tally.last = value;
  tally.measured = true;
}

}  // namespace

CriterionTally initial_tally(const CriterionRule& rule) {
  CriterionTally tally;
  if (rule.from) tally.from = rule.from->initial();
  if (rule.until) tally.until = rule.until->initial();
  if (rule.required) tally.required = rule.required->initial();
  return tally;
}

void scan_criterion(const Criterion& criterion, const CriterionRule& rule, CriterionTally& tally, const JudgeView& view,
                    std::int64_t scan, double scan_length) {
  if (rule.required && !tally.requirement_met)
    tally.requirement_met = rule.required->scan(tally.required, view.conditions, scan);
  if (criterion.kind == CriterionKind::steps || criterion.kind == CriterionKind::answers ||
      criterion.kind == CriterionKind::closure)
    return;
  if (criterion.kind == CriterionKind::recovery_time) {
    scan_recovery(criterion, rule, tally, view, scan, scan_length);
    return;
  }
  scan_window(rule, tally, view, scan);
  if (tally.open) scan_value(criterion, rule, tally, view, scan, scan_length);
}

void scan_deduction(const DeductionRule& rule, DeductionTally& tally, const JudgeView& view, std::int64_t scan,
                    double scan_length) {
  tally.standing = rule.when.scan(tally.when, view.conditions, scan);
  if (!tally.standing) return;
  const double value = rule.subject ? view.conditions.value(*rule.subject) : std::nan("");
  note_lapse(tally.lapses, scan, value, scan_length,
             [&](double a, double b) { return rule.high_is_worse ? a > b : a < b; });
}

}  // namespace stillhouse
