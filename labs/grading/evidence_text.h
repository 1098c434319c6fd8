#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/text.h"
#include "labs/scenario/lab.h"

/// Words and numbers of sentences for people, in both languages.
namespace stillhouse {

/// The same in both languages: tags, numbers with units.
Text plain(std::string words);

/// The pattern with {0}, {1}, ... replaced by the parts, each in its language.
Text filled(const Text& pattern, std::span<const Text> parts);
inline Text filled(const Text& pattern, std::initializer_list<Text> parts) {
  return filled(pattern, std::span(parts.begin(), parts.size()));
}

/// `a` followed by `b`.
Text operator+(const Text& a, const Text& b);

/// A task's sentence without its full stop, to stand in quotes inside another.
Text without_stop(Text sentence);

/// "45 s", "7 min 20 s", "1 h 5 min" / "45 秒", "7 分 20 秒", "1 小时 5 分钟".
Text duration_text(double seconds);

/// An SI value in a unit, with one decimal, below 10 with three significant digits: "95 mol%", "78.4 °C", "0.0521
/// mol/s".
std::string value_text(double value, const std::string& unit);

/// As value_text, with as many more digits as it takes not to look like `limit`, which it differs from.
std::string value_beside(double value, double limit, const std::string& unit);

/// "95 mol% or more", "60 mbar or less", "60 °C to 64 °C".
Text band_text(double low, double high, const std::string& unit);

/// "6 MJ/kg or less" for a ramp on which less is better.
Text full_text(double full, double none, const std::string& unit);

/// Points with at most one decimal, two where one would say 0: "2 points", "1 point".
Text points_text(double points);

/// "TI-112", "LIC-101.setpoint", "distillate.x.methanol".
std::string subject_name(const scenario::Subject& subject);

/// "a", "a and b", "a, b and c" and their like; `word` is " and " or " or ".
Text listed(const std::vector<Text>& parts, const Text& word);

}  // namespace stillhouse
