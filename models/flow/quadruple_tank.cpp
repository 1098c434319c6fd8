#include "models/flow/quadruple_tank.h"

#include <optional>
#include <string>
#include <vector>

#include "engine/modelling/declare.h"
#include "models/given_values.h"

namespace stillhouse {

namespace {

constexpr double g = 9.81;          // m/s2, as published
constexpr double corner = 1e-4;     // m; where the law of the hole becomes straight
constexpr double rim = 0.20;        // m
constexpr double full_level = 0.5;  // m; for scales of outflow only

/// A pump's flow that goes to a tank.
struct Filling {
  Input drive;
  double flow;  // m3/s at full drive
};

class DrainedTank {
 public:
  DrainedTank(Declare& declare, double area, double hole, double level, Filling filling, std::optional<Variable> inflow)
      : area_(area), hole_(hole), filling_(filling), inflow_(inflow), water_(declare.conserved("water", "m^3")) {
    h_ = declare.differential("h", "m", {.start = level, .nominal = 0.1, .minimum = 0.0, .maximum = rim},
                              "level of the water");
    outflow_ = declare.algebraic("outflow", "m^3/s",
                                 {.start = hole * sqrt(2.0 * g * level),
                                  .nominal = 1e-5,
                                  .minimum = 0.0,
                                  .maximum = hole * sqrt(2.0 * g * full_level)},
                                 "flow through the hole in the floor");
  }

  Variable outflow() const { return outflow_; }

  template <class Real>
  void equations(Equations<Real>& eq) const {
    const Real h = eq[h_];
    Real balance = filling_.flow * eq[filling_.drive] - eq[outflow_];
    if (inflow_) balance = balance + eq[*inflow_];
    eq.equate("balance", eq.der(h_), balance * (1.0 / area_));
    eq.equate("law of the hole", eq[outflow_], hole_ * sqrt(2.0 * g) * signed_sqrt(h, corner));
  }

  template <class Show>
  void observe(Show& show) const {
    show.hold(water_, area_ * show[h_]);
  }

 private:
  double area_, hole_;
  Filling filling_;
  std::optional<Variable> inflow_;
  Quantity water_;
  Variable h_, outflow_;
};

/// What the pumps took from the reservoir less what fell back into it.
class Reservoir {
 public:
  Reservoir(Declare& declare, std::vector<Filling> pumps, std::vector<Variable> returned)
      : pumps_(std::move(pumps)), returned_(std::move(returned)) {
    lent_ = declare.ledger("lent", declare.conserved("water", "m^3"), 1e-2, "water pumped less water returned");
  }

  template <class Real>
  void equations(Equations<Real>& eq) const {
    Real balance = 0.0 - eq[returned_[0]] - eq[returned_[1]];
    for (const Filling& pump : pumps_) balance = balance + pump.flow * eq[pump.drive];
    eq.equate("ledger of water", eq.der(lent_), balance);
  }

 private:
  std::vector<Filling> pumps_;
  std::vector<Variable> returned_;
  Variable lent_;
};

std::shared_ptr<const Flowsheet> build_quadruple_tank(const std::vector<ParameterValue>& given) {
  static const FlowsheetKind kind = quadruple_tank_kind();
  const GivenValues value(kind, given);
  FlowsheetBuilder builder;
  Declare pumps = builder.stream("pumps");
  const auto drive = [&](int number) {
    const std::string name = "drive_" + std::to_string(number);
    return pumps.input(name, "1", {.start = value[name], .minimum = 0.0, .maximum = 1.0}, "share of the full drive");
  };
  const Input u_1 = drive(1), u_2 = drive(2);
  const double k_1 = value["pump_flow_1"], k_2 = value["pump_flow_2"];
  const double gamma_1 = value["valve_1"], gamma_2 = value["valve_2"];
  const auto tank = [&](int number, Filling filling, std::optional<Variable> inflow) -> const DrainedTank& {
    const bool first = number % 2 == 1;
    return builder.add<DrainedTank>("tank_" + std::to_string(number), value[first ? "area_13" : "area_24"],
                                    value[first ? "hole_13" : "hole_24"], value["level_" + std::to_string(number)],
                                    filling, inflow);
  };
  const DrainedTank& upper_3 = tank(3, {u_2, (1.0 - gamma_2) * k_2}, std::nullopt);
  const DrainedTank& upper_4 = tank(4, {u_1, (1.0 - gamma_1) * k_1}, std::nullopt);
  const DrainedTank& lower_1 = tank(1, {u_1, gamma_1 * k_1}, upper_3.outflow());
  const DrainedTank& lower_2 = tank(2, {u_2, gamma_2 * k_2}, upper_4.outflow());
  builder.add<Reservoir>("reservoir", std::vector<Filling>{{u_1, k_1}, {u_2, k_2}},
                         std::vector<Variable>{lower_1.outflow(), lower_2.outflow()});
  return builder.build();
}

}  // namespace

FlowsheetKind quadruple_tank_kind() {
  return {"quadruple_tank",
          "Johansson's quadruple tank: two pumps, four tanks, and a zero that two valves move",
          {{"valve_1", "1", 0.70, 0.0, 1.0, "share of pump 1 that goes to tank 1; the rest goes to tank 4"},
           {"valve_2", "1", 0.60, 0.0, 1.0, "share of pump 2 that goes to tank 2; the rest goes to tank 3"},
           {"pump_flow_1", "m^3/s", 33.3e-6, 1e-6, 1e-4, "flow of pump 1 at full drive"},
           {"pump_flow_2", "m^3/s", 33.5e-6, 1e-6, 1e-4, "flow of pump 2 at full drive"},
           {"drive_1", "1", 0.30, 0.0, 1.0, "drive of pump 1 at the start"},
           {"drive_2", "1", 0.30, 0.0, 1.0, "drive of pump 2 at the start"},
           {"area_13", "m^2", 28e-4, 1e-4, 1e-1, "cross-section of tanks 1 and 3"},
           {"area_24", "m^2", 32e-4, 1e-4, 1e-1, "cross-section of tanks 2 and 4"},
           {"hole_13", "m^2", 0.071e-4, 1e-7, 1e-4, "hole in the floor of tanks 1 and 3"},
           {"hole_24", "m^2", 0.057e-4, 1e-7, 1e-4, "hole in the floor of tanks 2 and 4"},
           {"level_1", "m", 0.124, 0.0, rim, "level of tank 1 at the start"},
           {"level_2", "m", 0.127, 0.0, rim, "level of tank 2 at the start"},
           {"level_3", "m", 0.018, 0.0, rim, "level of tank 3 at the start"},
           {"level_4", "m", 0.014, 0.0, rim, "level of tank 4 at the start"}},
          {},
          build_quadruple_tank};
}

}  // namespace stillhouse
