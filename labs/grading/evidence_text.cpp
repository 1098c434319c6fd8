#include "labs/grading/evidence_text.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "engine/base/quantity.h"
#include "labs/grading/html.h"

namespace stillhouse {
namespace {

std::string filled_in(const std::string& pattern, std::span<const Text> parts, std::string Text::*language) {
  std::string result;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const bool place = pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}';
    const std::size_t number = place ? static_cast<std::size_t>(pattern[i + 1] - '0') : parts.size();
    if (number < parts.size()) {
      result += parts[number].*language;
      i += 2;
    } else {
      result += pattern[i];
    }
  }
  return result;
}

Unit unit_of(const std::string& symbol) {
  return unit(symbol.empty() ? "1" : symbol);
}

// one decimal, and never fewer than three significant digits
int digits_of(double number) {
  const double magnitude = std::abs(number);
  int whole = 0;
  for (double power = 1.0; power <= magnitude && whole < 9; power *= 10.0) ++whole;
  return std::max(3, whole < 4 ? whole + 1 : whole);
}

std::string with_symbol(const std::string& number, const Unit& unit) {
  const std::string symbol = printed_symbol(unit);
  return symbol.empty() ? number : number + " " + symbol;
}

}  // namespace

Text plain(std::string words) {
  return {words, words};
}

Text filled(const Text& pattern, std::span<const Text> parts) {
  return {filled_in(pattern.en, parts, &Text::en), filled_in(pattern.zh, parts, &Text::zh)};
}

Text operator+(const Text& a, const Text& b) {
  return {a.en + b.en, a.zh + b.zh};
}

Text without_stop(Text sentence) {
  const std::string_view full_stop = "。";
  if (sentence.en.ends_with('.')) sentence.en.pop_back();
  if (sentence.zh.ends_with(full_stop)) sentence.zh.erase(sentence.zh.size() - full_stop.size());
  if (sentence.en.empty()) sentence.en = sentence.zh;
  if (sentence.zh.empty()) sentence.zh = sentence.en;
  return sentence;
}

Text duration_text(double seconds) {
  if (!(seconds < 1e9)) return {"for ever", "始终"};
  if (seconds < 59.95) {
    const std::string number = rounded(std::round(seconds * 10.0) / 10.0, 3);
    return {number + " s", number + " 秒"};
  }
  const auto whole = static_cast<std::int64_t>(std::round(seconds));
  const std::string h = std::to_string(whole / 3600), min = std::to_string(whole / 60 % 60),
                    s = std::to_string(whole % 60);
  const bool minutes = whole / 60 % 60 > 0, left = whole % 60 > 0;
  Text text;
  if (whole >= 3600) text = {h + " h", h + " 小时"};
  if (minutes)
    text = text + Text{(text.en.empty() ? "" : " ") + min + " min",
                       (text.zh.empty() ? "" : " ") + min + (left ? " 分" : " 分钟")};
  if (left) text = text + Text{" " + s + " s", " " + s + " 秒"};
  return text;
}

std::string value_text(double value, const std::string& symbol) {
  const Unit unit = unit_of(symbol);
  const double number = from_si(value, unit);
  return with_symbol(rounded(number, digits_of(number)), unit);
}

std::string value_beside(double value, double limit, const std::string& symbol) {
  const Unit unit = unit_of(symbol);
  const double number = from_si(value, unit);
  const double other = from_si(limit, unit);
  int digits = digits_of(number);
  if (value != limit && std::isfinite(limit))
    while (digits < 12 && rounded(number, digits) == rounded(other, digits)) ++digits;
  return with_symbol(rounded(number, digits), unit);
}

Text band_text(double low, double high, const std::string& unit) {
  const bool below = std::isfinite(low), above = std::isfinite(high);
  if (below && above)
    return filled({"{0} to {1}", "{0} 至 {1}"}, {plain(value_text(low, unit)), plain(value_text(high, unit))});
  if (below) return filled({"{0} or more", "不低于 {0}"}, {plain(value_text(low, unit))});
  if (above) return filled({"{0} or less", "不高于 {0}"}, {plain(value_text(high, unit))});
  return {"any value", "任意值"};
}

Text full_text(double full, double none, const std::string& unit) {
  const Text pattern = full > none ? Text{"{0} or more", "不低于 {0}"} : Text{"{0} or less", "不高于 {0}"};
  return filled(pattern, {plain(value_text(full, unit))});
}

Text points_text(double points) {
  std::string number = html::fixed(points, 1);
  if (number == "0.0") number = html::fixed(points, 2);
  if (number.ends_with(".0")) number.erase(number.size() - 2);
  return {number + (number == "1" ? " point" : " points"), number + " 分"};
}

std::string subject_name(const scenario::Subject& subject) {
  switch (subject.kind) {
    case scenario::SubjectKind::setpoint:
      return subject.name + ".setpoint";
    case scenario::SubjectKind::output:
      return subject.name + ".output";
    case scenario::SubjectKind::phase:
      return subject.name + ".phase";
    case scenario::SubjectKind::bench:
    case scenario::SubjectKind::reading:
    case scenario::SubjectKind::position:
    case scenario::SubjectKind::signal:
      break;
  }
  return subject.name;
}

Text listed(const std::vector<Text>& parts, const Text& word) {
  Text result;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) result = result + (i + 1 == parts.size() ? word : Text{", ", "、"});
    result = result + parts[i];
  }
  return result;
}

}  // namespace stillhouse
