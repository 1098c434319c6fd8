#pragma once

#include <memory>

#include "models/flow/branch.h"
#include "models/plant/unit_kind.h"

namespace stillhouse {

/// Orifice for a liquid: a hole in the bottom of a vessel, or a restriction in a line.
///
///   F v_m = C_d A u     u^2 = 2 (p_in - p_out)/rho
///   Torricelli's flow where p_in - p_out is the weight of the liquid
///
/// Algebraic     velocity  u  m/s
/// Assumes       hole small against vessel or pipe; behind a vessel it lets nothing back (branch.h)
/// Valid for     a discharge coefficient that does not change: Reynolds numbers of the hole above 1e4; no cavitation
/// Source        vessel_draining.h; C_d ibid.
class Restriction {
 public:
  Restriction(Declare& declare, std::shared_ptr<const Fluid> fluid, double diameter, double discharge,
              const Port& inlet, const Port& outlet);

  template <class Real>
  void equations(Equations<Real>& eq) const;

 private:
  std::shared_ptr<const Fluid> fluid_;
  double effective_area_;  // C_d A, m2
  Branch branch_;
  Variable u_;
};

UnitKind orifice_kind();

extern template class UnitAdapter<Restriction>;

}  // namespace stillhouse
