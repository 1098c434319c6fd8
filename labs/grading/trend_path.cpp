#include "labs/grading/trend_path.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

#include "labs/grading/html.h"

namespace stillhouse {
namespace {

/// Collects points into the text of a path.
class Pen {
 public:
  void lift() { down_ = false; }

  void move(double x, double y) {
    const std::string point = html::fixed(x, 1) + " " + html::fixed(y, 1);
    if (down_ && point == last_) return;
    text_ += (down_ ? "L" : "M") + point;
    last_ = point;
    down_ = true;
  }

  const std::string& text() const { return text_; }

 private:
  std::string text_;
  std::string last_;
  bool down_ = false;
};

}  // namespace

std::string trend_path(const Trend& trend, const ChartFrame& frame, const Axis& time, const Axis& value) {
  const std::size_t samples = std::min(trend.time.size(), trend.value.size());
  const auto column = [&](std::size_t i) { return std::floor(frame.x(time, trend.time[i])); };
  Pen pen;
  for (std::size_t i = 0; i < samples;) {
    if (!std::isfinite(trend.value[i])) {
      pen.lift();
      ++i;
      continue;
    }

    // the samples of this column
    const double here = column(i);
    std::size_t end = i;
    std::size_t lowest = i;
    std::size_t highest = i;
    while (end < samples && std::isfinite(trend.value[end]) && column(end) == here) {
      if (trend.value[end] < trend.value[lowest]) lowest = end;
      if (trend.value[end] > trend.value[highest]) highest = end;
      ++end;
    }

    // in the order of time, each once
    std::array<std::size_t, 4> drawn = {i, std::min(lowest, highest), std::max(lowest, highest), end - 1};
    for (std::size_t k = 0; k < drawn.size(); ++k) {
      if (k > 0 && drawn[k] == drawn[k - 1]) continue;
      pen.move(frame.x(time, trend.time[drawn[k]]), frame.y(value, trend.value[drawn[k]]));
    }
    i = end;
  }
  return pen.text();
}

}  // namespace stillhouse
