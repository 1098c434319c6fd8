#include "models/instruments/chromatogram/peak_report.h"

namespace stillhouse {

const char* const peak_report_manual =
    "Peaks have numbers, no names: inject each species alone to see when it comes. The letters say where a peak begins "
    "and ends: B at the baseline, V in a valley before its neighbour, S skimmed off a tail.";

void report_peaks(const Chromatogram& chromatogram, const IntegratorSettings& settings, const std::string& unit,
                  Analysis& analysis) {
  const std::vector<IntegratedPeak> peaks = integrated_peaks(chromatogram, settings);
  double sum = 0.0;
  for (const IntegratedPeak& peak : peaks) sum += peak.area;
  const std::string area_unit = unit == "1" ? "s" : unit + "*s";
  int number = 0;
  for (const IntegratedPeak& peak : peaks) {
    const std::string of = "peak " + std::to_string(++number) + " " + peak.edges();
    const auto add = [&](const char* name, double value, const std::string& in, const char* sentence) {
      analysis.results.push_back({of, name, value, in, sentence});
    };
    add("retention_time", peak.apex, "s", "of the apex");
    add("area", peak.area, area_unit, "above its baseline");
    add("area_share", 100.0 * peak.area / sum, "%", "of all areas: no composition yet");
    add("height", peak.height, unit, "above its baseline");
    add("width_half", peak.width_half, "s", "at half height");
    add("plates", peak.plates, "1", "5.54 (t / width_half)^2");
    add("tailing", peak.tailing, "1", "at 5 % of the height");
    add("resolution", peak.resolution, "1", "from the peak before");
    analysis.marks.push_back({peak.apex, std::to_string(number)});
  }
}

}  // namespace stillhouse
