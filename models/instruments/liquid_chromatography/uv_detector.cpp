#include "models/instruments/liquid_chromatography/uv_detector.h"

#include "engine/autodiff/functions.h"

namespace stillhouse {

namespace {

struct Band {
  double wavelength, absorptivity;  // m, m^2/mol
};
constexpr Band ring[] = {{184e-9, 6000.0}, {204e-9, 740.0}, {256e-9, 20.0}};
constexpr Band two_rings[] = {{220e-9, 11200.0}, {275e-9, 560.0}, {312e-9, 17.5}};  // naphthalene
constexpr double band_width = 8e-9, decade = 10e-9, reference_length = 0.01;        // m
constexpr double ten = 2.302585092994045684;                                        // ln 10

}  // namespace

double UvDetector::absorptivity(std::string_view solute) const {
  double sum = 0.0;
  for (const Band& band : solute == "naphthalene" ? std::span<const Band>(two_rings) : ring) {
    const double off = (wavelength - band.wavelength) / band_width;
    sum += band.absorptivity * exp(-0.5 * off * off);
  }
  return sum;
}

double UvDetector::eluent(Modifier modifier, double phi) const {
  const double cut_off = modifier == Modifier::acetonitrile ? 190e-9 : 205e-9;
  return phi * exp(ten * (cut_off - wavelength) / decade) * cell_length / reference_length;
}

double UvDetector::shown(double a) const {
  return -log((exp(-ten * a) + stray_light) / (1.0 + stray_light)) / ten;
}

void UvDetector::smooth(std::span<double> signal, double dt) const {
  if (time_constant <= 0.0 || signal.empty()) return;
  const double taken = 1.0 - exp(-dt / time_constant);
  double value = signal.front();
  for (double& point : signal) point = value += taken * (point - value);
}

}  // namespace stillhouse
