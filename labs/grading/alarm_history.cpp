#include "labs/grading/alarm_history.h"

#include <map>

namespace stillhouse {

std::vector<AlarmEpisode> alarm_history(const std::vector<AlarmRecord>& changes) {
  std::vector<AlarmEpisode> history;
  std::map<std::string, std::size_t> open;  // tag -> its episode
  for (const AlarmRecord& change : changes) {
    const auto found = open.find(change.tag);
    if (change.state == "unacknowledged") {
      if (found == open.end()) {
        open[change.tag] = history.size();
        history.push_back({.tag = change.tag, .priority = change.priority, .text = change.text, .raised = change.time});
      } else {
        history[found->second].returned.reset();
      }
      continue;
    }
    if (found == open.end()) continue;
    AlarmEpisode& episode = history[found->second];
    if (change.state == "acknowledged") {
      episode.acknowledged = change.time;
    } else if (change.state == "returned") {
      episode.returned = change.time;
    } else if (change.state == "normal") {
      // from acknowledged by returning, or from returned by acknowledging
      if (!episode.returned) {
        episode.returned = change.time;
      } else if (!episode.acknowledged) {
        episode.acknowledged = change.time;
      }
      open.erase(found);
    }
  }
  return history;
}

}  // namespace stillhouse
