#pragma once

#include "engine/autodiff/functions.h"

namespace stillhouse {

/// What is said of peaks of a chromatogram. Times and widths in one unit.
///
///   k = (t_R - t_M) / t_M             retention factor
///   N = 16 (t_R / w_b)^2              plates, width between the tangents at the base
///   N = 5.54 (t_R / w_h)^2            plates, width at half height
///   R_s = 2 (t_2 - t_1) / (w_1 + w_2)         resolution from widths at the base
///   R_s = 1.18 (t_2 - t_1) / (w_h1 + w_h2)    and from widths at half height
///
/// Source: L. S. Ettre, Nomenclature for chromatography (IUPAC Recommendations 1993), Pure Appl. Chem. 65 (1993) 819.
namespace separation_measures {

inline double retention_factor(double t_R, double t_M) {
  return (t_R - t_M) / t_M;
}
inline double plates_at_base(double t_R, double width) {
  return 16.0 * square(t_R / width);
}
inline double plates_at_half_height(double t_R, double width) {
  return 5.54 * square(t_R / width);
}
inline double resolution_at_base(double t_1, double w_1, double t_2, double w_2) {
  return 2.0 * (t_2 - t_1) / (w_1 + w_2);
}
inline double resolution_at_half_height(double t_1, double w_1, double t_2, double w_2) {
  return 1.18 * (t_2 - t_1) / (w_1 + w_2);
}

}  // namespace separation_measures
}  // namespace stillhouse
