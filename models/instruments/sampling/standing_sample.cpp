#include "models/instruments/sampling/standing_sample.h"

#include <algorithm>
#include <cmath>

#include "engine/autodiff/functions.h"
#include "models/properties/component.h"
#include "models/properties/diffusion_volume.h"
#include "models/properties/gas_constant.h"
#include "models/properties/mixture_transport.h"

namespace stillhouse {

namespace {

constexpr double air_molar_mass = 28.96e-3, air_volume = 19.7;  // kg/mol; Fuller's diffusion volume

}  // namespace

StandingSample::StandingSample(std::shared_ptr<const Fluid> fluid, const Settings& settings)
    : fluid_(std::move(fluid)), settings_(settings) {
  for (std::size_t i = 0; i < fluid_->size(); ++i)
    volumes_.push_back(diffusion_volume(Component::find(fluid_->name(i))));
}

std::vector<double> StandingSample::evaporation(const std::vector<double>& moles, double T, double p_room) const {
  std::vector<double> rates(moles.size(), 0.0);
  double N = 0.0;
  for (const double n : moles) N += n;
  if (!(N > 0.0)) return rates;
  PerSpecies<double> x(moles.size());
  for (std::size_t i = 0; i < moles.size(); ++i) x[i] = moles[i] / N;
  const PerSpecies<double> partial = fluid_->bubble_pressures(x, T);
  double P = 0.0;
  for (std::size_t i = 0; i < moles.size(); ++i) P += partial[i];
  if (!(P > 0.0)) return rates;
  const double driving = -log(1.0 - std::min(P / p_room, 0.99));
  for (std::size_t i = 0; i < moles.size(); ++i) {
    const double D = gas_diffusivity(T, p_room, fluid_->molar_mass(i), air_molar_mass, volumes_[i], air_volume);
    rates[i] = settings_.mouth / settings_.gap * p_room * D / (gas_constant * T) * partial[i] / P * driving;
  }
  return rates;
}

void StandingSample::stand(std::vector<double>& moles, double& T, double seconds, bool open, double T_room,
                           double p_room) const {
  for (double left = seconds; left > 0.0; left -= 1.0) {
    const double dt = std::min(left, 1.0);
    if (open) {
      const std::vector<double> rates = evaporation(moles, T, p_room);
      for (std::size_t i = 0; i < moles.size(); ++i)
        if (moles[i] > 0.0) moles[i] *= exp(-rates[i] * dt / moles[i]);
    }
    T = T_room + (T - T_room) * exp(-dt / settings_.cooling);
  }
}

}  // namespace stillhouse
