#include "models/control/voting.h"

#include <algorithm>
#include <cmath>

#include "models/control/setting_check.h"

namespace stillhouse {

bool voted_trip(std::span<const Reading> readings, int needed, double limit, bool above, FailedVote failed_vote) {
  const int all = static_cast<int>(readings.size());
  check_setting("voting", "needed", needed, 1, all);
  int present = 0, votes = 0;
  for (const Reading& reading : readings) {
    const bool failed = reading.quality == Quality::bad || !std::isfinite(reading.value);
    if (failed && failed_vote == FailedVote::abstains) continue;
    ++present;
    if ((failed && failed_vote == FailedVote::trips) || (above ? reading.value > limit : reading.value < limit))
      ++votes;
  }
  return votes >= std::min(needed, present);
}

double failure_on_demand(int needed, int channels, double rate, double interval) {
  check_setting("voting", "channels", channels, 1, 16);
  check_setting("voting", "needed", needed, 1, channels);
  check_setting("voting", "rate", rate, 0.0, 1e300);
  check_setting("voting", "interval", interval, 0.0, 1e300);
  // so many channels must be lost, in so many ways
  const int lost = channels - needed + 1;
  double ways = 1.0, power = 1.0;
  for (int i = 0; i < lost; ++i) {
    ways = ways * (channels - i) / (i + 1);
    power *= rate * interval;
  }
  return ways * power / (lost + 1);
}

}  // namespace stillhouse
