#include "models/control/wood_berry.h"

#include <array>
#include <string>
#include <vector>

#include "models/control/first_order_dead_time.h"
#include "models/given_values.h"

namespace stillhouse {

namespace {

constexpr double minute = 60.0;
constexpr double pounds_per_minute = 0.45359237 / 60.0;  // kg/s
constexpr double mole_percent = 0.01;

struct Path {
  const char* name;
  const char* from;
  double K, tau, theta;  // mol%/(lb/min), min, min
};
constexpr std::array paths{Path{"g11", "reflux", 12.8, 16.7, 1.0}, Path{"g12", "steam", -18.9, 21.0, 3.0},
                           Path{"gd1", "feed", 3.8, 14.9, 8.1},    Path{"g21", "reflux", 6.6, 10.9, 7.0},
                           Path{"g22", "steam", -19.4, 14.4, 3.0}, Path{"gd2", "feed", 4.9, 13.2, 3.4}};

std::vector<ParameterInfo> parameters() {
  std::vector<ParameterInfo> list{
      {"reflux", "kg/s", 1.95 * pounds_per_minute, 1e-3, 0.1, "reflux at the operating point"},
      {"steam", "kg/s", 1.71 * pounds_per_minute, 1e-3, 0.1, "steam at the operating point"},
      {"feed", "kg/s", 2.45 * pounds_per_minute, 1e-3, 0.1, "feed at the operating point"},
      {"x_D", "1", 96.25 * mole_percent, 0.0, 1.0, "methanol in the distillate at the operating point"},
      {"x_B", "1", 0.5 * mole_percent, 0.0, 1.0, "methanol in the bottoms at the operating point"},
  };
  for (const Path& path : paths) {
    const std::string name = path.name;
    list.push_back({name + "_gain", "s/kg", path.K * mole_percent / pounds_per_minute, -100.0, 100.0,
                    "gain of " + name + ", mole fraction for " + path.from});
    list.push_back({name + "_lag", "s", path.tau * minute, 60.0, 7200.0, "time constant of " + name});
    list.push_back({name + "_dead_time", "s", path.theta * minute, 30.0, 1800.0, "dead time of " + name});
  }
  return list;
}

/// Both compositions: the operating point and what three paths each add to it.
class Compositions {
 public:
  Compositions(Declare& declare, double x_D, double x_B, const std::array<Variable, paths.size()>& parts)
      : x_D_rest_(x_D), x_B_rest_(x_B), parts_(parts) {
    x_D_ = declare.algebraic("x_D", "1", {.start = x_D, .minimum = 0.0, .maximum = 1.0}, "methanol in the distillate");
    x_B_ = declare.algebraic("x_B", "1", {.start = x_B, .minimum = 0.0, .maximum = 1.0}, "methanol in the bottoms");
  }

  template <class Real>
  void equations(Equations<Real>& eq) const {
    eq.equate("distillate", eq[x_D_], x_D_rest_ + (eq[parts_[0]] + eq[parts_[1]] + eq[parts_[2]]));
    eq.equate("bottoms", eq[x_B_], x_B_rest_ + (eq[parts_[3]] + eq[parts_[4]] + eq[parts_[5]]));
  }

 private:
  double x_D_rest_, x_B_rest_;
  std::array<Variable, paths.size()> parts_;
  Variable x_D_, x_B_;
};

std::shared_ptr<const Flowsheet> build(const std::vector<ParameterValue>& given) {
  static const FlowsheetKind kind = wood_berry_kind();
  const GivenValues value(kind, given);
  FlowsheetBuilder builder;
  Declare column = builder.stream("column");
  const auto flow = [&](const char* name) {
    const double rest = value[name];
    return column.input(name, "kg/s", {.start = rest, .nominal = rest, .minimum = 0.0, .maximum = 2.0 * rest},
                        std::string(name) + " of the column");
  };
  const std::array inputs{flow("reflux"), flow("steam"), flow("feed")};
  std::array<Variable, paths.size()> parts;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    const std::string name = paths[i].name;
    const double rest = value[paths[i].from];
    parts[i] = builder
                   .add<FirstOrderDeadTime>(name, inputs[i % 3], "kg/s", "1",
                                            FirstOrderDeadTime::Parameters{value[name + "_gain"], value[name + "_lag"],
                                                                           value[name + "_dead_time"], rest, rest})
                   .output();
  }
  builder.add<Compositions>("column", value["x_D"], value["x_B"], parts);
  return builder.build();
}

}  // namespace

FlowsheetKind wood_berry_kind() {
  return {"wood_berry",
          "Wood and Berry's methanol-water column as transfer functions with dead times",
          parameters(),
          {},
          build};
}

}  // namespace stillhouse
