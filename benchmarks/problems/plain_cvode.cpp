#include "benchmarks/problems/plain_cvode.h"

#include <cvode/cvode.h>
#include <nvector/nvector_serial.h>
#include <sunlinsol/sunlinsol_dense.h>
#include <sunmatrix/sunmatrix_dense.h>

#include <algorithm>

namespace stillhouse {

struct PlainCvode::Parts {
  Rates rates;
  Jacobian jacobian;
  SUNContext context = nullptr;
  void* memory = nullptr;
  N_Vector y = nullptr, tolerance = nullptr;
  SUNMatrix matrix = nullptr;
  SUNLinearSolver solver = nullptr;

  static int rate(realtype, N_Vector y, N_Vector rate, void* user) {
    static_cast<Parts*>(user)->rates(N_VGetArrayPointer(y), N_VGetArrayPointer(rate));
    return 0;
  }
  static int exact(realtype, N_Vector y, N_Vector, SUNMatrix matrix, void* user, N_Vector, N_Vector, N_Vector) {
    static_cast<Parts*>(user)->jacobian(N_VGetArrayPointer(y), SM_DATA_D(matrix));
    return 0;
  }
};

PlainCvode::PlainCvode(Rates rates, Jacobian jacobian, double relative_tolerance, const std::vector<double>& tolerances)
    : parts_(new Parts{.rates = rates, .jacobian = jacobian}) {
  Parts& p = *parts_;
  SUNContext_Create(nullptr, &p.context);
  const sunindextype n = static_cast<sunindextype>(tolerances.size());
  p.y = N_VNew_Serial(n, p.context);
  p.tolerance = N_VNew_Serial(n, p.context);
  N_VConst(0.0, p.y);
  std::copy(tolerances.begin(), tolerances.end(), N_VGetArrayPointer(p.tolerance));
  p.matrix = SUNDenseMatrix(n, n, p.context);
  p.solver = SUNLinSol_Dense(p.y, p.matrix, p.context);
  p.memory = CVodeCreate(CV_BDF, p.context);
  CVodeSetErrHandlerFn(
      p.memory, [](int, const char*, const char*, char*, void*) {}, nullptr);
  CVodeSetUserData(p.memory, &p);
  CVodeInit(p.memory, Parts::rate, 0.0, p.y);
  CVodeSVtolerances(p.memory, relative_tolerance, p.tolerance);
  CVodeSetMaxNumSteps(p.memory, 1000000);
  CVodeSetLinearSolver(p.memory, p.solver, p.matrix);
  if (jacobian) CVodeSetJacFn(p.memory, Parts::exact);
}

PlainCvode::~PlainCvode() {
  CVodeFree(&parts_->memory);
  SUNLinSolFree(parts_->solver);
  SUNMatDestroy(parts_->matrix);
  N_VDestroy(parts_->y);
  N_VDestroy(parts_->tolerance);
  SUNContext_Free(&parts_->context);
}

bool PlainCvode::integrate(double time, std::vector<double>& y) {
  std::copy(y.begin(), y.end(), N_VGetArrayPointer(parts_->y));
  CVodeReInit(parts_->memory, 0.0, parts_->y);
  CVodeSetStopTime(parts_->memory, time);
  realtype reached = 0.0;
  const bool came = CVode(parts_->memory, time, parts_->y, &reached, CV_NORMAL) >= 0;
  const double* from = N_VGetArrayPointer(parts_->y);
  std::copy(from, from + y.size(), y.begin());
  return came;
}

long PlainCvode::steps() const {
  long count = 0;
  CVodeGetNumSteps(parts_->memory, &count);
  return count;
}
long PlainCvode::evaluations() const {
  long count = 0, quotients = 0;
  CVodeGetNumRhsEvals(parts_->memory, &count);
  CVodeGetNumLinRhsEvals(parts_->memory, &quotients);
  return count + quotients;
}
long PlainCvode::jacobians() const {
  long count = 0;
  CVodeGetNumJacEvals(parts_->memory, &count);
  return count;
}

}  // namespace stillhouse
