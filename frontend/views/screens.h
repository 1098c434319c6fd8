#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "frontend/views/ui.h"

namespace stillhouse {

/// One screen of the window. Its function fills the rest of the ImGui window it is called in (`screen_area`).
struct ScreenEntry {
  std::string_view id;  ///< as in `stillhouse open --screen trends`
  Word word;
  bool for_student = true, for_instructor = true, for_assessor = true;
  bool after_run = false;  ///< of a run that has ended: before, it only says so
  bool needs_run = true;   ///< shows the running lab; others are there without one too
  void (*draw)(Ui& ui) = nullptr;

  bool is_for(Role role) const;
};

/// All screens, in the order of the navigation bar. To add one: its line here, its word in assets/words.
std::span<const ScreenEntry> screens();

/// Null if there is none of that id.
const ScreenEntry* find_screen(std::string_view id);

/// The screens that a role sees now, in order.
std::vector<const ScreenEntry*> screens_of(Role role, bool has_run);

/// Goes to the screen in a place (from 0) of the navigation bar, if there is one: the function keys.
void go_to_screen(Ui& ui, int place);

/// What a new run shows first: the pens of its first controllers and thermometers, and the plant.
void begin_screens(ViewState& view, const ScreenState& screen);

/// Draws the whole window into the present ImGui frame: navigation bar, with a run also tool bar and alarm banner, and
/// the chosen screen below. Clears and fills the registry.
void draw_screens(Ui& ui);

}  // namespace stillhouse
