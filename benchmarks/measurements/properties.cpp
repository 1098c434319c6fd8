#include <array>
#include <type_traits>

#include "benchmarks/measurements/topics.h"
#include "models/properties/mixture.h"
#include "models/properties/vle.h"

namespace stillhouse {

namespace {

constexpr int unknowns = 40;  // behind the equations of one tray
using Wide = Dual<unknowns>;

template <class Real>
Real seeded(double value, int index) {
  if constexpr (std::is_same_v<Real, double>) {
    return value;
  } else {
    Real result(value);
    result.gradient[index] = 1.0;
    return result;
  }
}

/// Composition and temperature of a tray's liquid.
template <class Real>
struct Point {
  std::array<Real, 2> x{seeded<Real>(0.3, 0), seeded<Real>(0.7, 1)};
  Real T = seeded<Real>(350.0, 2);
};

template <class Real>
Work activity_and_vapour_pressure() {
  return [&mixture = Mixture::find("methanol_water"), point = Point<Real>()]() mutable {
    keep(point);
    const std::array<Real, 2> gamma = mixture.activity(point.x, point.T);
    std::array<Real, 2> partial = {gamma[0] * mixture.vapour_pressure(0, point.T),
                                   gamma[1] * mixture.vapour_pressure(1, point.T)};
    keep(partial);
  };
}

template <class Real>
Work enthalpies() {
  return [&mixture = Mixture::find("methanol_water"), point = Point<Real>()]() mutable {
    keep(point);
    std::array<Real, 5> h = {mixture.liquid_enthalpy(0, point.T), mixture.liquid_enthalpy(1, point.T),
                             mixture.vapour_enthalpy(0, point.T), mixture.vapour_enthalpy(1, point.T),
                             mixture.excess_enthalpy(point.x, point.T)};
    keep(h);
  };
}

Work bubble_point() {
  return [&mixture = Mixture::find("methanol_water")] {
    double T = bubble_at_pressure(mixture, 0.3, 101325.0).T;
    keep(T);
  };
}

}  // namespace

/// What one evaluation of the liquid's properties costs, as a number and with the derivatives of a tray's unknowns.
void add_properties(Bench& bench) {
  bench.add({.name = "properties/activity_and_vapour_pressure", .ours = activity_and_vapour_pressure<double>});
  bench.add({.name = "properties/activity_and_vapour_pressure_40", .ours = activity_and_vapour_pressure<Wide>});
  bench.add({.name = "properties/enthalpies", .ours = enthalpies<double>});
  bench.add({.name = "properties/enthalpies_40", .ours = enthalpies<Wide>});
  bench.add({.name = "properties/bubble_point", .ours = bubble_point});
}

}  // namespace stillhouse
