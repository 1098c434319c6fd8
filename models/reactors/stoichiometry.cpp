#include "models/reactors/stoichiometry.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

#include "engine/base/error.h"
#include "engine/base/quantity.h"

namespace stillhouse {

namespace {

using Atoms = std::map<std::string, double>;

/// Reads atoms up to the end or a closing bracket.
Atoms atoms_from(const std::string& formula, std::size_t& at) {
  const auto refuse = [&] {
    throw ModelError("\"" + formula + "\" is no formula (column " + std::to_string(at + 1) + "); write \"C2H6O\"");
  };
  Atoms atoms;
  while (at < formula.size() && formula[at] != ')') {
    Atoms group;
    if (formula[at] == '(') {
      group = atoms_from(formula, ++at);
      if (at == formula.size()) refuse();
      ++at;
    } else {
      if (formula[at] < 'A' || formula[at] > 'Z') refuse();
      std::string element(1, formula[at++]);
      while (at < formula.size() && formula[at] >= 'a' && formula[at] <= 'z') element += formula[at++];
      group[element] = 1.0;
    }
    double count = 1.0;
    const auto [end, error] = std::from_chars(formula.data() + at, formula.data() + formula.size(), count);
    if (error == std::errc()) at = static_cast<std::size_t>(end - formula.data());
    for (const auto& [element, n] : group) atoms[element] += n * count;
  }
  return atoms;
}

/// Brings the rows of a matrix to reduced echelon form with whole pivoting; the columns of the pivots.
std::vector<std::size_t> reduce(std::vector<std::vector<double>>& rows, std::size_t columns) {
  std::vector<std::size_t> pivots;
  std::size_t done = 0;
  for (std::size_t column = 0; column < columns && done < rows.size(); ++column) {
    std::size_t best = done;
    for (std::size_t r = done; r < rows.size(); ++r) {
      if (std::abs(rows[r][column]) > std::abs(rows[best][column])) best = r;
    }
    if (std::abs(rows[best][column]) < 1e-9) continue;
    std::swap(rows[done], rows[best]);
    const double pivot = rows[done][column];
    for (double& value : rows[done]) value /= pivot;
    for (std::size_t r = 0; r < rows.size(); ++r) {
      if (r == done || rows[r][column] == 0.0) continue;
      const double factor = rows[r][column];
      for (std::size_t c = 0; c < rows[r].size(); ++c) rows[r][c] -= factor * rows[done][c];
      rows[r][column] = 0.0;
    }
    pivots.push_back(column);
    ++done;
  }
  return pivots;
}

/// The smallest whole multiple up to 12 that makes all weights whole; as they are if there is none.
void make_whole(std::vector<double>& weight) {
  for (int factor = 1; factor <= 12; ++factor) {
    if (std::any_of(weight.begin(), weight.end(),
                    [&](double w) { return std::abs(w * factor - std::round(w * factor)) > 1e-9; }))
      continue;
    for (double& w : weight) w = std::round(w * factor);
    return;
  }
}

std::string name_of(const std::vector<double>& weight, const std::vector<ReactingSpecies>& species) {
  std::string name;
  for (std::size_t i = 0; i < weight.size(); ++i) {
    if (weight[i] == 0.0) continue;
    const double size = std::abs(weight[i]);
    name += name.empty() ? (weight[i] < 0.0 ? "- " : "") : weight[i] < 0.0 ? " - " : " + ";
    name += (size == 1.0 ? "" : rounded(size, 6) + " ") + species[i].name;
  }
  return name;
}

}  // namespace

std::vector<std::pair<std::string, double>> elements_of(const std::string& formula) {
  std::size_t at = 0;
  const Atoms atoms = atoms_from(formula, at);
  if (at != formula.size() || atoms.empty()) throw ModelError("\"" + formula + "\" is no formula; write \"C2H6O\"");
  return {atoms.begin(), atoms.end()};
}

void check_balance(const Reaction& reaction, const std::vector<ReactingSpecies>& species) {
  bool formulas = true, masses = true;
  for (std::size_t i = 0; i < species.size(); ++i) {
    if (reaction.nu[i] == 0.0) continue;
    formulas = formulas && !species[i].formula.empty();
    masses = masses && species[i].molar_mass > 0.0;
  }
  if (formulas) {
    Atoms sum;
    for (std::size_t i = 0; i < species.size(); ++i) {
      if (reaction.nu[i] == 0.0) continue;
      for (const auto& [element, count] : elements_of(species[i].formula)) sum[element] += reaction.nu[i] * count;
    }
    std::string off;
    for (const auto& [element, count] : sum) {
      if (std::abs(count) < 1e-9) continue;
      off += (off.empty() ? "" : ", ") + rounded(std::abs(count), 6) + " " + element +
             (count > 0.0 ? " too many on the right" : " too few on the right");
    }
    if (!off.empty()) throw ModelError("reaction \"" + reaction.text + "\" does not balance: " + off);
  } else if (masses) {
    double sum = 0.0, size = 0.0;
    for (std::size_t i = 0; i < species.size(); ++i) {
      sum += reaction.nu[i] * species[i].molar_mass;
      size += 0.5 * std::abs(reaction.nu[i]) * species[i].molar_mass;
    }
    if (std::abs(sum) > 1e-3 * size)
      throw ModelError("reaction \"" + reaction.text + "\" does not balance: the right side weighs " +
                       rounded(1e3 * std::abs(sum), 4) + " g/mol " + (sum > 0.0 ? "more" : "less") + " than the left");
  }
}

std::vector<double> species_enthalpies(const std::vector<Reaction>& reactions, std::size_t species) {
  // h = nu^T z with (nu nu^T) z = heat is the smallest of all h that fit
  const std::size_t count = reactions.size();
  std::vector<std::vector<double>> rows(count, std::vector<double>(count + 1, 0.0));
  for (std::size_t j = 0; j < count; ++j) {
    for (std::size_t k = 0; k < count; ++k) {
      for (std::size_t i = 0; i < species; ++i) rows[j][k] += reactions[j].nu[i] * reactions[k].nu[i];
    }
    rows[j][count] = reactions[j].heat;
  }
  const std::vector<std::size_t> pivots = reduce(rows, count);
  std::vector<double> h(species, 0.0);
  for (std::size_t p = 0; p < pivots.size(); ++p) {
    for (std::size_t i = 0; i < species; ++i) h[i] += reactions[pivots[p]].nu[i] * rows[p][count];
  }

  // reactions that others add up to must have the heat of these
  double largest = 0.0;
  for (const Reaction& reaction : reactions) largest = std::max(largest, std::abs(reaction.heat));
  for (const Reaction& reaction : reactions) {
    double sum = 0.0;
    for (std::size_t i = 0; i < species; ++i) sum += reaction.nu[i] * h[i];
    if (std::abs(sum - reaction.heat) > 1e-3 * largest)
      throw ModelError("the heats of reaction contradict each other: by the other reactions \"" + reaction.text +
                       "\" has dH = " + rounded(1e-3 * sum, 6) + " kJ/mol, not " + rounded(1e-3 * reaction.heat, 6));
  }
  return h;
}

std::vector<Invariant> reaction_invariants(const std::vector<Reaction>& reactions,
                                           const std::vector<ReactingSpecies>& species) {
  // weights w with sum_i nu_ij w_i = 0: the null space, one for each species that is no pivot
  const std::size_t count = species.size();
  std::vector<std::vector<double>> rows;
  for (const Reaction& reaction : reactions) rows.push_back(reaction.nu);
  const std::vector<std::size_t> pivots = reduce(rows, count);
  std::vector<std::vector<double>> weights;
  for (std::size_t i = 0; i < count; ++i) {
    if (std::find(pivots.begin(), pivots.end(), i) != pivots.end()) continue;
    std::vector<double> weight(count, 0.0);
    weight[i] = 1.0;
    for (std::size_t p = 0; p < pivots.size(); ++p) weight[pivots[p]] = 0.0 - rows[p][i];
    weights.push_back(std::move(weight));
  }
  reduce(weights, count);
  std::vector<Invariant> invariants;
  for (std::vector<double>& weight : weights) {
    make_whole(weight);
    invariants.push_back({name_of(weight, species), weight});
  }
  return invariants;
}

}  // namespace stillhouse
