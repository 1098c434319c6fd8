#pragma once

#include <vector>

namespace stillhouse {

/// Temperature of an oven: levels, held, with straight ramps between them; after the last it stays.
class OvenProgram {
 public:
  /// One ramp: to `T` at `rate`, then held.
  struct Ramp {
    double rate;  ///< K/s, above 0
    double T;     ///< K
    double hold;  ///< s
  };
  OvenProgram(double T, double hold, const std::vector<Ramp>& ramps);

  double temperature(double t) const;
  /// K/s just after t.
  double rate(double t) const;
  /// The next moment after t at which the rate changes; infinite after the last.
  double next_corner(double t) const;
  /// When the program is over, s.
  double end() const { return corners_.back().t; }
  double highest() const;
  double start() const { return corners_.front().T; }
  double last() const { return corners_.back().T; }

 private:
  struct Corner {
    double t, T;
  };
  std::vector<Corner> corners_;
};

}  // namespace stillhouse
