#include "models/control/sequence.h"

#include <gtest/gtest.h>

#include <type_traits>
#include <vector>

#include "engine/base/error.h"

namespace stillhouse {
namespace {

constexpr double dt = 1.0;
using Change = Sequence::Change;
using Mode = Sequence::Mode;
using Order = Sequence::Order;

TEST(Sequence, GoesFromPhaseToPhase) {
  const Sequence sequence({{}, {.least = 3.0}, {.longest = 5.0}});
  Sequence::State state;
  EXPECT_EQ(sequence.scan(state, true, dt), Change::none);
  sequence.obey(state, Order::start);
  EXPECT_EQ(sequence.scan(state, true, dt), Change::none) << "the scan of its actions";
  EXPECT_EQ(sequence.scan(state, false, dt), Change::none);
  EXPECT_EQ(sequence.scan(state, true, dt), Change::advanced);
  EXPECT_TRUE(sequence.done(state, 0));
  EXPECT_TRUE(sequence.active(state, 1));
  EXPECT_EQ(sequence.scan(state, true, dt), Change::none);
  EXPECT_EQ(sequence.scan(state, true, dt), Change::none);
  EXPECT_EQ(sequence.scan(state, true, dt), Change::advanced) << "3 s at least";
  for (int scan = 0; scan < 5; ++scan) EXPECT_EQ(sequence.scan(state, false, dt), Change::none);
  EXPECT_EQ(sequence.scan(state, false, dt), Change::late);
  EXPECT_EQ(state.mode, Mode::held);
  EXPECT_EQ(sequence.scan(state, true, dt), Change::none);
  sequence.obey(state, Order::restart);
  EXPECT_EQ(sequence.scan(state, true, dt), Change::none);
  EXPECT_EQ(sequence.scan(state, true, dt), Change::finished);
  EXPECT_EQ(state.mode, Mode::complete);
  EXPECT_TRUE(sequence.done(state, 2));
  EXPECT_FALSE(sequence.active(state, 2));
  EXPECT_THROW(Sequence({}), ModelError);
  EXPECT_THROW(Sequence(std::vector<Sequence::Phase>{{.least = -1.0}}), ModelError);
  EXPECT_TRUE(std::is_trivially_copyable_v<Sequence::State>);
}

TEST(Sequence, GoesOnWhereItIsTold) {
  const Sequence sequence(std::vector<Sequence::Phase>(4));
  Sequence::State state;
  sequence.obey(state, Order::start);
  sequence.scan(state, false, dt);
  EXPECT_EQ(sequence.scan(state, false, dt, 2), Change::none) << "not before the phase ends";
  EXPECT_EQ(sequence.scan(state, true, dt, 2), Change::advanced);
  EXPECT_TRUE(sequence.active(state, 2));
  EXPECT_TRUE(sequence.done(state, 0));
  EXPECT_FALSE(sequence.done(state, 1)) << "passed by";
  EXPECT_EQ(sequence.scan(state, true, dt, 2), Change::advanced) << "a loop";
  EXPECT_TRUE(sequence.active(state, 2));
  EXPECT_TRUE(sequence.done(state, 2));
  EXPECT_EQ(sequence.scan(state, true, dt, 4), Change::finished);
  EXPECT_FALSE(sequence.done(state, 3));
  sequence.obey(state, Order::start);
  EXPECT_FALSE(sequence.done(state, 2)) << "a new start";
}

// which orders each state takes: ISA-88.00.01, as far as this sequence has its states
TEST(Sequence, TakesTheOrdersOfItsState) {
  const Sequence sequence(std::vector<Sequence::Phase>(1));
  const struct {
    Mode mode;
    bool start, hold, restart, abort, reset;
  } table[] = {{Mode::idle, true, false, false, false, false},
               {Mode::running, false, true, false, true, false},
               {Mode::held, false, false, true, true, false},
               {Mode::aborted, false, false, false, false, true},
               {Mode::complete, true, false, false, false, true}};
  for (const auto& row : table) {
    const Sequence::State state{.phase = 0, .mode = row.mode};
    EXPECT_EQ(!sequence.may(state, Order::start), row.start) << word(row.mode);
    EXPECT_EQ(!sequence.may(state, Order::hold), row.hold) << word(row.mode);
    EXPECT_EQ(!sequence.may(state, Order::restart), row.restart) << word(row.mode);
    EXPECT_EQ(!sequence.may(state, Order::abort), row.abort) << word(row.mode);
    EXPECT_EQ(!sequence.may(state, Order::reset), row.reset) << word(row.mode);
    EXPECT_EQ(sequence_mode(word(row.mode)), row.mode);
  }
  for (const Order order : {Order::start, Order::hold, Order::restart, Order::abort, Order::reset})
    EXPECT_EQ(sequence_order(word(order)), order);
  EXPECT_FALSE(sequence_order("stop"));
}

}  // namespace
}  // namespace stillhouse
