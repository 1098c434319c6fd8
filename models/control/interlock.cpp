#include "models/control/interlock.h"

#include <algorithm>
#include <bit>

#include "models/control/scan_delay.h"
#include "models/control/setting_check.h"

namespace stillhouse {

Interlock::Interlock(const Settings& settings) : settings_(settings) {
  check_setting("interlock", "on_delay", settings.on_delay, 0.0, 1e6);
  check_setting("interlock", "causes", settings.causes, 1, kCauses);
  check_setting("interlock", "votes", settings.votes, 1, settings.causes);
}

bool Interlock::voted(std::uint32_t causes, std::uint32_t left_out) const {
  return std::popcount(causes) >= std::min(settings_.votes, settings_.causes - std::popcount(left_out));
}

Interlock::Change Interlock::scan(State& state, std::uint32_t causes, double dt, std::int64_t scan,
                                  std::uint32_t failed) const {
  // votes that nobody can tell; when none is left, all of them stand for the trip
  const std::uint32_t all = (1u << settings_.causes) - 1u;
  failed &= all;
  const bool stands =
      settings_.failed == FailedVote::trips || (settings_.failed == FailedVote::abstains && failed == all);
  if (stands) causes |= failed;
  state.left_out = settings_.failed == FailedVote::abstains && !stands ? failed : 0u;

  // how long each cause has stood; at the same scan the first in the list counts as first
  state.causes = causes & all & ~state.left_out;
  std::int32_t first = -1;
  std::uint32_t stood = 0;
  for (int i = 0; i < kCauses; ++i) {
    std::int32_t& standing = state.standing[static_cast<std::size_t>(i)];
    standing = (state.causes >> i) & 1u ? standing + 1 : 0;
    if (!has_stood(standing, settings_.on_delay, dt)) continue;
    stood |= 1u << i;
    if (first < 0) first = i;
  }

  if (!state.tripped && voted(stood, state.left_out) && !state.disabled) {
    state.tripped = true;
    state.tripped_at = scan;
    state.first_out = first;
    return Change::tripped;
  }
  if (state.tripped && !settings_.latched && !voted(state.causes, state.left_out)) {
    state.tripped = false;
    return Change::ended;
  }
  return Change::none;
}

std::optional<Refusal> Interlock::may_reset(const State& state) const {
  if (!state.tripped) return Refusal{"The interlock has not tripped.", "联锁没有动作。"};
  if (voted(state.causes, state.left_out))
    return Refusal{"The cause still stands; remove it before the reset.", "联锁原因仍然存在；消除后才能复位。"};
  return {};
}

std::optional<Refusal> Interlock::may_bypass(const State& state, bool bypass) const {
  if (!settings_.may_be_bypassed) return Refusal{"This interlock has no bypass.", "该联锁不允许旁路。"};
  if (bypass && state.bypassed) return Refusal{"The interlock is bypassed already.", "联锁已经旁路。"};
  if (!bypass && !state.bypassed) return Refusal{"The interlock is not bypassed.", "联锁没有旁路。"};
  return {};
}

void Interlock::reset(State& state) const {
  state.tripped = false;
}

void Interlock::bypass(State& state, bool bypass) const {
  state.bypassed = bypass;
}

}  // namespace stillhouse
