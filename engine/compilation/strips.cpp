#include "engine/compilation/strips.h"

#include <algorithm>
#include <cstdint>

namespace stillhouse {

int ValueLayout::of(Op kind, int index) const {
  if (index < 0) return zero();
  switch (kind) {
    case Op::rate:
      return rate(index);
    case Op::input:
      return input(index);
    case Op::mode:
      return mode(index);
    case Op::explicit_value:
      return explicit_value(index);
    default:
      return unknown(index);
  }
}

Strips::Strips(const UnitClass& kind, const Tape& tape, const ValueLayout& layout) : tape_(tape) {
  const int members = static_cast<int>(kind.members.size());
  int used = 0;
  for (int first = 0; first < members;) {
    const int left = members - first;
    // one strip that is not full costs less than several short ones
    const int lanes = left >= 5 ? 8 : left >= 3 ? 4 : left;
    strips_.push_back({first, lanes, std::min(lanes, left), used, static_cast<int>(strips_.size())});
    used += (tape.rows() * lanes + 7) / 8 * 8;
    first += lanes;
  }
  room_.assign(static_cast<std::size_t>(used) + 8, 0.0);
  memory_ = room_.data();
  while (reinterpret_cast<std::uintptr_t>(memory_) % 64 != 0) ++memory_;

  // what never changes is written once
  sources_.assign(strips_.size(), std::vector<Sources>(static_cast<std::size_t>(tape.levels())));
  for (const Strip& strip : strips_) {
    for (const Tape::Constant& c : tape.constants()) {
      for (int lane = 0; lane < strip.lanes; ++lane) rows_of(strip)[c.row * strip.lanes + lane] = c.number;
    }
  }
  for (const Tape::Leaf& leaf : tape.leaves()) {
    const UnitClass::Slot& slot = kind.slots[static_cast<std::size_t>(leaf.slot)];
    const int first = static_cast<int>(places_.size());
    for (int index : slot.index) places_.push_back(layout.of(slot.kind, index));
    for (std::size_t s = 0; s < strips_.size(); ++s) {
      const Strip& strip = strips_[s];
      if (slot.kind == Op::parameter) {
        for (int lane = 0; lane < strip.lanes; ++lane)
          rows_of(strip)[leaf.row * strip.lanes + lane] =
              slot.number[static_cast<std::size_t>(strip.first + std::min(lane, strip.members - 1))];
        continue;
      }
      Sources& sources = sources_[s][static_cast<std::size_t>(leaf.level)];
      const int* const places = places_.data() + first + strip.first;
      if (strip.lanes > 1 && strip.members == strip.lanes && side_by_side(places, strip.lanes))
        sources.blocks.push_back({leaf.row, *places});
      else
        sources.scattered.push_back({leaf.row, first});
    }
  }
}

bool side_by_side(const int* places, int lanes) {
  for (int lane = 1; lane < lanes; ++lane) {
    if (places[lane] != places[0] + lane) return false;
  }
  return true;
}

namespace {

/// Lanes of a fixed number are copied through vector registers.
template <int lanes>
void copy(const double* from, double* to) {
  for (int lane = 0; lane < lanes; ++lane) to[lane] = from[lane];
}

}  // namespace

void copy_lanes(const double* from, double* to, int lanes) {
  if (lanes == 8)
    copy<8>(from, to);
  else if (lanes == 4)
    copy<4>(from, to);
  else
    copy<2>(from, to);
}

void Strips::gather(const Strip& strip, int level, const double* values) {
  double* const rows = rows_of(strip);
  const Sources& sources = sources_[static_cast<std::size_t>(strip.number)][static_cast<std::size_t>(level)];
  for (const Block& block : sources.blocks)
    copy_lanes(values + block.place, rows + block.row * strip.lanes, strip.lanes);
  const int* const places = places_.data() + strip.first;
  for (const Source& source : sources.scattered) {
    double* const row = rows + source.row * strip.lanes;
    const int* const from = places + source.first;
    for (int lane = 0; lane < strip.members; ++lane) row[lane] = values[from[lane]];
    for (int lane = strip.members; lane < strip.lanes; ++lane) row[lane] = row[strip.members - 1];
  }
}

}  // namespace stillhouse
