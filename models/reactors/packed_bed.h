#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/reactors/reacting_gas.h"

namespace stillhouse {

/// One slice of a packed bed or an empty tube through which a reacting gas flows.
///
/// Differential  E  J  energy of the solid, C (T - 298.15 K)
/// Algebraic     T  K  temperature of solid and gas in the slice;   out: n_i, T, p at its end (ReactingGasFlow)
/// Ledger        heat  J  what came through the wall
/// Inputs        wall_T  K  (shared by all slices)
/// Equations     n_out = n_in + v sum nu_ij r_j(T, c)      c of the mean of n_in and n_out at T and p
///               dE/dt = H(n_in, T_in) - H(n_out, T_out) + U a v (T_wall - T)
///               T_out = T + (T - T_before) / 2   (first slice: 2 T - T_in)
///               p_out = p_in - dz (150 mu (1-e)^2 / (d^2 e^3) u + 1.75 rho (1-e) / (d e^3) u^2)     Ergun
///               second order in the number of slices
/// Assumes       gas that passes at once (its holdup is nothing beside the solid's heat); solid and gas of one
///               temperature; no gradient across the bed; no axial dispersion
/// Source        H. S. Fogler, Elements of Chemical Reaction Engineering, 5th ed., eqs. 5-22, 12-5; G. F. Froment, K.
/// B.
///               Bischoff, J. De Wilde, Chemical Reactor Analysis and Design, 3rd ed., Wiley 2011, section 11.5
class PackedBedSlice {
 public:
  struct Parameters {
    int slices = 40;
    double length = 1.0;      // m
    double area = 1e-3;       // m2
    double catalyst = 0.0;    // kg in a m3 of the bed
    double heat = 1e6;        // J/(m3 K) of the bed
    double wall = 0.0;        // U a, W/(m3 K)
    double wall_T = 298.15;   // K at the start
    double porosity = 1.0;    // e; 1: an empty tube, without pressure drop
    double particle = 3e-3;   // d, m
    double viscosity = 3e-5;  // Pa s
  };

  PackedBedSlice(Declare& declare, const SharedGas& gas, const Parameters& parameters, ReactingGasFlow in,
                 ReactingGasFlow out, std::optional<Variable> T_before, Input wall_T, double T_start);

  Variable T() const { return T_; }
  template <class Real>
  void equations(Equations<Real>& eq) const;
  template <class Show>
  void observe(Show& show) const {
    show.hold(energy_, show[E_]);
  }

 private:
  SharedGas gas_;
  Parameters par_;
  ReactingGasFlow in_, out_;
  std::optional<Variable> T_before_;
  Input wall_T_;
  Variable E_, T_, heat_;
  Quantity energy_;
};

/// A bed: slices PATH.slice_1 ... PATH.slice_N between two streams, as warm as `start` says.
void add_packed_bed(FlowsheetBuilder& builder, const std::string& path, const SharedGas& gas,
                    const PackedBedSlice::Parameters& parameters, const ReactingGasFlow& inlet,
                    const ReactingGasFlow& outlet, const ReactingGasFlow::Start& start);

extern template class UnitAdapter<PackedBedSlice>;

}  // namespace stillhouse
