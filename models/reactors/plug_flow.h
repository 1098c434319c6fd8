#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/reactors/solution.h"

namespace stillhouse {

/// What one cell of a tube shows to its neighbours; defined by the cell.
///   c[i]  mol/m3  concentrations     e  J/m3  energy, counted as Solution::energy
struct PlugFlowNode {
  PlugFlowNode(Declare declare, const SharedSolution& solution, double T, const std::vector<double>& start);
  void define(Declare& declare) const;

  std::vector<Variable> c;
  Variable e;
};

/// One of the finite volumes that a tubular reactor is cut into (method of lines).
///
/// Differential  c_X  mol/m3   e  J/m3      (PlugFlowNode)
/// Algebraic     T    K  temperature
/// Ports         inlet (first cell), outlet (last cell, defined here)
/// Inputs        wall_T  K  (first cell; shared by all)
/// Equations     v dw/dt = F_left - F_right + v source,   w = c_i, e;   F = q w_face - g (w_right - w_left), g = D A /
/// dz
///               source of c_i: sum nu_ij r_j, of e: U a (T_wall - T)
///               upwind  w_face = w_left                                              first order
///               biased  w_face = w_left + (w_right - w_left) / 3 + (w_left - w_further) / 6     third order inside,
///                       second order near the ends; overshoots by a few per cent at fronts that it cannot resolve
///               no dispersion across the ends (closed vessel)
/// Assumes       plug flow with axial dispersion, the same of heat; flow of one direction; what Solution assumes
/// Source        H. S. Fogler, Elements of Chemical Reaction Engineering, 5th ed., eqs. 12-5, 18-14; B. van Leer, in:
///               Lecture Notes in Applied Mathematics 22 (1985) 327 (kappa = 1/3)
class PlugFlowCell {
 public:
  enum class Scheme { upwind, biased };
  struct Parameters {
    int cells = 40;
    double length = 1.0;      // m
    double area = 1e-3;       // m2
    double dispersion = 0.0;  // m2/s
    double wall = 0.0;        // U a, W/(m3 K)
    double wall_T = 298.15;   // K at the start
    Scheme scheme = Scheme::biased;
  };
  /// Index of the cell from 0 and the nodes of all, of which it keeps those near by.
  PlugFlowCell(Declare& declare, const SharedSolution& solution, const Parameters& parameters, int index,
               const std::vector<PlugFlowNode>& nodes, SolutionFlow inlet, std::optional<SolutionFlow> outlet,
               Input wall_T, double T_start);

  template <class Real>
  void equations(Equations<Real>& eq) const;
  template <class Show>
  void observe(Show& show) const;

 private:
  template <class Real>
  struct Flux {
    PerSpecies<Real> n;
    Real H{};
  };
  template <class Real>
  Flux<Real> through(Equations<Real>& eq, int face) const;
  const PlugFlowNode& node(int cell) const { return near_[static_cast<std::size_t>(cell - first_)]; }
  template <class Real, class Read>
  Real flux(int face, const Real& q, Read read) const;

  SharedSolution solution_;
  Parameters par_;
  int index_, first_;  // this cell, and the first of those near by
  std::vector<PlugFlowNode> near_;
  SolutionFlow inlet_;
  std::optional<SolutionFlow> outlet_;
  Input wall_T_;
  Variable T_, heat_;
  SolutionBalance balance_;
};

/// A tubular reactor: cells PATH.cell_1 ... PATH.cell_N between two streams, filled at the start with a liquid of
/// temperature T (K) and concentrations c (mol/m3).
void add_plug_flow(FlowsheetBuilder& builder, const std::string& path, const SharedSolution& solution,
                   const PlugFlowCell::Parameters& parameters, const SolutionFlow& inlet, const SolutionFlow& outlet,
                   double T, const std::vector<double>& c);

extern template class UnitAdapter<PlugFlowCell>;

}  // namespace stillhouse
