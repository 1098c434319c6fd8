#include <algorithm>

#include "engine/base/error.h"
#include "labs/session/control_room.h"
#include "labs/session/room_view.h"
#include "labs/session/step_commands.h"

namespace stillhouse {

namespace {

std::size_t at(int index) {
  return static_cast<std::size_t>(index);
}

std::vector<Command> commands_of(const std::vector<scenario::Step>& steps) {
  std::vector<Command> commands;
  for (const scenario::Step& step : steps) add_commands(step, "sequence", 0, commands);
  return commands;
}

std::int32_t position_of_phase(const scenario::Sequence& sequence, const std::string& id) {
  const auto same = [&id](const scenario::Phase& phase) { return phase.id == id; };
  const auto found = std::find_if(sequence.phases.begin(), sequence.phases.end(), same);
  return static_cast<std::int32_t>(found - sequence.phases.begin());
}

}  // namespace

int ControlRoom::add_sequence_monitor(const std::optional<scenario::Condition>& condition) {
  if (!condition) return -1;
  sequence_monitors_.emplace_back(*condition, *this, dt_);
  return static_cast<int>(sequence_monitors_.size()) - 1;
}

void ControlRoom::add_sequences() {
  for (const scenario::Sequence& it : plant_.sequences) {
    try {
      std::vector<Sequence::Phase> phases;
      Procedure procedure;
      for (const scenario::Phase& phase : it.phases) {
        phases.push_back({phase.least, phase.longest});
        Phase own{commands_of(phase.does), add_sequence_monitor(phase.ends), {}};
        for (const scenario::Branch& branch : phase.branches)
          own.branches.push_back({add_sequence_monitor(branch.when), position_of_phase(it, branch.to)});
        procedure.phases.push_back(std::move(own));
      }
      procedure.holds = add_sequence_monitor(it.holds_when);
      procedure.aborts = add_sequence_monitor(it.aborts_when);
      procedure.on_hold = commands_of(it.on_hold);
      procedure.on_abort = commands_of(it.on_abort);
      sequences_.emplace_back(std::move(phases));
      procedures_.push_back(std::move(procedure));
    } catch (const ModelError& error) {
      throw ModelError(it.tag + ": " + error.what());
    }
  }
}

bool ControlRoom::sequence_condition(ControlRoomState& state, int monitor, std::int64_t scan) const {
  const RoomView view(*this, state);
  return monitor >= 0 && sequence_monitors_[at(monitor)].scan(state.sequence_conditions[at(monitor)], view, scan);
}

void ControlRoom::scan_sequences(std::int64_t scan, ControlRoomState& state) const {
  for (int i = 0; i < static_cast<int>(sequences_.size()); ++i) {
    const Procedure& procedure = procedures_[at(i)];
    const Sequence& sequence = sequences_[at(i)];
    Sequence::State& own = state.sequences[at(i)];

    // what ends it before its time
    const bool aborts = sequence_condition(state, procedure.aborts, scan);
    const bool holds = sequence_condition(state, procedure.holds, scan);
    if (aborts && !sequence.may(own, Sequence::Order::abort)) {
      order(state, i, Sequence::Order::abort, scan);
      continue;
    }
    if (holds && !sequence.may(own, Sequence::Order::hold)) {
      order(state, i, Sequence::Order::hold, scan);
      continue;
    }

    // the phase that runs, from the scan after its actions on
    bool ends = false;
    std::int32_t then = -1;
    if (own.mode == Sequence::Mode::running && !own.fresh) {
      const Phase& phase = procedure.phases[at(own.phase)];
      ends = phase.ends < 0 || sequence_condition(state, phase.ends, scan);
      // each looks all the time, for conditions that have a memory
      for (const Branch& branch : phase.branches)
        if (sequence_condition(state, branch.when, scan) && then < 0) then = branch.to;
    }
    using Event = SequenceEntry::Event;
    switch (sequence.scan(own, ends, dt_, then)) {
      case Sequence::Change::none:
        break;
      case Sequence::Change::advanced:
        state.sequence_journal.push_back({scan, i, Event::advanced, own.phase, {}, {}});
        begin_phase(state, i, scan);
        break;
      case Sequence::Change::finished:
        state.sequence_journal.push_back({scan, i, Event::finished, own.phase - 1, {}, {}});
        break;
      case Sequence::Change::late:
        state.sequence_journal.push_back({scan, i, Event::late, own.phase, {}, {}});
        act(state, procedure.on_hold, scan);
        break;
    }
  }
}

/// Does the actions of the phase that a sequence is in; one that is refused holds it.
void ControlRoom::begin_phase(ControlRoomState& state, int sequence, std::int64_t scan) const {
  Sequence::State& own = state.sequences[at(sequence)];
  const Phase& phase = procedures_[at(sequence)].phases[at(own.phase)];
  const auto forget = [&state](int monitor) {
    if (monitor < 0) return;
    ConditionMonitor::State& memory = state.sequence_conditions[at(monitor)];
    std::fill(memory.begin(), memory.end(), 0.0);
  };
  forget(phase.ends);
  for (const Branch& branch : phase.branches) forget(branch.when);
  for (Command command : phase.does) {
    command.scan = scan;
    if (const std::optional<Refusal> refusal = query(state, command)) {
      sequences_[at(sequence)].obey(own, Sequence::Order::hold);
      state.sequence_journal.push_back(
          {scan, sequence, SequenceEntry::Event::refused, own.phase, command.tag, *refusal});
      act(state, procedures_[at(sequence)].on_hold, scan);
      return;
    }
    execute(state, command);
  }
}

void ControlRoom::order(ControlRoomState& state, int sequence, Sequence::Order order, std::int64_t scan) const {
  using Event = SequenceEntry::Event;
  constexpr Event kEvents[] = {Event::started, Event::held, Event::restarted, Event::aborted, Event::reset};
  Sequence::State& own = state.sequences[at(sequence)];
  const std::int32_t before = own.phase;
  sequences_[at(sequence)].obey(own, order);
  const Event event = kEvents[static_cast<std::size_t>(order)];
  state.sequence_journal.push_back(
      {scan, sequence, event, order == Sequence::Order::start ? own.phase : before, {}, {}});
  if (order == Sequence::Order::start || order == Sequence::Order::restart) begin_phase(state, sequence, scan);
  if (order == Sequence::Order::hold) act(state, procedures_[at(sequence)].on_hold, scan);
  if (order == Sequence::Order::abort) act(state, procedures_[at(sequence)].on_abort, scan);
}

/// Does what may be done of it.
void ControlRoom::act(ControlRoomState& state, const std::vector<Command>& commands, std::int64_t scan) const {
  for (Command command : commands) {
    command.scan = scan;
    if (!query(state, command)) execute(state, command);
  }
}

}  // namespace stillhouse
