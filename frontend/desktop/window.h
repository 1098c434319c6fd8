#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "frontend/presenter/language.h"
#include "frontend/presenter/opened_run.h"
#include "frontend/presenter/role.h"

namespace stillhouse {

class ReviewDesk;

/// What to open.
struct WindowOptions {
  std::optional<OpenedRun> run;        ///< shown at first; else what needs no run
  RunDoor door;                        ///< opens what a person asks for later
  std::shared_ptr<ReviewDesk> review;  ///< a class of runs to look at; may be null

  std::optional<std::string> screenshot;  ///< PNG file: a picture is taken instead of a window that stays
  std::string screenshots;                ///< folder: pictures of screens in both languages instead
  std::vector<std::string> pictured;      ///< ids of these screens; empty: every one
  std::string widgets;                    ///< file that lists what can be clicked, by name with its middle; empty: none
  double at = 0.0;                        ///< simulated time to run to first, s

  std::optional<Language> language;  ///< else that of the environment (LC_ALL, LC_MESSAGES, LANG)
  Role role = Role::student;
  int width = 1280, height = 720;  ///< of the window at first, pixels
  double zoom = 1.0;               ///< everything so many times larger than fits the window
  std::string preview;             ///< lab that the preview watches at first; may be empty
  std::string screen;              ///< id of the screen at first; empty: the first there is
  std::string selected;            ///< tag on the faceplate at first; may be empty
};

/// Opens the window and stays until it is closed, or takes its picture. Returns the exit code of the program: 0 if all
/// went well, 1 with a sentence on stderr if there is no display, font or graphics, or the run cannot be kept.
int open_window(WindowOptions options);

/// A screen that can be asked for by name.
struct ScreenName {
  std::string id;
  bool needs_run = true;
  std::vector<std::string> roles;  ///< who sees it, as in `--as`
};
std::vector<ScreenName> screen_names();

}  // namespace stillhouse
