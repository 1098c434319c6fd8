#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "frontend/presenter/desk_control.h"
#include "frontend/presenter/run_sink.h"

namespace stillhouse {

/// A run that a window can show.
struct OpenedRun {
  std::unique_ptr<RunSink> sink;     ///< keeps the run; null for a screenshot
  std::unique_ptr<Session> session;  ///< at its start

  // a run that is continued: what was done in it, and how far it had come
  std::vector<Command> past;
  std::int64_t past_scans = 0;

  /// Gives commands before each scan; may be empty.
  std::function<std::vector<Command>(const Session&)> player;
  /// The lab's good operator, from whose play an instructor takes initial conditions; nothing if it has none.
  std::optional<scenario::Operator> model;
};

/// Opens what a screen asked for. Throws an exception with a sentence if that cannot be done.
using RunDoor = std::function<OpenedRun(const RunOrder&)>;

}  // namespace stillhouse
