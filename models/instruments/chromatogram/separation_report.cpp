#include "models/instruments/chromatogram/separation_report.h"

#include <algorithm>

#include "models/instruments/chromatogram/separation_measures.h"

namespace stillhouse {

void tell_separation(std::vector<SeparatedZone> zones, Analysis& analysis) {
  if (zones.size() < 2) return;
  const bool all = std::all_of(zones.begin(), zones.end(), [](const SeparatedZone& zone) { return zone.seen; });
  std::erase_if(zones, [](const SeparatedZone& zone) { return !zone.seen; });
  std::stable_sort(zones.begin(), zones.end(),
                   [](const SeparatedZone& a, const SeparatedZone& b) { return a.mean < b.mean; });
  double least = 1e9;
  for (std::size_t i = 1; i < zones.size(); ++i) {
    const SeparatedZone &before = zones[i - 1], &own = zones[i];
    const double apart =
        separation_measures::resolution_at_base(before.mean, 4.0 * before.deviation, own.mean, 4.0 * own.deviation);
    least = std::min(least, apart);
    analysis.truth.push_back({own.of, "resolution", apart, "1", "from the peak before"});
  }
  analysis.truth.push_back({"", "least_resolution", all ? least : 0.0, "1", "of the worst pair; 0: not all were seen"});
  if (!zones.empty())
    analysis.truth.push_back(
        {"", "last_peak", zones.back().mean + 2.0 * zones.back().deviation, "s", "where the last peak ends"});
}

void tell_inside(int species, Analysis& analysis) {
  if (species > 0)
    analysis.note(std::to_string(species) + " species did not leave the column in this run",
                  "有 " + std::to_string(species) + " 种组分在本次运行中未流出色谱柱");
}

}  // namespace stillhouse
