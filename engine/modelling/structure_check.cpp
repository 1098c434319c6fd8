#include "engine/modelling/structure_check.h"

#include <functional>

namespace stillhouse {

namespace {

std::string listed(const std::vector<std::string>& names, std::size_t most = 6) {
  std::string text;
  for (std::size_t i = 0; i < names.size() && i < most; ++i) text += (i ? ", " : "") + names[i];
  if (names.size() > most) text += " and " + std::to_string(names.size() - most) + " more";
  return text;
}

void check_ownership(const Flowsheet& plant, std::vector<std::string>& findings) {
  for (const VariableInfo& v : plant.variables()) {
    if (v.defined_by < 0) findings.push_back("nobody defines " + v.name + " (" + v.sentence + ")");
  }
}

void check_counts(const Flowsheet& plant, std::vector<std::string>& findings) {
  for (std::size_t u = 0; u < plant.units().size(); ++u) {
    const Flowsheet::Unit& unit = plant.units()[u];
    std::vector<std::string> defined;
    for (const VariableInfo& v : plant.variables()) {
      if (v.defined_by == static_cast<int>(u)) defined.push_back(v.name);
    }
    if (defined.size() == unit.rows.size()) continue;
    std::vector<std::string> names;
    for (const auto& row : unit.rows) names.push_back(row.name);
    findings.push_back(unit.path + " writes " + std::to_string(unit.rows.size()) + " equations (" + listed(names, 40) +
                       ") for the " + std::to_string(defined.size()) + " variables it defines (" + listed(defined, 40) +
                       ")");
  }
}

void check_rates(const Flowsheet& plant, std::vector<std::string>& findings) {
  std::vector<bool> has_rate(plant.variables().size(), false);
  for (const Flowsheet::Unit& unit : plant.units()) {
    for (const auto& row : unit.rows) {
      for (int local : row.rates)
        has_rate[static_cast<std::size_t>(unit.unknowns[static_cast<std::size_t>(local)])] = true;
    }
  }
  for (std::size_t i = 0; i < has_rate.size(); ++i) {
    const VariableInfo& v = plant.variables()[i];
    if (v.kind == Kind::algebraic && has_rate[i])
      findings.push_back(v.name + " is algebraic, but an equation reads its rate");
    if (v.kind != Kind::algebraic && !has_rate[i]) findings.push_back("no equation reads the rate of " + v.name);
  }
}

/// Matches each equation with one unknown it can determine (the rate of a differential variable, the value of an
/// algebraic one) by augmenting paths. An equation left over means that some equations fix only what others fix too.
void check_index(const Flowsheet& plant, std::vector<std::string>& findings) {
  struct Equation {
    std::string name;
    std::vector<int> candidates;
  };
  std::vector<Equation> equations;
  for (const Flowsheet::Unit& unit : plant.units()) {
    for (const auto& row : unit.rows) {
      Equation equation{row.name + " of " + unit.path, {}};
      for (int local : row.rates) equation.candidates.push_back(unit.unknowns[static_cast<std::size_t>(local)]);
      for (int local : row.reads) {
        const int global = unit.unknowns[static_cast<std::size_t>(local)];
        if (plant.variables()[static_cast<std::size_t>(global)].kind == Kind::algebraic)
          equation.candidates.push_back(global);
      }
      equations.push_back(std::move(equation));
    }
  }

  std::vector<int> equation_of(plant.variables().size(), -1);
  std::vector<bool> visited_variable, visited_equation;
  const std::function<bool(int)> match = [&](int e) {
    visited_equation[static_cast<std::size_t>(e)] = true;
    for (int v : equations[static_cast<std::size_t>(e)].candidates) {
      if (visited_variable[static_cast<std::size_t>(v)]) continue;
      visited_variable[static_cast<std::size_t>(v)] = true;
      int& owner = equation_of[static_cast<std::size_t>(v)];
      if (owner < 0 || match(owner)) {
        owner = e;
        return true;
      }
    }
    return false;
  };
  for (std::size_t e = 0; e < equations.size(); ++e) {
    visited_variable.assign(plant.variables().size(), false);
    visited_equation.assign(equations.size(), false);
    if (match(static_cast<int>(e))) continue;
    std::vector<std::string> set, shared;
    for (std::size_t i = 0; i < equations.size(); ++i) {
      if (visited_equation[i]) set.push_back("\"" + equations[i].name + "\"");
    }
    for (std::size_t v = 0; v < visited_variable.size(); ++v) {
      if (visited_variable[v]) shared.push_back(plant.variables()[v].name);
    }
    findings.push_back("the index is higher than 1: " + std::to_string(set.size()) + " equations, " + listed(set) +
                       ", determine only " + std::to_string(shared.size()) + " quantities" +
                       (shared.empty() ? std::string() : " (" + listed(shared) + ")"));
  }
  for (std::size_t v = 0; v < equation_of.size(); ++v) {
    if (equation_of[v] < 0 && findings.empty())
      findings.push_back("no equation can determine " + plant.variables()[v].name);
  }
}

}  // namespace

std::vector<std::string> structure_findings(const Flowsheet& plant) {
  std::vector<std::string> findings;
  check_ownership(plant, findings);
  check_counts(plant, findings);
  check_rates(plant, findings);
  if (findings.empty()) check_index(plant, findings);
  return findings;
}

}  // namespace stillhouse
