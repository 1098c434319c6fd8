#pragma once

#include <memory>
#include <vector>

#include "engine/modelling/declare.h"
#include "models/flow/phase.h"
#include "models/properties/fluid.h"
#include "models/reactors/kinetics.h"

namespace stillhouse {

/// Reactions in the liquid or the gas of a vessel; a part of the unit that has the vessel. Without kinetics it does
/// nothing.
///
///   made_i = V sum_j nu_ij r_j(T, c)     c_i = x_i / v(x, T)     x, v, V of the phase
/// Observables  liquid: c_[i]  mol/m3, heat_release  W     gas: gas_heat_release  W
///              heat_release: -sum_i h_i(T) made_i of the reactions
/// Assumes      mixed; no energy term: the fluid's enthalpies count from the elements
class ReactingContents {
 public:
  ReactingContents(Declare& declare, const Fluid& fluid, std::shared_ptr<const Kinetics> kinetics,
                   Phase phase = Phase::liquid);

  explicit operator bool() const { return kinetics_ != nullptr; }

  /// What is made in `V` m3 of composition x and molar volume v (m3/mol), mol/s.
  template <class Real>
  PerSpecies<Real> made(const PerSpecies<Real>& x, const Real& v, const Real& T, const Real& V) const {
    PerSpecies<Real> c(x.size());
    for (std::size_t i = 0; i < x.size(); ++i) c[i] = x[i] / v;
    PerSpecies<Real> made = kinetics_->production(T, c);
    for (Real& rate : made) rate *= V;
    return made;
  }

  template <class Show, class Real>
  void show(Show& show, const Fluid& fluid, const PerSpecies<Real>& x, const Real& v, const Real& T,
            const Real& V) const {
    if (!kinetics_) return;
    const PerSpecies<Real> rates = made(x, v, T, V);
    Real heat(0.0);
    for (std::size_t i = 0; i < x.size(); ++i)
      heat -= rates[i] * (phase_ == Phase::gas ? fluid.gas_enthalpy(i, T) : fluid.liquid_enthalpy(i, T));
    for (std::size_t i = 0; i < c_.size(); ++i) show.show(c_[i], x[i] / v);
    show.show(heat_release_, heat);
  }

 private:
  std::shared_ptr<const Kinetics> kinetics_;
  Phase phase_;
  std::vector<Observable> c_;
  Observable heat_release_;
};

}  // namespace stillhouse
