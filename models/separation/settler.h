#pragma once

#include <memory>
#include <vector>

#include "models/plant/unit_kind.h"
#include "models/plant/unit_site.h"
#include "models/separation/two_liquids.h"

namespace stillhouse {

/// Open vessel in which two liquids lie on one another: the light one runs over a weir, the heavy one leaves at the
/// bottom through a leg that it rises in and runs over its edge. Decanter, and stage of a mixer-settler.
///
/// As TwoLiquids, k = V/(1e-4 m3/mol tau): equilibrium within tau = `equilibration` seconds
/// Equations     light   q = overflow(level - H_w)                            level = h1 + h2, h = N v/A
///               heavy   q = overflow((rho1 h1 + rho2 h2)/rho2 - H_leg)       weir.h, Francis
///               a layer that is gone gives way: each outlet takes its liquid where that is thicker than some 5 mm
///               (wetted, material_stream.h), else the other
///   H_w, H_leg  m  edges of weir and leg     H_leg 0: the interface is half way up to the weir
/// Observables   level, interface (fractions of the height), x of each species in both liquids, loading: rise of the
///               light liquid over that of its drops of 150 um in the heavy one (Stokes), to stay below 1
/// Assumes       settles completely; no vapour; drops and dispersion take no room
/// Valid for     loading below 1; layers as the activity model has them: UNIQUAC, its parameters fitted to boiling
///               mixtures, parts 1-butanol and water at 25 degC into 0.62 and 0.010 mol/mol of 1-butanol, measured
///               0.488 and 0.019; UNIFAC comes closer, 0.48 and 0.020
/// Source        balances; legs: R. K. Sinnott, Coulson and Richardson's Chemical Engineering, vol. 6, 4th ed., section
///               10.6.1 (decanters, eq. 10.8; drops of 150 um)
class Settler {
 public:
  struct Parameters {
    double volume = 0.1;         // m3
    double height = 0.5;         // m
    double weir = 0.9;           // H_w as a fraction of the height
    double leg = 0.0;            // H_leg as a fraction of the height; 0: interface half way
    double weir_length = 0.3;    // m
    double capacity = 1000.0;    // J/K
    double loss = 0.0;           // W/K
    double equilibration = 5.0;  // s
    double T = 293.15;           // K at the start
  };
  struct Ports {
    std::vector<const MaterialStream*> in;  ///< each species to the layer that it prefers
    const MaterialStream *light_out, *heavy_out;
  };

  Settler(Declare& declare, std::shared_ptr<const Fluid> fluid, Room room, const Parameters& parameters,
          const TwoLiquids::Layers& layers, const Ports& ports);

  template <class Real>
  void equations(Equations<Real>& eq) const;
  template <class Show>
  void observe(Show& show) const;

 private:
  template <class Real>
  struct Hydraulics {
    Real h1, h2, light, heavy, loading;  // m, m3/s
  };
  template <class Real>
  Hydraulics<Real> hydraulics(const TwoLiquids::Now<Real>& s) const;
  template <class Real>
  void leave(Equations<Real>& eq, const MaterialStream& outlet, const TwoLiquids::Now<Real>& s, const Real& q,
             const Real& share, TwoLiquids::Net<Real>& net) const;

  std::shared_ptr<const Fluid> fluid_;
  Room room_;
  Parameters par_;
  double area_, leg_height_, transfer_;
  std::vector<MaterialStream> in_;
  MaterialStream light_out_, heavy_out_;
  TwoLiquids contents_;
  Variable heat_;
  Observable level_, interface_, loading_;
  std::vector<Observable> x_light_, x_heavy_;
};

UnitKind decanter_kind();
/// Mixer-settlers in counter-current, one `Settler` on the other: stage_1 is where the light liquid comes in.
UnitKind extractor_kind();

extern template class UnitAdapter<Settler>;

}  // namespace stillhouse
