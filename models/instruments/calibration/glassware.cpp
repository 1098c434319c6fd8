#include "models/instruments/calibration/glassware.h"

#include <array>
#include <charconv>
#include <cmath>
#include <string>

#include "engine/base/error.h"

namespace stillhouse {

namespace {

constexpr double ml = 1e-6;
constexpr std::array<double, 10> flasks = {5 * ml,   10 * ml,  20 * ml,  25 * ml,  50 * ml,
                                           100 * ml, 200 * ml, 250 * ml, 500 * ml, 1000 * ml};
constexpr std::array<double, 10> flask_limits = {0.025 * ml, 0.025 * ml, 0.04 * ml, 0.04 * ml, 0.06 * ml,
                                                 0.10 * ml,  0.15 * ml,  0.15 * ml, 0.25 * ml, 0.4 * ml};
constexpr std::array<double, 8> pipettes = {1 * ml, 2 * ml, 5 * ml, 10 * ml, 20 * ml, 25 * ml, 50 * ml, 100 * ml};
constexpr std::array<double, 8> pipette_limits = {0.007 * ml, 0.01 * ml, 0.015 * ml, 0.02 * ml,
                                                  0.03 * ml,  0.03 * ml, 0.05 * ml,  0.08 * ml};

std::string in_ml(double volume) {
  char text[32];
  const auto end = std::to_chars(text, text + sizeof text, std::round(volume / ml * 1e6) / 1e6).ptr;
  return std::string(text, end);
}

double limit(const char* what, std::span<const double> volumes, std::span<const double> limits, double nominal,
             GlassClass which) {
  std::string allowed;
  for (std::size_t i = 0; i < volumes.size(); ++i) {
    if (std::abs(nominal - volumes[i]) < 1e-6 * volumes[i]) return (which == GlassClass::A ? 1.0 : 2.0) * limits[i];
    allowed += (i > 0 ? ", " : "") + in_ml(volumes[i]);
  }
  throw ModelError(std::string("there is no ") + what + " of " + in_ml(nominal) + " ml; there are " + allowed + " ml");
}

}  // namespace

double flask_tolerance(double nominal, GlassClass which) {
  return limit("flask", flasks, flask_limits, nominal, which);
}

double pipette_tolerance(double nominal, GlassClass which) {
  return limit("pipette", pipettes, pipette_limits, nominal, which);
}

std::span<const double> flask_volumes() {
  return flasks;
}

std::span<const double> pipette_volumes() {
  return pipettes;
}

}  // namespace stillhouse
