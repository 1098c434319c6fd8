#include "benchmarks/problems/stock_ida.h"

#include <ida/ida.h>

#include <algorithm>
#include <cmath>

namespace stillhouse {

struct StockIda::Ida {
  Ida(DaeProblem& p, Algebra algebra) : problem(p), parts(p, algebra) {}
  ~Ida() { IDAFree(&memory); }

  DaeProblem& problem;
  StockParts parts;
  void* memory = nullptr;
  long finished_steps = 0;

  static int residual(realtype, N_Vector y, N_Vector yp, N_Vector r, void* user) {
    const DaeProblem& problem = static_cast<Ida*>(user)->problem;
    double* values = N_VGetArrayPointer(r);
    problem.residual(N_VGetArrayPointer(y), N_VGetArrayPointer(yp), values);
    return std::all_of(values, values + problem.size(), [](double v) { return std::isfinite(v); }) ? 0 : 1;
  }

  static int jacobian(realtype, realtype c, N_Vector y, N_Vector yp, N_Vector, SUNMatrix matrix, void* user, N_Vector,
                      N_Vector, N_Vector) {
    Ida& self = *static_cast<Ida*>(user);
    self.problem.jacobian(N_VGetArrayPointer(y), N_VGetArrayPointer(yp), 1.0, c, self.parts.entries(matrix));
    return 0;
  }
};

StockIda::StockIda(DaeProblem& problem, const SolverSettings& settings, Algebra algebra)
    : ida_(std::make_unique<Ida>(problem, algebra)) {
  Ida& ida = *ida_;
  StockParts& p = ida.parts;
  const std::vector<double> tolerances = absolute_tolerances(problem, settings);
  std::copy(tolerances.begin(), tolerances.end(), N_VGetArrayPointer(p.tolerance));
  sunindextype i = 0;
  for (const VariableInfo* v : unknowns_of(problem)) NV_Ith_S(p.kind, i++) = v->kind == Kind::algebraic ? 0.0 : 1.0;
  ida.memory = IDACreate(p.context);
  IDASetErrHandlerFn(
      ida.memory, [](int, const char*, const char*, char*, void*) {}, nullptr);
  IDASetUserData(ida.memory, &ida);
  IDAInit(ida.memory, Ida::residual, 0.0, p.y, p.yp);
  IDASVtolerances(ida.memory, settings.relative_tolerance, p.tolerance);
  IDASetId(ida.memory, p.kind);
  IDASetSuppressAlg(ida.memory, SUNTRUE);
  IDASetNonlinConvCoef(ida.memory, settings.newton_coefficient);
  IDASetMaxNumSteps(ida.memory, 1000000);
  IDASetLinearSolver(ida.memory, p.solver, p.matrix);
  if (p.exact()) IDASetJacFn(ida.memory, Ida::jacobian);
}

StockIda::~StockIda() = default;

void StockIda::restart(double time, const std::vector<double>& y, const std::vector<double>& yp, double first_step) {
  Ida& ida = *ida_;
  ida.finished_steps = steps();
  std::copy(y.begin(), y.end(), N_VGetArrayPointer(ida.parts.y));
  std::copy(yp.begin(), yp.end(), N_VGetArrayPointer(ida.parts.yp));
  IDAReInit(ida.memory, time, ida.parts.y, ida.parts.yp);
  IDASetInitStep(ida.memory, first_step);
}

bool StockIda::advance(double time, std::vector<double>& y, std::vector<double>& yp) {
  Ida& ida = *ida_;
  realtype reached = 0.0;
  IDASetStopTime(ida.memory, time);
  if (IDASolve(ida.memory, time, &reached, ida.parts.y, ida.parts.yp, IDA_NORMAL) < 0) return false;
  const double* from = N_VGetArrayPointer(ida.parts.y);
  std::copy(from, from + y.size(), y.begin());
  const double* rates = N_VGetArrayPointer(ida.parts.yp);
  std::copy(rates, rates + yp.size(), yp.begin());
  return true;
}

long StockIda::steps() const {
  long now = 0;
  IDAGetNumSteps(ida_->memory, &now);
  return ida_->finished_steps + now;
}

}  // namespace stillhouse
