#pragma once

#include <optional>
#include <vector>

namespace stillhouse {

/// An end point of a titration curve: where, and how steep.
struct EndPoint {
  double volume = 0.0;
  double signal = 0.0;  ///< of the curve there
  double slope = 0.0;   ///< d signal / d volume there
};

/// End points by the first derivative: the largest |d signal / d volume| between neighbours, made finer by a parabola
/// through it and its neighbours. Of several, those at least `least` times as steep as the steepest, with a valley of
/// half their height on either side, in order of volume. Changes of the signal below `resolution` (some ten times its
/// noise) are not told apart: points are left out until it has moved by as much. Fewer than five points have none.
std::vector<EndPoint> end_points_by_slope(const std::vector<double>& volume, const std::vector<double>& signal,
                                          double least = 0.1, double resolution = 0.0);

/// The steepest end point by the second derivative: where it passes zero between the two points around the steepest
/// slope, on a straight line.
std::optional<EndPoint> end_point_by_curvature(const std::vector<double>& volume, const std::vector<double>& signal);

/// End point by Gran's straight line: V 10^-pH (acid titrated with base, from before the end point) or V 10^pH (base
/// with acid) against V, over the points with `from` < volume < `to`, carried on to zero. For a weak acid, whose
/// 10^-pH is K (Ve - V) / V, it is a straight line as well; a strong acid in `start` volume has (start + V) 10^-pH.
/// Source: Gran, Analyst 77 (1952) 661.
struct GranLine {
  double volume = 0.0;       ///< where the line meets zero
  double slope = 0.0;        ///< of the line: of a weak acid -K, in mol/L
  double uncertainty = 0.0;  ///< standard deviation of the volume
};
enum class GranCase { weak_acid, weak_base, strong_acid, strong_base };
std::optional<GranLine> gran_end_point(const std::vector<double>& volume, const std::vector<double>& pH, double start,
                                       double from, double to, GranCase which);

}  // namespace stillhouse
