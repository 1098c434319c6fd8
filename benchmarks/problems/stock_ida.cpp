#include "benchmarks/problems/stock_ida.h"

#include <ida/ida.h>
#include <nvector/nvector_serial.h>
#include <sunlinsol/sunlinsol_dense.h>
#include <sunlinsol/sunlinsol_klu.h>
#include <sunmatrix/sunmatrix_dense.h>
#include <sunmatrix/sunmatrix_sparse.h>

#include <algorithm>

namespace stillhouse {

struct StockIda::Parts {
  DaeProblem& problem;
  SUNContext context = nullptr;
  void* memory = nullptr;
  N_Vector y = nullptr, yp = nullptr, tolerance = nullptr, kind = nullptr;
  SUNMatrix matrix = nullptr;
  SUNLinearSolver solver = nullptr;
  long finished_steps = 0;

  static int residual(realtype, N_Vector y, N_Vector yp, N_Vector r, void* user) {
    static_cast<Parts*>(user)->problem.residual(N_VGetArrayPointer(y), N_VGetArrayPointer(yp), N_VGetArrayPointer(r));
    return 0;
  }

  static int jacobian(realtype, realtype c, N_Vector y, N_Vector yp, N_Vector, SUNMatrix matrix, void* user, N_Vector,
                      N_Vector, N_Vector) {
    DaeProblem& problem = static_cast<Parts*>(user)->problem;
    // IDA clears the matrix, pattern and all, before it asks
    const SparsePattern& pattern = problem.pattern();
    std::copy(pattern.column_start.begin(), pattern.column_start.end(), SM_INDEXPTRS_S(matrix));
    std::copy(pattern.row.begin(), pattern.row.end(), SM_INDEXVALS_S(matrix));
    problem.jacobian(N_VGetArrayPointer(y), N_VGetArrayPointer(yp), 1.0, c, SM_DATA_S(matrix));
    return 0;
  }
};

StockIda::StockIda(DaeProblem& problem, const SolverSettings& settings, Algebra algebra)
    : parts_(new Parts{.problem = problem}) {
  Parts& p = *parts_;
  SUNContext_Create(nullptr, &p.context);
  const sunindextype n = problem.size();
  for (N_Vector* v : {&p.y, &p.yp, &p.tolerance, &p.kind}) *v = N_VNew_Serial(n, p.context);
  for (sunindextype i = 0; i < n; ++i) {
    const VariableInfo& v = problem.plant().variables()[static_cast<std::size_t>(i)];
    const double fraction = v.kind == Kind::differential ? settings.differential_tolerance
                            : v.kind == Kind::algebraic  ? settings.algebraic_tolerance
                                                         : settings.ledger_tolerance;
    NV_Ith_S(p.tolerance, i) = (v.range.accuracy > 0.0 ? v.range.accuracy : fraction) * v.range.nominal;
    NV_Ith_S(p.kind, i) = v.kind == Kind::algebraic ? 0.0 : 1.0;
    NV_Ith_S(p.y, i) = v.range.start;
    NV_Ith_S(p.yp, i) = 0.0;
  }
  if (algebra == Algebra::sparse) {
    p.matrix = SUNSparseMatrix(n, n, problem.pattern().entries(), CSC_MAT, p.context);
    p.solver = SUNLinSol_KLU(p.y, p.matrix, p.context);
  } else {
    p.matrix = SUNDenseMatrix(n, n, p.context);
    p.solver = SUNLinSol_Dense(p.y, p.matrix, p.context);
  }
  p.memory = IDACreate(p.context);
  IDASetErrHandlerFn(
      p.memory, [](int, const char*, const char*, char*, void*) {}, nullptr);
  IDASetUserData(p.memory, &p);
  IDAInit(p.memory, Parts::residual, 0.0, p.y, p.yp);
  IDASVtolerances(p.memory, settings.relative_tolerance, p.tolerance);
  IDASetId(p.memory, p.kind);
  IDASetSuppressAlg(p.memory, SUNTRUE);
  IDASetNonlinConvCoef(p.memory, settings.newton_coefficient);
  IDASetMaxNumSteps(p.memory, 1000000);
  IDASetLinearSolver(p.memory, p.solver, p.matrix);
  if (algebra == Algebra::sparse) IDASetJacFn(p.memory, Parts::jacobian);
}

StockIda::~StockIda() {
  IDAFree(&parts_->memory);
  SUNLinSolFree(parts_->solver);
  SUNMatDestroy(parts_->matrix);
  for (N_Vector v : {parts_->y, parts_->yp, parts_->tolerance, parts_->kind}) N_VDestroy(v);
  SUNContext_Free(&parts_->context);
}

void StockIda::restart(double time, const std::vector<double>& y, const std::vector<double>& yp, double first_step) {
  parts_->finished_steps = steps();
  std::copy(y.begin(), y.end(), N_VGetArrayPointer(parts_->y));
  std::copy(yp.begin(), yp.end(), N_VGetArrayPointer(parts_->yp));
  IDAReInit(parts_->memory, time, parts_->y, parts_->yp);
  IDASetInitStep(parts_->memory, first_step);
}

bool StockIda::advance(double time, std::vector<double>& y, std::vector<double>& yp) {
  realtype reached = 0.0;
  IDASetStopTime(parts_->memory, time);
  if (IDASolve(parts_->memory, time, &reached, parts_->y, parts_->yp, IDA_NORMAL) < 0) return false;
  const double* from = N_VGetArrayPointer(parts_->y);
  std::copy(from, from + y.size(), y.begin());
  const double* rates = N_VGetArrayPointer(parts_->yp);
  std::copy(rates, rates + yp.size(), yp.begin());
  return true;
}

long StockIda::steps() const {
  long now = 0;
  IDAGetNumSteps(parts_->memory, &now);
  return parts_->finished_steps + now;
}

}  // namespace stillhouse
