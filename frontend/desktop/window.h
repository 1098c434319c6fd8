#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "frontend/presenter/language.h"
#include "frontend/presenter/runner.h"

namespace stillhouse {

/// What to open.
struct WindowOptions {
  std::shared_ptr<const scenario::Lab> lab;
  SessionSettings settings;

  // a run that is continued: what was done in it, and how far it had come
  std::vector<Command> past;
  std::int64_t past_scans = 0;

  CommandSource operator_source;  ///< gives commands before each scan; may be empty
  /// Makes the keeper of the run once the session stands where it goes on; may be empty, and may throw.
  std::function<std::unique_ptr<RunSink>(const Session&)> sink;

  Language language = Language::en;
  int width = 1280, height = 720;
  double speed = 1.0;

  // a picture instead of a window that stays
  std::string screenshot;  ///< PNG file; empty: an interactive window
  double at = 0.0;         ///< s of simulated time at which the picture is taken
  std::string selected;    ///< tag on the faceplate, if any
};

/// Opens the window and stays until it is closed, or takes its picture. Returns the exit code of the program: 0 if all
/// went well, 1 with a sentence on stderr if there is no display, font or graphics, or the run file failed.
int open_window(const WindowOptions& options);

}  // namespace stillhouse
