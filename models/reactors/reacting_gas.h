#pragma once

#include <array>
#include <memory>
#include <string>
#include <vector>

#include "engine/modelling/declare.h"
#include "models/reactors/kinetics.h"

namespace stillhouse {

/// An ideal gas that reacts, with heat capacities Cp = a + b T + c T^2 + d T^3, J/(mol K).
///
///   h_i(T) = h_i + integral of Cp_i from 298.15 K     h_i  J/mol, Kinetics::enthalpies()
///
/// so that heats of reaction move with temperature as Kirchhoff's law says, and no balance has a term for them.
/// Assumes    ideal gas; Cp above zero where it is used
/// Source     H. S. Fogler, Elements of Chemical Reaction Engineering, 5th ed., section 11.3
class ReactingGas {
 public:
  static constexpr double reference_temperature = 298.15;
  using HeatCapacity = std::array<double, 4>;

  ReactingGas(Kinetics kinetics, std::vector<HeatCapacity> heat_capacities);

  const Kinetics& kinetics() const { return kinetics_; }
  std::size_t size() const { return kinetics_.size(); }
  const std::string& name(std::size_t i) const { return kinetics_.species(i).name; }
  /// kg/mol; 0 if any molar mass is not known.
  double molar_mass(std::size_t i) const { return kinetics_.species(i).molar_mass; }

  /// Enthalpy of an amount or a flow, J or W.
  template <class Real>
  Real enthalpy(const PerSpecies<Real>& n, const Real& T) const {
    Real sum = 0.0;
    for (std::size_t i = 0; i < n.size(); ++i) {
      const HeatCapacity& Cp = heat_capacities_[i];
      const Real sensible = T * (Cp[0] + T * (Cp[1] / 2.0 + T * (Cp[2] / 3.0 + T * (Cp[3] / 4.0))));
      sum += n[i] * (sensible + at_zero_[i]);
    }
    return sum;
  }

 private:
  Kinetics kinetics_;
  std::vector<HeatCapacity> heat_capacities_;
  std::vector<double> at_zero_;  // J/mol, what is added to the polynomial
};

using SharedGas = std::shared_ptr<const ReactingGas>;

/// A reacting gas at a place of a tube. Defined by the unit it leaves.
///   n[i]  mol/s     T  K     p  Pa
struct ReactingGasFlow {
  struct Start {
    std::vector<double> n;
    double T, p;
  };
  ReactingGasFlow(Declare declare, const SharedGas& gas, const Start& start);
  void define(Declare& declare) const;

  std::vector<Variable> n;
  Variable T, p;
};

/// A gas from outside: inputs F (mol/s), T (K), p (Pa), y_X (mole fractions, which should add up to 1).
class ReactingGasFeed {
 public:
  ReactingGasFeed(Declare& declare, const SharedGas& gas, ReactingGasFlow out, const ReactingGasFlow::Start& start);

  template <class Real>
  void equations(Equations<Real>& eq) const {
    const auto F = eq[F_];
    PerSpecies<Real> n(out_.n.size());
    for (std::size_t i = 0; i < n.size(); ++i) {
      n[i] = Real(F * eq[y_[i]]);
      eq.equate("species fed", gas_->name(i), eq[out_.n[i]], n[i]);
    }
    eq.equate("temperature fed", eq[out_.T], Real(eq[T_]));
    eq.equate("pressure fed", eq[out_.p], Real(eq[p_]));
    eq.equate("ledger of energy", eq.der(entered_), gas_->enthalpy(n, Real(eq[T_])));
  }

 private:
  SharedGas gas_;
  ReactingGasFlow out_;
  Input F_, T_, p_;
  std::vector<Input> y_;
  Variable entered_;
};

/// A gas that leaves the plant.
class ReactingGasDrain {
 public:
  ReactingGasDrain(Declare& declare, const SharedGas& gas, ReactingGasFlow in);

  template <class Real>
  void equations(Equations<Real>& eq) const {
    PerSpecies<Real> n(in_.n.size());
    for (std::size_t i = 0; i < n.size(); ++i) n[i] = eq[in_.n[i]];
    eq.equate("ledger of energy", eq.der(entered_), -gas_->enthalpy(n, eq[in_.T]));
  }

 private:
  SharedGas gas_;
  ReactingGasFlow in_;
  Variable entered_;
};

}  // namespace stillhouse
