#include "models/reactors/seborg_reactor.h"

#include "models/given_values.h"
#include "models/reactors/solution_boundary.h"
#include "models/reactors/stirred_reactor.h"

namespace stillhouse {

namespace {

std::shared_ptr<const Flowsheet> build_seborg_reactor(const std::vector<ParameterValue>& given) {
  static const FlowsheetKind kind = seborg_reactor_kind();
  const GivenValues value(kind, given);
  const auto solution = seborg_solution();
  const double volume = value["volume"];
  StirredReactor::Parameters reactor{.volume = volume};
  reactor.jacket = {.kind = Jacket::Kind::ideal,
                    .UA = value["UA"],
                    .coolant_T = value["coolant_T"],
                    .coolant_T_high = 350.0,
                    .coolant_T_low = 270.0};

  FlowsheetBuilder builder;
  const SolutionFlow feed(builder.stream("feed"), solution), product(builder.stream("product"), solution);
  builder.add<SolutionFeed>("source", solution, feed,
                            SolutionFeed::Start{.q = value["feed_q"],
                                                .T = value["feed_T"],
                                                .c = {value["feed_c_A"], 0.0},
                                                .q_limit = 5e-3,
                                                .c_limit = 1500.0,
                                                .T_low = 300.0,
                                                .T_high = 370.0});
  builder.add<StirredReactor>("reactor", solution, reactor, std::vector<SolutionFlow>{feed}, product,
                              StirredReactor::Start{volume, value["start_T"], {value["start_c_A"], 0.0}});
  builder.add<SolutionDrain>("drain", solution, product);
  return builder.build();
}

}  // namespace

std::shared_ptr<const Solution> seborg_solution() {
  // E/R with the gas constant of the source, 8.314 J/(mol K): 72750 J/mol
  return std::make_shared<const Solution>(
      Kinetics({{.name = "A"}, {.name = "B"}},
               {"A -> B; k0 = 7.2e10 1/min, Ea = 8750.300697618475 K, dH = -50 kJ/mol"}),
      1000.0, 239.0);
}

FlowsheetKind seborg_reactor_kind() {
  return {"seborg_reactor",
          "exothermic CSTR of Seborg, Edgar and Mellichamp: ignition, extinction and swings",
          {{"volume", "m^3", 0.1, 0.01, 1.0, "volume of the liquid"},
           {"feed_q", "m^3/s", 0.1 / 60.0, 0.0, 5e-3, "volume flow of the feed"},
           {"feed_T", "K", 350.0, 300.0, 370.0, "temperature of the feed"},
           {"feed_c_A", "mol/m^3", 1000.0, 0.0, 1500.0, "A in the feed"},
           {"UA", "W/K", 5e4 / 60.0, 0.0, 1e4, "heat transfer to the coolant"},
           {"coolant_T", "K", 300.0, 270.0, 350.0, "temperature of the coolant at the start"},
           {"start_T", "K", 350.0, 280.0, 400.0, "temperature of the reactor at the start"},
           {"start_c_A", "mol/m^3", 500.0, 0.0, 1500.0, "A in the reactor at the start"}},
          {},
          build_seborg_reactor};
}

}  // namespace stillhouse
