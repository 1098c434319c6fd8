#include "models/properties/mixture.h"

#include <utility>

#include "engine/base/error.h"

namespace stillhouse {

namespace {

// short forms of the pure species, as models/properties/regression prints them
const Species methanol{
    "methanol",
    {73.40342, -6548.076, -7.409987, 5.72492e-06},
    {80.3, 0.26, 0.0},
    {37430.0, -44.0, -0.15},
    {4.07e-05, 4.9e-08, 1.0e-10},
    {0.02214, -8.0e-05, 0.0},
    {-12.0, 1300.0, 0.0},
};
const Species ethanol{
    "ethanol",
    {88.0754, -7652.06, -9.471507, 5.928087e-06},
    {112.3, 0.45, 0.0},
    {42320.0, -47.0, -0.2},
    {5.86e-05, 6.4e-08, 1.4e-10},
    {0.0220, -8.3e-05, 0.0},
    {-12.5, 1690.0, 0.0},
};
const Species water{
    "water",
    {74.55502, -7295.586, -7.442448, 4.2881e-06},
    {75.3, 0.0, 0.0},
    {43990.0, -41.7, -0.02},
    {1.807e-05, 4.5e-09, 6.3e-11},
    {0.0720, -1.6e-04, -2.5e-07},
    {-13.0, 1780.0, 0.0},
};

const std::vector<Mixture>& all() {
  static const std::vector<Mixture> mixtures{
      Mixture("methanol_water", methanol, water, Nrtl{-0.6930, 172.9871, 2.7322, -617.2687, 0.3}),
      Mixture("ethanol_water", ethanol, water, Nrtl{-0.8009, 246.18, 3.4578, -586.0809, 0.3}),
  };
  return mixtures;
}

}  // namespace

Mixture::Mixture(std::string name, Species light, Species heavy, Nrtl nrtl)
    : name_(std::move(name)),
      species_{light, heavy},
      nrtl_(nrtl),
      components_{&Component::find(light.name), &Component::find(heavy.name)},
      molar_mass_{components_[0]->molar_mass(), components_[1]->molar_mass()},
      air_molar_mass_(Component::find("air").molar_mass()) {}

std::vector<std::string> Mixture::names() {
  std::vector<std::string> result;
  for (const Mixture& mixture : all()) result.push_back(mixture.name());
  return result;
}

const Mixture& Mixture::find(std::string_view name) {
  for (const Mixture& mixture : all())
    if (mixture.name() == name) return mixture;
  const std::vector<std::string> known = names();
  std::string message = "mixture '" + std::string(name) + "' is not known; allowed:";
  for (const std::string& allowed : known) message += " " + allowed;
  const std::string nearest = nearest_word(name, known);
  if (!nearest.empty()) message += "; did you mean '" + nearest + "'?";
  throw ModelError(message);
}

}  // namespace stillhouse
