#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "frontend/presenter/language.h"
#include "frontend/presenter/opened_run.h"
#include "frontend/presenter/role.h"

namespace stillhouse {
class ReviewDesk;
}

namespace stillhouse::cli {

/// What `stillhouse open` asks of a window.
struct WindowRequest {
  std::optional<OpenedRun> run;           ///< shown at first
  RunDoor door;                           ///< opens what a person asks for later
  std::shared_ptr<ReviewDesk> review;     ///< a class of runs to look at; may be null
  std::optional<std::string> screenshot;  ///< file to write a picture to instead of staying open
  std::string screenshots;                ///< folder for a picture of every screen instead; empty: none
  std::string widgets;                    ///< file that lists what can be clicked; empty: none
  std::optional<Language> language;       ///< else that of the environment
  Role role = Role::student;
  std::string preview;                ///< lab that the preview watches at first; empty: none
  std::string screen;                 ///< empty: the first there is
  std::vector<std::string> pictured;  ///< screens that `screenshots` is for; empty: every one
  int width = 1280, height = 720;     ///< pixels
  double scale = 1.0;                 ///< against what fits the window
  double at = 0.0;                    ///< simulated time to run to first, s
};

/// What this build can show.
struct WindowDoor {
  std::function<int(WindowRequest)> open;     ///< opens the window and returns the exit code when it is closed
  std::vector<std::string> screens;           ///< ids of the screens there are
  std::vector<std::string> screens_of_a_run;  ///< those of them that show a run
  /// Of each screen who sees it, as in `--as`.
  std::map<std::string, std::vector<std::string>> roles;
};

/// Says how windows are opened; without it `open` says that this build has none. Called once, by main.
void use_window(WindowDoor door);

}  // namespace stillhouse::cli
