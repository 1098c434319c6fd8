#pragma once

#include <cstdint>

#include "labs/session/command.h"

namespace stillhouse {

class StationControl;

/// What a screen may ask of the run. Every wish is carried out between two scans; what is not allowed is answered with
/// a refusal in the next state of the screen.
class RunControl {
 public:
  virtual ~RunControl() = default;
  virtual void command(Command command) = 0;
  virtual void freeze(bool frozen) = 0;
  /// Simulated seconds a second, 1 to 1000.
  virtual void set_speed(double speed) = 0;
  /// One scan, then freeze.
  virtual void step() = 0;
  /// Back to the beginning of a scan.
  virtual void backtrack(std::int64_t scan) = 0;
  /// What only an instructor may ask; null at a student's window.
  virtual StationControl* station() { return nullptr; }
};

/// Of a window that has no run.
class NoRunControl final : public RunControl {
 public:
  void command(Command) override {}
  void freeze(bool) override {}
  void set_speed(double) override {}
  void step() override {}
  void backtrack(std::int64_t) override {}
};

}  // namespace stillhouse
