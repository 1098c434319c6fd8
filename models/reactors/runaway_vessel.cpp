#include "models/reactors/runaway_vessel.h"

#include "models/given_values.h"
#include "models/reactors/pressure_reactor.h"

namespace stillhouse {

namespace {

constexpr double atm = 101325.0, hour = 3600.0;

std::shared_ptr<const Flowsheet> build_runaway_vessel(const std::vector<ParameterValue>& given) {
  static const FlowsheetKind kind = runaway_vessel_kind();
  const GivenValues value(kind, given);
  const double liquid = value["liquid"], T = value["start_T"];
  // E/R with the gas constant of the source, 8.31 J/(mol K): 128 and 800 kJ/mol; sum N Cp = 1.26e7 J/K in 4 m3
  const auto solution = std::make_shared<const Solution>(
      Kinetics({{.name = "A"}, {.name = "B"}, {.name = "S"}, {.name = "P"}, {.name = "R"}, {.name = "H2"}},
               {"A + B -> P + 0.5 H2; k0 = 4e14 L/mol/h, Ea = 15403.12876052948 K, dH = -45.4 kJ/mol",
                "S -> R + 3 H2; k0 = 1e84 1/h, Ea = 96269.55475330927 K, dH = -320 kJ/mol"}),
      900.0, 3500.0);
  PressureReactor::Parameters vessel{.volume = liquid + value["headspace"],
                                     .vent = value["vent_capacity"],
                                     .vent_set = value["vent_set"],
                                     .vent_band = 5e3,
                                     .relief = value["relief_capacity"],
                                     .relief_set = value["relief_set"],
                                     .strength = value["strength"]};
  vessel.jacket = {.kind = Jacket::Kind::ideal,
                   .UA = value["UA"],
                   .coolant_T = value["coolant_T"],
                   .coolant_T_high = 420.0,
                   .coolant_T_low = 280.0};
  const double gas = value["start_p"] * value["headspace"] / (gas_constant * T);
  FlowsheetBuilder builder;
  builder.add<PressureReactor>("vessel", solution, std::vector<std::string>{"H2"}, vessel, std::vector<SolutionFlow>{},
                               PressureReactor::Start{liquid,
                                                      T,
                                                      {liquid * value["start_c_A"], liquid * value["start_c_B"],
                                                       liquid * value["start_c_S"], 0.0, 0.0, gas}});
  return builder.build();
}

}  // namespace

FlowsheetKind runaway_vessel_kind() {
  return {"runaway_vessel",
          "batch reactor that can run away (T2 Laboratories): hydrogen, vent, rupture disc, and a second reaction",
          {{"liquid", "m^3", 4.0, 1.0, 8.0, "volume of the liquid"},
           {"headspace", "m^3", 5.0, 1.0, 20.0, "volume of the gas above it"},
           {"UA", "W/K", 2.77e6 / hour, 0.0, 5000.0, "heat transfer to the jacket"},
           {"coolant_T", "K", 373.15, 280.0, 420.0, "temperature of the boiling water in the jacket"},
           {"vent_capacity", "mol/s/Pa", 3360.0 / hour / atm, 0.0, 1e-4, "flow of the open vent for its pressure"},
           {"vent_set", "Pa", 4.4 * atm, 1.5e5, 2e6, "pressure that the vent holds"},
           {"relief_capacity", "mol/s/Pa", 53600.0 / hour / atm, 0.0, 1e-2, "flow of the burst disc for its pressure"},
           {"relief_set", "Pa", 28.2 * atm, 2e5, 4e6, "pressure at which the disc bursts"},
           {"strength", "Pa", 45.0 * atm, 4e6, 2e7, "pressure at which the vessel bursts"},
           {"start_T", "K", 422.0, 290.0, 440.0, "temperature at the start"},
           {"start_p", "Pa", 4.4 * atm, 1.1e5, 1e6, "pressure at the start"},
           {"start_c_A", "mol/m^3", 4300.0, 0.0, 6000.0, "sodium at the start"},
           {"start_c_B", "mol/m^3", 5100.0, 0.0, 7000.0, "methylcyclopentadiene at the start"},
           {"start_c_S", "mol/m^3", 3000.0, 0.0, 5000.0, "diglyme at the start"}},
          {},
          build_runaway_vessel};
}

}  // namespace stillhouse
