#include "models/properties/cubic_phases.h"

namespace stillhouse {

CubicPhases::CubicPhases(const std::vector<std::string>& compounds, Cubic equation)
    : fluid_(compounds, equation), d1_(fluid_.state().d1()), d2_(fluid_.state().d2()), root_(d1_, d2_) {
  const CubicState& state = fluid_.state();
  for (std::size_t i = 0; i < size(); ++i) {
    constant_.push_back(state.root_attraction_constant(i));
    slope_.push_back(state.root_attraction_slope(i));
    b_.push_back(state.covolume(i));
    for (std::size_t j = 0; j < i; ++j)
      if (const double k = state.binary_parameter(j, i); k != 0.0) pairs_.push_back({j, i, k});
  }
}

}  // namespace stillhouse
