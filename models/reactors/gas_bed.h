#pragma once

#include <memory>
#include <vector>

#include "models/flow/inventory.h"
#include "models/flow/material_stream.h"
#include "models/plant/unit_kind.h"
#include "models/reactors/kinetics.h"

namespace stillhouse {

/// One of the cells that a packed bed of a plant's text is cut into: gas that is held, flows either way and reacts,
/// with the solid as warm as the gas. Method of lines, first order upwind.
///
/// Differential  m[i]  mol of the gas      U  J  internal energy of gas and solid
/// Algebraic     T  K      p  Pa
/// Equations     dm_i/dt = in_i - out_i + V sum_j nu_ij r_j(T, c)      c_i = y_i p/(Z R T); V m3 of the bed
///               p e V = sum(m) Z R T      U = sum m_i (h_i - Z R T) + C (T - 298.15 K)
///               dU/dt = H_in - H_out + U_w A_w (T_w - T)
///               p - p_next = dz (150 mu (1-e)^2/(d^2 e^3) u + 1.75 rho (1-e)/(d e^3) |u| u)      Ergun
/// Inputs        wall_T   K  temperature of the wall (shared by all cells; with U_w above zero)
/// Ledger        heat     J  what came through the wall since the start
/// Observables   y of each species, heat_release  W
/// Assumes       the plant's model of the gas, ideal (Z = 1) or an equation of state; solid and gas of one temperature;
/// nothing across the bed; back-mixing of the cells: N stirred
///               tanks in series; the porosity leaves the reaction's volume out: rates are per m3 of bed or kg of
///               catalyst
/// Valid for     250 K to 1000 K, some bar
/// Source        S. Ergun, Chem. Eng. Prog. 48 (1952) 89; H. S. Fogler, Elements of Chemical Reaction Engineering, 5th
///               ed., Prentice Hall 2016, eqs. 5-22, 12-5
class BedCell {
 public:
  struct Parameters {
    double length = 0.1;      // m of the cell
    double diameter = 0.05;   // m
    double porosity = 0.4;    // e
    double particle = 3e-3;   // d, m
    double viscosity = 3e-5;  // mu, Pa s
    double catalyst = 0.0;    // kg in a m3 of the bed
    double capacity = 100.0;  // C, J/K of the solid
    double U = 0.0;           // U_w, W/(m2 K) to the wall
  };
  struct Start {
    double T, p;
    PerSpecies<double> y;
  };

  BedCell(Declare& declare, std::shared_ptr<const Fluid> fluid, std::shared_ptr<const Kinetics> kinetics,
          const Parameters& parameters, const Start& start, const MaterialStream& in, const MaterialStream& out,
          Input wall_T);

  template <class Real>
  void equations(Equations<Real>& eq) const;
  template <class Show>
  void observe(Show& show) const;

 private:
  template <class Real>
  struct Now {
    PerSpecies<Real> m, y;
    Real T, p, M, h, ZRT;
  };
  template <class Eq>
  auto now(Eq& eq) const;
  template <class Real>
  PerSpecies<Real> made(const Now<Real>& s) const;

  std::shared_ptr<const Fluid> fluid_;
  std::shared_ptr<const Kinetics> kinetics_;
  Parameters par_;
  double area_, volume_, wall_area_;
  MaterialStream in_, out_;
  Inventory inventory_;
  std::vector<Variable> m_;
  Variable U_, T_, p_, heat_;
  Input wall_T_;
  std::vector<Observable> y_;
  Observable heat_release_;
};

UnitKind packed_bed_kind();

extern template class UnitAdapter<BedCell>;

}  // namespace stillhouse
