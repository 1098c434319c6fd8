#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "engine/base/refusal.h"
#include "models/control/voting.h"

namespace stillhouse {

/// Safety interlock: one or more causes, each with the same on-delay; trips when a cause has stood for the
/// delay without a break. With `votes` k of n causes must stand for it together: 2oo3 trips on the second (voting.h has
/// the chance that such a group fails). First-out is then the first in the list of those.
///
/// A cause may be one that cannot be told, because its transmitter has failed. `failed` says what becomes of its vote:
/// it is taken as it is read (a transmitter that has gone to the end of its range votes by where that end is), or it
/// votes for the trip (2oo3 becomes 1oo2), or it is left out (2oo3 becomes 2oo2, then 1oo1; all left out is a trip).
///
/// Latched: stays tripped after the cause has gone, until it is reset; a reset is refused while a cause stands.
/// Not latched: ends by itself with the cause. Bypassed (the operator's key switch): trips
/// and says so, but does not act. Disabled (a hidden fault): watches, but does not trip. First-out: the cause that
/// tripped it. Source: IEC 61511-1 (bypass, reset); ISA-18.1 (first-out).
class Interlock {
 public:
  static constexpr int kCauses = 8;

  struct Settings {
    double on_delay = 0.0;  ///< s
    bool latched = true;
    bool may_be_bypassed = false;
    int votes = 1;                            ///< so many causes must stand
    int causes = kCauses;                     ///< how many there are
    FailedVote failed = FailedVote::as_read;  ///< of a cause that cannot be told
  };

  struct State {
    std::array<std::int32_t, kCauses> standing{};  ///< scans for which each cause has stood
    std::int64_t tripped_at = -1;                  ///< scan of the last trip
    std::int32_t first_out = -1;                   ///< cause of the last trip; kept after a reset
    std::uint32_t causes = 0;                      ///< bit i: cause i stands or votes as if, before the delay
    std::uint32_t left_out = 0;                    ///< bit i: cause i has no vote now
    bool tripped = false;
    bool bypassed = false;
    bool disabled = false;

    bool operator==(const State&) const = default;
  };

  /// What one scan changed.
  enum class Change : std::uint8_t { none, tripped, ended };

  /// Throws ModelError if the delay is negative, or the votes are not 1 to the number of causes, or that not 1 to 8.
  explicit Interlock(const Settings& settings);

  const Settings& settings() const { return settings_; }

  /// One scan with the truth of each cause as a bit; bit i of `failed`: cause i cannot be told.
  Change scan(State& state, std::uint32_t causes, double dt, std::int64_t scan, std::uint32_t failed = 0) const;

  /// Whether it forces its final elements now.
  bool acts(const State& state) const { return state.tripped && !state.bypassed && !state.disabled; }

  std::optional<Refusal> may_reset(const State& state) const;
  std::optional<Refusal> may_bypass(const State& state, bool bypass) const;
  void reset(State& state) const;
  void bypass(State& state, bool bypass) const;

 private:
  bool voted(std::uint32_t causes, std::uint32_t left_out) const;

  Settings settings_;
};

}  // namespace stillhouse
