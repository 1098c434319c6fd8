#pragma once

#include <vector>

#include "frontend/presenter/flowsheet_diagram.h"

namespace stillhouse {

/// Where a stream may leave or enter a symbol: on its edge, outwards to the right (1, 0), upwards (0, -1), ...
struct Nozzle {
  Point at;
  int dx = 1, dy = 0;
  double cost = 0.0;  ///< how little it suits the stream, pixels of detour
};

/// A stream's way over a sheet.
struct Route {
  std::vector<Point> points;  ///< level and upright in turn, from outlet to inlet
  std::vector<Point> shared;  ///< where it had to run on another's line, for want of room
};

/// Leads streams round what stands on a sheet: level and upright lines on a few tracks, short, with few bends and
/// crossings, none on another's. Streams that are led first have the best ways; the same calls give the same ways.
class StreamRouter {
 public:
  /// Tracks are where upright (xs) and level (ys) lines may run; nothing may pass a bar.
  StreamRouter(std::vector<double> xs, std::vector<double> ys, const std::vector<Box>& bars);

  /// The best way from one of the first nozzles to one of the second. Their coordinates must be among the tracks.
  Route lead(const std::vector<Nozzle>& from, const std::vector<Nozzle>& to);

 private:
  struct Step;
  struct Gate {
    int node = -1;            ///< where it is out of what stands there
    std::vector<int> passed;  ///< from the nozzle to it
    double cost = 0.0;
    bool taken = false;  ///< another stream runs there
  };

  int columns() const { return static_cast<int>(xs_.size()); }
  int node_of(const Point& point) const;
  Point point_of(int node) const;
  int neighbour(int node, int direction) const;
  bool may_pass(int node, int direction) const;
  Gate gate_of(const Nozzle& nozzle) const;
  void mark(const std::vector<int>& nodes);

  std::vector<double> xs_, ys_;
  std::vector<bool> barred_, barred_right_, barred_down_;  ///< by node: itself, its way to the right, its way down
  std::vector<bool> level_, upright_;                      ///< by node: a stream runs there
};

}  // namespace stillhouse
