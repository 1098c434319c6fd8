#include "engine/solve/integrator.h"

#include "engine/solve/ida_method.h"

namespace stillhouse {

Integrator::Integrator(DaeProblem& problem, const SolverSettings& settings)
    : chosen_(Method::multistep), method_(std::make_unique<IdaMethod>(problem, settings)) {}

}  // namespace stillhouse
