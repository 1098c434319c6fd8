#include "frontend/cli/command_line.h"

#ifdef STILLHOUSE_WINDOW
#include <utility>

#include "frontend/cli/window_request.h"
#include "frontend/desktop/window.h"
#endif

int main(int argc, char** argv) {
#ifdef STILLHOUSE_WINDOW
  stillhouse::cli::WindowDoor door;
  door.open = [](stillhouse::cli::WindowRequest request) {
    return stillhouse::open_window({.run = std::move(request.run),
                                    .door = std::move(request.door),
                                    .review = std::move(request.review),
                                    .screenshot = std::move(request.screenshot),
                                    .screenshots = std::move(request.screenshots),
                                    .pictured = std::move(request.pictured),
                                    .widgets = std::move(request.widgets),
                                    .at = request.at,
                                    .language = request.language,
                                    .role = request.role,
                                    .width = request.width,
                                    .height = request.height,
                                    .zoom = request.scale,
                                    .preview = std::move(request.preview),
                                    .screen = std::move(request.screen)});
  };
  for (const stillhouse::ScreenName& screen : stillhouse::screen_names()) {
    door.screens.push_back(screen.id);
    door.roles[screen.id] = screen.roles;
    if (screen.needs_run) door.screens_of_a_run.push_back(screen.id);
  }
  stillhouse::cli::use_window(std::move(door));
#endif
  return stillhouse::cli::run_command_line({argv + 1, argv + argc});
}
