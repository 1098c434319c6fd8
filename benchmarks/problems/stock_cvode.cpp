#include "benchmarks/problems/stock_cvode.h"

#include <cvode/cvode.h>

#include <algorithm>
#include <cmath>

#include "engine/base/error.h"

namespace stillhouse {

namespace {

/// Refuses a problem whose equation i is not y'_i = f_i. The order of equations is that of the unknowns, so that the
/// band is the problem's own.
void require_rates(DaeProblem& problem) {
  const SparsePattern& pattern = problem.pattern();
  const std::size_t n = static_cast<std::size_t>(problem.size());
  const std::vector<const VariableInfo*> unknowns = unknowns_of(problem);
  std::vector<double> start, values(static_cast<std::size_t>(pattern.entries()));
  for (const VariableInfo* v : unknowns) start.push_back(v->range.start);
  problem.jacobian(start.data(), std::vector<double>(n).data(), 0.0, 1.0, values.data());
  for (int column = 0; column < pattern.size(); ++column) {
    const std::size_t c = static_cast<std::size_t>(column);
    double own = 0.0;
    bool others = false;
    for (int k = pattern.column_start[c]; k < pattern.column_start[c + 1]; ++k) {
      const double value = values[static_cast<std::size_t>(k)];
      if (pattern.row[static_cast<std::size_t>(k)] == column) {
        own = value;
      } else if (value != 0.0) {
        others = true;
      }
    }
    if (own != 1.0 || others)
      throw ModelError("CVODE needs y' = f(y): the equation in the place of " + unknowns[c]->name +
                       " is not that of its rate alone");
  }
}

}  // namespace

struct StockCvode::Cvode {
  Cvode(DaeProblem& p, Algebra algebra) : problem(p), parts(p, algebra), at_rest(static_cast<std::size_t>(p.size())) {}
  ~Cvode() { CVodeFree(&memory); }

  DaeProblem& problem;
  StockParts parts;
  std::vector<double> at_rest;  // y' = 0
  void* memory = nullptr;
  long finished_steps = 0;

  static int rates(realtype, N_Vector y, N_Vector f, void* user) {
    const Cvode& self = *static_cast<Cvode*>(user);
    double* values = N_VGetArrayPointer(f);
    self.problem.residual(N_VGetArrayPointer(y), self.at_rest.data(), values);
    bool finite = true;
    for (double* value = values; value < values + self.problem.size(); ++value) {
      *value = -*value;
      finite = finite && std::isfinite(*value);
    }
    return finite ? 0 : 1;
  }

  static int jacobian(realtype, N_Vector y, N_Vector, SUNMatrix matrix, void* user, N_Vector, N_Vector, N_Vector) {
    Cvode& self = *static_cast<Cvode*>(user);
    self.problem.jacobian(N_VGetArrayPointer(y), self.at_rest.data(), -1.0, 0.0, self.parts.entries(matrix));
    return 0;
  }
};

StockCvode::StockCvode(DaeProblem& problem, const SolverSettings& settings, Algebra algebra) {
  require_rates(problem);
  cvode_ = std::make_unique<Cvode>(problem, algebra);
  Cvode& cvode = *cvode_;
  StockParts& p = cvode.parts;
  const std::vector<double> tolerances = absolute_tolerances(problem, settings);
  std::copy(tolerances.begin(), tolerances.end(), N_VGetArrayPointer(p.tolerance));
  cvode.memory = CVodeCreate(CV_BDF, p.context);
  CVodeSetErrHandlerFn(
      cvode.memory, [](int, const char*, const char*, char*, void*) {}, nullptr);
  CVodeSetUserData(cvode.memory, &cvode);
  CVodeInit(cvode.memory, Cvode::rates, 0.0, p.y);
  CVodeSVtolerances(cvode.memory, settings.relative_tolerance, p.tolerance);
  CVodeSetMaxNumSteps(cvode.memory, 1000000);
  CVodeSetLinearSolver(cvode.memory, p.solver, p.matrix);
  if (p.exact()) CVodeSetJacFn(cvode.memory, Cvode::jacobian);
}

StockCvode::~StockCvode() = default;

void StockCvode::restart(double time, const std::vector<double>& y, double first_step) {
  Cvode& cvode = *cvode_;
  cvode.finished_steps = steps();
  std::copy(y.begin(), y.end(), N_VGetArrayPointer(cvode.parts.y));
  CVodeReInit(cvode.memory, time, cvode.parts.y);
  CVodeSetInitStep(cvode.memory, first_step);
}

bool StockCvode::advance(double time, std::vector<double>& y) {
  Cvode& cvode = *cvode_;
  realtype reached = 0.0;
  CVodeSetStopTime(cvode.memory, time);
  if (CVode(cvode.memory, time, cvode.parts.y, &reached, CV_NORMAL) < 0) return false;
  const double* from = N_VGetArrayPointer(cvode.parts.y);
  std::copy(from, from + y.size(), y.begin());
  return true;
}

long StockCvode::steps() const {
  long now = 0;
  CVodeGetNumSteps(cvode_->memory, &now);
  return cvode_->finished_steps + now;
}

}  // namespace stillhouse
