#pragma once

#include <functional>
#include <string>

namespace stillhouse {

/// A run to be opened in the window.
struct RunOrder {
  std::string what;   ///< a lab's id, or the path of a run file that is gone on with
  bool exam = false;  ///< a lab that is begun as an examination; one that is an examination anyway stays one
};

/// What a screen may ask of the program itself, beside the run. Carried out between two frames.
class DeskControl {
 public:
  virtual ~DeskControl() = default;
  /// Opens a run in place of the present one, which is closed and kept.
  virtual void open_run(RunOrder order) = 0;
  /// Closes and keeps the run; the start page comes back.
  virtual void leave_run() = 0;
  /// Wakes a window that sleeps; may be called on any thread and outlives this. Empty where nothing sleeps.
  virtual std::function<void()> waker() const { return {}; }
};

}  // namespace stillhouse
