#include "frontend/presenter/numbers.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "engine/base/quantity.h"

namespace stillhouse {

NumberFormat number_format(const std::string& symbol, double low, double high) {
  NumberFormat format{symbol, symbol, 1};
  double span = std::abs(high - low);
  if (const std::optional<Unit> unit = unit_from(symbol)) {
    format.printed = printed_symbol(*unit);
    span = std::abs(from_si(high, *unit) - from_si(low, *unit));
  }
  if (std::isfinite(span) && span > 0.0)
    format.decimals = std::clamp(static_cast<int>(std::lround(2.7 - std::log10(span))), 0, 4);
  return format;
}

double shown_number(double si, const NumberFormat& format) {
  const std::optional<Unit> unit = unit_from(format.symbol);
  return unit ? from_si(si, *unit) : si;
}

double si_number(double number, const NumberFormat& format) {
  const std::optional<Unit> unit = unit_from(format.symbol);
  return unit ? to_si(number, *unit) : number;
}

std::string number_text(double si, const NumberFormat& format) {
  return plain_number(shown_number(si, format), format.decimals);
}

std::string plain_number(double number, int decimals) {
  if (!std::isfinite(number)) return "---";
  char text[64];
  const auto end = std::to_chars(text, text + sizeof text, number, std::chars_format::fixed, decimals);
  if (end.ec != std::errc{}) return "---";
  std::string result(text, end.ptr);
  // minus nothing is nothing
  if (result.front() == '-' && result.find_first_not_of("-0.") == std::string::npos) result.erase(0, 1);
  return result;
}

std::optional<double> typed_number(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" +");
  if (first == std::string_view::npos) return {};
  std::string digits(text.substr(first, text.find_last_not_of(' ') + 1 - first));
  std::replace(digits.begin(), digits.end(), ',', '.');
  double number = 0.0;
  const auto end = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (end.ec != std::errc{} || end.ptr != digits.data() + digits.size() || !std::isfinite(number)) return {};
  return number;
}

std::string clock_text(double seconds) {
  const auto whole = static_cast<std::int64_t>(std::floor(std::max(seconds, 0.0) + 0.5));
  const auto two = [](std::int64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return std::to_string(whole / 3600) + ":" + two(whole / 60 % 60) + ":" + two(whole % 60);
}

}  // namespace stillhouse
