#pragma once

#include <memory>
#include <string>

#include "models/flow/boundary.h"
#include "models/heat/liquid_pass.h"
#include "models/plant/unit_site.h"

namespace stillhouse {

/// Water as a utility: cooling water and steam are of it, whatever the plant's own species are.
const std::shared_ptr<const Fluid>& utility_water();

/// The liquid that heats or cools a unit.
struct LiquidService {
  std::shared_ptr<const Fluid> fluid;
  LiquidPass::Start start;
  MaterialStream in, out;
};

/// What is joined to the ports `port`_in and `port`_out of a unit. Where both are left open, it is water out of a main
/// of its own and away: a Feed `path`_`port`_main, with inputs F (at the start `F`, at most `F_limit` mol/s) and T, and
/// a ReturnLine `path`_`port`_return. It starts as pure water where there is water, else as the first species, at T.
/// ModelError if one of the two ports is open.
LiquidService liquid_service(UnitSite& site, const std::string& port, double F, double F_limit, double T);

/// Line in which a utility's water runs away to an open drain.
///
/// Equations  F = F_limit (p - p_room) / 1e4 Pa
/// Assumes    a wide line: 0.1 bar at the largest flow; laminar-like, so that it has no corner at rest
/// Source     none needed: what lies behind the unit does not act on it
class ReturnLine {
 public:
  ReturnLine(Declare& declare, std::shared_ptr<const Fluid> fluid, Room room, double F_limit,
             const MaterialStream& inlet);

  template <class Real>
  void equations(Equations<Real>& eq) const;

 private:
  std::shared_ptr<const Fluid> fluid_;
  Room room_;
  double F_limit_;
  MaterialStream in_;
  Crossing crossing_;
};

extern template class UnitAdapter<ReturnLine>;

}  // namespace stillhouse
