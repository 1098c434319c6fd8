#pragma once

#include <memory>
#include <vector>

#include "models/heat/liquid_pass.h"
#include "models/plant/unit_kind.h"
#include "models/plant/unit_site.h"

namespace stillhouse {

/// Double-pipe or shell-and-tube exchanger (one pass each) between two liquids, either of which may be the hot one.
///
///   k  cell, 1 where the tube side enters; the shell side enters there too (co-current) or at the other end
///
/// As LiquidPass on each side, with
///   C/cells dT_w,k/dt = - Q_tube,k - Q_shell,k         metal between them
///   the shell loses UA_loss/cells (T_k - T_room) from each of its cells
///   1/U = 1/h_tube + R_tube + R_wall + 1/h_shell + R_shell         on the area A of the surface
/// Differential  wall_k_T  K
/// Inputs        tube_fouling, shell_fouling  m2 K/W    may grow while it runs
/// Ledger        heat  J  loss to the room
/// Observables   duty  W  taken up by the tube side     U  W/(m2 K)
/// Assumes       one pass on each side (of several tube passes the effectiveness is less: exchanger_effectiveness.h),
///               no conduction along the metal, no leaks past baffles
/// Valid for     liquids below their boiling points, any flows and any sign of the difference
/// Source        balances; cells and films: liquid_pass.h. In the limit of many cells the effectiveness of
///               exchanger_effectiveness.h
/// Example       water 68 kg/min from 35 degC, 15.81 m2, U 320 W/(m2 K), hot side from 110 degC in counter-current with
///               the capacity flow that leaves it at 75 degC: 189.5 kW (Holman, Heat Transfer, 10th ed., example 10-4)
class Exchanger {
 public:
  struct Parameters {
    bool is_counter_current = true;
    double area = 1.0;             // m2
    double metal = 1e4;            // J/K
    double loss = 0.0;             // W/K
    double wall_resistance = 0.0;  // m2 K/W
    double tube_fouling = 0.0;     // m2 K/W at the start
    double shell_fouling = 0.0;
    LiquidPass::Parameters tube, shell;
  };
  struct Ports {
    const MaterialStream *tube_in, *tube_out, *shell_in, *shell_out;
  };

  Exchanger(Declare& declare, std::shared_ptr<const Fluid> fluid, Room room, const Parameters& parameters,
            const LiquidPass::Start& tube, const LiquidPass::Start& shell, const Ports& ports);

  template <class Real>
  void equations(Equations<Real>& eq) const;
  template <class Show>
  void observe(Show& show) const;

 private:
  template <class Real>
  struct Films {
    LiquidPass::Film<Real> tube, shell;
  };
  template <class Real, class Eq>
  Films<Real> films(Eq& eq) const;
  /// The shell's cell beside the tubes' cell k, and the other way round.
  int beside(int k) const { return par_.is_counter_current ? tube_.cells() - 1 - k : k; }

  std::shared_ptr<const Fluid> fluid_;
  Room room_;
  Parameters par_;
  LiquidPass tube_, shell_;
  std::vector<Variable> wall_;
  Input tube_fouling_, shell_fouling_;
  Variable heat_;
  Quantity energy_;
  Observable duty_, U_;
};

UnitKind exchanger_kind();

extern template class UnitAdapter<Exchanger>;

}  // namespace stillhouse
