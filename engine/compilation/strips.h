#pragma once

#include <vector>

#include "engine/compilation/plant_graph.h"
#include "engine/compilation/tape.h"

namespace stillhouse {

/// Where the values of a plant's quantities stand in one array: kept unknowns, their rates, inputs, modes, explicit
/// variables, residuals, observables, shares of conserved quantities.
struct ValueLayout {
  int kept, inputs, modes, explicits, observables, holdings;

  int unknown(int i) const { return i; }
  int rate(int i) const { return kept + i; }
  int input(int i) const { return 2 * kept + i; }
  int mode(int i) const { return 2 * kept + inputs + i; }
  int explicit_value(int i) const { return 2 * kept + inputs + modes + i; }
  int residual(int i) const { return 2 * kept + inputs + modes + explicits + i; }
  int observable(int i) const { return residual(kept) + i; }
  int holding(int i) const { return observable(observables) + i; }
  int zero() const { return holding(holdings); }  ///< what is absent reads as zero
  int size() const { return zero() + 1; }
  int of(Op kind, int index) const;
};

/// Whether the places of all lanes follow one another.
bool side_by_side(const int* places, int lanes);
/// Copies 2, 4 or 8 lanes.
void copy_lanes(const double* from, double* to, int lanes);

/// The members of a kind, divided into strips of 8, 4, 2 or 1 lanes that are computed side by side.
class Strips {
 public:
  struct Strip {
    int first;  ///< member
    int lanes;
    int members;  ///< in the first lanes; further lanes repeat the last, and what they give is left
    int memory;   ///< where its rows begin
    int number;
  };

  /// Keeps a reference to the tape.
  Strips(const UnitClass& kind, const Tape& tape, const ValueLayout& layout);
  Strips(const Strips&) = delete;
  Strips& operator=(const Strips&) = delete;

  const std::vector<Strip>& strips() const { return strips_; }
  /// Brings in the leaves that are known from this level on.
  void gather(const Strip& strip, int level, const double* values);
  void execute(const Strip& strip, int level) { tape_.execute(level, strip.lanes, rows_of(strip)); }
  double* rows_of(const Strip& strip) { return memory_ + strip.memory; }

 private:
  struct Source {
    int row;
    int first;  ///< in places_, one a member
  };
  /// A source whose lanes stand side by side in the values.
  struct Block {
    int row;
    int place;
  };
  struct Sources {
    std::vector<Block> blocks;
    std::vector<Source> scattered;
  };

  const Tape& tape_;
  std::vector<Strip> strips_;
  std::vector<std::vector<Sources>> sources_;  // by strip and level
  std::vector<int> places_;
  std::vector<double> room_;
  double* memory_ = nullptr;  // within room_, aligned to 64 bytes
};

}  // namespace stillhouse
