#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <typeindex>
#include <vector>

#include <imgui.h>

#include "frontend/presenter/desk_control.h"
#include "frontend/presenter/language.h"
#include "frontend/presenter/role.h"
#include "frontend/presenter/run_control.h"
#include "frontend/presenter/screen_state.h"
#include "frontend/presenter/trend_tags.h"
#include "frontend/presenter/words.h"
#include "frontend/views/widget_registry.h"

namespace stillhouse {

/// Typefaces of the screen, made by the desktop for its scale.
struct Fonts {
  ImFont* small = nullptr;  ///< tags, units, axes
  ImFont* normal = nullptr;
  ImFont* large = nullptr;  ///< values on faceplates, score
};

/// What the trend shows.
struct TrendViewState {
  std::vector<int> pens;                        ///< positions in LabFacts::pens
  double length = 600.0;                        ///< s shown
  double end = 0.0;                             ///< s at the right edge, when it does not follow
  bool follows = true;                          ///< the right edge is now
  bool fits = false;                            ///< scales follow the data instead of the engineering range
  bool logarithmic = false;                     ///< scales of quantities that are not negative
  double low = 0.0, high = 1.0;                 ///< part of the scales' height that is shown
  double cursor = -1.0;                         ///< s; negative: where the mouse is
  double second_cursor = -1.0;                  ///< s; negative: there is none
  double marked_from = -1.0, marked_to = -1.0;  ///< evidence that was clicked, s
  int chosen = -1;                              ///< pen whose axis and limits are drawn; -1: the first

  // of the trends' own screen
  int plot = 0;                  ///< 0 against time, 1 T-x-y, 2 McCabe-Thiele, 3 heat balance
  bool boxes = false;            ///< a drag zooms into a box instead of moving
  std::vector<PenGroup> groups;  ///< pens that are kept under names
  struct Window {
    double length, end, low, high;
    bool follows;
  };
  std::vector<Window> before;           ///< windows that zooming has left, the last one on top
  float drag_x = -1.0f, drag_y = 0.0f;  ///< pixels; where a box or a click began; negative: none did
  std::string told;                     ///< where the last export went, or why it did not
  bool told_well = true;
};

/// A file that the window is asked for: it alone can see its pixels, and knows where files go.
struct ExportWish {
  std::string name;  ///< without folder and ending
  std::string text;  ///< a table; empty: a picture is wanted
  ImVec2 low, high;  ///< of the picture, pixels
};

/// What a person has chosen at the screen. Belongs to the window, never to the run.
struct ViewState {
  Language language = Language::en;
  std::string screen = "plant";      ///< id of the chosen one (views/screens.h)
  std::string selected;              ///< tag on the faceplate
  int task_tab = 0;                  ///< 0 tasks, 1 samples, 2 interlocks, 3 instructions
  int alarm_tab = 0;                 ///< 0 alarms, 1 journal
  std::string chosen_step;           ///< task whose conditions are shown; empty: the open one
  Evidence moment;                   ///< lost points that were clicked last
  std::size_t notebook_entries = 0;  ///< that the notebook has scrolled to
  bool asks_finish = false;
  bool shows_tuning = false;
  TrendViewState trend;
  bool muted = false;                            ///< alarms are not heard
  bool silence = false;                          ///< those that are heard now shall be quiet; the window takes it back
  std::optional<ExportWish> wanted_file;         ///< the window takes it back
  std::map<std::string, std::string> typed;      ///< text in each entry
  std::map<std::string, std::string> complaint;  ///< per faceplate: what was wrong with an entry
  std::int64_t dismissed_reply = 0;              ///< the refusal with this number has been read
  bool saw_report = false;

  /// What a screen keeps between frames for itself: `ui.view.own<BenchState>()`. Made when it is first asked for.
  template <class State>
  State& own() {
    std::shared_ptr<void>& state = owned[typeid(State)];
    if (!state) state = std::make_shared<State>();
    return *static_cast<State*>(state.get());
  }
  std::map<std::type_index, std::shared_ptr<void>> owned;
};

/// One frame: what is shown, what has been chosen, and where wishes go.
struct Ui {
  const ScreenState& screen;
  RunControl& run;
  DeskControl& desk;
  ViewState& view;
  WidgetRegistry& widgets;
  std::string& letters;  ///< texts that will be drawn and are in neither assets/words nor `screen`: add them here
  Fonts fonts;
  float scale = 1.0f;     ///< pixels of a point on a 720-line screen
  double blink = 0.0;     ///< s of wall time, for marks that flash
  bool looks_on = false;  ///< nothing can be commanded: a run that is over is looked at
  bool has_run = true;    ///< else `screen` is empty and `run` does nothing
  Role role = Role::student;

  const char* operator()(Word word) const { return say(words(word), view.language).c_str(); }
  std::string operator()(Word word, std::initializer_list<std::string> values) const {
    return say(words(word, values), view.language);
  }
  const char* operator()(const Text& text) const { return say(text, view.language).c_str(); }
  float px(float points) const { return points * scale; }
  /// Whether flashing marks are bright now: 1 a second.
  bool bright() const { return blink - static_cast<double>(static_cast<long long>(blink)) < 0.5; }

  void send(std::string verb, std::string tag, double value = 0.0, std::string text = {}) const {
    run.command({.verb = std::move(verb), .tag = std::move(tag), .value = value, .text = std::move(text)});
  }
};

}  // namespace stillhouse
