#include "labs/record/wall_clock.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <ctime>

namespace stillhouse {

std::string wall_time_now() {
  using std::chrono::system_clock;
  const auto since_epoch = system_clock::now().time_since_epoch();
  const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(since_epoch).count();
  const std::time_t seconds = milliseconds / 1000;
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  std::array<char, 96> text;
  const int length = std::snprintf(text.data(), text.size(), "%04d-%02d-%02dT%02d:%02d:%02d.%03dZ",
                                   parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min,
                                   parts.tm_sec, static_cast<int>(milliseconds % 1000));
  return std::string(text.data(), static_cast<std::size_t>(length));
}

}  // namespace stillhouse
