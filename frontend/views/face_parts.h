#pragma once

#include <optional>
#include <string>
#include <vector>

#include "frontend/views/ui.h"

namespace stillhouse {

/// Head of a faceplate: tag, sentence, and a button that shows its trend with the given pens.
void face_head(Ui& ui, const std::string& tag, const Text& says, std::initializer_list<int> pens);

/// A marker on a face bar, in SI.
struct BarMark {
  double value;
  bool upper;           ///< triangle above the bar (set-point), else a line across (limit)
  Urgency urgency = 0;  ///< limits: of the alarm
};

/// A horizontal bar over a range with the value as its filled part.
void face_bar(Ui& ui, double value, double low, double high, const std::vector<BarMark>& marks, bool good = true);

/// A value in large type with its unit, and a label in front.
void face_value(Ui& ui, const char* label, const std::string& value, const std::string& unit);

/// Buttons that move a value by steps of its range; returns the new value (SI) when one is clicked.
std::optional<double> step_buttons(Ui& ui, const std::string& name, double value, double low, double high,
                                   bool enabled);

/// "range 0.0 to 120.0 °C", small.
void face_range(Ui& ui, const NumberFormat& format, double low, double high);

/// Limits of an instrument's alarms as marks, SI.
std::vector<BarMark> limit_marks(const Ui& ui, int pen);

}  // namespace stillhouse
