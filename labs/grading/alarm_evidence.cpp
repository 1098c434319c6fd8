#include <string>

#include "labs/grading/condition_text.h"
#include "labs/grading/criterion_grade.h"
#include "labs/grading/evidence_text.h"
#include "labs/grading/ramp.h"

namespace stillhouse {
namespace {

/// An alarm from its raising to the operator's answer. One that comes again before anyone has looked is the same.
struct Call {
  std::int32_t alarm = -1;
  std::int64_t raised = -1;
  std::int64_t answered = -1;
};

/// The calls of the window, in order. Shelving needs a reason and is an answer; an alarm that its design suppresses
/// before anyone could answer asks for none.
std::vector<Call> calls_of(const CriterionCase& c) {
  const std::vector<scenario::Alarm>& alarms = c.run.lab.plant.alarms;
  std::vector<Call> calls;
  std::vector<std::ptrdiff_t> waiting(alarms.size(), -1);  // per alarm: its call that waits for an answer
  std::vector<char> withdrawn;
  for (const AlarmEntry& entry : c.run.view.alarm_journal) {
    if (entry.alarm < 0 || static_cast<std::size_t>(entry.alarm) >= alarms.size() || entry.scan > c.run.end) continue;
    std::ptrdiff_t& call = waiting[static_cast<std::size_t>(entry.alarm)];
    switch (entry.event) {
      case AlarmEvent::raised:
        if (call >= 0) break;
        call = static_cast<std::ptrdiff_t>(calls.size());
        calls.push_back({entry.alarm, entry.scan, -1});
        withdrawn.push_back(0);
        break;
      case AlarmEvent::acknowledged:
      case AlarmEvent::shelved:
        if (call >= 0) calls[static_cast<std::size_t>(call)].answered = entry.scan;
        call = -1;
        break;
      case AlarmEvent::suppressed:
        if (call >= 0) withdrawn[static_cast<std::size_t>(call)] = 1;
        call = -1;
        break;
      case AlarmEvent::cleared:
      case AlarmEvent::unshelved:
      case AlarmEvent::released:
        break;
    }
  }

  // those that are judged: raised in the window, important enough, and not just before the end
  std::vector<Call> judged;
  for (std::size_t i = 0; i < calls.size(); ++i) {
    const Call& call = calls[i];
    if (withdrawn[i] || alarms[static_cast<std::size_t>(call.alarm)].priority < c.criterion.priority) continue;
    if (call.raised < c.tally.opened_at || (c.tally.closed_at >= 0 && call.raised >= c.tally.closed_at)) continue;
    if (call.answered < 0 && c.run.seconds(c.run.end - call.raised) < c.criterion.full) continue;
    judged.push_back(call);
  }
  return judged;
}

Evidence late_answer(const CriterionCase& c, const Call& call, double lost) {
  const scenario::Alarm& alarm = c.run.lab.plant.alarms[static_cast<std::size_t>(call.alarm)];
  Evidence evidence{.from = c.run.seconds(call.raised),
                    .to = call.answered >= 0 ? c.run.seconds(call.answered) : c.run.end_seconds(),
                    .signal = alarm.tag,
                    .lost = lost};
  const Text name = alarm.says.empty()
                        ? plain(alarm.tag)
                        : filled({"{0} ({1})", "{0}（{1}）"}, {plain(alarm.tag), without_stop(alarm.says)});
  const Text allowed = duration_text(c.criterion.full);
  evidence.asked = filled({"acknowledged within {0}", "{0}内确认"}, {allowed});
  if (call.answered >= 0) {
    const Text time = duration_text(evidence.to - evidence.from);
    evidence.text = filled({"The alarm {0} was acknowledged after {1}; full points need {2}.",
                            "报警 {0}在 {1}后才确认；满分要求 {2}内确认。"},
                           {name, time, allowed});
    evidence.seen = filled({"after {0}", "{0}后"}, {time});
  } else {
    evidence.text = filled({"The alarm {0} was never acknowledged.", "报警 {0}始终未确认。"}, {name});
    evidence.seen = {"never", "始终未确认"};
  }
  return evidence;
}

}  // namespace

std::vector<Evidence> alarm_evidence(const CriterionCase& c) {
  // no alarm, nothing to answer: all points (`requires` keeps them from who did nothing)
  const std::vector<Call> calls = calls_of(c);
  std::vector<Evidence> evidence;
  for (const Call& call : calls) {
    const double credit =
        call.answered < 0 ? 0.0 : ramp(c.run.seconds(call.answered - call.raised), c.criterion.full, c.criterion.none);
    if (credit >= 1.0) continue;
    evidence.push_back(late_answer(c, call, c.criterion.points * (1.0 - credit) / static_cast<double>(calls.size())));
  }
  return condensed(std::move(evidence), {"delays", "延误"});
}

}  // namespace stillhouse
