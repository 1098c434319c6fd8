#pragma once

#include <memory>
#include <vector>

#include "models/flow/open_tank.h"

namespace stillhouse {

/// Where liquid lines meet and a stirrer or heater may sit: a full vessel of constant volume, several inlets, one
/// outlet.
///
/// As LiquidContents; the vessel stays full: N v(x, T) = V fixes the flow balance through the pressure p of the
/// junction.
///
/// Equations     F_out = sum F_in (as many moles leave as enter)     p the same at all its ports
/// Input         heating  W, if its limit is above zero
/// Assumes       mixed; the molar volume hardly changes from inlet to outlet, so that a full vessel holds as many moles
/// Valid for     liquids below their boiling points
/// Source        balances
class Mixer {
 public:
  struct Parameters {
    double heater_limit = 0.0;  // W
    double capacity = 0.0;      // J/K of the metal
    double loss = 0.0;          // W/K
  };
  Mixer(Declare& declare, std::shared_ptr<const Fluid> fluid, Room room, const Parameters& parameters,
        const LiquidContents::Start& start, const std::vector<Port>& inlets, const Port& outlet);

  template <class Real>
  void equations(Equations<Real>& eq) const;
  template <class Show>
  void observe(Show& show) const;

 private:
  std::shared_ptr<const Fluid> fluid_;
  Room room_;
  Parameters par_;
  std::vector<MaterialStream> in_;
  MaterialStream out_;
  LiquidContents contents_;
  Input heating_;
  Variable heat_;
};

/// Where one liquid line becomes several.
///
/// Equations  F_in = sum F_out through the pressure of the junction, the same at all ports; T, h, x, wet pass through
/// Assumes    no content
/// Valid for  any flows from the inlet to the outlets
/// Source     balances
class Splitter {
 public:
  Splitter(Declare& declare, std::shared_ptr<const Fluid> fluid, const Port& inlet, const std::vector<Port>& outlets);

  template <class Real>
  void equations(Equations<Real>& eq) const;

 private:
  std::shared_ptr<const Fluid> fluid_;
  MaterialStream in_;
  std::vector<MaterialStream> out_;
};

std::vector<UnitKind> junction_kinds();

extern template class UnitAdapter<Mixer>;
extern template class UnitAdapter<Splitter>;

}  // namespace stillhouse
