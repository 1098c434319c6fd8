#include "frontend/presenter/trend_readout.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace stillhouse {

namespace {

/// Shortest text that reads back as the same number.
void append_number(std::string& text, double number) {
  char digits[32];
  const auto end = std::to_chars(digits, digits + sizeof digits, number);
  text.append(digits, end.ptr);
}

/// Six figures: a history in single precision has no more that are sure.
void append_value(std::string& text, float number) {
  char digits[32];
  const auto end = std::to_chars(digits, digits + sizeof digits, number, std::chars_format::general, 6);
  text.append(digits, end.ptr);
}

/// A field of the table, in quotes where it must be.
std::string field(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char letter : text) {
    if (letter == '"') quoted += '"';
    quoted += letter;
  }
  return quoted + '"';
}

}  // namespace

CursorReading cursor_reading(const TrendView& trends, int pen, double a, double b) {
  const double nothing = std::numeric_limits<double>::quiet_NaN();
  CursorReading reading;
  reading.a = static_cast<double>(trends.at(pen, a));
  reading.b = static_cast<double>(trends.at(pen, b));
  reading.difference = reading.b - reading.a;
  reading.rate = a == b ? nothing : reading.difference / (b - a) * 60.0;
  reading.least = reading.most = reading.mean = nothing;

  const double dt = trends.scan_length();
  const auto scan_of = [&](double time) { return static_cast<std::int64_t>(std::floor(time / dt + 1e-9)); };
  const std::int64_t from = std::max(scan_of(std::min(a, b)), trends.first());
  const std::int64_t to = std::min(scan_of(std::max(a, b)), trends.end() - 1);
  double sum = 0.0;
  std::int64_t count = 0;
  for (std::int64_t scan = from; scan <= to; ++scan) {
    const auto value = static_cast<double>(trends.value(pen, scan));
    if (std::isnan(value)) continue;
    reading.least = count == 0 ? value : std::min(reading.least, value);
    reading.most = count == 0 ? value : std::max(reading.most, value);
    sum += value;
    ++count;
  }
  if (count > 0) reading.mean = sum / static_cast<double>(count);
  return reading;
}

std::string trend_csv(const ScreenState& screen, const std::vector<int>& pens, double from, double to) {
  const TrendView& trends = screen.trends;
  std::string text = "\xEF\xBB\xBFtime [s]";
  for (const int index : pens) {
    const TrendPen& pen = screen.lab->pens[static_cast<std::size_t>(index)];
    const std::string& unit = pen.format.printed;
    text += ',' + field(unit.empty() ? pen.tag : pen.tag + " [" + unit + "]");
  }
  text += "\r\n";
  const double dt = trends.scan_length();
  const std::int64_t begin = std::max(static_cast<std::int64_t>(std::ceil(from / dt - 1e-9)), trends.first());
  const std::int64_t stop = std::min(static_cast<std::int64_t>(std::floor(to / dt + 1e-9)) + 1, trends.end());
  for (std::int64_t scan = begin; scan < stop; ++scan) {
    append_number(text, static_cast<double>(scan) * dt);
    for (const int pen : pens) {
      text += ',';
      const float value = trends.value(pen, scan);
      if (!std::isnan(value)) append_value(text, value);
    }
    text += "\r\n";
  }
  return text;
}

}  // namespace stillhouse
