#pragma once

#include <vector>

#include "models/properties/fluid.h"
#include "models/properties/mixture_transport.h"

namespace stillhouse {

/// Viscosity of the gas of a plant, Pa s.
///
///   mu_i = mu_i(T_0) (T/T_0)^n_i     through the data at T_0 = 300 K and at 450 K, or at the ends of what is measured
///   mixture after Wilke (mixture_transport.h)
///
/// Valid for  250 to 600 K at low pressure: the power law is within 2 % of the data there (steam 4 %)
/// Source     ChemSep data (Component, "VaporViscosity")
class GasViscosity {
 public:
  /// ModelError if the data of a species do not hold it.
  explicit GasViscosity(const Fluid& fluid);

  template <class Real>
  Real operator()(const PerSpecies<Real>& y, const Real& T) const {
    PerSpecies<Real> mu(y.size());
    for (std::size_t i = 0; i < y.size(); ++i) mu[i] = at_reference_[i] * pow(T * (1.0 / reference), exponent_[i]);
    return gas_mixture_viscosity(y, M_, mu);
  }

 private:
  static constexpr double reference = 300.0;  // K

  PerSpecies<double> M_;
  std::vector<double> at_reference_, exponent_;
};

}  // namespace stillhouse
