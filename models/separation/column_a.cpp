#include "models/separation/column_a.h"

#include <string>
#include <vector>

#include "models/given_values.h"

namespace stillhouse {

namespace column_a {
namespace {

/// Product flows, and the column's balances as a whole.
class Products {
 public:
  Products(Declare& declare, double gain, const Handles& handles, const std::vector<Liquid>& liquid)
      : gain_(gain),
        handles_(handles),
        liquid_(liquid),
        light_(declare.conserved("light", "mol")),
        heavy_(declare.conserved("heavy", "mol")) {
    const Range flow{.start = product, .nominal = 20.0, .minimum = 0.0, .maximum = 200.0};
    D_ = declare.algebraic("distillate", "mol/s", flow, "distillate that holds the level of the drum");
    B_ = declare.algebraic("bottoms", "mol/s", flow, "bottoms that hold the level of the reboiler");
    light_in_ = declare.ledger("light_in", light_, 1e4, "light species fed less what left with the products");
    heavy_in_ = declare.ledger("heavy_in", heavy_, 1e4, "heavy species fed less what left with the products");
  }

  template <class Real>
  void equations(Equations<Real>& eq) const {
    const Real x_D = eq[liquid_.back().x], x_B = eq[liquid_.front().x];
    const Real D = eq[D_], B = eq[B_];
    const auto F = eq[handles_.feed], z = eq[handles_.feed_x];
    eq.equate("level of the drum", D, product + gain_ * (eq[liquid_.back().M] - holdup));
    eq.equate("level of the reboiler", B, product + gain_ * (eq[liquid_.front().M] - holdup));
    eq.equate("ledger of the light species", eq.der(light_in_), F * z - D * x_D - B * x_B);
    eq.equate("ledger of the heavy species", eq.der(heavy_in_), F * (1.0 - z) - D * (1.0 - x_D) - B * (1.0 - x_B));
  }

  template <class Show>
  void observe(Show& show) const {
    for (const Liquid& liquid : liquid_) {
      const auto x = show[liquid.x], M = show[liquid.M];
      show.hold(light_, M * x);
      show.hold(heavy_, M * (1.0 - x));
    }
  }

 private:
  double gain_;
  Handles handles_;
  std::vector<Liquid> liquid_;
  Quantity light_, heavy_;
  Variable D_, B_, light_in_, heavy_in_;
};

/// Declares and joins the 41 stages; their liquids from the bottom.
std::vector<Liquid> add_stages(FlowsheetBuilder& builder, const Handles& handles, double gain, double x) {
  const auto path = [](int number) { return "stage_" + std::to_string(number); };
  std::vector<Liquid> liquid;
  for (int i = 1; i <= stages; ++i) liquid.emplace_back(builder.stream(path(i)), x);
  const auto at = [&](int number) -> const Liquid& { return liquid[static_cast<std::size_t>(number - 1)]; };
  builder.add<Reboiler>(path(1), gain, handles, at(1), at(2));
  for (int i = 2; i < stages; ++i) builder.add<Stage>(path(i), i, handles, at(i - 1), at(i), at(i + 1));
  builder.add<Condenser>(path(stages), gain, handles, at(stages - 1), at(stages));
  return liquid;
}

std::shared_ptr<const Flowsheet> build_kind(const std::vector<ParameterValue>& given) {
  static const FlowsheetKind kind = column_a_kind();
  const GivenValues value(kind, given);
  FlowsheetBuilder builder;
  const Handles handles(builder.stream("column"));
  const double gain = value["level_gain"];
  const std::vector<Liquid> liquid = add_stages(builder, handles, gain, value["x_start"]);
  builder.add<Products>("column", gain, handles, liquid);
  return builder.build();
}

}  // namespace

std::shared_ptr<const Flowsheet> build(double gain, double x) {
  FlowsheetBuilder builder;
  const Handles handles(builder.stream("column"));
  add_stages(builder, handles, gain, x);
  return builder.build();
}

}  // namespace column_a

FlowsheetKind column_a_kind() {
  return {"column_a",
          "Skogestad's column A: 41 stages, relative volatility 1.5, reflux and boilup as handles",
          {{"level_gain", "1/s", column_a::level_gain, 0.0, 1.0, "gain of the product flows on the levels"},
           {"x_start", "1", 0.5, 0.01, 0.99, "mole fraction of the light species on every stage at the start"}},
          {},
          column_a::build_kind};
}

}  // namespace stillhouse
