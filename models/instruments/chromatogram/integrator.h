#pragma once

#include <string>
#include <vector>

#include "models/instruments/chromatogram/peak.h"

namespace stillhouse {

/// What tells the integrator a peak from noise, and how it parts what belongs together.
struct IntegratorSettings {
  enum class Valley { drop, valley_to_valley };
  double peak_width = 5.0;    ///< s, of a narrow peak at half height: slopes are taken over half of it
  double threshold = 1.0;     ///< signal: a peak climbs by that within its width
  double minimum_area = 0.0;  ///< signal times s
  Valley valley = Valley::drop;
  double skim_ratio = 10.0;  ///< a peak on a tail is skimmed if its rise from the valley is so many times less
                             ///< than the large one's height; 0: never
  double from = 0.0;         ///< s, before that nothing is integrated: the solvent
};

/// A peak that was found.
struct IntegratedPeak {
  enum class Edge { baseline, valley, skim };
  double start, apex, end;  ///< s
  Edge start_edge, end_edge;
  double height, area;        ///< above its baseline
  double width_half;          ///< s at half height; NaN if a neighbour is in the way, as below
  double width_10;            ///< s at 10 %
  double asymmetry, tailing;  ///< at 10 %, at 5 %
  double plates;              ///< from the width at half height
  double resolution;          ///< from the peak before; NaN for the first

  /// "BV": from baseline to valley.
  std::string edges() const;
};

/// Peaks of a chromatogram.
///
///   slope_i = sum_j j y_(i+j) / (step sum_j j^2),  j = -m .. m
///
/// A peak begins where the slope stays above threshold / peak_width, has its apex where the slope turns, and ends where
/// it stays near zero (baseline) or rises again (valley). Peaks that touch share a straight baseline from the first
/// one's start to the last one's end, through valleys that lie below it; each is cut from the next by the perpendicular
/// in the valley, or with `valley_to_valley` has a baseline of its own. A small peak on the tail of one skim_ratio
/// times as high is skimmed: its baseline is the tangent from the valley to the tail behind it, and what is below
/// belongs to the large one. Areas by trapezia, the apex by a parabola through three smoothed points.
///
/// Assumes even steps; Valid for peaks of at least six points at half height; shoulders without a valley are not found.
/// Source N. Dyson, Chromatographic Integration Methods (RSC 1998), for drop, valley and skim; slopes: A. Savitzky,
/// M. J. E. Golay, Analytical Chemistry 36 (1964) 1627.
std::vector<IntegratedPeak> integrated_peaks(const Chromatogram& chromatogram, const IntegratorSettings& settings);

/// Standard deviation of the noise from differences of neighbours over a stretch without peaks, robust against some:
/// 1.4826 / sqrt(2) times their median size.
double noise_of(const Chromatogram& chromatogram);

}  // namespace stillhouse
