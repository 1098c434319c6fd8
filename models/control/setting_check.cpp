#include "models/control/setting_check.h"

#include <charconv>
#include <string>

#include "engine/base/error.h"

namespace stillhouse {

namespace {

std::string number(double value) {
  char text[32];
  const auto end = std::to_chars(text, text + sizeof text, value).ptr;
  return std::string(text, end);
}

}  // namespace

void check_setting(std::string_view device, std::string_view name, double value, double low, double high) {
  // written so that NaN fails too
  if (value >= low && value <= high) return;
  const std::string allowed = high >= 1e300 ? number(low) + " or more" : number(low) + " to " + number(high);
  throw ModelError(std::string(device) + ": " + std::string(name) + " is " + number(value) + "; allowed: " + allowed);
}

void check_span(std::string_view device, double low, double high) {
  check_setting(device, "low", low, -1e300, 1e300);
  check_setting(device, "high", high, -1e300, 1e300);
  if (low < high) return;
  throw ModelError(std::string(device) + ": the range from " + number(low) + " to " + number(high) + " is empty");
}

}  // namespace stillhouse
