#pragma once

#include <memory>
#include <vector>

#include "engine/solve/steady_state.h"
#include "labs/scenario/rest.h"
#include "labs/session/lab_library.h"

namespace stillhouse {

/// The rest that a plant file names. Throws ScenarioError.
scenario::Rest load_rest(const PlantPlace& place);

/// A plant at rest.
struct PlantRest {
  SteadyState state;
  std::vector<double> inputs;  ///< held; those that controllers decide stand where these left them
  std::vector<double> modes;
  double under_control = 0.0;  ///< s that were simulated with controllers in automatic
};

/// Inputs of a plant at its rest, in the flowsheet's order: those of the rest, else where the handles start, else
/// as declared. What a controller decides is here where it starts.
std::vector<double> rest_inputs(const scenario::Plant& plant, const scenario::Rest& rest, const Flowsheet& built);

/// The steady state that the plant comes to from its start with the inputs of the rest held and the controllers
/// named there in automatic.
///
/// Without controllers that is find_steady_state. With controllers the plant is run first, scan by scan, as it would be
/// from the control room: instruments without noise, bias, drift and steps; the other controllers in manual; interlocks
/// out of use. From time to time the inputs are held where the controllers have them, and the steady state with these
/// is looked for. It counts if it is where the run was: each signal that is controlled within a thousandth of its
/// instrument's range, every state within a hundredth of its nominal size. Then the run was at rest but for what
/// Newton's method did better.
///
/// Throws SolveError if none is found, within 200 hours of control.
PlantRest plant_at_rest(const scenario::Plant& plant, const scenario::Rest& rest,
                        const std::shared_ptr<const Flowsheet>& built);

}  // namespace stillhouse
