#pragma once

#include <span>
#include <vector>

namespace stillhouse {

/// Dead line between a vessel and the mouth at which its samples are caught. It holds what stood there last.
///
///   V/N dc_1/dt = q (c - c_1)     V/N dc_k/dt = q (c_{k-1} - c_k)     what comes out is c_N
///
///   V  m3      volume of the line         N  -     cells in series: 1 well mixed, many a plug
///   c  mol/m3  of each species in the inflow      q  m3/s  flow
///
/// After a purge of theta volumes the share of the old liquid in what comes is exp(-theta) with one cell: 5 % after
/// three volumes, 0.7 % after five. Solved exactly cell by cell over steps in which the inflow is constant; what comes
/// out is the mean of the step, so that no mole is lost. N cells are first order in a step of a twentieth of a cell.
///
/// Assumes    volumes that add up; nothing diffuses, evaporates or reacts while it stands; isothermal
/// Valid for  1 to 50 cells
/// Source     tanks in series: O. Levenspiel, Chemical Reaction Engineering, 3rd ed., ch. 14; closed form tested
class SampleLine {
 public:
  static constexpr int most_cells = 50;

  struct Settings {
    double volume = 20e-6;  ///< m3
    int cells = 1;
  };
  /// Concentrations of each species, mol/m3, in the first cell, then in the second, ...
  using State = std::vector<double>;

  /// ModelError names a setting that is out of its range.
  explicit SampleLine(const Settings& settings);

  const Settings& settings() const { return settings_; }
  /// Filled with a liquid of these concentrations.
  State filled(std::span<const double> c) const;
  /// Pushes so much liquid in, m3; returns the moles of each species that came out.
  std::vector<double> push(State& state, std::span<const double> c, double volume) const;
  /// Moles of a species in the line.
  double held(const State& state, std::size_t species, std::size_t of) const;

 private:
  Settings settings_;
};

}  // namespace stillhouse
