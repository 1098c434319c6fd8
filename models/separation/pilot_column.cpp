#include "models/separation/pilot_column.h"

#include <algorithm>
#include <cmath>

#include "engine/base/error.h"
#include "engine/modelling/declare.h"
#include "models/flow/tank.h"
#include "models/given_values.h"
#include "models/heat/condenser_cell.h"
#include "models/heat/preheater.h"
#include "models/separation/kettle.h"
#include "models/separation/reflux_drum.h"
#include "models/separation/tray.h"

namespace stillhouse {

namespace {

const std::vector<ParameterInfo>& parameters() {
  static const std::vector<ParameterInfo> list{
      {"trays", "1", 12, 2, 40, "number of trays"},
      {"feed_tray", "1", 6, 1, 40, "tray that takes the feed, counted from the bottom"},
      {"efficiency", "1", 0.62, 0.2, 0.95, "Murphree efficiency of the vapour on every tray"},
      {"column_diameter", "m", 0.060, 0.04, 0.3, "inner diameter of the column"},
      {"tray_spacing", "m", 0.100, 0.08, 0.5, "distance from tray to tray"},
      {"weir_height", "m", 0.012, 0.004, 0.06, "height of the outlet weir"},
      {"flood_factor", "1", 1.0, 0.5, 2.0, "calibration of Fair's flood velocity for small tray spacings"},
      {"heater_limit", "W", 3000.0, 500.0, 20000.0, "power of the kettle's heater"},
      {"heat_loss", "1", 1.0, 0.0, 5.0, "heat loss of all shells, relative to the insulated rig"},
      {"kettle_volume", "m^3", 20e-3, 5e-3, 1.0, "volume of the kettle"},
      {"charge", "m^3", 15e-3, 1e-3, 0.9, "liquid in the kettle at the start"},
      {"charge_x_light", "mol/mol", 0.20, 0.01, 0.95, "mole fraction of the light species in the charge"},
      {"feed_x_light", "mol/mol", 0.20, 0.01, 0.95, "mole fraction of the light species in the feed"},
      {"feed_charge", "m^3", 30e-3, 1e-3, 10.0, "liquid in the feed tank at the start"},
      {"condenser_UA", "W/K", 260.0, 20.0, 5000.0, "heat transfer of the condenser, both cells together"},
      {"cooling_water_T", "K", 288.15, 276.15, 303.15, "temperature of the cooling-water main"},
      {"ambient_T", "K", 293.15, 273.15, 313.15, "temperature of the room"},
      {"ambient_p", "Pa", 101325.0, 60000.0, 110000.0, "pressure of the room"},
      {"relief_gauge", "Pa", 30e3, 5e3, 100e3, "set pressure of the relief valve above the room"},
  };
  return list;
}

std::vector<ChoiceParameter> choices() {
  return {{"mixture", Mixture::names(), "the two species to be separated"}};
}

std::array<double, 2> moles_in(const Mixture& mixture, double volume, double x_light, double T) {
  const std::array<double, 2> x{x_light, 1.0 - x_light};
  const double molar_mass = x[0] * mixture.molar_mass(0) + x[1] * mixture.molar_mass(1);
  const double N = volume * mixture.liquid_density(x, T) / molar_mass;
  return {N * x[0], N * x[1]};
}

std::shared_ptr<const Flowsheet> build_pilot_column(const std::vector<ParameterValue>& given) {
  static const FlowsheetKind kind = pilot_column_kind();
  const GivenValues value(kind, given);
  const Mixture& mixture = Mixture::find(value.word("mixture"));
  const int trays = static_cast<int>(std::lround(value["trays"]));
  const int feed_tray = static_cast<int>(std::lround(value["feed_tray"]));
  if (feed_tray > trays) {
    throw ModelError("pilot_column: feed_tray = " + std::to_string(feed_tray) + " is above the top tray, " +
                     std::to_string(trays));
  }
  const double T0 = value["ambient_T"], p0 = value["ambient_p"], loss = value["heat_loss"];
  const Stage::Start empty{T0, p0, {}};

  FlowsheetBuilder builder;
  Declare room = builder.stream("room");
  const Input T_ambient = room.input("T", "K", {.start = T0, .nominal = 300.0, .minimum = 263.15, .maximum = 323.15},
                                     "temperature of the room");
  const Input p_ambient = room.input("p", "Pa", {.start = p0, .nominal = 1e5, .minimum = 60000.0, .maximum = 110000.0},
                                     "pressure of the room");

  // what the units share
  const auto tray_name = [](int k) { return "tray_" + std::to_string(k); };
  const GasNode kettle_gas(builder.stream("kettle"), T0, p0);
  std::vector<GasNode> tray_gas;
  std::vector<GasFlow> vapour;      // vapour[k] enters tray k+1 from below
  std::vector<LiquidFlow> liquid;   // liquid[k] leaves tray k+1 downwards
  std::vector<LiquidFlow> carried;  // carried[k] is entrained out of tray k+1
  std::vector<LiquidHead> head;
  for (int k = 1; k <= trays; ++k) {
    tray_gas.emplace_back(builder.stream(tray_name(k)), T0, p0);
    vapour.emplace_back(builder.stream(tray_name(k) + ".vapour_in"));
    liquid.emplace_back(builder.stream(tray_name(k) + ".liquid_out"));
    carried.emplace_back(builder.stream(tray_name(k) + ".entrained"));
    head.emplace_back(builder.stream(tray_name(k)));
  }
  const LiquidHead kettle_head(builder.stream("kettle"));
  const GasNode cell_gas[2] = {{builder.stream("condenser_1"), T0, p0}, {builder.stream("condenser_2"), T0, p0}};
  const GasNode drum_gas(builder.stream("drum"), T0, p0);
  const GasFlow to_cell[2] = {GasFlow(builder.stream("condenser_1.gas_in")),
                              GasFlow(builder.stream("condenser_2.gas_in"))};
  const GasFlow to_drum(builder.stream("drum.gas_in"));
  const LiquidFlow condensate[2] = {LiquidFlow(builder.stream("condenser_1.condensate")),
                                    LiquidFlow(builder.stream("condenser_2.condensate"))};
  const LiquidFlow reflux(builder.stream("reflux")), distillate(builder.stream("distillate")),
      overflow(builder.stream("overflow"));
  const LiquidFlow bottoms(builder.stream("bottoms")), feed(builder.stream("feed")),
      hot_feed(builder.stream("hot_feed"));

  // kettle and trays
  Kettle::Parameters kettle;
  kettle.volume = value["kettle_volume"];
  kettle.area = kettle.volume / 0.36;
  kettle.power_limit = value["heater_limit"];
  kettle.wall.loss *= loss;
  const double charge = value["charge"];
  if (charge > 0.95 * kettle.volume) throw ModelError("pilot_column: the charge does not fit into the kettle");
  builder.add<Kettle>("kettle", mixture, kettle, kettle_gas,
                      Kettle::Ports{vapour[0], liquid[0], bottoms, kettle_head, tray_gas.back()}, T_ambient, p_ambient,
                      Stage::Start{T0, p0, moles_in(mixture, charge, value["charge_x_light"], T0)});
  Tray::Parameters tray;
  tray.diameter = value["column_diameter"];
  tray.spacing = value["tray_spacing"];
  tray.weir_height = value["weir_height"];
  tray.weir_length = 0.6 * tray.diameter;
  tray.efficiency = value["efficiency"];
  tray.flood_factor = value["flood_factor"];
  tray.apron_area *= square(tray.diameter / 0.060);
  tray.wall.loss *= loss;
  for (int k = 1; k <= trays; ++k) {
    const std::size_t i = static_cast<std::size_t>(k - 1);
    Tray::Ports ports{.below = k == 1 ? kettle_gas : tray_gas[i - 1],
                      .vapour_in = vapour[i],
                      .vapour_out = k == trays ? to_cell[0] : vapour[i + 1],
                      .liquid_in = k == trays ? reflux : liquid[i + 1],
                      .liquid_out = liquid[i],
                      .head = head[i],
                      .head_below = k == 1 ? kettle_head : head[i - 1],
                      .carry_in = {},
                      .carry_out = carried[i],
                      .feed = {}};
    if (k > 1) ports.carry_in = carried[i - 1];
    if (k == feed_tray) ports.feed = hot_feed;
    builder.add<Tray>(tray_name(k), mixture, tray, tray_gas[i], ports, T_ambient, empty);
  }

  // condenser, cooled from its cold end, and drum
  const CoolingWater& water =
      builder.add<CoolingWater>("cooling_water", CoolingWater::Parameters{.T_supply = value["cooling_water_T"]});
  CondenserCell::Parameters cell;
  cell.UA = 0.5 * value["condenser_UA"];
  const CondenserCell& cold = builder.add<CondenserCell>(
      "condenser_2", mixture, cell, cell_gas[1],
      CondenserCell::Ports{cell_gas[0], to_cell[1], to_drum, condensate[1], water.out()}, empty);
  builder.add<CondenserCell>(
      "condenser_1", mixture, cell, cell_gas[0],
      CondenserCell::Ports{tray_gas.back(), to_cell[0], to_cell[1], condensate[0], cold.coolant_out()}, empty);
  RefluxDrum::Parameters drum;
  drum.wall.loss *= loss;
  drum.relief_gauge = value["relief_gauge"];
  builder.add<RefluxDrum>(
      "drum", mixture, drum, drum_gas,
      RefluxDrum::Ports{
          cell_gas[1], to_drum, {condensate[0], condensate[1]}, reflux, distillate, overflow, carried.back()},
      T_ambient, p_ambient, empty);

  // feed and receivers
  const double x_feed = value["feed_x_light"], feed_charge = value["feed_charge"];
  Tank::Parameters feed_tank;
  feed_tank.volume = std::max(feed_tank.volume, 1.1 * feed_charge);
  builder.add<Tank>("feed_tank", mixture, feed_tank, std::vector<LiquidFlow>{}, feed, T_ambient,
                    Stage::Start{T0, p0, moles_in(mixture, feed_charge, x_feed, T0)});
  builder.add<Preheater>("preheater", mixture, Preheater::Parameters{}, feed, hot_feed, T_ambient, T0, x_feed);
  const Tank::Parameters receiver{.volume = 20e-3, .capacity = 1000.0};
  builder.add<Tank>("distillate_tank", mixture, receiver, std::vector<LiquidFlow>{distillate}, std::nullopt, T_ambient,
                    empty);
  builder.add<Tank>("bottoms_tank", mixture, receiver, std::vector<LiquidFlow>{bottoms}, std::nullopt, T_ambient,
                    empty);
  builder.add<Tank>("catch_pot", mixture, receiver, std::vector<LiquidFlow>{overflow}, std::nullopt, T_ambient, empty);
  return builder.build();
}

}  // namespace

FlowsheetKind pilot_column_kind() {
  return {"pilot_column",
          "continuous pilot distillation column: kettle, sieve trays, condenser, drum, feed and receivers",
          parameters(), choices(), build_pilot_column};
}

}  // namespace stillhouse
