#include "engine/solve/unit_structure.h"

#include <algorithm>
#include <set>

namespace stillhouse {

namespace {

constexpr std::size_t shortest_chain = 3;

std::size_t at(int i) {
  return static_cast<std::size_t>(i);
}

/// Units and which of them touch.
struct UnitGraph {
  std::vector<std::set<int>> neighbours;
  std::vector<int> unknowns;
  std::vector<char> gone;

  std::size_t degree(int unit) const { return neighbours[at(unit)].size(); }
  void remove(int unit) {
    gone[at(unit)] = 1;
    for (int other : neighbours[at(unit)]) neighbours[at(other)].erase(unit);
    neighbours[at(unit)].clear();
  }
  /// The unit to take out next so that paths remain: of one with more than two neighbours and these neighbours the
  /// smallest, and of the smallest that with most neighbours; -1 if paths remain.
  int next_of_border() const {
    int busiest = -1;
    for (int unit = 0; unit < static_cast<int>(unknowns.size()); ++unit)
      if (degree(unit) > 2 && (busiest < 0 || degree(unit) > degree(busiest))) busiest = unit;
    if (busiest < 0) return -1;
    int found = busiest;
    for (int unit : neighbours[at(busiest)])
      if (std::pair(unknowns[at(unit)], -static_cast<int>(degree(unit))) <
          std::pair(unknowns[at(found)], -static_cast<int>(degree(found))))
        found = unit;
    return found;
  }
  /// Units that hang together with this one.
  std::vector<int> reached_from(int unit) const {
    std::vector<int> reached{unit};
    std::set<int> seen{unit};
    for (std::size_t i = 0; i < reached.size(); ++i)
      for (int other : neighbours[at(reached[i])])
        if (seen.insert(other).second) reached.push_back(other);
    return reached;
  }
};

UnitGraph unit_graph(const SparsePattern& pattern, const std::vector<int>& block_of, const EliminationPlan& plan) {
  const int units = 1 + *std::max_element(block_of.begin(), block_of.end());
  UnitGraph graph{std::vector<std::set<int>>(at(units)), std::vector<int>(at(units), 0),
                  std::vector<char>(at(units), 0)};
  // an equation belongs to the unit most of whose unknowns it reads, among equals to that of its match
  std::vector<int> stage_of(at(pattern.size()), -1), stage_of_row = stage_of, matched = stage_of;
  std::vector<std::vector<int>> read(at(pattern.size()));
  for (std::size_t s = 0; s < plan.stages.size(); ++s) {
    const EliminationPlan::Stage& stage = plan.stages[s];
    if (stage.nodes_begin == stage.nodes_end) continue;
    for (int k = stage.first; k < stage.first + stage.size; ++k) {
      stage_of[at(plan.column_at[at(k)])] = stage_of_row[at(plan.row_at[at(k)])] = static_cast<int>(s);
      matched[at(plan.row_at[at(k)])] = block_of[at(plan.column_at[at(k)])];
      ++graph.unknowns[at(block_of[at(plan.column_at[at(k)])])];
    }
  }
  for (int column = 0; column < pattern.size(); ++column) {
    if (stage_of[at(column)] < 0) continue;
    for (int e = pattern.column_start[at(column)]; e < pattern.column_start[at(column + 1)]; ++e)
      if (stage_of_row[at(pattern.row[at(e)])] == stage_of[at(column)])
        read[at(pattern.row[at(e)])].push_back(block_of[at(column)]);
  }
  for (std::size_t row = 0; row < read.size(); ++row) {
    std::vector<int>& list = read[row];
    std::sort(list.begin(), list.end());
    int own = -1;
    std::ptrdiff_t most = 0;
    for (auto unit = list.begin(); unit != list.end();) {
      const auto end = std::upper_bound(unit, list.end(), *unit);
      if (end - unit > most || (end - unit == most && *unit == matched[row])) {
        most = end - unit;
        own = *unit;
      }
      unit = end;
    }
    for (int other : list) {
      if (other == own) continue;
      graph.neighbours[at(own)].insert(other);
      graph.neighbours[at(other)].insert(own);
    }
  }
  return graph;
}

}  // namespace

UnitStructure find_units(const SparsePattern& pattern, const std::vector<int>& block_of, const EliminationPlan& plan) {
  const int coupled = plan.counts.unknowns - plan.counts.ledgers - plan.counts.single;
  UnitStructure found{.general = coupled};
  if (coupled == 0) return found;

  UnitGraph graph = unit_graph(pattern, block_of, plan);
  for (int unit = graph.next_of_border(); unit >= 0; unit = graph.next_of_border()) graph.remove(unit);

  // rings are opened at their smallest unit
  int in_chains = 0, chains = 0, chain_units = 0;
  std::vector<char> counted(graph.unknowns.size(), 0);
  for (int unit = 0; unit < static_cast<int>(graph.unknowns.size()); ++unit) {
    if (graph.gone[at(unit)] || counted[at(unit)] || graph.unknowns[at(unit)] == 0) continue;
    std::vector<int> chain = graph.reached_from(unit);
    for (int member : chain) counted[at(member)] = 1;
    if (std::all_of(chain.begin(), chain.end(), [&](int member) { return graph.degree(member) == 2; })) {
      const int smallest = *std::min_element(
          chain.begin(), chain.end(), [&](int a, int b) { return graph.unknowns[at(a)] < graph.unknowns[at(b)]; });
      graph.remove(smallest);
      chain.erase(std::find(chain.begin(), chain.end(), smallest));
    }
    if (chain.size() < shortest_chain) continue;
    ++chains;
    chain_units += static_cast<int>(chain.size());
    for (int member : chain) in_chains += graph.unknowns[at(member)];
  }
  // a border wider than what it borders is no border
  if (in_chains < coupled - in_chains) return found;
  return {.chains = chains, .chain_units = chain_units, .border = coupled - in_chains};
}

std::string in_words(const UnitStructure& units, const EliminationPlan::Counts& counts) {
  std::string parts;
  const auto add = [&](int count, const std::string& text) {
    if (count > 0) parts += (parts.empty() ? "" : ", ") + text;
  };
  add(units.chains, units.chains == 1 ? "chain of " + std::to_string(units.chain_units) + " blocks"
                                      : std::to_string(units.chains) + " chains with together " +
                                            std::to_string(units.chain_units) + " blocks");
  add(units.border, "border of " + std::to_string(units.border));
  add(units.general, std::to_string(units.general) + " coupled");
  add(counts.single, std::to_string(counts.single) + " one by one");
  add(counts.ledgers, std::to_string(counts.ledgers) + " ledgers");
  return std::to_string(counts.unknowns) + " unknowns: " + parts + "; " + std::to_string(counts.entries) +
         " entries in the factors, " + std::to_string(counts.multiply_adds) + " multiply-adds";
}

}  // namespace stillhouse
