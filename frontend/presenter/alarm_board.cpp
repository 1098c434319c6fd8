#include "frontend/presenter/alarm_board.h"

#include <algorithm>
#include <cmath>

#include "labs/grading/condition_text.h"
#include "labs/session/session.h"

namespace stillhouse {

namespace {

constexpr double kTenMinutes = 600.0, kMinute = 60.0;  // s
constexpr std::size_t kChatter = 3;                    // times in a minute
constexpr std::size_t kTrips = 20;

std::size_t at(int index) {
  return static_cast<std::size_t>(index);
}

double seconds(std::int64_t scan, double dt) {
  return static_cast<double>(scan) * dt;
}

bool chatters(const std::vector<std::int64_t>& raised, double dt) {
  for (std::size_t i = kChatter - 1; i < raised.size(); ++i)
    if (seconds(raised[i] - raised[i - (kChatter - 1)], dt) <= kMinute) return true;
  return false;
}

/// Goes through the journal as an annunciator does: which alarms wait, and which of them began it.
FirstOut first_out_of(const std::vector<AlarmEntry>& journal, double dt, std::size_t alarms) {
  std::vector<char> waits(alarms, 0), member(alarms, 0);
  FirstOut burst;
  int waiting = 0;
  for (const AlarmEntry& entry : journal) {
    const std::size_t alarm = at(entry.alarm);
    switch (entry.event) {
      case AlarmEvent::raised:
        if (waiting == 0) {
          burst = {entry.alarm, seconds(entry.scan, dt), 0};
          std::fill(member.begin(), member.end(), char{0});
        }
        if (!member[alarm]) ++burst.members;
        if (!waits[alarm]) ++waiting;
        member[alarm] = waits[alarm] = 1;
        break;
      case AlarmEvent::acknowledged:
      case AlarmEvent::shelved:
      case AlarmEvent::suppressed:
        if (waits[alarm]) --waiting;
        waits[alarm] = 0;
        break;
      case AlarmEvent::cleared:
      case AlarmEvent::unshelved:
      case AlarmEvent::released:
        break;
    }
  }
  return burst.members > 1 ? burst : FirstOut{};
}

/// The part of an interlock's condition that stood first.
const scenario::Condition& cause_of(const scenario::Interlock& interlock, int cause) {
  const bool several = interlock.when.kind == scenario::ConditionKind::any_of;
  if (several && cause >= 0 && at(cause) < interlock.when.children.size()) return interlock.when.children[at(cause)];
  return interlock.when;
}

}  // namespace

AlarmBoard alarm_board(const std::vector<AlarmEntry>& journal, double dt, std::int64_t end, std::size_t alarms) {
  AlarmBoard board;
  board.tallies.resize(alarms);
  std::vector<std::vector<std::int64_t>> raised(alarms);
  std::vector<std::int64_t> stands_since(alarms, -1);
  board.per_ten_minutes.resize(static_cast<std::size_t>(seconds(end, dt) / kTenMinutes) + 1, 0);
  for (const AlarmEntry& entry : journal) {
    const std::size_t alarm = at(entry.alarm);
    switch (entry.event) {
      case AlarmEvent::raised: {
        raised[alarm].push_back(entry.scan);
        stands_since[alarm] = entry.scan;
        const auto bin = static_cast<std::size_t>(seconds(entry.scan, dt) / kTenMinutes);
        if (bin < board.per_ten_minutes.size()) ++board.per_ten_minutes[bin];
        break;
      }
      case AlarmEvent::shelved:
        board.tallies[alarm].shelf_reason = entry.note;
        stands_since[alarm] = -1;
        break;
      case AlarmEvent::cleared:
      case AlarmEvent::suppressed:
        stands_since[alarm] = -1;
        break;
      case AlarmEvent::acknowledged:
      case AlarmEvent::unshelved:
      case AlarmEvent::released:
        break;
    }
  }
  for (std::size_t alarm = 0; alarm < alarms; ++alarm) {
    AlarmTally& tally = board.tallies[alarm];
    tally.raised = static_cast<int>(raised[alarm].size());
    tally.chatters = chatters(raised[alarm], dt);
    if (tally.chatters) ++board.chattering;
    if (stands_since[alarm] < 0) continue;
    ++board.standing;
    board.longest_standing = std::max(board.longest_standing, seconds(end - stands_since[alarm], dt));
  }

  const AlarmRate rate = alarm_rate(journal, dt, end);
  board.in_ten_minutes = rate.in_ten_minutes;
  board.flood = rate.flood;
  if (rate.flood) board.flood_since = seconds(rate.flood_since, dt);
  board.most_in_ten_minutes = alarm_performance(journal, dt, end).most_in_ten_minutes;
  board.first_out = first_out_of(journal, dt, alarms);

  const std::size_t skipped = journal.size() > AlarmBoard::kChanges ? journal.size() - AlarmBoard::kChanges : 0;
  for (std::size_t i = skipped; i < journal.size(); ++i)
    board.changes.push_back({seconds(journal[i].scan, dt), journal[i].alarm, journal[i].event, journal[i].note});
  return board;
}

AlarmBoard alarm_board(const Session& session) {
  const scenario::Plant& plant = session.room().plant();
  const double dt = session.scan_length();
  AlarmBoard board = alarm_board(session.room_state().alarm_journal, dt, session.scan(), plant.alarms.size());
  const std::vector<TripEntry>& trips = session.room_state().trip_journal;
  for (auto trip = trips.rbegin(); trip != trips.rend() && board.trips.size() < kTrips; ++trip) {
    if (trip->event != TripEntry::Event::tripped) continue;
    const scenario::Interlock& interlock = plant.interlocks[at(trip->interlock)];
    board.trips.push_back({seconds(trip->scan, dt), interlock.tag, interlock.says,
                           in_words(cause_of(interlock, trip->cause), session.lab())});
  }
  return board;
}

}  // namespace stillhouse
