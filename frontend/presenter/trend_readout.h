#pragma once

#include <string>
#include <vector>

#include "frontend/presenter/language.h"
#include "frontend/presenter/screen_state.h"

namespace stillhouse {

/// What two cursors read of a pen, in its unit; NaN where there is no value. Order of the cursors does not matter for
/// least, most and mean, which are those of all scans from one to the other.
struct CursorReading {
  double a = 0.0, b = 0.0;
  double difference = 0.0;  ///< b - a
  double rate = 0.0;        ///< difference a minute
  double least = 0.0, most = 0.0, mean = 0.0;
};

/// `a` and `b` are times, s.
CursorReading cursor_reading(const TrendView& trends, int pen, double a, double b);

/// The pens over a stretch of time as a table that spreadsheets read: UTF-8 with a byte order mark (without it Excel
/// reads no °C), comma-separated, CRLF, one row a scan; the first column is the time in s, the others are headed "TAG
/// [unit]". Where there is no value there is nothing.
std::string trend_csv(const ScreenState& screen, const std::vector<int>& pens, double from, double to);

}  // namespace stillhouse
