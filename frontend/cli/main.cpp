#include "frontend/cli/command_line.h"

#ifdef STILLHOUSE_WINDOW
#include <utility>

#include "frontend/cli/window_request.h"
#include "frontend/desktop/window.h"
#endif

int main(int argc, char** argv) {
#ifdef STILLHOUSE_WINDOW
  stillhouse::cli::use_window([](stillhouse::cli::WindowRequest request) {
    return stillhouse::open_window({.session = std::move(request.session),
                                    .past = std::move(request.past),
                                    .past_scans = request.scans,
                                    .player = std::move(request.player),
                                    .sink = request.sink,
                                    .screenshot = std::move(request.screenshot),
                                    .at = request.at,
                                    .language = request.language});
  });
#endif
  return stillhouse::cli::run_command_line({argv + 1, argv + argc});
}
