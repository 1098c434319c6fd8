#include "benchmarks/problems/tray_tower.h"

#include <string>
#include <vector>

#include "benchmarks/problems/tower_units.h"
#include "engine/base/error.h"
#include "engine/modelling/declare.h"

namespace stillhouse {

namespace {

constexpr double p_condenser = 101325.0;  // Pa
constexpr double dp_tray = 700.0;         // Pa, where the start values expect it
constexpr double feed_flow = 20.0;        // mol/s
constexpr double feed_T = 330.0;          // K
constexpr double cold_T = 298.15;         // K
constexpr double duty = 1.5e6;            // W
constexpr double reflux_flow = 28.0;      // mol/s

// mole fractions of the feed, by number of species
template <int N>
constexpr std::array<double, N> feed_composition();
template <>
constexpr std::array<double, 2> feed_composition<2>() {
  return {0.5, 0.5};
}
template <>
constexpr std::array<double, 3> feed_composition<3>() {
  return {0.4, 0.35, 0.25};
}
template <>
constexpr std::array<double, 4> feed_composition<4>() {
  return {0.3, 0.35, 0.2, 0.15};
}
template <>
constexpr std::array<double, 5> feed_composition<5>() {
  return {0.3, 0.3, 0.15, 0.1, 0.15};
}

template <int N>
class Builder {
 public:
  explicit Builder(const TrayTower& tower) : tower_(tower) {}

  std::shared_ptr<const Flowsheet> build() {
    const int trays = tower_.trays;
    FlowsheetBuilder builder;
    Declare plant = builder.stream("tower");
    const auto input = [&](const char* name, const char* unit, double start, double minimum, double maximum,
                           const char* sentence) {
      return plant.input(name, unit, {.start = start, .nominal = start, .minimum = minimum, .maximum = maximum},
                         sentence);
    };
    const Input reflux = input("reflux", "mol/s", reflux_flow, 0.0, 200.0, "reflux asked of the pump");
    const Input heat = input("duty", "W", duty, 0.0, 1e7, "heat asked of the reboiler");
    const Input feed = input("feed", "mol/s", feed_flow, 0.0, 200.0, "feed");
    const Input sump = input("reboiler_level", "1", 0.5, 0.05, 1.0, "set level of the reboiler");
    const Input drum = input("drum_level", "1", 0.5, 0.05, 1.0, "set level of the drum");
    const Input pressure = input("pressure", "Pa", p_condenser, 5e4, 2e5, "pressure of the condenser");
    const Input condensate = input("condensate_T", "K", 320.0, 280.0, 400.0, "temperature of the condensate");

    // what the units share: vapour[k] rises from tray k (0: the reboiler), liquid[k] runs down from it (trays + 1:
    // drum)
    std::vector<TowerVapour<N>> vapour;
    std::vector<TowerLiquid<N>> liquid;
    for (int k = 0; k <= trays + 1; ++k) {
      if (k <= trays) vapour.emplace_back(builder.stream(name(k)), pressure_at(k), z_);
      liquid.emplace_back(builder.stream(name(k)), z_);
    }

    const bool cold = tower_.start == TrayTower::Start::cold;
    builder.add<TowerReboiler<N>>(name(0),
                                  typename TowerReboiler<N>::Ports{vapour[0], liquid[1], liquid[0], heat, sump},
                                  start(0, 0.5 * TowerReboiler<N>::volume), cold ? 0.0 : duty, tower_.ledgers);
    for (int k = 1; k <= trays; ++k) {
      typename TowerTray<N>::Ports ports{vapour[k - 1], vapour[k], liquid[k + 1], liquid[k], {}};
      if (k == tray_tower_feed_tray(trays)) ports.feed = {feed, z_, mixture_.liquid_enthalpy(z_, feed_T)};
      builder.add<TowerTray<N>>(name(k), ports, start(k, TowerTray<N>::area * (TowerTray<N>::weir_height + 0.01)),
                                tower_.ledgers);
    }
    builder.add<TowerDrum<N>>(
        name(trays + 1),
        typename TowerDrum<N>::Ports{vapour[trays], liquid[trays + 1], reflux, drum, pressure, condensate},
        start(trays + 1, 0.5 * TowerDrum<N>::volume), cold ? 0.0 : reflux_flow, tower_.ledgers);
    return builder.build();
  }

 private:
  std::string name(int k) const {
    return k == 0 ? "reboiler" : k > tower_.trays ? "drum" : "tray_" + std::to_string(k);
  }
  double pressure_at(int k) const { return p_condenser + dp_tray * (tower_.trays - k + 1); }
  TowerStart<N> start(int k, double volume) const {
    const bool cold = tower_.start == TrayTower::Start::cold;
    const bool is_drum = k > tower_.trays;
    const double T = cold ? cold_T : is_drum ? 320.0 : mixture_.bubble_temperature(z_, pressure_at(k));
    return {volume / mixture_.molar_volume(z_), z_, T};
  }

  TrayTower tower_;
  const TowerMixture<N>& mixture_ = TowerMixture<N>::standard();
  std::array<double, N> z_ = feed_composition<N>();
};

}  // namespace

int tray_tower_feed_tray(int trays) {
  return (trays + 1) / 2;
}

std::shared_ptr<const Flowsheet> build_tray_tower(const TrayTower& tower) {
  if (tower.trays < 3 || tower.trays > 500)
    throw ModelError("tray_tower: trays = " + std::to_string(tower.trays) + " is outside 3 .. 500");
  switch (tower.components) {
    case 2:
      return Builder<2>(tower).build();
    case 3:
      return Builder<3>(tower).build();
    case 4:
      return Builder<4>(tower).build();
    case 5:
      return Builder<5>(tower).build();
    default:
      throw ModelError("tray_tower: components = " + std::to_string(tower.components) + " is outside 2 .. 5");
  }
}

std::shared_ptr<const Flowsheet> build_tray_tower(int trays, int components) {
  return build_tray_tower({.trays = trays, .components = components});
}

}  // namespace stillhouse
