#include "engine/solve/sundials_linear.h"

#include <sundials/sundials_nvector.h>

namespace stillhouse {

SundialsLinear::SundialsLinear(const SparsePattern& pattern, SUNContext context, FactorKind kind)
    : values(static_cast<std::size_t>(pattern.entries())), factor(pattern, kind) {
  matrix_ = SUNMatNewEmpty(context);
  matrix_->content = this;
  matrix_->ops->getid = [](SUNMatrix) { return SUNMATRIX_CUSTOM; };
  matrix_->ops->zero = [](SUNMatrix) { return 0; };  // the Jacobian writes every entry

  solver_ = SUNLinSolNewEmpty(context);
  solver_->content = this;
  solver_->ops->gettype = [](SUNLinearSolver) { return SUNLINEARSOLVER_DIRECT; };
  solver_->ops->getid = [](SUNLinearSolver) { return SUNLINEARSOLVER_CUSTOM; };
  solver_->ops->initialize = [](SUNLinearSolver) { return 0; };
  solver_->ops->setup = [](SUNLinearSolver s, SUNMatrix) {
    SundialsLinear& self = *static_cast<SundialsLinear*>(s->content);
    return self.factor.factor(self.values.data()) ? 0 : 1;
  };
  solver_->ops->solve = [](SUNLinearSolver s, SUNMatrix, N_Vector x, N_Vector b, realtype) {
    N_VScale(1.0, b, x);
    static_cast<SundialsLinear*>(s->content)->factor.solve(N_VGetArrayPointer(x));
    return 0;
  };
  solver_->ops->free = [](SUNLinearSolver) { return 0; };
}

SundialsLinear::~SundialsLinear() {
  SUNLinSolFreeEmpty(solver_);
  SUNMatFreeEmpty(matrix_);
}

}  // namespace stillhouse
