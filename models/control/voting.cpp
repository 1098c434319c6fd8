#include "models/control/voting.h"

#include "models/control/setting_check.h"

namespace stillhouse {

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
