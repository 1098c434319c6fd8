#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/base/refusal.h"

namespace stillhouse {

/// A sequence of phases under the procedural states of a batch: what an operation of a recipe is. A phase is followed
/// by the next in the list, or by another one that the caller says when it ends: a choice, a jump or a loop.
///
///   idle --start--> running --last phase done--> complete --start--> running
///   running --hold--> held --restart--> running       running, held --abort--> aborted
///   aborted, complete --reset--> idle
///
/// A phase ends when its condition holds, not before its least time; one that has not ended in its longest time holds
/// the sequence. Held, its clock stands; restarted, the phase has its longest time anew, and its least time goes on.
/// What the phases do (their actions) is the caller's: `Change` says when. At most one phase ends in a scan, so that
/// each acts for a scan at least; the scan of a start or restart is that of its actions. Phases are told by position
/// from 0; one that has been done stays done until the next start, one that was passed by is not. Source:
/// ANSI/ISA-88.00.01-2010 (IEC 61512-1), its example of procedural states and commands, less stopping, pausing and the
/// states that only lead to others (holding, aborting ...), and with a start from complete; selection of sequences: IEC
/// 60848; none run side by side.
class Sequence {
 public:
  static constexpr int kPhases = 32;

  enum class Mode : std::uint8_t { idle, running, held, aborted, complete };
  enum class Order : std::uint8_t { start, hold, restart, abort, reset };
  enum class Change : std::uint8_t {
    none,
    advanced,  ///< another phase has begun
    finished,  ///< the last phase is done
    late       ///< the phase has passed its longest time, and is held
  };

  struct Phase {
    double least = 0.0;    ///< s; not shorter
    double longest = 0.0;  ///< s; held after it; 0: no limit
  };

  /// All that changes. Trivially copyable.
  struct State {
    double in_phase = 0.0;    ///< s that the phase has run
    double since = 0.0;       ///< s that it has run since it began or was restarted
    std::int32_t phase = -1;  ///< -1: not begun; number of phases: at its end
    std::uint32_t done = 0;   ///< a bit for each phase that has been done
    Mode mode = Mode::idle;
    bool fresh = false;  ///< started or restarted since the last scan, which is not looked at

    bool operator==(const State&) const = default;
  };

  /// ModelError unless there are 1 to 32 phases with times of 0 or more.
  explicit Sequence(std::vector<Phase> phases);

  std::int32_t size() const { return static_cast<std::int32_t>(phases_.size()); }
  /// Whether a phase is the one that runs or is held.
  bool active(const State& state, std::int32_t phase) const;
  /// Whether a phase has been done since the last start.
  bool done(const State& state, std::int32_t phase) const { return (state.done >> phase & 1u) != 0; }

  /// One scan; `ends`: the condition of the phase that runs holds; `then`: the phase that follows, -1 for the next in
  /// the list, the number of phases for the end.
  Change scan(State& state, bool ends, double dt, std::int32_t then = -1) const;

  /// Query and execute of an order.
  std::optional<Refusal> may(const State& state, Order order) const;
  void obey(State& state, Order order) const;

 private:
  std::vector<Phase> phases_;
};

/// Stable words for records and labs.
const char* word(Sequence::Mode mode);
const char* word(Sequence::Order order);
std::optional<Sequence::Mode> sequence_mode(std::string_view text);
std::optional<Sequence::Order> sequence_order(std::string_view text);

}  // namespace stillhouse
