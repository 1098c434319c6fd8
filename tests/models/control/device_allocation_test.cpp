#include <gtest/gtest.h>

#include <string>

#include "models/control/actuator.h"
#include "models/control/alarm.h"
#include "models/control/interlock.h"
#include "models/control/pid.h"
#include "models/control/transmitter.h"
#include "models/instruments/analyser.h"
#include "models/instruments/hydrometer.h"
#include "tests/allocations/allocation_count.h"

namespace stillhouse {
namespace {

TEST(DeviceAllocation, IsCountedAtAll) {
  const long before = allocation_count();
  const std::string text(1000, 'x');
  EXPECT_GT(allocation_count(), before) << text.size();
}

TEST(DeviceAllocation, NoScanOfADeviceAsksForMemory) {
  const RandomStream random(1707, "TI-112");
  const Transmitter transmitter({.lag = 3.0, .noise = 0.1, .resolution = 0.01});
  const Pid pid({.tuning = {1.0, 50.0, 5.0}, .mode = PidMode::automatic});
  const Actuator actuator({.stroke = 10.0});
  const Interlock interlock({.on_delay = 2.0});
  const Alarm alarm({.limit = 0.6, .deadband = 0.1, .on_delay = 2.0});
  const Analyser analyser({.line_lag = 5.0, .delay = 20.0, .noise = 0.01, .budget = 20});
  const Hydrometer hydrometer({.delay = 20.0});
  Transmitter::State transmitter_state;
  Pid::State pid_state = pid.initial();
  Actuator::State actuator_state = actuator.initial();
  Interlock::State interlock_state;
  Alarm::State alarm_state;
  Analyser::State analyser_state;
  Hydrometer::State hydrometer_state;

  const long before = allocation_count();
  double input = 0.0;
  for (int k = 0; k < 1000; ++k) {
    if (k % 100 == 50) transmitter.fail(transmitter_state, TransmitterFailure::burst, 0.2);
    if (k % 100 == 70) transmitter.fail(transmitter_state, TransmitterFailure::none);
    const Reading reading = transmitter.scan(transmitter_state, random.uniform(k / 50, 9), 1.0, random, k);
    const bool trip = interlock.scan(interlock_state, reading.value > 0.8, 1.0, k) == Interlock::Change::tripped;
    std::optional<double> forced;
    if (trip) forced = 0.0;
    actuator.command(actuator_state, pid.scan(pid_state, reading, 1.0, forced));
    input = actuator.scan(actuator_state, 1.0, forced);
    alarm.scan(alarm_state, reading, 1.0, k);
    analyser.scan(analyser_state, reading.value, 1.0, k);
    hydrometer.scan(hydrometer_state, k);
    if (k % 50 == 10) {
      analyser.sample(analyser_state, 1.0, random, k);
      hydrometer.sample(hydrometer_state, 800.0, 300.0, 1.0, random, k);
    }
  }
  const long after = allocation_count();

  EXPECT_EQ(after, before);
  EXPECT_GE(input, 0.0);
  EXPECT_EQ(analyser_state.taken, 20) << "and something did happen";
  EXPECT_GT(alarm_state.raised_at, 0);
}

}  // namespace
}  // namespace stillhouse
