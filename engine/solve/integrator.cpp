#include "engine/solve/integrator.h"

#include "engine/solve/ida_method.h"
#include "engine/solve/one_step_method.h"

namespace stillhouse {

Integrator::Integrator(DaeProblem& problem, const SolverSettings& settings)
    : chosen_(settings.method != Method::automatic ? settings.method
              : problem.size() <= small_plant      ? Method::one_step
                                                   : Method::multistep) {
  if (chosen_ == Method::one_step) {
    method_ = std::make_unique<OneStepMethod>(problem, settings);
  } else {
    method_ = std::make_unique<IdaMethod>(problem, settings);
  }
}

}  // namespace stillhouse
