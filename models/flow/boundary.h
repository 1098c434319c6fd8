#pragma once

#include <memory>

#include "models/flow/inventory.h"
#include "models/flow/material_stream.h"
#include "models/plant/unit_kind.h"
#include "models/plant/unit_site.h"

namespace stillhouse {

/// What crosses the boundary of the plant in a stream, counted for the balances.
///
/// Ledger  in_[k]  mol  of invariant k (a species, if nothing reacts) into the plant since the start     energy_in  J
class Crossing {
 public:
  /// `name` tells several streams of one unit apart; may be empty.
  Crossing(Declare& declare, const Fluid& fluid, const std::string& name);

  /// `sign` +1: the stream comes into the plant.
  template <class Eq, class Real>
  void equate(Eq& eq, const Fluid& fluid, const Carried<Real>& c, double sign) const {
    for (std::size_t k = 0; k < in_.size(); ++k) {
      const Invariant& invariant = fluid.invariants()[k];
      eq.equate("ledger", invariant.name, eq.der(in_[k]), sign * invariant.of(c.n));
    }
    eq.equate("ledger of energy", eq.der(energy_in_), sign * c.H);
  }

 private:
  std::vector<Variable> in_;
  Variable energy_in_;
};

/// Supply of a fluid at a pressure: a main, a neighbour's plant.
///
/// Inputs     p  Pa,  T  K,  x[i]  parts of each species (scaled to add up to one)
/// Equations  outlet: p, T and x as set, h = h(T, x);  flow as the unit downstream draws it
/// Assumes    the supply never runs out and holds its pressure whatever is drawn
/// Valid for  the fluid's range of T
/// Source     none: a boundary condition
class Source {
 public:
  struct Start {
    double T, p;
    PerSpecies<double> x;
  };
  Source(Declare& declare, std::shared_ptr<const Fluid> fluid, const Start& start, const Port& outlet);

  template <class Real>
  void equations(Equations<Real>& eq) const;

 private:
  std::shared_ptr<const Fluid> fluid_;
  MaterialStream out_;
  Input T_, p_;
  std::vector<Input> x_;
  Crossing crossing_;
};

/// Supply of a liquid at a flow that is set: a metering pump out of an unlimited store.
///
/// Inputs     F  mol/s,  T  K,  x[i]  parts of each species (scaled to add up to one)
/// Equations  outlet: F, T and x as set, h = h(T, x)
/// Assumes    the flow is delivered against any pressure
/// Valid for  the fluid's range of T
/// Source     none: a boundary condition
class Feed {
 public:
  Feed(Declare& declare, std::shared_ptr<const Fluid> fluid, const Source::Start& start, double F, double F_limit,
       const Port& outlet);

  template <class Real>
  void equations(Equations<Real>& eq) const;

 private:
  std::shared_ptr<const Fluid> fluid_;
  MaterialStream out_;
  Input F_, T_;
  std::vector<Input> x_;
  Crossing crossing_;
};

/// Where streams leave the plant: a drain, a product store, the open air.
///
/// Input      p  Pa
/// Equations  inlets: p as set;  of a gas that flows back: x as set, T = T_room
/// Assumes    takes everything, holds its pressure
/// Valid for  the fluid's range of T
/// Source     none: a boundary condition
class Sink {
 public:
  Sink(Declare& declare, std::shared_ptr<const Fluid> fluid, Room room, double p, const PerSpecies<double>& x_behind,
       const std::vector<Port>& inlets);

  template <class Real>
  void equations(Equations<Real>& eq) const;

 private:
  std::shared_ptr<const Fluid> fluid_;
  Room room_;
  Input p_;
  PerSpecies<double> x_behind_;
  std::vector<MaterialStream> in_;
  std::vector<Crossing> crossing_;
};

std::vector<UnitKind> boundary_kinds();

extern template class UnitAdapter<Source>;
extern template class UnitAdapter<Feed>;
extern template class UnitAdapter<Sink>;

}  // namespace stillhouse
