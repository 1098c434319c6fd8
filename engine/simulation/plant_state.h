#pragma once

#include <cstdint>
#include <vector>

namespace stillhouse {

/// Everything that changes while a plant runs, as plain data. Copying it is a snapshot; see Simulator::restore.
struct PlantState {
  std::int64_t scan = 0;
  std::vector<double> y;
  std::vector<double> yp;
  std::vector<double> inputs;
  std::vector<double> modes;
  std::vector<double> holdings_at_start;  ///< of the conserved quantities; balances are closed against it
  /// First step of an integrator that begins anew from this state, s; 0: it chooses. Known at checkpoints.
  double first_step = 0.0;
};

}  // namespace stillhouse
