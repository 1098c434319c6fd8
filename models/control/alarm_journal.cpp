#include "models/control/alarm_journal.h"

#include <algorithm>

#include "models/control/scan_delay.h"

namespace stillhouse {

namespace {

// alarm flood of ISA-18.2: begins above 10 annunciated alarms in 10 minutes, ends below 5
constexpr double kWindow = 600.0;
constexpr int kFloodBegins = 10;
constexpr int kFloodEnds = 5;

constexpr std::int64_t kNone = -1;

/// What the journal has said about one alarm so far.
struct Track {
  std::int64_t standing_since = kNone;
  std::int64_t waiting_since = kNone;  ///< raised and not yet acknowledged
};

}  // namespace

AlarmPerformance alarm_performance(const std::vector<AlarmEntry>& journal, double dt, std::int64_t end) {
  AlarmPerformance result;
  std::int32_t alarms = 0;
  for (const AlarmEntry& entry : journal) alarms = std::max(alarms, entry.alarm + 1);
  std::vector<Track> tracks(static_cast<std::size_t>(alarms));
  std::vector<std::int64_t> raised;
  double waited = 0.0;
  int standing = 0;

  const auto answered = [&](Track& track, std::int64_t scan) {
    const double time = static_cast<double>(scan - track.waiting_since) * dt;
    result.longest_time_to_acknowledge = std::max(result.longest_time_to_acknowledge, time);
    track.waiting_since = kNone;
    return time;
  };
  const auto ended = [&](Track& track, std::int64_t scan) {
    if (track.standing_since == kNone) return;
    result.standing_time += static_cast<double>(scan - track.standing_since) * dt;
    track.standing_since = kNone;
    --standing;
  };

  // follow each alarm through its lines
  for (const AlarmEntry& entry : journal) {
    if (entry.scan >= end) break;
    Track& track = tracks[static_cast<std::size_t>(entry.alarm)];
    switch (entry.event) {
      case AlarmEvent::raised:
        raised.push_back(entry.scan);
        track.standing_since = entry.scan;
        // an alarm that comes again before anyone looked has waited since the first time
        if (track.waiting_since == kNone) track.waiting_since = entry.scan;
        result.most_standing = std::max(result.most_standing, ++standing);
        break;
      case AlarmEvent::acknowledged:
        if (track.waiting_since == kNone) break;
        waited += answered(track, entry.scan);
        ++result.acknowledged;
        break;
      case AlarmEvent::cleared:
        ended(track, entry.scan);
        break;
      case AlarmEvent::shelved:
      case AlarmEvent::suppressed:
        ended(track, entry.scan);
        track.waiting_since = kNone;
        break;
      case AlarmEvent::unshelved:
      case AlarmEvent::released:
        break;
    }
  }

  // those still standing or waiting at the end
  for (Track& track : tracks) {
    ended(track, end);
    if (track.waiting_since != kNone) answered(track, end);
  }
  result.raised = static_cast<int>(raised.size());
  if (result.acknowledged > 0) result.mean_time_to_acknowledge = waited / result.acknowledged;

  // sliding window of ten minutes, scan by scan
  const std::int64_t window = std::max<std::int64_t>(1, scans_of(kWindow, dt));
  std::size_t first = 0;
  std::size_t next = 0;
  bool flood = false;
  for (std::int64_t scan = 0; scan < end; ++scan) {
    while (next < raised.size() && raised[next] <= scan) ++next;
    while (first < next && raised[first] <= scan - window) ++first;
    const int count = static_cast<int>(next - first);
    result.most_in_ten_minutes = std::max(result.most_in_ten_minutes, count);
    flood = flood ? count >= kFloodEnds : count > kFloodBegins;
    if (flood) result.flood_time += dt;
  }
  return result;
}

AlarmRate alarm_rate(const std::vector<AlarmEntry>& journal, double dt, std::int64_t end) {
  const std::int64_t window = std::max<std::int64_t>(1, scans_of(kWindow, dt));
  std::vector<std::int64_t> raised;
  for (const AlarmEntry& entry : journal)
    if (entry.scan < end && entry.event == AlarmEvent::raised) raised.push_back(entry.scan);

  // the count changes only where an alarm comes or leaves the window; of one scan, those that leave go first
  AlarmRate rate;
  std::size_t came = 0, left = 0;
  while (came < raised.size() || (left < raised.size() && raised[left] + window < end)) {
    const std::int64_t leaves = left < came ? raised[left] + window : end;
    const std::int64_t comes = came < raised.size() ? raised[came] : end;
    const std::int64_t scan = std::min(leaves, comes);
    while (left < came && raised[left] + window == scan) ++left;
    while (came < raised.size() && raised[came] == scan) ++came;
    rate.in_ten_minutes = static_cast<int>(came - left);
    const bool flood = rate.flood ? rate.in_ten_minutes >= kFloodEnds : rate.in_ten_minutes > kFloodBegins;
    if (flood && !rate.flood) rate.flood_since = scan;
    if (!flood) rate.flood_since = -1;
    rate.flood = flood;
  }
  return rate;
}

}  // namespace stillhouse
