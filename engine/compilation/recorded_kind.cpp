#include "engine/compilation/recorded_kind.h"

#include <algorithm>
#include <map>

namespace stillhouse {

namespace {

/// The equations of one unit, leaves with the flowsheet's indices.
struct Recording {
  ExpressionGraph graph;
  std::vector<Equations<Traced>::Row> rows;
  std::vector<ObservingTraced::Shown> shown;
  std::vector<ObservingTraced::Held> held;
  bool observed;

  explicit Recording(const UnitOperation& unit) {
    Equations<Traced> eq(graph);
    unit.equations(eq);
    rows = eq.rows();
    ObservingTraced observing(graph);
    observed = unit.observe(observing);
    shown = observing.shown();
    held = observing.held();
  }
};

bool is_own(const Flowsheet& plant, const ExpressionGraph::Node& node, int unit) {
  if (node.op != Op::unknown || node.index < 0) return false;
  const VariableInfo& v = plant.variables()[static_cast<std::size_t>(node.index)];
  return v.kind == Kind::algebraic && v.defined_by == unit;
}

/// All that must be equal for two units to be computed side by side: operations and operands, not numbers.
std::vector<int> shape(const Flowsheet& plant, const Recording& recording, int unit) {
  std::vector<int> shape;
  for (int i = 0; i < recording.graph.size(); ++i) {
    const ExpressionGraph::Node& node = recording.graph[i];
    shape.insert(shape.end(), {static_cast<int>(node.op), node.a, node.b, is_own(plant, node, unit)});
  }
  for (const auto& row : recording.rows) shape.insert(shape.end(), {row.left, row.right});
  for (const auto& s : recording.shown) shape.push_back(s.node);
  for (const auto& h : recording.held) shape.insert(shape.end(), {h.node, h.quantity.index});
  return shape;
}

/// The graph that all members share: numbers in which they differ become parameters, leaves carry slots.
RecordedKind shared_kind(const Flowsheet& plant, const std::vector<int>& members,
                         const std::vector<Recording>& recordings) {
  RecordedKind kind;
  kind.members = members;
  for (int unit : members) kind.first_row.push_back(plant.units()[static_cast<std::size_t>(unit)].first_row);
  const auto of = [&](int unit) -> const Recording& { return recordings[static_cast<std::size_t>(unit)]; };
  const Recording& first = of(members.front());

  std::vector<int> node_of(static_cast<std::size_t>(first.graph.size()));
  for (int i = 0; i < first.graph.size(); ++i) {
    const ExpressionGraph::Node& node = first.graph[i];
    int& shared = node_of[static_cast<std::size_t>(i)];
    const auto at = [&](int operand) { return node_of[static_cast<std::size_t>(operand)]; };
    if (node.op == Op::constant) {
      const bool equal = std::all_of(members.begin(), members.end(),
                                     [&](int unit) { return of(unit).graph[i].number == node.number; });
      if (equal) {
        shared = kind.graph.constant(node.number);
        continue;
      }
    }
    if (is_leaf(node.op)) {
      RecordedKind::Slot slot;
      slot.kind = node.op == Op::constant ? Op::parameter : node.op;
      slot.own = is_own(plant, node, members.front());
      for (int unit : members) {
        slot.index.push_back(of(unit).graph[i].index);
        slot.number.push_back(of(unit).graph[i].number);
      }
      shared = kind.graph.leaf(slot.kind, static_cast<int>(kind.slots.size()));
      kind.slots.push_back(std::move(slot));
    } else if (operand_count(node.op) == 1) {
      shared = kind.graph.unary(node.op, at(node.a));
    } else {
      shared = kind.graph.binary(node.op, at(node.a), at(node.b));
    }
  }
  for (const auto& row : first.rows)
    kind.rows.push_back(
        {row.name, node_of[static_cast<std::size_t>(row.left)], node_of[static_cast<std::size_t>(row.right)]});
  for (std::size_t i = 0; i < first.shown.size(); ++i) {
    kind.shown.push_back({node_of[static_cast<std::size_t>(first.shown[i].node)], {}});
    for (int unit : members) kind.shown.back().index.push_back(of(unit).shown[i].observable.index);
  }
  for (std::size_t i = 0; i < first.held.size(); ++i) {
    kind.held.push_back({node_of[static_cast<std::size_t>(first.held[i].node)], {}});
    for (int unit : members) kind.held.back().index.push_back(of(unit).held[i].quantity.index);
  }
  kind.observed = first.observed;
  return kind;
}

}  // namespace

std::vector<RecordedKind> recorded_kinds(const Flowsheet& plant) {
  std::vector<Recording> recordings;
  std::map<std::vector<int>, std::vector<int>> members;
  std::vector<const std::vector<int>*> order;
  for (std::size_t u = 0; u < plant.units().size(); ++u) {
    recordings.emplace_back(*plant.units()[u].operation);
    const auto [place, is_new] = members.try_emplace(shape(plant, recordings.back(), static_cast<int>(u)));
    place->second.push_back(static_cast<int>(u));
    if (is_new) order.push_back(&place->second);
  }
  std::vector<RecordedKind> kinds;
  for (const std::vector<int>* units : order) kinds.push_back(shared_kind(plant, *units, recordings));
  return kinds;
}

}  // namespace stillhouse
