#pragma once

#include <memory>
#include <vector>

#include "models/flow/boundary.h"

namespace stillhouse {

/// Sampling valve at the outlet of a vessel: what is drawn as a sample leaves the plant here, and nothing else.
///
/// Input         sample       m3/s    flow that is asked for; 0: shut
/// Equations     F v = sample wet     v  m3/mol  molar volume,  wet  share of the outlet that liquid covers
/// Observables   sample_flow  m3/s,  sample_T  K,  sample_X  mol/m3  concentration of species X, also while it is shut
/// Assumes       the vessel's pressure gives the flow asked for; no content: the dead line behind the valve is that of
///               the sampling point (SampleLine)
/// Valid for     flows that are small beside what the vessel holds
/// Source        balances
class SampleValve {
 public:
  SampleValve(Declare& declare, std::shared_ptr<const Fluid> fluid, const Port& inlet);

  template <class Real>
  void equations(Equations<Real>& eq) const;
  template <class Show>
  void observe(Show& show) const;

 private:
  std::shared_ptr<const Fluid> fluid_;
  MaterialStream in_;
  Input flow_asked_;
  Crossing crossing_;
  Observable flow_, T_;
  std::vector<Observable> concentrations_;
};

UnitKind sample_valve_kind();

extern template class UnitAdapter<SampleValve>;

}  // namespace stillhouse
