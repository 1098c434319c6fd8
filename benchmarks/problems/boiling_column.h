#pragma once

#include "benchmarks/problems/sparse_matrices.h"
#include "engine/solve/consistent_start.h"
#include "engine/solve/integrator.h"
#include "models/catalogue.h"

namespace stillhouse {

/// The pilot column's cold start, heater, cooling water, vent and pump on, stopped after so many seconds.
struct ColdStart {
  explicit ColdStart(double seconds) : problem(find_flowsheet_kind("pilot_column").build({})) {
    const Flowsheet& plant = problem.plant();
    for (const VariableInfo& v : plant.variables()) y.push_back(v.range.start);
    yp.assign(y.size(), 0.0);
    for (const auto& [name, value] : {std::pair{"kettle.power", 3000.0},
                                      {"cooling_water.valve", 0.8},
                                      {"drum.vent", 1.0},
                                      {"drum.reflux_pump", 1.0}})
      problem.inputs[static_cast<std::size_t>(plant.find_input(name))] = value;
    make_consistent(problem, y, yp);
    if (seconds <= 0.0) return;
    Integrator integrator(problem, {});
    integrator.restart(0.0, y, yp);
    integrator.advance(seconds, y, yp);
  }

  /// dF/dy + rate dF/dy' of all its equations.
  SparseSystem matrix(double rate) {
    SparseSystem system{
        problem.pattern(), std::vector<double>(static_cast<std::size_t>(problem.pattern().entries())), {}};
    problem.jacobian(y.data(), yp.data(), 1.0, rate, system.values.data());
    std::map<std::string, int> units;
    for (const VariableInfo& v : problem.plant().variables())
      system.block_of.push_back(
          units.insert({v.name.substr(0, v.name.find('.')), static_cast<int>(units.size())}).first->second);
    return system;
  }

  /// The same without the algebraic unknowns that their equations give explicitly; temperatures stay.
  SparseSystem reduced_matrix(double rate) {
    std::vector<bool> gone;
    for (const VariableInfo& v : problem.plant().variables())
      gone.push_back(v.kind == Kind::algebraic && (v.name.size() < 2 || v.name.substr(v.name.size() - 2) != ".T"));
    // balances stay
    std::vector<double> by_rate(static_cast<std::size_t>(problem.pattern().entries()));
    problem.jacobian(y.data(), yp.data(), 0.0, 1.0, by_rate.data());
    std::vector<bool> balance(gone.size(), false);
    for (std::size_t k = 0; k < by_rate.size(); ++k)
      if (by_rate[k] != 0.0) balance[static_cast<std::size_t>(problem.pattern().row[k])] = true;
    return eliminate(matrix(rate), gone, balance);
  }

  DaeProblem problem;
  std::vector<double> y, yp;
};

}  // namespace stillhouse
