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

/// The solution of A x = b for a few unknowns, by elimination with the largest pivot of each column.
std::vector<double> solved(std::vector<std::vector<double>> A, std::vector<double> b) {
  const std::size_t n = b.size();
  for (std::size_t k = 0; k < n; ++k) {
    std::size_t pivot = k;
    for (std::size_t i = k + 1; i < n; ++i)
      if (std::abs(A[i][k]) > std::abs(A[pivot][k])) pivot = i;
    std::swap(A[k], A[pivot]);
    std::swap(b[k], b[pivot]);
    for (std::size_t i = k + 1; i < n; ++i) {
      const double factor = A[i][k] / A[k][k];
      for (std::size_t j = k; j < n; ++j) A[i][j] -= factor * A[k][j];
      b[i] -= factor * b[k];
    }
  }
  for (std::size_t k = n; k-- > 0;) {
    for (std::size_t j = k + 1; j < n; ++j) b[k] -= A[k][j] * b[j];
    b[k] /= A[k][k];
  }
  return b;
}

}  // namespace

StandingSample::StandingSample(std::shared_ptr<const Fluid> fluid, const Settings& settings,
                               std::shared_ptr<const Kinetics> kinetics)
    : fluid_(std::move(fluid)), kinetics_(std::move(kinetics)), settings_(settings) {
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

void StandingSample::react(std::vector<double>& moles, double& T, double dt) const {
  const std::size_t species = moles.size(), reactions = kinetics_->reaction_count();
  double N = 0.0, V = 0.0, capacity = 0.0;  // mol, m3, J/K
  for (std::size_t i = 0; i < species; ++i) {
    N += moles[i];
    V += moles[i] * fluid_->liquid_molar_volume<double>(i, T);
    capacity += moles[i] * (fluid_->liquid_enthalpy<double>(i, T + 0.5) - fluid_->liquid_enthalpy<double>(i, T - 0.5));
  }
  if (!(V > 0.0)) return;
  const auto after = [&](const std::vector<double>& extents) {
    std::vector<double> n = moles;
    for (std::size_t j = 0; j < reactions; ++j)
      for (std::size_t i = 0; i < species; ++i) n[i] += kinetics_->reaction(j).nu[i] * extents[j];
    return n;
  };
  const auto rates = [&](const std::vector<double>& extents) {
    const std::vector<double> n = after(extents);
    PerSpecies<double> c(species);
    for (std::size_t i = 0; i < species; ++i) c[i] = std::max(n[i], 0.0) / V;
    std::vector<double> f(reactions);
    for (std::size_t j = 0; j < reactions; ++j)
      f[j] = kinetics_->reaction(j).by_catalyst ? 0.0 : V * kinetics_->rate(j, T, c);
    return f;
  };

  // (1 - gamma h J) k1 = f(0), (1 - gamma h J) k2 = f(h k1) - 2 k1, xi = h (3 k1 + k2) / 2: L-stable
  const double gamma = 1.0 - sqrt(0.5);
  std::vector<double> none(reactions);
  const std::vector<double> f = rates(none);
  std::vector<std::vector<double>> A(reactions, std::vector<double>(reactions));
  const double step = 1e-7 * N;
  for (std::size_t k = 0; k < reactions; ++k) {
    std::vector<double> more = none, less = none;
    more[k] = step;
    less[k] = -step;
    const std::vector<double> up = rates(more), down = rates(less);
    for (std::size_t j = 0; j < reactions; ++j)
      A[j][k] = (j == k ? 1.0 : 0.0) - gamma * dt * (up[j] - down[j]) / (2.0 * step);
  }
  const std::vector<double> k1 = solved(A, f);
  std::vector<double> moved(reactions);
  for (std::size_t j = 0; j < reactions; ++j) moved[j] = dt * k1[j];
  std::vector<double> second = rates(moved);
  for (std::size_t j = 0; j < reactions; ++j) second[j] -= 2.0 * k1[j];
  const std::vector<double> k2 = solved(A, std::move(second));
  // a reaction that feeds itself may leave the step without a solution: it goes straight on then
  for (std::size_t j = 0; j < reactions; ++j) {
    moved[j] = 0.5 * dt * (3.0 * k1[j] + k2[j]);
    if (!std::isfinite(moved[j])) moved[j] = dt * f[j];
  }

  // no more than there is
  const std::vector<double> wanted = after(moved);
  double share = 1.0;
  for (std::size_t i = 0; i < species; ++i)
    if (wanted[i] < 0.0) share = std::min(share, moles[i] / (moles[i] - wanted[i]));
  double heat = 0.0;
  for (std::size_t j = 0; j < reactions; ++j) {
    moved[j] *= share;
    heat -= kinetics_->reaction(j).heat * moved[j];
  }
  moles = after(moved);
  for (double& n : moles) n = std::max(n, 0.0);
  if (capacity > 0.0) T += heat / capacity;
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
    if (kinetics_) react(moles, T, dt);
    T = T_room + (T - T_room) * exp(-dt / settings_.cooling);
  }
}

}  // namespace stillhouse
