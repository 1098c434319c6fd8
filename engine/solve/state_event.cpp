#include "engine/solve/state_event.h"

namespace stillhouse {

void pass_state_event(DaeProblem& problem, const std::vector<int>& crossed, const std::vector<double>& y,
                      std::vector<Events::Transition>& transitions) {
  problem.events(y.data(), nullptr, transitions.data());
  for (std::size_t i = 0; i < crossed.size(); ++i) {
    if (crossed[i] > 0) problem.modes[static_cast<std::size_t>(transitions[i].mode.index)] = transitions[i].to;
  }
}

}  // namespace stillhouse
