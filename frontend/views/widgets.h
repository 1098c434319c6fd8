#pragma once

#include <optional>
#include <string>

#include "frontend/views/ui.h"

namespace stillhouse {

/// Note the last ImGui item under a name.
void note_widget(Ui& ui, const std::string& name, bool enabled = true, std::string value = {});

struct ButtonLook {
  bool enabled = true;
  bool chosen = false;  ///< one of a set, and it is this one
  float width = 0.0f;   ///< points; 0: as wide as its text
  bool small = false;
};
/// A push button; true when it is clicked.
bool push_button(Ui& ui, const std::string& name, const char* label, const ButtonLook& look = {});

/// A number with its unit to type into, and a button; the number in `format`'s unit when it was entered.
/// `shown` stands in the field as long as nobody types.
std::optional<double> number_entry(Ui& ui, const std::string& name, const NumberFormat& format, double shown_si,
                                   float width, bool enabled = true);

/// A row of tabs; returns the chosen one.
int tab_row(Ui& ui, const std::string& name, std::initializer_list<const char*> labels, int chosen);

/// Text in the small typeface and quiet colour.
void quiet_text(Ui& ui, const char* text);
/// The same over as many lines as it needs.
void quiet_paragraph(Ui& ui, const char* text);
/// A label in a column and a value right of it.
void label_value(Ui& ui, const char* label, const std::string& value, const std::string& unit, float label_width);

/// What is left of the ImGui window, in screen coordinates: where a screen draws.
struct ScreenArea {
  ImVec2 low, high;
};
ScreenArea screen_area(const Ui& ui);

/// A panel with a border between two corners, filled by `content`.
void panel(Ui& ui, const char* id, ImVec2 low, ImVec2 high, void (*content)(Ui&));

/// A titled panel with a border: a child window. Returns always; end it with end_panel.
void begin_panel(Ui& ui, const char* id, ImVec2 low, ImVec2 size);
void end_panel();

/// Mark of an alarm: shape, number and colour after its urgency. `hollow` when it is acknowledged or shelved.
void alarm_mark(ImDrawList& draw, ImVec2 middle, float size, Urgency urgency, bool hollow, ImFont* font);
/// Mark of a reading that may not be trusted: white circle with a letter.
void quality_mark(ImDrawList& draw, ImVec2 middle, float size, ValueQuality quality, ImFont* font);
/// Name of a quality.
const char* quality_word(const Ui& ui, ValueQuality quality);

}  // namespace stillhouse
