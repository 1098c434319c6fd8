#pragma once

#include <vector>

#include "frontend/views/trend_frame.h"

namespace stillhouse {

/// Mouse on a plot that is the last ImGui item: the wheel zooms in time about it, a drag moves in time, a double click
/// goes back to now.
void steer_time(Ui& ui, const TrendFrame& frame);

/// Mouse and keys on the plot of the trends' own screen. Beside the above: Ctrl and wheel zoom the values; a click sets
/// cursor A, with Shift B; a drag of a cursor's line moves it; with the right button, or any while boxes are chosen, a
/// drag zooms into its box. While the mouse is on the plot: left and right move cursor A by a scan (with Shift B), +
/// and
/// - zoom, Home and End show the whole run and now, Backspace leaves a zoom, Delete takes the chosen pen off.
void steer_large(Ui& ui, const TrendFrame& frame);

/// What is dragged from the list of tags: takes it where the last ImGui item is.
void drop_tags(Ui& ui);
/// The last ImGui item can be dragged to the plot with these pens.
void drag_tags(Ui& ui, const std::vector<int>& pens, const char* label);

/// Adds pens that are not drawn yet, as many as there is room for; takes pens off.
void add_pens(TrendViewState& trend, const std::vector<int>& pens);
void remove_pens(TrendViewState& trend, const std::vector<int>& pens);
bool are_drawn(const TrendViewState& trend, const std::vector<int>& pens);

inline constexpr std::size_t kMostPens = 60;

/// The whole run so far, going on with it.
void show_whole_run(Ui& ui);
/// The newest so many seconds, following the run.
void show_last(Ui& ui, double length);

}  // namespace stillhouse
