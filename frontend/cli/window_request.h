#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "frontend/presenter/language.h"
#include "labs/session/command.h"
#include "labs/session/session.h"

namespace stillhouse {
class RunSink;
}

namespace stillhouse::cli {

/// What `stillhouse open` asks of a window.
struct WindowRequest {
  std::unique_ptr<Session> session;                            ///< at its start
  std::vector<Command> past;                                   ///< commands of a run that is gone on with
  std::int64_t scans = 0;                                      ///< how far that run had come
  std::function<std::vector<Command>(const Session&)> player;  ///< commands of an operator; may be empty
  RunSink* sink = nullptr;                                     ///< keeps the run; null for a screenshot
  std::optional<std::string> screenshot;                       ///< file to write a picture to instead of staying open
  std::optional<Language> language;                            ///< else that of the environment
  double at = 0.0;                                             ///< simulated time to run to first, s
};

/// Opens the window and returns the exit code when it is closed.
using WindowOpener = std::function<int(WindowRequest)>;

/// Says how windows are opened; without it `open` says that this build has none. Called once, by main.
void use_window(WindowOpener opener);

}  // namespace stillhouse::cli
