#pragma once

#include <memory>

#include "models/flow/boundary.h"

namespace stillhouse {

/// Vent to the open air, both ways: a free hole, a vent with a flame arrester, a breather.
///
///   F M = C_d A G(p, p_room)     G of gas_nozzle.h, choked or not; T and M of the side it comes from
///   what comes in has the composition of the air outside and the temperature of the room
///
/// Ledger        in_[k], energy_in   what came into the plant
/// Assumes       an arrester's plates act as a smaller C_d
/// Valid for     ideal gas of constant k
/// Source        gas_nozzle.h (API 520 part I, annex B); C_d 0.61 of a sharp-edged hole: Perry's Handbook, 8th ed.,
///               section 10; 0.3 with an arrester: estimate
class Vent {
 public:
  struct Parameters {
    double area = 3e-4;           // A, m2
    double discharge = 0.61;      // C_d
    double specific_heats = 1.4;  // k
  };

  Vent(Declare& declare, std::shared_ptr<const Fluid> fluid, Room room, const Parameters& parameters,
       const PerSpecies<double>& air, const Port& inlet);

  template <class Real>
  void equations(Equations<Real>& eq) const;

 private:
  std::shared_ptr<const Fluid> fluid_;
  Room room_;
  Parameters par_;
  PerSpecies<double> air_;
  MaterialStream in_;
  Crossing crossing_;
};

UnitKind vent_kind();

extern template class UnitAdapter<Vent>;

}  // namespace stillhouse
