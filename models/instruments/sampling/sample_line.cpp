#include "models/instruments/sampling/sample_line.h"

#include <cmath>

#include "engine/autodiff/functions.h"
#include "engine/base/error.h"
#include "engine/base/quantity.h"

namespace stillhouse {

SampleLine::SampleLine(const Settings& settings) : settings_(settings) {
  if (!(settings.volume > 0.0 && settings.volume <= 1.0))
    throw ModelError("sample line: its volume is " + shortest(settings.volume) + " m^3; allowed: above 0, to 1 m^3");
  if (settings.cells < 1 || settings.cells > most_cells)
    throw ModelError("sample line: it has " + std::to_string(settings.cells) + " cells; allowed: 1 to " +
                     std::to_string(most_cells));
}

SampleLine::State SampleLine::filled(std::span<const double> c) const {
  State state;
  for (int cell = 0; cell < settings_.cells; ++cell) state.insert(state.end(), c.begin(), c.end());
  return state;
}

std::vector<double> SampleLine::push(State& state, std::span<const double> c, double volume) const {
  const std::size_t species = c.size();
  std::vector<double> out(species, 0.0);
  if (!(volume > 0.0)) return out;

  // one cell is exact over any step
  constexpr double step = 0.05;
  const double whole = volume * settings_.cells / settings_.volume;
  const int steps = settings_.cells == 1 ? 1 : static_cast<int>(std::ceil(whole / step));
  const double theta = whole / steps, part = volume / steps, left = exp(-theta);
  const double mean = (1.0 - left) / theta;
  for (int k = 0; k < steps; ++k) {
    for (std::size_t i = 0; i < species; ++i) {
      double flowing = c[i];
      for (int cell = 0; cell < settings_.cells; ++cell) {
        double& held = state[static_cast<std::size_t>(cell) * species + i];
        const double old = held - flowing;
        held = flowing + old * left;
        flowing += old * mean;
      }
      out[i] += flowing * part;
    }
  }
  return out;
}

double SampleLine::held(const State& state, std::size_t species, std::size_t of) const {
  double moles = 0.0;
  for (std::size_t at = species; at < state.size(); at += of) moles += state[at];
  return moles * settings_.volume / settings_.cells;
}

}  // namespace stillhouse
