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
  std::unique_ptr<Session> session;  ///< at its start

  // a run that is continued: what was done in it, and how far it had come
  std::vector<Command> past;
  std::int64_t past_scans = 0;

  CommandSource player;     ///< gives commands before each scan; may be empty
  RunSink* sink = nullptr;  ///< keeps the run; must outlive the window; may be null

  std::optional<std::string> screenshot;  ///< PNG file: a picture is taken instead of a window that stays
  double at = 0.0;                        ///< simulated time to run to first, s

  std::optional<Language> language;  ///< else that of the environment (LC_ALL, LC_MESSAGES, LANG)
  int width = 1280, height = 720;    ///< of the window at first, pixels
  std::string selected;              ///< tag on the faceplate at first; may be empty
};

/// Opens the window and stays until it is closed, or takes its picture. Returns the exit code of the program: 0 if all
/// went well, 1 with a sentence on stderr if there is no display, font or graphics, or the run cannot be kept.
int open_window(WindowOptions options);

}  // namespace stillhouse
