#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/modelling/declare.h"
#include "models/catalogue.h"
#include "models/instruments/liquid_chromatography/adsorption.h"

namespace stillhouse {

/// What one cell of a chromatography column shows to its neighbours; defined by the cell.
///   c_X  mol/m3  in the liquid     q_X  mol/m3  on the solid, of species that adsorb
///   n_X  mol/s   that goes on to the next cell
struct ColumnNode {
  ColumnNode(Declare declare, const Adsorption& adsorption, const std::vector<double>& c_start, double nominal,
             double nominal_flow);
  void define(Declare& declare) const;

  std::vector<Variable> c, q, n;
};

/// A chromatography column cut into cells: axial dispersion, mass transfer to the solid, competitive adsorption. For
/// overload and preparative work, where retention depends on how much there is.
///
///   v e dc_i/dt = F_left - F_right - v (1 - e) r_i           v: volume of a cell, e: liquid in it
///   dq_i/dt = r_i(c, q)                                      adsorption.h
///   F = Q c_face - e A D (c_right - c_left) / dz;            c_face = c_left + s / 2
///   s = (a (b^2 + w^2) + b (a^2 + w^2)) / (a^2 + b^2 + 2 w^2),  a = c_left - c_further, b = c_right - c_left
///   D = u L / (2 N)                                          N plates of axial dispersion, u = Q / (e A)
///   inlet: Q c_in (closed vessel); salt: the charges it leaves on the solid count in its holdup
///
/// s is the mean of both slopes where they agree and goes to nothing where they differ in sign (van Albada): second
/// order, and no more than a per cent of overshoot at shocks. w is 1e-3 of the nominal concentration.
///
/// Assumes   plug flow, one temperature, eluent that does not change volume; film and pores in one linear driving force
/// Valid for cells that resolve the front: dz below some D / u at a shock, otherwise the cells disperse it
/// Source    G. Guiochon et al., Fundamentals of Preparative and Nonlinear Chromatography, 2nd ed., 2006, sections 2.2
///           (transport-dispersive model), 6.5; van Albada, van Leer, Roberts, Astron. Astrophys. 108 (1982) 76
class ChromatographyCell {
 public:
  struct Parameters {
    int cells = 100;
    double length = 0.25;      // m
    double diameter = 4.6e-3;  // m
    double porosity = 0.64;    // e
    double dispersion = 1e-8;  // D, m^2/s
    double nominal = 10.0;     // concentration that matters, mol/m^3
  };
  ChromatographyCell(Declare& declare, std::shared_ptr<const Adsorption> adsorption, const Parameters& parameters,
                     int index, const std::vector<ColumnNode>& nodes, Input flow, std::vector<Input> inlet);

  template <class Real>
  void equations(Equations<Real>& eq) const;
  template <class Show>
  void observe(Show& show) const;

 private:
  const ColumnNode& node(int cell) const { return near_[static_cast<std::size_t>(cell - first_)]; }
  template <class Real>
  Real onward(Equations<Real>& eq, std::size_t species) const;

  std::shared_ptr<const Adsorption> adsorption_;
  Parameters par_;
  int index_, first_;
  std::vector<ColumnNode> near_;
  Input flow_;
  std::vector<Input> inlet_;
  std::vector<Variable> crossed_;  // ledgers, of the last cell
  std::vector<Observable> leaves_;
  std::vector<Quantity> amounts_;
  double area_, volume_;
};

/// What a column is built from.
struct ColumnPlan {
  std::shared_ptr<const Adsorption> adsorption;
  ChromatographyCell::Parameters parameters;
  double flow = 1e-6 / 60.0;  // m^3/s
  std::vector<double> start;  // concentrations in the column and in the eluent at the start, mol/m^3
  double highest = 1e3;       // largest concentration that an input may have, mol/m^3
};

/// Cells cell_1 ... cell_N, inputs column.flow and column.c_X; what leaves is cell_N.c_out_X. ModelError for parameters
/// beyond their range.
std::shared_ptr<const Flowsheet> build_chromatography_column(const ColumnPlan& plan);

/// Dispersion of a column of N plates at this velocity in the liquid.
double dispersion_of_plates(double velocity, double length, double plates);

extern template class UnitAdapter<ChromatographyCell>;

/// A column of cells (`ChromatographyCell`) overloaded with A and B, which compete by Langmuir's law (`Adsorption`).
FlowsheetKind preparative_column_kind();

}  // namespace stillhouse
