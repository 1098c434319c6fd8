#include <gtest/gtest.h>

#include <type_traits>

#include "models/control/actuator.h"
#include "models/control/alarm.h"
#include "models/control/interlock.h"
#include "models/control/pid.h"
#include "models/control/transmitter.h"
#include "models/instruments/analyser.h"
#include "models/instruments/hydrometer.h"

namespace stillhouse {
namespace {

template <class Device>
class DeviceState : public testing::Test {};

using Devices = testing::Types<Actuator, Alarm, Analyser, Hydrometer, Interlock, Pid, Transmitter>;
TYPED_TEST_SUITE(DeviceState, Devices);

TYPED_TEST(DeviceState, IsPlainBytesSoThatASnapshotIsACopy) {
  EXPECT_TRUE(std::is_trivially_copyable_v<typename TypeParam::State>);
  EXPECT_TRUE(std::is_trivially_destructible_v<typename TypeParam::State>);
  EXPECT_TRUE((std::is_constructible_v<TypeParam, typename TypeParam::Settings>));
  EXPECT_EQ(typename TypeParam::State{}, typename TypeParam::State{});
}

}  // namespace
}  // namespace stillhouse
