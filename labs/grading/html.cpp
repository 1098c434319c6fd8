#include "labs/grading/html.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>

namespace stillhouse::html {
namespace {

constexpr std::string_view lost_letter = "\xEF\xBF\xBD";

/// Length of the well-formed UTF-8 sequence at the beginning (Unicode, table 3-7), 0 if there is none.
std::size_t sequence_length(std::string_view text) {
  const auto byte = [&text](std::size_t i) { return i < text.size() ? static_cast<std::uint8_t>(text[i]) : 0u; };
  const auto follows = [&byte](std::size_t i) { return byte(i) >= 0x80 && byte(i) <= 0xBF; };
  const unsigned first = byte(0);
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return follows(1) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF) {
    const bool allowed = (first != 0xE0 || byte(1) >= 0xA0) && (first != 0xED || byte(1) <= 0x9F);
    return allowed && follows(1) && follows(2) ? 3 : 0;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    const bool allowed = (first != 0xF0 || byte(1) >= 0x90) && (first != 0xF4 || byte(1) <= 0x8F);
    return allowed && follows(1) && follows(2) && follows(3) ? 4 : 0;
  }
  return 0;
}

// of well-formed sequences, those that XML 1.0 leaves out: controls and the two non-characters of the basic plane
bool allowed_in_document(std::string_view sequence) {
  if (sequence.size() == 1) {
    const auto c = static_cast<std::uint8_t>(sequence[0]);
    return (c >= 0x20 && c != 0x7F) || c == '\t' || c == '\n';
  }
  return sequence != "\xEF\xBF\xBE" && sequence != "\xEF\xBF\xBF";
}

std::string formatted(double number, std::chars_format format, int precision) {
  std::array<char, 400> text;
  const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), number, format, precision);
  return error == std::errc() ? std::string(text.data(), end) : std::string("?");
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string safe;
  safe.reserve(text.size());
  while (!text.empty()) {
    const std::size_t length = sequence_length(text);
    const std::string_view sequence = text.substr(0, length == 0 ? 1 : length);
    text.remove_prefix(sequence.size());
    if (length == 0 || !allowed_in_document(sequence)) {
      safe += lost_letter;
    } else if (sequence == "&") {
      safe += "&amp;";
    } else if (sequence == "<") {
      safe += "&lt;";
    } else if (sequence == ">") {
      safe += "&gt;";
    } else if (sequence == "\"") {
      safe += "&quot;";
    } else if (sequence == "'") {
      safe += "&#39;";
    } else {
      safe += sequence;
    }
  }
  return safe;
}

std::string both(const Text& text) {
  return both(text.en, text.zh);
}

std::string both(std::string_view en, std::string_view zh) {
  if (en == zh || zh.empty()) return escaped(en);
  if (en.empty()) return escaped(zh);
  return "<span class=\"en\" lang=\"en\">" + escaped(en) + "</span><span class=\"zh\" lang=\"zh\">" + escaped(zh) +
         "</span>";
}

std::string both_in_svg(const Text& text, const std::string& attributes) {
  const std::string& en = text.en.empty() ? text.zh : text.en;
  const std::string& zh = text.zh.empty() ? text.en : text.zh;
  if (en == zh) return "<text " + attributes + ">" + escaped(en) + "</text>";
  return "<g class=\"en\"><text " + attributes + ">" + escaped(en) + "</text></g><g class=\"zh\"><text " + attributes +
         ">" + escaped(zh) + "</text></g>";
}

std::string fixed(double number, int decimals) {
  if (std::isnan(number)) return "–";
  std::string text = formatted(number, std::chars_format::fixed, decimals);
  // what rounds to zero has no sign
  if (text.front() == '-' && text.find_first_not_of("-0.") == std::string::npos) text.erase(0, 1);
  return text;
}

std::string number(double number) {
  if (!std::isfinite(number)) return "–";
  const double magnitude = std::abs(number);
  if (magnitude == 0.0) return "0";
  if (magnitude < 1e-3 || magnitude >= 1e7) return formatted(number, std::chars_format::general, 4);
  int decimals = magnitude >= 1000.0 ? 0 : magnitude >= 100.0 ? 1 : magnitude >= 10.0 ? 2 : 4;
  if (magnitude < 10.0 && magnitude >= 1.0) decimals = 3;
  std::string text = fixed(number, decimals);
  if (text.find('.') != std::string::npos) {
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
  }
  return text;
}

std::string points(double points) {
  const double tenths = points * 10.0;
  const std::string text = fixed(points, std::abs(tenths - std::round(tenths)) < 0.05 ? 1 : 2);
  return text.front() == '-' ? "−" + text.substr(1) : text;
}

std::string clock(double seconds) {
  if (!std::isfinite(seconds)) return "–";
  const auto whole = static_cast<std::int64_t>(std::floor(std::abs(seconds) + 0.5));
  const auto two = [](std::int64_t part) { return (part < 10 ? "0" : "") + std::to_string(part); };
  return (seconds < 0.0 && whole > 0 ? "-" : "") + std::to_string(whole / 3600) + ":" + two(whole / 60 % 60) + ":" +
         two(whole % 60);
}

std::string clock_interval(double from, double to) {
  const std::string begin = clock(from);
  const std::string end = clock(to);
  return begin == end ? begin : begin + "–" + end;
}

}  // namespace stillhouse::html
