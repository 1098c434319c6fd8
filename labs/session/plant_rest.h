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
  scenario::Rest rest;         ///< that was looked for: with what a start-up has left in automatic
  double start_up = 0.0;       ///< s that the plant's start-up sequence took; 0: none was run
  double under_control = 0.0;  ///< s that were simulated with controllers in automatic, after the start-up if any
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
/// A plant of operation start_up is run from its start by its first sequence to that one's end, a scan a second and
/// with its interlocks; what the sequence has left in automatic then belongs to the rest too, unless that says
/// otherwise of what it moves, and all goes on as above from there. A controller in cascade by a ratio or a program is
/// held.
///
/// Throws SolveError if none is found, within 200 hours of control, or if the sequence is held, aborted or takes more
/// than 100 hours.
PlantRest plant_at_rest(const scenario::Plant& plant, const scenario::Rest& rest,
                        const std::shared_ptr<const Flowsheet>& built);

}  // namespace stillhouse
