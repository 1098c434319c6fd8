#include "frontend/presenter/trend_history.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace stillhouse {

namespace {

constexpr auto kRows = static_cast<std::int64_t>(TrendChunk::kRows);
constexpr float kNothing = std::numeric_limits<float>::quiet_NaN();

}  // namespace

float TrendView::value(int pen, std::int64_t scan) const {
  if (pen < 0 || scan < first_ || scan >= end_) return kNothing;
  const std::int64_t row = scan - first_;
  const TrendChunk& chunk = *chunks_[static_cast<std::size_t>(row / kRows)];
  return chunk.values[static_cast<std::size_t>(pen) * TrendChunk::kRows + static_cast<std::size_t>(row % kRows)];
}

float TrendView::at(int pen, double time) const {
  return value(pen, static_cast<std::int64_t>(std::floor(time / scan_length_ + 1e-9)));
}

std::vector<TrendSpan> TrendView::decimated(int pen, double from, double to, int columns) const {
  std::vector<TrendSpan> spans;
  if (columns < 1 || !(to > from) || empty() || pen < 0) return spans;
  const std::int64_t begin = std::max(first_, static_cast<std::int64_t>(std::floor(from / scan_length_)));
  const std::int64_t stop = std::min(end_, static_cast<std::int64_t>(std::ceil(to / scan_length_)) + 1);
  if (stop <= begin) return spans;
  // columns hold whole numbers of scans and begin at multiples of it: the picture does not shimmer while it moves
  const auto wanted = static_cast<std::int64_t>(std::ceil((to - from) / scan_length_ / columns));
  const std::int64_t width = std::max<std::int64_t>(wanted, 1);
  spans.reserve(static_cast<std::size_t>((stop - begin) / width + 2));
  constexpr float kHuge = std::numeric_limits<float>::infinity();
  for (std::int64_t start = begin - begin % width; start < stop; start += width) {
    float low = kHuge, high = -kHuge, last = kNothing;
    const std::int64_t end = std::min(start + width, stop);
    // chunk by chunk: the values of a pen lie one after the other; a comparison with no value is false
    for (std::int64_t scan = std::max(start, begin); scan < end;) {
      const std::int64_t row = scan - first_, in_chunk = row % kRows;
      const std::int64_t count = std::min(end - scan, kRows - in_chunk);
      const float* values = chunks_[static_cast<std::size_t>(row / kRows)]->values.data() +
                            static_cast<std::size_t>(pen) * TrendChunk::kRows + static_cast<std::size_t>(in_chunk);
      for (std::int64_t k = 0; k < count; ++k) {
        const float number = values[k];
        low = number < low ? number : low;
        high = number > high ? number : high;
        last = std::isnan(number) ? last : number;
      }
      scan += count;
    }
    if (low > high) continue;
    spans.push_back(
        {(static_cast<double>(start) + 0.5 * static_cast<double>(width - 1)) * scan_length_, low, high, last});
  }
  return spans;
}

TrendHistory::TrendHistory(std::size_t pens, double scan_length, std::size_t most_chunks)
    : pens_(pens), most_chunks_(std::max<std::size_t>(most_chunks, 2)), scan_length_(scan_length) {}

void TrendHistory::append(std::span<const float> row) {
  if ((end_ - first_) % kRows == 0) {
    if (chunks_.size() == most_chunks_) {
      chunks_.erase(chunks_.begin());
      first_ += kRows;
    }
    chunks_.push_back(std::make_shared<TrendChunk>());
    chunks_.back()->values.resize(pens_ * TrendChunk::kRows);
  }
  const auto place = static_cast<std::size_t>((end_ - first_) % kRows);
  for (std::size_t pen = 0; pen < pens_; ++pen) chunks_.back()->values[pen * TrendChunk::kRows + place] = row[pen];
  ++end_;
}

void TrendHistory::truncate(std::int64_t scan) {
  if (scan >= end_) return;
  if (scan <= first_) {
    chunks_.clear();
    first_ = end_ = scan;
    return;
  }
  end_ = scan;
  chunks_.resize(static_cast<std::size_t>((end_ - first_ + kRows - 1) / kRows));
  // a screen may still be reading the chunk that will now be written again
  chunks_.back() = std::make_shared<TrendChunk>(*chunks_.back());
}

TrendView TrendHistory::view() const {
  TrendView view;
  view.first_ = first_;
  view.end_ = end_;
  view.scan_length_ = scan_length_;
  view.chunks_.assign(chunks_.begin(), chunks_.end());
  // the newest chunk goes on being written: the view gets a copy of it
  const bool full = (end_ - first_) % kRows == 0;
  if (!chunks_.empty() && !full) view.chunks_.back() = std::make_shared<TrendChunk>(*chunks_.back());
  return view;
}

}  // namespace stillhouse
