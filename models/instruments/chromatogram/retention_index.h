#pragma once

#include <vector>

namespace stillhouse {

/// A normal alkane and when it came.
struct AlkaneTime {
  int carbons;
  double t_R;
};

/// Retention index after Kovats, at one temperature: a substance that comes like an alkane of n carbon atoms has 100 n;
/// between two alkanes it counts along the logarithm of the times beyond the hold-up time:
///
///   I = 100 (n + (m - n) (ln(t - t_M) - ln(t_n - t_M)) / (ln(t_m - t_M) - ln(t_n - t_M)))
///
/// `ladder` by rising times; it is not carried on beyond its ends. ModelError says between which times it holds.
/// Source: E. Kovats, Helvetica Chimica Acta 41 (1958) 1915; IUPAC (Pure Appl. Chem. 65 (1993) 819, 2.3.7).
double kovats_index(double t_R, double t_M, const std::vector<AlkaneTime>& ladder);

/// Retention index with a temperature program, linear between the times themselves:
///
///   I = 100 (n + (m - n) (t - t_n) / (t_m - t_n))
///
/// Source: H. van den Dool, P. D. Kratz, Journal of Chromatography 11 (1963) 463.
double linear_index(double t_R, const std::vector<AlkaneTime>& ladder);

}  // namespace stillhouse
