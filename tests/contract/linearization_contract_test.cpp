// A linearization is what differences of the nonlinear plant are, whatever the catalogue models.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "engine/solve/consistent_start.h"
#include "engine/solve/linearization.h"
#include "tests/contract/catalogue_entries.h"

namespace stillhouse {
namespace {

class LinearizationContract : public testing::TestWithParam<Entry> {};

/// What rates of the states and all signals become when a state or an input is elsewhere: x' = f(x, u), y = g(x, u),
/// with the algebraic variables solved for anew.
class Reduced {
 public:
  Reduced(std::shared_ptr<const Flowsheet> plant, const PlantState& state)
      : problem_(std::move(plant)), y_(state.y), yp_(state.yp) {
    problem_.inputs = state.inputs;
    problem_.modes = state.modes;
    make_consistent(problem_, y_, yp_);
  }
  DaeProblem& problem() { return problem_; }
  const std::vector<double>& y() const { return y_; }
  const std::vector<double>& yp() const { return yp_; }

  /// Rates of all unknowns, then all signals, with something moved; nothing if so wide a move leads out of the model.
  std::vector<double> moved(double& what, double by) {
    const double before = what;
    what += by;
    std::vector<double> y = y_, yp = yp_;
    std::vector<double> observables(problem_.plant().observables().size());
    std::vector<double> holdings(problem_.plant().quantities().size());
    bool solved = true;
    try {
      make_consistent(problem_, y, yp);
      problem_.plant().observe(y.data(), problem_.inputs.data(), problem_.modes.data(), observables.data(),
                               holdings.data());
    } catch (const std::runtime_error&) {
      solved = false;
    }
    what = before;
    if (!solved) return {};
    std::vector<double> all = yp;
    all.insert(all.end(), y.begin(), y.end());
    all.insert(all.end(), observables.begin(), observables.end());
    return all;
  }
  double& state(std::size_t i) { return y_[i]; }

 private:
  DaeProblem problem_;
  std::vector<double> y_, yp_;
};

TEST_P(LinearizationContract, IsThatOfFiniteDifferencesWhileItRuns) {
  const auto simulator = running(GetParam());
  Reduced reduced(GetParam().build(), simulator->state());
  const Flowsheet& plant = simulator->plant();
  const std::size_t n = reduced.y().size();
  std::vector<int> inputs, outputs, states;
  for (std::size_t i = 0; i < plant.inputs().size(); ++i) inputs.push_back(static_cast<int>(i));
  for (std::size_t i = 0; i < plant.signals().size(); ++i)
    if (i >= n || plant.variables()[i].kind != Kind::ledger) outputs.push_back(static_cast<int>(i));
  for (std::size_t i = 0; i < n; ++i)
    if (plant.variables()[i].kind == Kind::differential) states.push_back(static_cast<int>(i));
  const LinearModel model = linearize(reduced.problem(), reduced.y(), reduced.yp(), inputs, outputs);
  ASSERT_EQ(model.states.size(), states.size());

  // what each row is made of, when every state and input moves by its nominal size
  const int count = static_cast<int>(states.size()), all = count + static_cast<int>(inputs.size());
  const auto nominal = [&](int c) {
    return c < count ? model.states[static_cast<std::size_t>(c)].nominal
                     : model.inputs[static_cast<std::size_t>(c - count)].nominal;
  };
  const auto entry = [&](const DenseMatrix& by_state, const DenseMatrix& by_input, int r, int c) {
    return c < count ? by_state(r, c) : by_input(r, c - count);
  };
  // near a gas that turns round no width is better than a thousandth: it bends on one side, round-off is on the other
  const auto allowed = [&](double exact, double scale, int column) {
    return 2e-3 * std::abs(exact) + 1e-7 * scale / nominal(column);
  };
  const auto check = [&](double exact, int column, double scale, double best, const std::string& name) {
    EXPECT_LE(best, allowed(exact, scale, column))
        << name << " by "
        << (column < count ? model.states[static_cast<std::size_t>(column)].name
                           : model.inputs[static_cast<std::size_t>(column - count)].name)
        << ": " << exact;
  };
  std::vector<double> A_scale(static_cast<std::size_t>(count)), C_scale(outputs.size());
  for (int c = 0; c < all; ++c) {
    for (int r = 0; r < count; ++r)
      A_scale[static_cast<std::size_t>(r)] += std::abs(entry(model.A, model.B, r, c)) * nominal(c);
    for (std::size_t r = 0; r < outputs.size(); ++r)
      C_scale[r] += std::abs(entry(model.C, model.D, static_cast<int>(r), c)) * nominal(c);
  }
  for (int c = 0; c < all; ++c) {
    double& what = c < count ? reduced.state(static_cast<std::size_t>(states[static_cast<std::size_t>(c)]))
                             : reduced.problem().inputs[static_cast<std::size_t>(c - count)];
    std::vector<double> A_best(static_cast<std::size_t>(count), INFINITY), C_best(outputs.size(), INFINITY);
    // a gas that is about to turn round bends within 1e-9 mol, an enthalpy hardly at all: widths until all agree
    bool all_agree = false;
    for (const double width : {1e-5, 1e-6, 1e-7, 1e-4, 1e-8, 1e-9, 1e-10, 3e-10, 3e-9, 3e-11, 1e-11, 1e-3}) {
      const double h = width * nominal(c);
      const std::vector<double> high = reduced.moved(what, h), low = reduced.moved(what, -h);
      if (high.empty() || low.empty()) continue;
      all_agree = true;
      const auto compare = [&](double& best, std::size_t i, double exact, double scale) {
        best = std::min(best, std::abs((high[i] - low[i]) / (2.0 * h) - exact));
        all_agree = all_agree && best <= allowed(exact, scale, c);
      };
      for (int r = 0; r < count; ++r)
        compare(A_best[static_cast<std::size_t>(r)], static_cast<std::size_t>(states[static_cast<std::size_t>(r)]),
                entry(model.A, model.B, r, c), A_scale[static_cast<std::size_t>(r)]);
      for (std::size_t r = 0; r < outputs.size(); ++r)
        compare(C_best[r], n + static_cast<std::size_t>(outputs[r]), entry(model.C, model.D, static_cast<int>(r), c),
                C_scale[r]);
      if (all_agree) break;
    }
    if (all_agree) continue;
    for (int r = 0; r < count; ++r)
      check(entry(model.A, model.B, r, c), c, A_scale[static_cast<std::size_t>(r)], A_best[static_cast<std::size_t>(r)],
            "rate of " + model.states[static_cast<std::size_t>(r)].name);
    for (std::size_t r = 0; r < outputs.size(); ++r)
      check(entry(model.C, model.D, static_cast<int>(r), c), c, C_scale[r], C_best[r], model.outputs[r].name);
  }
}

INSTANTIATE_TEST_SUITE_P(Catalogue, LinearizationContract, testing::ValuesIn(entries()), entry_name);

}  // namespace
}  // namespace stillhouse
