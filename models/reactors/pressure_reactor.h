#pragma once

#include <string>
#include <vector>

#include "models/reactors/jacket.h"
#include "models/reactors/solution.h"

namespace stillhouse {

/// Closed vessel with a liquid that reacts and gives off gas: pressure builds up in the space above, a regulated vent
/// lets it down, a rupture disc or a relief valve saves the vessel.
///
/// Differential  n_X  mol  species, in the liquid or (gases) in the space above;   V  m3  volume of the liquid
///               U    J    energy of liquid and metal, with what the species hold
/// Algebraic     T  K   p  Pa   vent_flow, relief_flow  mol/s
/// Modes         relief  0 shut, 1 open;   burst  0 whole, 1 the vessel has given way
/// Inputs        vent  1  0 blocked, 1 free;   those of the jacket
/// Ledgers       invariants, volume (none), energy of the gas that left
/// Equations     p = p_v(T) + (sum of gas) R T / (V_vessel - V),   p_v = exp(A - B / T) of the solvent
///               vent_flow = vent K_v (p - p_out) step((p - p_vent) / band)     relief_flow = relief K_r (p - p_out)
///               leaves: gases in the ratio of what is above the liquid; solvent vapour as p_v / p, with its heat of
///               vaporization (a tempered system cools itself by it)
///               relief opens at p > p_relief; a disc stays open, a valve shuts again at p < p_reseat
///               above its strength the vessel bursts: reactions end, what gas there is leaves within a second
/// Assumes       gas insoluble, ideal, as warm as the liquid and without heat capacity; vapour above the liquid is
///               counted as liquid; the liquid's volume does not shrink by what leaves; flow through vents linear in
///               the pressure difference (as the source has it)
/// Valid for     p up to the vessel's strength, T from 250 to 1000 K
/// Source        H. S. Fogler, Elements of Chemical Reaction Engineering, 5th ed., example 13-6 (T2 Laboratories); U.S.
///               Chemical Safety Board, report 2008-3-I-FL; J. C. Leung, AIChE J. 32 (1986) 1622 (tempered venting)
class PressureReactor {
 public:
  struct Parameters {
    double volume = 9.0;         // m3 of the vessel
    double capacity = 0.0;       // J/K of metal as warm as the liquid
    double vent = 1e-5;          // K_v, mol/(s Pa)
    double vent_set = 4e5;       // p_vent, Pa
    double vent_band = 1e4;      // Pa
    double relief = 1e-4;        // K_r, mol/(s Pa)
    double relief_set = 3e6;     // Pa
    double relief_reseat = 0.0;  // Pa; 0: a disc, which does not shut
    double strength = 0.0;       // Pa at which the vessel bursts; 0: never
    double p_out = 101325.0;     // Pa, where it vents to
    int solvent = -1;            // species whose vapour is above the liquid; -1: none
    double A = 0.0, B = 0.0;     // of its vapour pressure in Pa, T in K
    double vaporization = 0.0;   // J/mol
    double T_limit = 1000.0;     // K, highest at which the model means something
    double p_limit = 5e7;        // Pa
    Jacket::Parameters jacket;
  };
  struct Start {
    double V, T;            // m3, K
    std::vector<double> n;  // mol
  };

  /// `gases` are the species that are above the liquid.
  PressureReactor(Declare& declare, const SharedSolution& solution, const std::vector<std::string>& gases,
                  const Parameters& parameters, std::vector<SolutionFlow> inlets, const Start& start);

  template <class Real>
  void equations(Equations<Real>& eq) const;
  template <class Show>
  void observe(Show& show) const;
  void events(Events& events) const;

 private:
  SharedSolution solution_;
  Parameters par_;
  std::vector<SolutionFlow> inlets_;
  std::vector<char> is_gas_;
  std::vector<Variable> n_;
  Variable V_, U_, T_, p_, vent_flow_, relief_flow_;
  double hole_ = 0.0;  // mol/(s Pa) of the vessel that has burst
  Mode relief_, burst_;
  Jacket jacket_;
  Input vent_;
  SolutionLedger ledger_;
  SolutionBalance balance_;
  Observable heat_release_, self_heating_;
  std::vector<Observable> c_;
};

extern template class UnitAdapter<PressureReactor>;

}  // namespace stillhouse
