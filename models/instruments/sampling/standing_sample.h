#pragma once

#include <memory>
#include <vector>

#include "models/properties/fluid.h"
#include "models/reactors/kinetics.h"

namespace stillhouse {

/// What becomes of a sample in its jar: it cools, what reacted in the plant goes on reacting, and while the jar is open
/// its light ends go.
///
///   dT/dt = (T_room - T) / tau - sum_j dH_j dxi_j/dt / sum n_i cp_i
///   dn_i/dt = sum_j nu_ij dxi_j/dt,   dxi_j/dt = V r_j(T, n / V),   V = sum n_i v_i(T)
///   dn_i/dt = -(A / L) (p D_i / (R T)) (p_i / P) ln(p / (p - P)),   P = sum p_i,   p_i = x_i gamma_i psat_i(T)
///
///   n_i  mol   of species i       D_i  m2/s  of its vapour in air (Fuller)     p  Pa  of the room
///   A    m2    mouth of the jar   L    m     from the liquid to the mouth: still gas, at whose upper end none of it is
///
/// Steps of at most a second: n_i falls by exp(-rate dt / n_i); the extents xi by a Rosenbrock step of second order,
/// which a reaction that is over within the step does not upset, cut short where a species is used up.
/// Assumes    still air in the jar, fresh air above it; the liquid mixed and not cooled by what evaporates; each vapour
///            passes through air alone (no diffusion between vapours); no change of L; no catalyst in the jar: what
///            needs one stands still
/// Valid for  liquids below their boiling point: P is taken as 0.99 p at the most, above which a jar boils
/// Source     Stefan's tube: R. B. Bird, W. E. Stewart, E. N. Lightfoot, Transport Phenomena, 2nd ed., section 18.2;
///            diffusivities: gas_diffusivity. The jar (50 mm wide, 20 mm of gas, cooling in 10 min) is an estimate.
class StandingSample {
 public:
  struct Settings {
    double mouth = 2e-3;     ///< m2
    double gap = 0.02;       ///< m
    double cooling = 600.0;  ///< s
  };

  /// `kinetics`: the reactions of the plant's liquids, of the same species; null: nothing reacts.
  StandingSample(std::shared_ptr<const Fluid> fluid, const Settings& settings,
                 std::shared_ptr<const Kinetics> kinetics = nullptr);

  /// What evaporates of a liquid, mol/s of each species.
  std::vector<double> evaporation(const std::vector<double>& moles, double T, double p_room) const;
  /// So many seconds in the room.
  void stand(std::vector<double>& moles, double& T, double seconds, bool open, double T_room, double p_room) const;

 private:
  void react(std::vector<double>& moles, double& T, double dt) const;

  std::shared_ptr<const Fluid> fluid_;
  std::shared_ptr<const Kinetics> kinetics_;
  Settings settings_;
  std::vector<double> volumes_;  ///< diffusion volumes
};

}  // namespace stillhouse
