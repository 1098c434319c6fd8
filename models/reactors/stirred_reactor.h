#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "models/reactors/jacket.h"
#include "models/reactors/solution.h"

namespace stillhouse {

/// Stirred tank with any reactions: batch (no streams), semi-batch (inlets), CSTR (inlets and outlet).
///
/// Differential  n_X  mol  species;   V  m3  volume of the liquid;   U  J  energy of liquid and metal
/// Algebraic     T    K    temperature
/// Ports         inlets, outlet (defined here)
/// Inputs        those of the jacket; discharge  1  opening of the bottom pump (outlet: pump)
/// Equations     dn_i/dt = sum n_in - n_out + V sum nu_ij r_j     dV/dt = sum q_in - q_out
///               dU/dt = sum H_in - H_out + Q     T from U = rho cp V (T - T0) + sum h_i n_i + C (T - T0)
///               outlet `level` q_out = sum q_in; `overflow` q_out = softplus(V - V_overflow) / tau; `pump` q_out =
///               discharge q_max, fading out below half a per cent of the vessel
/// Assumes       perfect mixing; what Solution assumes; heat of stirring neglected
/// Valid for     T from 250 to 600 K, V up to the vessel's volume
/// Source        H. S. Fogler, Elements of Chemical Reaction Engineering, 5th ed., eqs. 6-7, 13-9
class StirredReactor {
 public:
  enum class Outlet { level, overflow, pump };
  struct Parameters {
    double volume = 0.1;    // m3 of the vessel
    double capacity = 0.0;  // J/K of metal as warm as the liquid
    Outlet outlet = Outlet::level;
    double overflow = 0.0;       // m3 above which liquid overflows
    double overflow_time = 5.0;  // s
    double pump_limit = 1e-3;    // m3/s
    Jacket::Parameters jacket;
  };
  struct Start {
    double V, T;            // m3, K
    std::vector<double> c;  // mol/m3
  };

  StirredReactor(Declare& declare, const SharedSolution& solution, const Parameters& parameters,
                 std::vector<SolutionFlow> inlets, std::optional<SolutionFlow> outlet, const Start& start);

  template <class Real>
  void equations(Equations<Real>& eq) const;
  template <class Show>
  void observe(Show& show) const;

 private:
  template <class Real>
  Real outflow(Equations<Real>& eq, const Real& V, const Real& inflow) const;

  SharedSolution solution_;
  Parameters par_;
  std::vector<SolutionFlow> inlets_;
  std::optional<SolutionFlow> outlet_;
  std::vector<Variable> n_;
  Variable V_, U_, T_;
  Jacket jacket_;
  Input discharge_;
  SolutionBalance balance_;
  Observable level_, heat_release_;
  std::vector<Observable> c_;
};

extern template class UnitAdapter<StirredReactor>;

}  // namespace stillhouse
