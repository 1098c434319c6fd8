#include "models/control/interlock.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <string>

#include "engine/base/error.h"
#include "engine/base/random.h"

namespace stillhouse {
namespace {

using Change = Interlock::Change;

TEST(Interlock, TripsWhenTheCauseHasStoodForTheDelay) {
  for (const double dt : {0.1, 1.0}) {
    const Interlock interlock({.on_delay = 3.0});
    Interlock::State state;
    const int scans = static_cast<int>(3.0 / dt + 0.5);
    for (int k = 0; k < scans; ++k) EXPECT_EQ(interlock.scan(state, 1, dt, k), Change::none) << k;
    EXPECT_EQ(interlock.scan(state, 1, dt, scans), Change::tripped);
    EXPECT_EQ(state.tripped_at, scans);
    EXPECT_TRUE(interlock.acts(state));
  }
}

TEST(Interlock, WithoutDelayTripsAtOnceAndAFlickerNeverTripsADelayedOne) {
  const Interlock quick({});
  Interlock::State state;
  EXPECT_EQ(quick.scan(state, 1, 1.0, 0), Change::tripped);

  const Interlock slow({.on_delay = 3.0});
  state = {};
  for (std::uint32_t k = 0; k < 1000; ++k) EXPECT_EQ(slow.scan(state, k % 4 != 3, 1.0, k), Change::none);
  EXPECT_FALSE(state.tripped);
}

TEST(Interlock, LatchesUntilResetWhichWaitsForTheCauseToGo) {
  const Interlock interlock({});
  Interlock::State state;
  EXPECT_EQ(interlock.may_reset(state)->en, "The interlock has not tripped.");
  interlock.scan(state, 1, 1.0, 0);
  EXPECT_EQ(interlock.may_reset(state)->en, "The cause still stands; remove it before the reset.");
  interlock.scan(state, 0, 1.0, 1);
  EXPECT_TRUE(state.tripped) << "latched";
  ASSERT_FALSE(interlock.may_reset(state).has_value());
  interlock.reset(state);
  EXPECT_FALSE(interlock.acts(state));
}

TEST(Interlock, NotLatchedEndsWithItsCause) {
  const Interlock interlock({.latched = false});
  Interlock::State state;
  EXPECT_EQ(interlock.scan(state, 2, 1.0, 0), Change::tripped);
  EXPECT_EQ(interlock.scan(state, 2, 1.0, 1), Change::none);
  EXPECT_EQ(interlock.scan(state, 0, 1.0, 2), Change::ended);
  EXPECT_FALSE(state.tripped);
}

TEST(Interlock, RemembersTheCauseThatCameFirst) {
  const Interlock interlock({.on_delay = 2.0});
  Interlock::State state;
  interlock.scan(state, 0b1000, 1.0, 0);  // cause 3 first, the others while it is waiting
  interlock.scan(state, 0b1001, 1.0, 1);
  EXPECT_EQ(interlock.scan(state, 0b1111, 1.0, 2), Change::tripped);
  interlock.scan(state, 0b0111, 1.0, 3);
  EXPECT_EQ(state.first_out, 3);
  interlock.scan(state, 0, 1.0, 4);
  interlock.reset(state);
  EXPECT_EQ(state.first_out, 3) << "kept for the operator after the reset";
}

// 2oo3: one of three may go wrong, to either side
TEST(Interlock, TripsOnTheVotesItNeeds) {
  const Interlock interlock({.on_delay = 2.0, .latched = false, .votes = 2});
  Interlock::State state;
  for (int k = 0; k < 10; ++k) EXPECT_EQ(interlock.scan(state, 0b100, 1.0, k), Change::none);
  // the second has to stand for the delay as well
  EXPECT_EQ(interlock.scan(state, 0b110, 1.0, 10), Change::none);
  EXPECT_EQ(interlock.scan(state, 0b110, 1.0, 11), Change::none);
  EXPECT_EQ(interlock.scan(state, 0b110, 1.0, 12), Change::tripped);
  EXPECT_EQ(state.first_out, 1);
  EXPECT_EQ(interlock.may_reset(state)->en, "The cause still stands; remove it before the reset.");
  EXPECT_EQ(interlock.scan(state, 0b010, 1.0, 13), Change::ended);
  EXPECT_THROW(Interlock({.votes = 0}), ModelError);
  EXPECT_THROW(Interlock({.votes = 9}), ModelError);
}

TEST(Interlock, BypassedTripsWithoutActingAndDisabledDoesNotTrip) {
  const Interlock interlock({.may_be_bypassed = true});
  Interlock::State state;
  ASSERT_FALSE(interlock.may_bypass(state, true).has_value());
  interlock.bypass(state, true);
  EXPECT_TRUE(interlock.may_bypass(state, true).has_value());
  EXPECT_EQ(interlock.scan(state, 1, 1.0, 0), Change::tripped);
  EXPECT_FALSE(interlock.acts(state));
  interlock.bypass(state, false);
  EXPECT_TRUE(interlock.acts(state));

  state = {};
  state.disabled = true;
  for (int k = 0; k < 10; ++k) EXPECT_EQ(interlock.scan(state, 1, 1.0, k), Change::none);
  state.disabled = false;
  EXPECT_EQ(interlock.scan(state, 1, 1.0, 10), Change::tripped) << "repaired while the cause stands";

  EXPECT_EQ(Interlock({}).may_bypass({}, true)->en, "This interlock has no bypass.");
  EXPECT_THROW(Interlock({.on_delay = -1.0}), ModelError);
}

TEST(Interlock, GoesOnFromACopyWithTheSameBits) {
  const RandomStream script(5, "interlock life");
  const Interlock interlock({.on_delay = 2.0});
  const auto live = [&](Interlock::State& state, int k) {
    interlock.scan(state, script.uniform(k) < 0.6 ? static_cast<std::uint32_t>(script.bits(k, 1)) & 3u : 0u, 1.0, k);
    if (!interlock.may_reset(state)) interlock.reset(state);
    // a latched interlock that has not tripped must not act
    ASSERT_TRUE(state.tripped || !interlock.acts(state));
  };
  Interlock::State state, copy;
  for (int k = 0; k < 2000; ++k) {
    if (k == 1000) copy = state;
    live(state, k);
  }
  for (int k = 1000; k < 2000; ++k) live(copy, k);
  EXPECT_EQ(copy, state);
  EXPECT_GE(state.tripped_at, 1000) << "and something did happen";
}

// k out of 3 with failed channels. Bits: which of the sound ones stand.
TEST(Interlock, FailedCausesVoteOrAreLeftOut) {
  const auto trips = [](int votes, FailedVote vote, std::uint32_t causes, std::uint32_t failed) {
    const Interlock interlock({.votes = votes, .causes = 3, .failed = vote});
    Interlock::State state;
    return interlock.scan(state, causes, 1.0, 0, failed) == Interlock::Change::tripped;
  };
  for (int votes = 1; votes <= 3; ++votes)
    for (std::uint32_t causes = 0; causes < 8; ++causes)
      for (std::uint32_t failed = 0; failed < 8; ++failed) {
        const int sound = std::popcount(causes & ~failed), lost = std::popcount(failed);
        const std::string row = std::to_string(votes) + " " + std::to_string(causes) + " " + std::to_string(failed);
        EXPECT_EQ(trips(votes, FailedVote::as_read, causes, failed), std::popcount(causes) >= votes) << row;
        EXPECT_EQ(trips(votes, FailedVote::trips, causes, failed), sound + lost >= votes) << row;
        const int needed = std::min(votes, 3 - lost);  // 2oo3, then 2oo2, then 1oo1; none left trips
        EXPECT_EQ(trips(votes, FailedVote::abstains, causes, failed), sound >= needed) << row;
      }
  EXPECT_THROW(Interlock({.votes = 3, .causes = 2}), ModelError);
}

// a group of which nobody is left trips after the delay, and not before
TEST(Interlock, AGroupThatIsAllLostWaitsForItsDelay) {
  const Interlock interlock({.on_delay = 3.0, .votes = 2, .causes = 3, .failed = FailedVote::abstains});
  Interlock::State state;
  int scans = 0;
  while (!state.tripped && scans < 20) interlock.scan(state, 0, 1.0, scans++, 0b111);
  EXPECT_GE(scans, 3);
  EXPECT_LE(scans, 4);
  EXPECT_TRUE(interlock.may_reset(state));
  interlock.scan(state, 0, 1.0, scans, 0);
  EXPECT_FALSE(interlock.may_reset(state));
}

}  // namespace
}  // namespace stillhouse
