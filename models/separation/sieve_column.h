#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "models/plant/unit_kind.h"
#include "models/plant/unit_site.h"
#include "models/separation/two_phase.h"

namespace stillhouse {

/// Sieve tray of a column for any number of species, from dry to flooded.
///
/// As TwoPhase, with k = E/(1 - E) (V + V0)/p_ref, so that mixed vapour leaves with Murphree's efficiency E
/// Equations     holes   F = A_h sqrt(2 rho_G/xi) sqrt(s)/M,  s = p_below - p - rho_L g h   (h clear liquid)
///               liquid  Bennett froth over the weir, weeping, Fair entrainment (tray_hydraulics.h)
/// Ports         vapour_in (this tray has the law of its holes), vapour_out, liquid_in, liquid_out (defined here),
///               carry_in, carry_out (entrained; defined here), feeds
/// Observables   flooding, weeping, froth  m, dp  Pa, x of each species
/// Assumes       liquid of the downcomer is part of the tray's; it does not back up
/// Valid for     flooding below 1.2: what floods further would back up through the downcomer
/// Source        tray_hydraulics.h; proportions are engineering estimates within what Perry's Handbook, 8th ed.,
/// section
///               14 calls usual: active area 85 %, net area 90 % of the cross-section, weir 0.7 diameters long; metal
///               20 kJ/K per m2 of cross-section (2.5 mm of tray and 3 mm of shell at 0.5 m)
class SieveTray {
 public:
  struct Parameters {
    double diameter = 0.5;          // m
    double spacing = 0.4;           // m
    double weir_height = 0.04;      // m
    double hole_fraction = 0.1;     // of the active area
    double efficiency = 0.7;        // Murphree, vapour
    double surface_tension = 0.02;  // N/m, for Fair's flood velocity
    double loss = 0.0;              // W/K
  };
  struct Ports {
    const MaterialStream *vapour_in, *vapour_out, *liquid_in, *liquid_out;
    const MaterialStream *carry_in, *carry_out;  ///< null on the lowest and on the highest tray
    std::vector<const MaterialStream*> feeds;
  };

  SieveTray(Declare& declare, std::shared_ptr<const Fluid> fluid, Room room, const Parameters& parameters,
            const TwoPhase::Start& start, const Ports& ports);

  template <class Real>
  void equations(Equations<Real>& eq) const;
  template <class Show>
  void observe(Show& show) const;

 private:
  template <class Real>
  struct Hydraulics {
    Real drain, clear_liquid, froth, overflow, weep, flooding, carry, up;
  };
  template <class Eq, class Real>
  Hydraulics<Real> hydraulics(Eq& eq, const TwoPhase::Now<Real>& s) const;

  std::shared_ptr<const Fluid> fluid_;
  Room room_;
  Parameters par_;
  double area_, active_area_, hole_area_;
  MaterialStream vapour_in_, vapour_out_, liquid_in_, liquid_out_;
  std::optional<MaterialStream> carry_in_, carry_out_;
  std::vector<MaterialStream> feeds_;
  TwoPhase contents_;
  Variable lost_;
  Observable flooding_, weeping_, froth_, dp_;
  std::vector<Observable> x_;
};

/// A section of sieve trays as one unit of a text: tray_1 at the bottom; `feed_tray` takes the feeds.
UnitKind tray_column_kind();

extern template class UnitAdapter<SieveTray>;

}  // namespace stillhouse
