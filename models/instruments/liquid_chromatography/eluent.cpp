#include "models/instruments/liquid_chromatography/eluent.h"

#include "engine/autodiff/functions.h"

namespace stillhouse {

namespace {

struct InverseTemperature {
  double a, b;
  double at(double T) const { return a + b / T; }
};

struct EluentData {
  InverseTemperature organic, water, mixing;  // of ln(eta / mPa s)
  double M;                                   // of the modifier, g/mol
};

constexpr EluentData acetonitrile = {{-3.476, 726.0}, {-5.414, 1566.0}, {-1.762, 929.0}, 41.05};
constexpr EluentData methanol = {{-4.597, 1211.0}, {-5.961, 1736.0}, {-6.215, 2809.0}, 32.04};
constexpr double M_water = 18.015;                     // g/mol
constexpr double psi_water = 2.6, psi_modifier = 1.9;  // -

/// Of liquid water at 0.1 MPa, Pa s.
double water_viscosity(double T) {
  const double t = T / 300.0;
  return 1e-6 * (280.68 * pow(t, -1.9) + 511.45 * pow(t, -7.7) + 61.131 * pow(t, -19.6) + 0.45903 * pow(t, -40.0));
}

const EluentData& data(Modifier modifier) {
  return modifier == Modifier::acetonitrile ? acetonitrile : methanol;
}

}  // namespace

double eluent_viscosity_fit(Modifier modifier, double phi, double T) {
  const EluentData& d = data(modifier);
  return 1e-3 * exp(phi * d.organic.at(T) + (1.0 - phi) * d.water.at(T) + phi * (1.0 - phi) * d.mixing.at(T));
}

double eluent_viscosity(Modifier modifier, double phi, double T) {
  const double off = water_viscosity(T) / eluent_viscosity_fit(modifier, 0.0, T);
  return eluent_viscosity_fit(modifier, phi, T) * exp(square(square(square(1.0 - phi))) * log(off));
}

double eluent_diffusion(Modifier modifier, double phi, double T, double molar_volume) {
  const double psi = phi * psi_modifier + (1.0 - phi) * psi_water;
  const double M = phi * data(modifier).M + (1.0 - phi) * M_water;
  const double eta = 1e3 * eluent_viscosity(modifier, phi, T);
  return 1e-4 * 7.4e-8 * sqrt(psi * M) * T / (eta * pow(1e6 * molar_volume, 0.6));
}

}  // namespace stillhouse
