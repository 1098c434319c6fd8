#include "engine/compilation/plant_graph.h"

#include <algorithm>
#include <map>
#include <set>

#include "engine/compilation/recorded_kind.h"

namespace stillhouse {

namespace {

/// A definition of a kind, and so one explicit variable of each member.
struct Chosen {
  std::size_t kind;
  std::size_t definition;
  bool operator<(const Chosen& b) const { return std::tie(kind, definition) < std::tie(b.kind, b.definition); }
};

/// Chooses, kind by kind, which equations become definitions.
class Elimination {
 public:
  Elimination(std::vector<RecordedKind>& kinds, std::size_t variables)
      : kinds_(kinds), chosen_of_(variables, Chosen{kinds.size(), 0}) {
    for (std::size_t k = 0; k < kinds_.size(); ++k) {
      for (std::size_t row = 0; row < kinds_[k].rows.size(); ++row) choose(k, static_cast<int>(row));
    }
  }

  bool is_explicit(int variable) const {
    return variable >= 0 && chosen_of_[static_cast<std::size_t>(variable)].kind < kinds_.size();
  }

 private:
  /// Takes a row as a definition if one of its sides is a variable of the unit's own, and no more.
  void choose(std::size_t k, int row) {
    RecordedKind& kind = kinds_[k];
    const auto& [name, left, right] = kind.rows[static_cast<std::size_t>(row)];
    for (const auto& [variable, expression] : {std::pair(left, right), std::pair(right, left)}) {
      const ExpressionGraph::Node& node = kind.graph[variable];
      if (node.op != Op::unknown) continue;
      const RecordedKind::Slot& slot = kind.slots[static_cast<std::size_t>(node.index)];
      if (!slot.own || is_explicit(slot.index.front()) || reads_rate(kind, expression)) continue;
      if (leads_back(k, static_cast<std::size_t>(node.index), expression)) continue;
      for (int v : slot.index) chosen_of_[static_cast<std::size_t>(v)] = {k, kind.definitions.size()};
      kind.definitions.push_back({row, node.index, expression});
      return;
    }
  }

  /// A balance determines its rate: to read a variable off it would make the variable depend on that rate.
  static bool reads_rate(const RecordedKind& kind, int expression) {
    const std::set<std::size_t> slots = slots_read(kind.graph, expression);
    return std::any_of(slots.begin(), slots.end(), [&](std::size_t s) { return kind.slots[s].kind == Op::rate; });
  }

  /// The definitions that an expression of a kind reads, through any of its members.
  std::set<Chosen> read_by(std::size_t k, int expression) const {
    const RecordedKind& kind = kinds_[k];
    std::set<Chosen> read;
    for (std::size_t s : slots_read(kind.graph, expression)) {
      if (kind.slots[s].kind != Op::unknown) continue;
      for (int variable : kind.slots[s].index) {
        if (is_explicit(variable)) read.insert(chosen_of_[static_cast<std::size_t>(variable)]);
      }
    }
    return read;
  }

  static std::set<std::size_t> slots_read(const ExpressionGraph& graph, int expression) {
    const std::vector<char> needed = needed_nodes(graph, {expression});
    std::set<std::size_t> slots;
    for (int i = 0; i <= expression; ++i) {
      const ExpressionGraph::Node& n = graph[i];
      if (needed[static_cast<std::size_t>(i)] && is_leaf(n.op) && n.op != Op::constant)
        slots.insert(static_cast<std::size_t>(n.index));
    }
    return slots;
  }

  /// Whether the expression would read, through other definitions or itself, the variable it is to define.
  bool leads_back(std::size_t k, std::size_t slot, int expression) const {
    const RecordedKind& kind = kinds_[k];
    const std::set<int> defined(kind.slots[slot].index.begin(), kind.slots[slot].index.end());
    const auto reads_it = [&](std::size_t reader, int e) {
      for (std::size_t s : slots_read(kinds_[reader].graph, e)) {
        if (kinds_[reader].slots[s].kind != Op::unknown) continue;
        for (int variable : kinds_[reader].slots[s].index) {
          if (defined.count(variable)) return true;
        }
      }
      return false;
    };
    if (reads_it(k, expression)) return true;
    std::set<Chosen> seen, next = read_by(k, expression);
    while (!next.empty()) {
      const Chosen c = *next.begin();
      next.erase(next.begin());
      if (!seen.insert(c).second) continue;
      const int e = kinds_[c.kind].definitions[c.definition].expression;
      if (reads_it(c.kind, e)) return true;
      next.merge(read_by(c.kind, e));
    }
    return false;
  }

  std::vector<RecordedKind>& kinds_;
  std::vector<Chosen> chosen_of_;
};

/// Writes a recorded kind's graph again for some of its members, with definitions put in for what they define.
class Rewriting {
 public:
  Rewriting(const RecordedKind& from, const std::vector<std::size_t>& members, const std::vector<int>& place,
            const std::vector<char>& is_explicit)
      : from_(from), members_(members), place_(place), is_explicit_(is_explicit) {
    for (const auto& d : from.definitions) defined_[d.slot] = d.expression;
    for (std::size_t m : members) kind_.members.push_back(from.members[m]);
  }

  UnitClass done(const std::vector<int>& row_place, const std::vector<int>& first_holding) {
    std::set<int> defining;
    for (const auto& d : from_.definitions) defining.insert(d.row);
    for (std::size_t row = 0; row < from_.rows.size(); ++row) {
      if (defining.count(static_cast<int>(row))) continue;
      UnitClass::Output output{kind_.graph.subtract(written(from_.rows[row].left), written(from_.rows[row].right)), {}};
      for (std::size_t m : members_)
        output.index.push_back(row_place[static_cast<std::size_t>(from_.first_row[m]) + row]);
      kind_.residuals.push_back(std::move(output));
    }
    for (const auto& d : from_.definitions) {
      UnitClass::Output output{written(d.expression), {}};
      for (std::size_t m : members_)
        output.index.push_back(
            place_[static_cast<std::size_t>(from_.slots[static_cast<std::size_t>(d.slot)].index[m])]);
      kind_.definitions.push_back(std::move(output));
    }
    for (const auto& shown : from_.shown) {
      UnitClass::Output output{written(shown.node), {}};
      for (std::size_t m : members_) output.index.push_back(shown.index[m]);
      kind_.shown.push_back(std::move(output));
    }
    for (std::size_t i = 0; i < from_.held.size(); ++i) {
      UnitClass::Output output{written(from_.held[i].node), {}};
      for (std::size_t m : members_)
        output.index.push_back(first_holding[static_cast<std::size_t>(from_.members[m])] + static_cast<int>(i));
      kind_.held.push_back(std::move(output));
    }
    return std::move(kind_);
  }

 private:
  int written(int node) {
    if (const auto found = done_.find(node); found != done_.end()) return found->second;
    const ExpressionGraph::Node n = from_.graph[node];
    int result;
    if (n.op == Op::constant) {
      result = kind_.graph.constant(n.number);
    } else if (is_leaf(n.op)) {
      const auto defined = n.op == Op::unknown ? defined_.find(n.index) : defined_.end();
      result = defined != defined_.end() ? written(defined->second) : leaf(n);
    } else if (operand_count(n.op) == 1) {
      result = kind_.graph.unary(n.op, written(n.a));
    } else {
      const int a = written(n.a);
      result = kind_.graph.binary(n.op, a, written(n.b));
    }
    done_[node] = result;
    return result;
  }

  int leaf(const ExpressionGraph::Node& n) {
    const RecordedKind::Slot& old = from_.slots[static_cast<std::size_t>(n.index)];
    UnitClass::Slot slot;
    slot.kind = n.op;
    for (std::size_t m : members_) {
      slot.number.push_back(old.number[m]);
      const int index = old.index[m];
      const bool of_unknown = n.op == Op::unknown || n.op == Op::rate;
      slot.index.push_back(of_unknown && index >= 0 ? place_[static_cast<std::size_t>(index)] : index);
    }
    const auto explicit_of = [&](std::size_t m) {
      return old.index[m] >= 0 && is_explicit_[static_cast<std::size_t>(old.index[m])];
    };
    if (n.op == Op::unknown && std::any_of(members_.begin(), members_.end(), explicit_of))
      slot.kind = Op::explicit_value;
    const int result = kind_.graph.leaf(slot.kind, static_cast<int>(kind_.slots.size()));
    kind_.slots.push_back(std::move(slot));
    return result;
  }

  const RecordedKind& from_;
  const std::vector<std::size_t>& members_;
  const std::vector<int>& place_;
  const std::vector<char>& is_explicit_;
  std::map<int, int> defined_;  // slot -> expression
  std::map<int, int> done_;
  UnitClass kind_;
};

/// One kind of several lone units: their graphs side by side, what they read in common read once. They have nothing to
/// be computed side by side with, but together they have longer runs of equal operations.
class Joining {
 public:
  void take(const UnitClass& kind) {
    joined_.members = {kind.members.front()};  // one lane, whatever the number of units
    std::vector<int> node_of(static_cast<std::size_t>(kind.graph.size()));
    for (int i = 0; i < kind.graph.size(); ++i) {
      const ExpressionGraph::Node& n = kind.graph[i];
      const auto at = [&](int operand) { return node_of[static_cast<std::size_t>(operand)]; };
      int& node = node_of[static_cast<std::size_t>(i)];
      if (n.op == Op::constant)
        node = joined_.graph.constant(n.number);
      else if (n.op == Op::parameter)
        node = joined_.graph.constant(kind.slots[static_cast<std::size_t>(n.index)].number.front());
      else if (is_leaf(n.op))
        node = leaf(n.op, kind.slots[static_cast<std::size_t>(n.index)]);
      else if (operand_count(n.op) == 1)
        node = joined_.graph.unary(n.op, at(n.a));
      else
        node = joined_.graph.binary(n.op, at(n.a), at(n.b));
    }
    const auto put = [&](std::vector<UnitClass::Output>& to, const std::vector<UnitClass::Output>& from) {
      for (const auto& output : from) to.push_back({node_of[static_cast<std::size_t>(output.node)], output.index});
    };
    put(joined_.residuals, kind.residuals);
    put(joined_.definitions, kind.definitions);
    put(joined_.shown, kind.shown);
    put(joined_.held, kind.held);
  }
  bool any() const { return !joined_.members.empty(); }
  UnitClass done() { return std::move(joined_); }

 private:
  int leaf(Op op, const UnitClass::Slot& slot) {
    const auto [place, is_new] = slots_.try_emplace({op, slot.index.front()}, static_cast<int>(joined_.slots.size()));
    if (is_new) joined_.slots.push_back(slot);
    return joined_.graph.leaf(op, place->second);
  }

  UnitClass joined_;
  std::map<std::pair<Op, int>, int> slots_;
};

}  // namespace

PlantGraph::PlantGraph(const Flowsheet& plant) {
  std::vector<RecordedKind> recorded = recorded_kinds(plant);
  const Elimination elimination(recorded, plant.variables().size());
  units_ = static_cast<int>(plant.units().size());

  // Places among what is kept and what is explicit. The same quantity of all members of a kind stands side by side, so
  // that it is brought in and put back by whole vectors.
  std::vector<std::vector<int>> determined(plant.units().size());
  for (std::size_t v = 0; v < plant.variables().size(); ++v)
    determined[static_cast<std::size_t>(plant.variables()[v].defined_by)].push_back(static_cast<int>(v));
  std::vector<int> place(plant.variables().size());
  std::vector<char> is_explicit(place.size());
  std::vector<int> row_place(place.size(), -1);
  for (const RecordedKind& kind : recorded) {
    const auto of = [&](std::size_t m) -> const std::vector<int>& {
      return determined[static_cast<std::size_t>(kind.members[m])];
    };
    for (std::size_t i = 0; i < of(0).size(); ++i) {
      for (std::size_t m = 0; m < kind.members.size(); ++m) {
        const std::size_t v = static_cast<std::size_t>(of(m)[i]);
        is_explicit[v] = elimination.is_explicit(static_cast<int>(v));
        std::vector<int>& list = is_explicit[v] ? explicit_ : kept_;
        place[v] = static_cast<int>(list.size());
        list.push_back(static_cast<int>(v));
      }
    }
    std::set<int> defining;
    for (const auto& d : kind.definitions) defining.insert(d.row);
    for (int row = 0; row < static_cast<int>(kind.rows.size()); ++row) {
      if (defining.count(row)) continue;
      for (int first : kind.first_row) {
        row_place[static_cast<std::size_t>(first + row)] = static_cast<int>(rows_.size());
        rows_.push_back(first + row);
      }
    }
  }

  // shares of conserved quantities, in the order in which units are asked
  std::vector<int> first_holding(plant.units().size(), 0);
  for (int unit = 0; unit < units_; ++unit) {
    first_holding[static_cast<std::size_t>(unit)] = static_cast<int>(holdings_.size());
    for (const RecordedKind& kind : recorded) {
      for (std::size_t m = 0; m < kind.members.size(); ++m) {
        if (kind.members[m] != unit) continue;
        for (const auto& held : kind.held) holdings_.push_back(held.index[m]);
        observed_ = observed_ && kind.observed;
      }
    }
  }

  Joining lone;
  // members of a kind stay together if the same of their leaves are explicit
  for (const RecordedKind& kind : recorded) {
    // what a member does without goes with either
    std::vector<char> any_explicit(kind.slots.size(), 0);
    const auto explicit_at = [&](std::size_t s, std::size_t m) {
      const int variable = kind.slots[s].kind == Op::unknown ? kind.slots[s].index[m] : -1;
      return variable >= 0 && is_explicit[static_cast<std::size_t>(variable)];
    };
    for (std::size_t s = 0; s < kind.slots.size(); ++s) {
      for (std::size_t m = 0; m < kind.members.size(); ++m) any_explicit[s] = any_explicit[s] || explicit_at(s, m);
    }
    std::map<std::vector<char>, std::vector<std::size_t>> groups;
    for (std::size_t m = 0; m < kind.members.size(); ++m) {
      std::vector<char> status;
      for (std::size_t s = 0; s < kind.slots.size(); ++s)
        status.push_back(kind.slots[s].index[m] < 0 ? any_explicit[s] : explicit_at(s, m));
      groups[status].push_back(m);
    }
    for (const auto& [status, members] : groups) {
      UnitClass rewritten = Rewriting(kind, members, place, is_explicit).done(row_place, first_holding);
      if (members.size() == 1)
        lone.take(rewritten);
      else
        kinds_.push_back(std::move(rewritten));
    }
  }
  if (lone.any()) kinds_.push_back(lone.done());
}

std::string PlantGraph::in_words() const {
  const auto counted = [](std::size_t count, const std::string& noun) {
    return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
  };
  return counted(static_cast<std::size_t>(units_), "unit") + " of " + counted(kinds_.size(), "kind") + ": " +
         std::to_string(kept_.size()) + " of " + std::to_string(kept_.size() + explicit_.size()) +
         " unknowns are solved for, " + std::to_string(explicit_.size()) + " follow explicitly";
}

}  // namespace stillhouse
