#include "benchmarks/problems/stock_algebra.h"

#include <sunlinsol/sunlinsol_band.h>
#include <sunlinsol/sunlinsol_dense.h>
#include <sunlinsol/sunlinsol_klu.h>
#include <sunmatrix/sunmatrix_band.h>
#include <sunmatrix/sunmatrix_dense.h>
#include <sunmatrix/sunmatrix_sparse.h>

#include <algorithm>

#include "engine/solve/fast_vector.h"

namespace stillhouse {

BandWidths band_widths(const SparsePattern& pattern) {
  BandWidths widths;
  for (int column = 0; column < pattern.size(); ++column) {
    const std::size_t c = static_cast<std::size_t>(column);
    for (int k = pattern.column_start[c]; k < pattern.column_start[c + 1]; ++k) {
      const int row = pattern.row[static_cast<std::size_t>(k)];
      widths.lower = std::max(widths.lower, row - column);
      widths.upper = std::max(widths.upper, column - row);
    }
  }
  return widths;
}

std::vector<const VariableInfo*> unknowns_of(const DaeProblem& problem) {
  std::vector<const VariableInfo*> unknowns;
  for (int i = 0; i < problem.size(); ++i) unknowns.push_back(&problem.unknown(i));
  return unknowns;
}

std::vector<double> absolute_tolerances(const DaeProblem& problem, const SolverSettings& settings) {
  std::vector<double> tolerances;
  for (const VariableInfo* v : unknowns_of(problem)) {
    const double fraction = v->kind == Kind::differential ? settings.differential_tolerance
                            : v->kind == Kind::algebraic  ? settings.algebraic_tolerance
                                                          : settings.ledger_tolerance;
    tolerances.push_back((v->range.accuracy > 0.0 ? v->range.accuracy : fraction) * v->range.nominal);
  }
  return tolerances;
}

StockParts::StockParts(const DaeProblem& problem, StockAlgebra algebra)
    : pattern_(problem.pattern()), algebra_(algebra) {
  SUNContext_Create(nullptr, &context);
  const sunindextype n = problem.size();
  const bool own = algebra == StockAlgebra::own_vectors;
  y = own ? make_fast_vector(n, context) : N_VNew_Serial(n, context);
  for (N_Vector* v : {&yp, &tolerance, &kind}) *v = N_VClone(y);
  N_VConst(0.0, y);
  N_VConst(0.0, yp);

  if (algebra == StockAlgebra::dense) {
    matrix = SUNDenseMatrix(n, n, context);
    solver = SUNLinSol_Dense(y, matrix, context);
  } else if (algebra == StockAlgebra::band) {
    const BandWidths widths = band_widths(pattern_);
    matrix = SUNBandMatrix(n, widths.upper, widths.lower, context);
    solver = SUNLinSol_Band(y, matrix, context);
  } else {
    matrix = SUNSparseMatrix(n, n, pattern_.entries(), CSC_MAT, context);
    write_pattern(matrix);
    if (own) matrix->ops->zero = [](SUNMatrix) { return SUNMAT_SUCCESS; };
    solver = SUNLinSol_KLU(y, matrix, context);
  }
}

StockParts::~StockParts() {
  SUNLinSolFree(solver);
  SUNMatDestroy(matrix);
  for (N_Vector v : {y, yp, tolerance, kind}) N_VDestroy(v);
  SUNContext_Free(&context);
}

void StockParts::write_pattern(SUNMatrix m) const {
  std::copy(pattern_.column_start.begin(), pattern_.column_start.end(), SM_INDEXPTRS_S(m));
  std::copy(pattern_.row.begin(), pattern_.row.end(), SM_INDEXVALS_S(m));
}

double* StockParts::entries(SUNMatrix m) const {
  // the stock integrator clears the matrix, pattern and all, before it asks
  if (algebra_ == StockAlgebra::sparse) write_pattern(m);
  return SM_DATA_S(m);
}

}  // namespace stillhouse
