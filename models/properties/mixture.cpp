#include "models/properties/mixture.h"

#include <utility>

#include "engine/base/error.h"

namespace stillhouse {

namespace {

// short forms of the pure species, from fit_short_forms
constexpr Species methanol{
    "methanol",
    {73.40342, -6548.076, -7.409987, 5.72492e-06},                         // vapour pressure
    {81.08970627, 19.92122605, 9.553729907},                               // heat capacity of the liquid
    {37924.55618, -5395.618543, -1891.699422},                             // heat of vaporization
    {4.063738812e-05, 4.752789896e-06, 7.698691849e-07, 9.396965612e-07},  // molar volume of the liquid
    {-3.80887575, -0.3653887353, -0.0562571279, -0.1088938666},            // surface tension
    {-7.516670968, 3.969172561, 0.4382549225},                             // viscosity of the liquid
};
constexpr Species ethanol{
    "ethanol",
    {88.0754, -7652.06, -9.471507, 5.928087e-06},                          // vapour pressure
    {112.0980754, 38.98403662, 19.46453784},                               // heat capacity of the liquid
    {42547.7389, -5622.299736, -2390.848409},                              // heat of vaporization
    {5.856482804e-05, 6.824245205e-06, 1.115350858e-06, 1.264916513e-06},  // molar volume of the liquid
    {-3.813590525, -0.3737593655, -0.06876375479, -0.1032794232},          // surface tension
    {-6.830689117, 5.652193927, -1.97926098},                              // viscosity of the liquid
};
constexpr Species water{
    "water",
    {74.55502, -7295.586, -7.442448, 4.2881e-06},                          // vapour pressure
    {75.40848993, -0.9403971029, 2.204629252},                             // heat capacity of the liquid
    {43986.70505, -3967.92359, -500.6348119},                              // heat of vaporization
    {1.808355953e-05, 4.84683618e-07, 6.554053564e-07, -3.677331408e-08},  // molar volume of the liquid
    {-2.630118465, -0.2206003025, -0.03957448008, -0.02647037885},         // surface tension
    {-7.015209875, 6.880835449, 5.155994171},                              // viscosity of the liquid
};

// activity parameters, from regress_nrtl: a12, b12, c12, a21, b21, c21, alpha
constexpr Nrtl methanol_water{-1.75302373, 547.714146, 0.0, 4.12233161, -1100.38018, 0.0, 0.3};
constexpr Nrtl ethanol_water{-1.11418623, 349.976645, 0.0, 12.6937653, -3807.00636, -9.30590033, 0.3};

// mixing terms, from fit_redlich_kister, and the constants of Connors and Wright
constexpr Mixing methanol_water_mixing{
    {-3.99768e-06, -6.59546e-08, 5.1281e-07}, 0.899, 0.777, {2.53463, -1.69708, 1.33443}};
constexpr Mixing ethanol_water_mixing{
    {-4.2037e-06, 1.23367e-06, -1.27504e-06}, 0.964, 0.897, {2.53955, -3.30859, 3.43464}};

const std::vector<Mixture>& all() {
  static const std::vector<Mixture> mixtures{
      Mixture("methanol_water", methanol, water, methanol_water, methanol_water_mixing),
      Mixture("ethanol_water", ethanol, water, ethanol_water, ethanol_water_mixing),
  };
  return mixtures;
}

}  // namespace

Mixture::Mixture(std::string name, const Species& light, const Species& heavy, const Nrtl& nrtl, const Mixing& mixing)
    : name_(std::move(name)),
      species_{light, heavy},
      nrtl_(nrtl),
      mixing_(mixing),
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

const Mixture& Mixture::of(std::string_view component, std::string_view other) {
  for (const Mixture& mixture : all()) {
    const std::string &light = mixture.component(0).name(), &heavy = mixture.component(1).name();
    if ((light == component && heavy == other) || (light == other && heavy == component)) return mixture;
  }
  // a name misspelt is told apart from a pair that has no activity parameters
  Component::find(component);
  Component::find(other);
  std::string message = "no activity parameters for " + std::string(component) + " and " + std::string(other);
  message += "; allowed:";
  for (const Mixture& mixture : all()) message += " " + mixture.component(0).name() + "," + mixture.component(1).name();
  throw ModelError(message);
}

}  // namespace stillhouse
