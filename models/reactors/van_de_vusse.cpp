#include "models/reactors/van_de_vusse.h"

#include "models/given_values.h"
#include "models/reactors/solution_boundary.h"
#include "models/reactors/stirred_reactor.h"

namespace stillhouse {

namespace {

SharedSolution cyclopentadiene() {
  return std::make_shared<Solution>(
      Kinetics({{.name = "A"}, {.name = "B"}, {.name = "C"}, {.name = "D"}},
               {"A -> B; k0 = 1.287e12 1/h, Ea = 9758.3 K, dH = 4.2 kJ/mol",
                "B -> C; k0 = 1.287e12 1/h, Ea = 9758.3 K, dH = -11 kJ/mol",
                // published as the rate at which A is used up, and the heat for a mole of it
                "A -> 0.5 D; k0 = 9.043e9 L/mol/h, Ea = 8560 K, order(A) = 2, dH = -41.85 kJ/mol"}),
      934.2, 3010.0);
}

std::shared_ptr<const Flowsheet> build_van_de_vusse(const std::vector<ParameterValue>& given) {
  static const FlowsheetKind kind = van_de_vusse_kind();
  const GivenValues value(kind, given);
  const SharedSolution solution = cyclopentadiene();
  const double volume = value["volume"];
  StirredReactor::Parameters reactor{.volume = volume};
  reactor.jacket = {.kind = Jacket::Kind::mixed,
                    .UA = value["UA"],
                    .capacity = value["jacket_capacity"],
                    .T_start = value["start_jacket_T"],
                    .coolant_q_limit = 0.0,
                    .duty = value["duty"],
                    .duty_limit = 5000.0};

  FlowsheetBuilder builder;
  const SolutionFlow feed(builder.stream("feed"), solution), product(builder.stream("product"), solution);
  builder.add<SolutionFeed>("source", solution, feed,
                            SolutionFeed::Start{.q = value["feed_q"],
                                                .T = value["feed_T"],
                                                .c = {value["feed_c_A"], 0.0, 0.0, 0.0},
                                                .q_limit = 5e-4,
                                                .c_limit = 6000.0,
                                                .T_low = 353.15,
                                                .T_high = 403.15});
  builder.add<StirredReactor>(
      "reactor", solution, reactor, std::vector<SolutionFlow>{feed}, product,
      StirredReactor::Start{volume, value["start_T"], {value["start_c_A"], value["start_c_B"], 0.0, 0.0}});
  builder.add<SolutionDrain>("drain", solution, product);
  return builder.build();
}

}  // namespace

FlowsheetKind van_de_vusse_kind() {
  return {"van_de_vusse",
          "van de Vusse reactions in a cooled CSTR (Klatt and Engell): a gain that changes its sign",
          {{"volume", "m^3", 0.01, 1e-3, 0.1, "volume of the liquid"},
           {"feed_q", "m^3/s", 0.1419 / 3600.0, 0.0, 5e-4, "volume flow of the feed"},
           {"feed_T", "K", 378.05, 353.15, 403.15, "temperature of the feed"},
           {"feed_c_A", "mol/m^3", 5100.0, 0.0, 6000.0, "cyclopentadiene in the feed"},
           {"UA", "W/K", 4032e3 * 0.215 / 3600.0, 0.0, 2000.0, "heat transfer to the jacket"},
           {"jacket_capacity", "J/K", 10e3, 1e3, 1e5, "heat capacity of the coolant in the jacket"},
           {"duty", "W", -1113.5e3 / 3600.0, -5000.0, 5000.0, "heat given to the jacket at the start"},
           {"start_T", "K", 387.3410844208, 300.0, 420.0, "temperature of the reactor at the start"},
           {"start_jacket_T", "K", 386.0565929105, 300.0, 420.0, "temperature of the jacket at the start"},
           {"start_c_A", "mol/m^3", 2140.210530175, 0.0, 6000.0, "cyclopentadiene in the reactor at the start"},
           {"start_c_B", "mol/m^3", 1090.304361308, 0.0, 6000.0, "cyclopentenol in the reactor at the start"}},
          {},
          build_van_de_vusse};
}

}  // namespace stillhouse
