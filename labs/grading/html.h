#pragma once

#include <string>
#include <string_view>

#include "engine/base/text.h"

namespace stillhouse::html {

/// The text with what HTML and XML would misread made harmless, also inside attributes in double quotes. Bytes that are
/// not UTF-8, and characters no document may hold, become U+FFFD.
std::string escaped(std::string_view text);

/// A text in both languages, of which the style sheet shows one. If one is missing the other stands for it; if both
/// are the same it stands once.
std::string both(const Text& text);
std::string both(std::string_view en, std::string_view zh);

/// As `both`, for the inside of an SVG: two <text> elements with the attributes given.
std::string both_in_svg(const Text& text, const std::string& attributes);

/// "12.5" for (12.46, 1); never "-0.0".
std::string fixed(double number, int decimals);

/// About four significant digits, as few as do: 0.35, 1013, 296.2, 1.2e-05.
std::string number(double number);

/// Points of a grade: one decimal, or two where one would hide the difference; with the sign for minus, not a hyphen.
std::string points(double points);

/// Simulated time as h:mm:ss.
std::string clock(double seconds);

/// "0:05:00–0:16:00", or the one time if both are the same.
std::string clock_interval(double from, double to);

}  // namespace stillhouse::html
