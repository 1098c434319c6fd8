#include "models/control/sequence.h"

#include <array>
#include <utility>

#include "models/control/setting_check.h"

namespace stillhouse {

namespace {

constexpr std::array<const char*, 5> kModes = {"idle", "running", "held", "aborted", "complete"};
constexpr std::array<const char*, 5> kOrders = {"start", "hold", "restart", "abort", "reset"};

template <class Meaning>
std::optional<Meaning> meaning(const std::array<const char*, 5>& words, std::string_view text) {
  for (std::size_t i = 0; i < words.size(); ++i)
    if (words[i] == text) return static_cast<Meaning>(i);
  return {};
}

}  // namespace

Sequence::Sequence(std::vector<Phase> phases) : phases_(std::move(phases)) {
  check_setting("sequence", "number of phases", static_cast<double>(phases_.size()), 1, kPhases);
  for (const Phase& phase : phases_) {
    check_setting("sequence", "least", phase.least, 0.0, 1e300);
    check_setting("sequence", "longest", phase.longest, 0.0, 1e300);
  }
}

bool Sequence::active(const State& state, std::int32_t phase) const {
  return state.phase == phase && (state.mode == Mode::running || state.mode == Mode::held);
}

Sequence::Change Sequence::scan(State& state, bool ends, double dt, std::int32_t then) const {
  if (state.mode != Mode::running) return Change::none;
  if (state.fresh) {
    state.fresh = false;
    return Change::none;
  }
  const Phase& phase = phases_[static_cast<std::size_t>(state.phase)];
  state.in_phase += dt;
  state.since += dt;
  if (ends && state.in_phase >= phase.least) {
    state.in_phase = state.since = 0.0;
    state.done |= 1u << state.phase;
    state.phase = then < 0 ? state.phase + 1 : then;
    if (state.phase < size()) return Change::advanced;
    state.mode = Mode::complete;
    return Change::finished;
  }
  if (phase.longest > 0.0 && state.since > phase.longest) {
    state.mode = Mode::held;
    return Change::late;
  }
  return Change::none;
}

std::optional<Refusal> Sequence::may(const State& state, Order order) const {
  switch (order) {
    case Order::start:
      if (state.mode == Mode::idle || state.mode == Mode::complete) return {};
      if (state.mode == Mode::aborted)
        return Refusal{"The sequence was aborted; reset it first.", "程序已中止；请先复位。"};
      return Refusal{"The sequence has been started already.", "程序已经启动。"};
    case Order::hold:
      if (state.mode == Mode::running) return {};
      return Refusal{"The sequence does not run; only a running one can be held.",
                     "程序未在运行；只有运行时才能保持。"};
    case Order::restart:
      if (state.mode == Mode::held) return {};
      return Refusal{"The sequence is not held; only a held one can be restarted.",
                     "程序未处于保持；只有保持时才能继续。"};
    case Order::abort:
      if (state.mode == Mode::running || state.mode == Mode::held) return {};
      return Refusal{"The sequence neither runs nor is held; there is nothing to abort.",
                     "程序既未运行也未保持；没有可以中止的。"};
    case Order::reset:
      if (state.mode == Mode::aborted || state.mode == Mode::complete) return {};
      return Refusal{"Only an aborted or complete sequence can be reset.", "只有已中止或已完成的程序才能复位。"};
  }
  return {};
}

void Sequence::obey(State& state, Order order) const {
  switch (order) {
    case Order::start:
      state = {.phase = 0, .mode = Mode::running, .fresh = true};
      break;
    case Order::hold:
      state.mode = Mode::held;
      break;
    case Order::restart:
      state.mode = Mode::running;
      state.since = 0.0;
      state.fresh = true;
      break;
    case Order::abort:
      state.mode = Mode::aborted;
      break;
    case Order::reset:
      state = {};
      break;
  }
}

const char* word(Sequence::Mode mode) {
  return kModes[static_cast<std::size_t>(mode)];
}

const char* word(Sequence::Order order) {
  return kOrders[static_cast<std::size_t>(order)];
}

std::optional<Sequence::Mode> sequence_mode(std::string_view text) {
  return meaning<Sequence::Mode>(kModes, text);
}

std::optional<Sequence::Order> sequence_order(std::string_view text) {
  return meaning<Sequence::Order>(kOrders, text);
}

}  // namespace stillhouse
