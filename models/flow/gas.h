#pragma once

#include <array>

#include "models/flow/streams.h"
#include "models/properties/gas_constant.h"
#include "models/properties/mixture.h"

namespace stillhouse {

/// Ideal gas of both volatile species and air at a node.
///   M  kg/mol  molar mass     rho  kg/m3  density     h  J/mol  enthalpy
template <class Real>
struct Gas {
  Real p;
  Real T;
  std::array<Real, 3> y;
  Real M;
  Real rho;
  Real h;
};

template <class Real>
Gas<Real> make_gas(const Mixture& mixture, const Real& p, const Real& T, const Real& y_light, const Real& y_heavy) {
  Gas<Real> gas;
  gas.p = p;
  gas.T = T;
  gas.y = {y_light, y_heavy, 1.0 - y_light - y_heavy};
  gas.M = gas.y[0] * mixture.molar_mass(0) + gas.y[1] * mixture.molar_mass(1) + gas.y[2] * mixture.air_molar_mass();
  gas.rho = gas.M * p / (gas_constant * T);
  gas.h = gas.y[0] * mixture.vapour_enthalpy(0, T) + gas.y[1] * mixture.vapour_enthalpy(1, T) +
          gas.y[2] * mixture.air_enthalpy(T);
  return gas;
}

/// Equations is any of the versions in engine/modelling/equations.h.
template <class Eq>
auto gas_at(Eq& eq, const Mixture& mixture, const GasNode& node) {
  return make_gas(mixture, eq[node.p], eq[node.T], eq[node.y[0]], eq[node.y[1]]);
}

/// Splits a molar flow V from `a` to `b` into what goes forwards, with a's composition, and back, with b's. The split
/// is smooth over `width` mol/s, which acts as a small exchange by free convection when nothing flows.
template <class Real, class Eq>
void equate_gas_flow(Eq& eq, const GasFlow& flow, const Gas<Real>& a, const Gas<Real>& b, const Real& V, double width) {
  const Real forwards = smooth_positive(V, width);
  const Real back = V - forwards;
  for (std::size_t i = 0; i < 3; ++i)
    eq.equate("gas flow",
              i == 0   ? "light"
              : i == 1 ? "heavy"
                       : "air",
              eq[flow.n[i]], forwards * a.y[i] + back * b.y[i]);
  eq.equate("enthalpy of the gas flow", eq[flow.H], forwards * a.h + back * b.h);
}

/// Molar flow through an opening or pipe from a pressure difference s (smooth within `width` Pa):
///   V = A sqrt(2 rho / xi) sqrt(s) / M, with densities and molar masses averaged over both sides, so that reversal
///   has no kink.    A  m2  area     xi  -  resistance coefficient
template <class Real>
Real gas_flow_through(const Gas<Real>& a, const Gas<Real>& b, const Real& s, double area, double xi, double width) {
  return area * sqrt((a.rho + b.rho) / xi) * signed_sqrt(s, width) / (0.5 * (a.M + b.M));
}

}  // namespace stillhouse
