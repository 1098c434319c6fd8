#include "models/instruments/chromatogram/retention_index.h"

#include "engine/autodiff/functions.h"
#include "engine/base/error.h"
#include "engine/base/quantity.h"

namespace stillhouse {

namespace {

/// The lower of the two alkanes about a time.
std::size_t alkane_below(double t_R, const std::vector<AlkaneTime>& ladder) {
  if (ladder.size() < 2)
    throw ModelError("a retention index needs two alkanes; " + std::to_string(ladder.size()) + " are given");
  for (std::size_t i = 0; i + 1 < ladder.size(); ++i) {
    if (!(ladder[i + 1].t_R > ladder[i].t_R))
      throw ModelError("alkanes must come one after the other: " + rounded(ladder[i].t_R, 6) + " s, then " +
                       rounded(ladder[i + 1].t_R, 6) + " s");
    if (t_R >= ladder[i].t_R && t_R <= ladder[i + 1].t_R) return i;
  }
  throw ModelError("retention time " + rounded(t_R, 6) + " s; alkanes stand from " + rounded(ladder.front().t_R, 6) +
                   " to " + rounded(ladder.back().t_R, 6) + " s");
}

double index_between(const AlkaneTime& below, const AlkaneTime& above, double part) {
  return 100.0 * (below.carbons + (above.carbons - below.carbons) * part);
}

}  // namespace

double kovats_index(double t_R, double t_M, const std::vector<AlkaneTime>& ladder) {
  const std::size_t i = alkane_below(t_R, ladder);
  const AlkaneTime &below = ladder[i], &above = ladder[i + 1];
  if (!(t_M < below.t_R))
    throw ModelError("hold-up time " + rounded(t_M, 6) + " s; it must be before the first alkane at " +
                     rounded(below.t_R, 6) + " s");
  const double part = log((t_R - t_M) / (below.t_R - t_M)) / log((above.t_R - t_M) / (below.t_R - t_M));
  return index_between(below, above, part);
}

double linear_index(double t_R, const std::vector<AlkaneTime>& ladder) {
  const std::size_t i = alkane_below(t_R, ladder);
  const AlkaneTime &below = ladder[i], &above = ladder[i + 1];
  return index_between(below, above, (t_R - below.t_R) / (above.t_R - below.t_R));
}

}  // namespace stillhouse
