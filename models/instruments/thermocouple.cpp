#include "models/instruments/thermocouple.h"

#include <span>
#include <string>

#include "engine/autodiff/functions.h"
#include "models/control/setting_check.h"
#include "models/properties/bracketed_root.h"

namespace stillhouse {

namespace {

constexpr double ice = 273.15;  // K

// coefficients in mV and degC, from the constant up
constexpr double K_cold[] = {0.0,
                             0.394501280250e-1,
                             0.236223735980e-4,
                             -0.328589067840e-6,
                             -0.499048287770e-8,
                             -0.675090591730e-10,
                             -0.574103274280e-12,
                             -0.310888728940e-14,
                             -0.104516093650e-16,
                             -0.198892668780e-19,
                             -0.163226974860e-22};
constexpr double K_hot[] = {-0.176004136860e-1, 0.389212049750e-1,   0.185587700320e-4,  -0.994575928740e-7,
                            0.318409457190e-9,  -0.560728448890e-12, 0.560750590590e-15, -0.320207200030e-18,
                            0.971511471520e-22, -0.121047212750e-25};
constexpr double J_low[] = {0.0,
                            0.503811878150e-1,
                            0.304758369300e-4,
                            -0.856810657200e-7,
                            0.132281952950e-9,
                            -0.170529583370e-12,
                            0.209480906970e-15,
                            -0.125383953360e-18,
                            0.156317256970e-22};
constexpr double J_high[] = {0.296456256810e3,   -0.149761277860e1, 0.317871039240e-2,
                             -0.318476867010e-5, 0.157208190040e-8, -0.306913690560e-12};
constexpr double T_cold[] = {0.0,
                             0.387481063640e-1,
                             0.441944343470e-4,
                             0.118443231050e-6,
                             0.200329735540e-7,
                             0.901380195590e-9,
                             0.226511565930e-10,
                             0.360711542050e-12,
                             0.384939398830e-14,
                             0.282135219250e-16,
                             0.142515947790e-18,
                             0.487686622860e-21,
                             0.107955392700e-23,
                             0.139450270620e-26,
                             0.797951539270e-30};
constexpr double T_hot[] = {0.0,
                            0.387481063640e-1,
                            0.332922278800e-4,
                            0.206182434040e-6,
                            -0.218822568460e-8,
                            0.109968809280e-10,
                            -0.308157587720e-13,
                            0.454791352900e-16,
                            -0.275129016730e-19};

struct Limits {
  double low, high;  // degC
};

Limits limits(ThermocoupleType type) {
  switch (type) {
    case ThermocoupleType::K:
      return {-270.0, 1372.0};
    case ThermocoupleType::J:
      return {-210.0, 1200.0};
    case ThermocoupleType::T:
      return {-270.0, 400.0};
  }
  return {0.0, 0.0};
}

std::span<const double> coefficients(ThermocoupleType type, double t) {
  switch (type) {
    case ThermocoupleType::K:
      return t < 0.0 ? std::span<const double>(K_cold) : std::span<const double>(K_hot);
    case ThermocoupleType::J:
      return t < 760.0 ? std::span<const double>(J_low) : std::span<const double>(J_high);
    case ThermocoupleType::T:
      return t < 0.0 ? std::span<const double>(T_cold) : std::span<const double>(T_hot);
  }
  return {};
}

double millivolts(ThermocoupleType type, double t) {
  const std::span<const double> c = coefficients(type, t);
  double sum = 0.0;
  for (std::size_t i = c.size(); i-- > 0;) sum = sum * t + c[i];
  if (type == ThermocoupleType::K && t >= 0.0) sum += 0.118597600000 * exp(-0.118343200000e-3 * square(t - 126.9686));
  return sum;
}

}  // namespace

double thermocouple_voltage(ThermocoupleType type, double T) {
  const auto [low, high] = limits(type);
  check_setting("thermocouple", "T", T, ice + low, ice + high);
  return 1e-3 * millivolts(type, T - ice);
}

double thermocouple_temperature(ThermocoupleType type, double E) {
  // below -200 degC the curves are too flat to be read backwards
  const double low = -200.0, high = limits(type).high;
  check_setting("thermocouple", "E", E, 1e-3 * millivolts(type, low), 1e-3 * millivolts(type, high));
  return ice + bracketed_root([&](double t) { return millivolts(type, t) - 1e3 * E; }, low, high);
}

double compensated_temperature(ThermocoupleType type, double T, double terminals, double compensated) {
  const double measured = thermocouple_voltage(type, T) - thermocouple_voltage(type, terminals);
  return thermocouple_temperature(type, measured + thermocouple_voltage(type, compensated));
}

}  // namespace stillhouse
