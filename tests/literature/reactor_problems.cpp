#include "tests/literature/reactor_problems.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string>
#include <vector>

#include "benchmarks/problems/hires.h"
#include "benchmarks/problems/robertson.h"
#include "benchmarks/problems/van_der_pol.h"
#include "engine/base/quantity.h"
#include "engine/solve/linear_response.h"
#include "models/catalogue.h"
#include "models/reactors/kinetics.h"
#include "tests/engine/small_models.h"
#include "tests/models/reactors/reactor_rig.h"

namespace stillhouse {

namespace {

constexpr double minute = 60.0;

std::string number(double value) {
  return shortest(value);
}

std::shared_ptr<const Flowsheet> seborg(double coolant_T, double T, double c_A) {
  return find_flowsheet_kind("seborg_reactor")
      .build({{"coolant_T", coolant_T, {}}, {"start_T", T, {}}, {"start_c_A", c_A, {}}});
}

/// Whether the plant's way back to this state, or away from it, grows.
bool is_stable(double coolant_T, double T, double c_A) {
  ReactorRig rig(seborg(coolant_T, T, c_A));
  const LinearResponse response = linear_response(linearize(
      rig.problem, rig.y, rig.yp, std::vector<int>{0}, std::vector<int>{rig.problem.plant().find_signal("reactor.T")}));
  // the volume neither grows nor falls: an integrating mode
  return std::none_of(response.modes.begin(), response.modes.end(),
                      [](const LinearMode& mode) { return mode.kind == ModeKind::growing; });
}

}  // namespace

void stiff_problem(PublishedCase& facts) {
  const auto run = [&](std::shared_ptr<const Flowsheet> plant, double end, const char* time, std::size_t count) {
    ReactorRig rig(std::move(plant), 1e-9);
    rig.run_to(end);
    for (std::size_t i = 0; i < count; ++i) facts.expect("y" + std::to_string(i + 1) + "(T=" + time + ")", rig.y[i]);
  };
  if (facts.name().starts_with("IVP HIRES")) run(plant_of<Hires>("hires"), Hires::end, "321.812", 8);
  if (facts.name().starts_with("IVP ROBER")) run(plant_of<Robertson>("robertson"), Robertson::end, "1e+11", 3);
  if (facts.name().starts_with("IVP VDPOL")) run(plant_of<VanDerPol>("vdpol"), VanDerPol::end, "2", 2);
}

void seborg_steady_states(PublishedCase& facts) {
  double coolant_T = 0.0;
  ASSERT_EQ(std::sscanf(facts.name().c_str(), "Seborg CSTR Tc=%lf K", &coolant_T), 1);
  // heat made less heat taken away along the line of the balance of A; its changes of sign are the steady states
  const Kinetics kinetics({{.name = "A"}, {.name = "B"}},
                          {"A -> B; k0 = 7.2e10 1/min, Ea = " + number(72750.0 / 8.314) + " K, dH = -50 kJ/mol"});
  const auto left = [&](double T) { return 1000.0 / (1.0 + minute * kinetics.reaction(0).k(T)); };
  const auto excess = [&](double T) { return (1000.0 - left(T)) * 50e3 - 239e3 * (T - 350.0) - 5e5 * (T - coolant_T); };
  int count = 0;
  for (double T = 290.0; T < 420.0; T += 0.5) {
    if (excess(T) * excess(T + 0.5) > 0.0) continue;
    double low = T, high = T + 0.5;
    for (int i = 0; i < 100; ++i) {
      const double middle = 0.5 * (low + high);
      (excess(low) * excess(middle) > 0.0 ? low : high) = middle;
    }
    const std::string name = "ss" + std::to_string(++count);
    facts.expect(name + " cA", 1e-3 * left(low));
    facts.expect(name + " T", low);
    facts.expect(name + " stable (1/0)", is_stable(coolant_T, low, left(low)) ? 1.0 : 0.0);

    // the plant of the catalogue rests there, but for the product: its energy is all that U still moves by
    const ReactorRig rig(seborg(coolant_T, low, left(low)));
    const auto rate = [&](const char* name) {
      return rig.yp[static_cast<std::size_t>(rig.problem.plant().find_signal(name))];
    };
    EXPECT_NEAR(rate("reactor.n_A"), 0.0, 1e-8);
    EXPECT_NEAR(rate("reactor.U"), kinetics.enthalpies()[1] * rate("reactor.n_B"), 1e-3);
  }
  facts.expect("number of steady states", count);
}

void seborg_transient(PublishedCase& facts) {
  double coolant_T = 0.0;
  ASSERT_EQ(std::sscanf(facts.name().c_str(), "Seborg CSTR transient from (0.5,350) Tc=%lf", &coolant_T), 1);
  ReactorRig rig(seborg(coolant_T, 350.0, 500.0));
  for (const double t : {0.5, 1.0, 2.0, 3.0, 5.0, 10.0}) {
    if (t == 10.0 && coolant_T == 300.0) continue;  // not published
    rig.run_to(t * minute);
    facts.expect("cA(t=" + number(t) + ")", 1e-3 * rig["reactor.c_A"]);
    facts.expect("T(t=" + number(t) + ")", rig["reactor.T"]);
  }
  rig.expect_balances_to_close();
}

}  // namespace stillhouse
