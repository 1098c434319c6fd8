#include "frontend/cli/command_line.h"

#ifdef STILLHOUSE_WINDOW
#include <utility>

#include "frontend/cli/window_request.h"
#include "frontend/desktop/window.h"

namespace {

int open_in_window(stillhouse::cli::WindowRequest request) {
  stillhouse::WindowOptions options;
  options.session = std::move(request.session);
  options.past = std::move(request.past);
  options.past_scans = request.scans;
  options.player = std::move(request.player);
  options.sink = request.sink;
  options.screenshot = request.screenshot;
  options.language = request.language;
  options.at = request.at;
  return stillhouse::open_window(std::move(options));
}

}  // namespace
#endif

int main(int argc, char** argv) {
#ifdef STILLHOUSE_WINDOW
  stillhouse::cli::use_window(open_in_window);
#endif
  return stillhouse::cli::run_command_line({argv + 1, argv + argc});
}
