#include "models/properties/flash/flash.h"
#include <memory>

#include "benchmarks/measurements/topics.h"
#include "models/properties/cubic_fluid.h"

namespace stillhouse {

namespace {

constexpr double T = 320.0, P = 20e5;  // K, Pa

const CubicFluid& hydrocarbons() {
  static const CubicFluid fluid({"methane", "propane", "n-pentane", "n-octane"}, Cubic::peng_robinson);
  return fluid;
}

PerSpecies<double> feed() {
  PerSpecies<double> z;
  for (const double share : {0.3, 0.3, 0.2, 0.2}) z.push_back(share);
  return z;
}

/// Nothing known beforehand; `phases` 3 asks as well whether the liquid would split.
template <std::size_t phases>
Work cold() {
  return [z = feed()]() mutable {
    keep(z);
    double share = pt_flash(hydrocarbons(), T, P, z, FlashOptions{phases}).phase[0].fraction;
    keep(share);
  };
}

/// From the solution a tenth of a kelvin and a kilopascal away, as a plant has it from its last step.
Work warm() {
  return [z = feed(), near = pt_flash(hydrocarbons(), T - 0.1, P - 1e3, feed(), FlashOptions{2})]() mutable {
    keep(z);
    double share = pt_flash(hydrocarbons(), T, P, z, FlashOptions{2}, &near).phase[0].fraction;
    keep(share);
  };
}

Work of_two(Given first, Given second) {
  const auto flash = std::make_shared<const Flash<CubicFluid>>(hydrocarbons());
  const Phases<double> phases = (*flash)(feed(), {{{Given::temperature, T}, {Given::pressure, P}}});
  const auto value = [&](Given given) {
    return given == Given::pressure   ? P
           : given == Given::enthalpy ? enthalpy(hydrocarbons(), phases)
                                      : phases.vapour_fraction();
  };
  const std::array<Specification<double>, 2> given{{{first, value(first)}, {second, value(second)}}};
  return [flash, given, z = feed()]() mutable {
    keep(z);
    double found = (*flash)(z, given).T;
    keep(found);
  };
}

}  // namespace

/// Flashes of four hydrocarbons by the Peng-Robinson equation.
void add_flash(Bench& bench) {
  bench.add({.name = "flash/pt_cold", .ours = cold<2>, .goal_s = 3e-6});
  bench.add({.name = "flash/pt_warm", .ours = warm, .goal_s = 1e-6});
  bench.add({.name = "flash/pt_three_phases", .ours = cold<3>});
  bench.add({.name = "flash/pressure_enthalpy", .ours = [] { return of_two(Given::pressure, Given::enthalpy); }});
  bench.add({.name = "flash/pressure_vapour_fraction",
             .ours = [] { return of_two(Given::pressure, Given::vapour_fraction); }});
}

}  // namespace stillhouse
