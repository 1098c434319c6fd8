#pragma once

#include <functional>
#include <limits>
#include <vector>

namespace stillhouse {

/// What the pump mixes over time: straight lines between points, the last held for ever.
class GradientProgramme {
 public:
  struct Point {
    double t, phi;  // s after the injection, volume fraction of modifier
  };
  /// ModelError if there is no point, the first is not at 0 s, times go back or phi is not 0..1.
  explicit GradientProgramme(std::vector<Point> points);

  const std::vector<Point>& points() const { return points_; }
  double phi(double t) const;
  /// The same, so much later: what arrives at the column behind the dwell volume.
  GradientProgramme delayed(double dwell) const;

 private:
  std::vector<Point> points_;
};

/// How a zone leaves the column.
struct GradientElution {
  double time = std::numeric_limits<double>::infinity();  // s after the injection; infinite: not before `until`
  double deviation = 0.0;                                 // standard deviation in time, s
  double k = 0.0;                                         // retention factor as it leaves
  double place = 0.0;                                     // share of the column travelled when it stopped, 1: left
};

/// Linear solvent strength, ln k = w - S phi, with tau = t - z / u_0 the time since the eluent at z entered:
///
///   dz/dtau = u_0 / k(phi(tau));    z(tau) = L when the zone leaves, t_R = tau + t_0
///   dvar/dz = H - 2 var S (dphi/dtau) k / (u_0 (1 + k))        variance of the zone in place, m^2
///
/// Both have closed forms on every straight line of the programme; the second is the compression of the zone by a
/// gradient whose tail runs in stronger eluent than its front (Poppe's factor G is its special case). The plate height
/// is taken at the middle of each line.
///
/// Assumes   eluents keep step (no retention of the modifier), dilute solutes, retention known by ln k linear in phi
/// Source    L. R. Snyder, J. W. Dolan, High-Performance Gradient Elution, Wiley 2007, chapter 9;
///           H. Poppe et al., J. Chromatogr. 204 (1981) 77
struct LinearSolventStrength {
  double w = 0.0, S = 0.0;
  double t0 = 60.0;     // s
  double length = 0.1;  // m
};
/// `start_variance`: of the zone in place as it enters, m^2.
GradientElution elute(const LinearSolventStrength& solute, const GradientProgramme& at_inlet,
                      const std::function<double(double phi)>& plate_height, double start_variance, double until);

}  // namespace stillhouse
