#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/base/text.h"
#include "frontend/presenter/numbers.h"

namespace stillhouse {

/// What a pen draws.
enum class PenKind { reading, sample, setpoint, output, position, truth };

/// A limit drawn across a trend.
struct TrendLimit {
  double value = 0.0;  ///< in the pen's unit
  bool high = true;
  int priority = 3;  ///< 1 (most urgent) to 4
};

/// One signal whose history is kept. Numbers are in the unit of `format`.
struct TrendPen {
  std::string tag;     ///< "TI-112", "LIC-101.SP"
  std::string signal;  ///< path in the plant, for finding the pen of a judged signal; may be empty
  Text label;
  PenKind kind = PenKind::reading;
  NumberFormat format;
  double low = 0.0;  ///< engineering range
  double high = 1.0;
  std::vector<TrendLimit> limits;
};

/// One column of pixels of a trend: everything the signal did in it.
struct TrendSpan {
  double time = 0.0;  ///< middle, s
  float low = 0.0f;
  float high = 0.0f;
  float last = 0.0f;
};

/// A piece of history that no longer changes, or a copy of the newest one. One row a scan.
struct TrendChunk {
  static constexpr std::size_t kRows = 256;
  std::vector<float> values;  ///< pen by pen: values[pen * kRows + row]
};

/// History as it stood at a moment: immutable, cheap to copy, read by the screen while the run goes on.
class TrendView {
 public:
  /// Rows kept are those of scans [first, end).
  std::int64_t first() const { return first_; }
  std::int64_t end() const { return end_; }
  double scan_length() const { return scan_length_; }
  double first_time() const { return static_cast<double>(first_) * scan_length_; }
  double last_time() const { return static_cast<double>(end_ - 1) * scan_length_; }
  bool empty() const { return end_ <= first_; }

  /// Value at a scan; NaN where there is none.
  float value(int pen, std::int64_t scan) const;
  /// Value at a time, s; NaN outside.
  float at(int pen, double time) const;

  /// The stretch [from, to] in at most `columns` spans; no extreme is lost. Scans without a value are left out.
  std::vector<TrendSpan> decimated(int pen, double from, double to, int columns) const;

 private:
  friend class TrendHistory;
  std::vector<std::shared_ptr<const TrendChunk>> chunks_;
  std::int64_t first_ = 0, end_ = 0;
  double scan_length_ = 1.0;
};

/// History of a run, written by the simulation's thread only.
class TrendHistory {
 public:
  TrendHistory(std::size_t pens, double scan_length, std::size_t most_chunks = 400);

  /// Row of the next scan; `row` has one value a pen.
  void append(std::span<const float> row);
  /// Forgets the rows of `scan` and all after it.
  void truncate(std::int64_t scan);

  std::int64_t end() const { return end_; }
  TrendView view() const;

 private:
  std::size_t pens_, most_chunks_;
  double scan_length_;
  std::vector<std::shared_ptr<TrendChunk>> chunks_;  ///< the last one is still written
  std::int64_t first_ = 0, end_ = 0;
};

}  // namespace stillhouse
