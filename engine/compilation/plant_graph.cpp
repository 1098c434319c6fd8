#include "engine/compilation/plant_graph.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "engine/compilation/explicit_form.h"
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
  Elimination(const Flowsheet& plant, std::vector<RecordedKind>& kinds) : plant_(plant), kinds_(kinds) {
    chosen_of_.resize(plant.variables().size(), Chosen{kinds.size(), 0});
    // what is given outright first: "F = ..." leaves nothing to divide by
    for (const bool outright : {true, false}) {
      for (std::size_t k = 0; k < kinds_.size(); ++k) {
        for (std::size_t row = 0; row < kinds_[k].rows.size(); ++row) choose(k, static_cast<int>(row), outright);
      }
    }
  }

  bool is_explicit(int variable) const { return chosen_of_[static_cast<std::size_t>(variable)].kind < kinds_.size(); }

 private:
  void choose(std::size_t k, int row, bool outright) {
    RecordedKind& kind = kinds_[k];
    for (const auto& d : kind.definitions) {
      if (d.row == row) return;
    }
    const auto [left, right] = kind.rows[static_cast<std::size_t>(row)];
    // leaves come before what reads them, so the slots' nodes are found by asking for them again
    for (std::size_t s = 0; s < kind.slots.size(); ++s) {
      const RecordedKind::Slot& slot = kind.slots[s];
      if (!slot.own || is_explicit(slot.index.front())) continue;
      const int leaf = kind.graph.leaf(Op::unknown, static_cast<int>(s));
      if (outright && left != leaf && right != leaf) continue;
      const auto form = solved_for(kind.graph, left, right, leaf);
      if (!form || !divides_safely(kind, *form)) continue;
      if (leads_back(k, s, form->expression)) continue;
      accept(k, {row, static_cast<int>(s), form->expression});
      return;
    }
  }

  bool divides_safely(const RecordedKind& kind, const ExplicitForm& form) const {
    if (form.divisor < 0) return true;
    for (std::size_t m = 0; m < kind.members.size(); ++m) {
      const double divisor = value_at_start(plant_, kind, m, form.divisor);
      if (!std::isfinite(divisor) || divisor == 0.0) return false;
    }
    return true;
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
    std::vector<char> needed(static_cast<std::size_t>(expression) + 1, 0);
    needed.back() = 1;
    std::set<std::size_t> slots;
    for (int i = expression; i >= 0; --i) {
      if (!needed[static_cast<std::size_t>(i)]) continue;
      const ExpressionGraph::Node& n = graph[i];
      if (is_leaf(n.op)) {
        if (n.op != Op::constant) slots.insert(static_cast<std::size_t>(n.index));
        continue;
      }
      needed[static_cast<std::size_t>(n.a)] = 1;
      if (n.b >= 0) needed[static_cast<std::size_t>(n.b)] = 1;
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

  void accept(std::size_t k, const RecordedKind::Definition& definition) {
    RecordedKind& kind = kinds_[k];
    for (int variable : kind.slots[static_cast<std::size_t>(definition.slot)].index)
      chosen_of_[static_cast<std::size_t>(variable)] = {k, kind.definitions.size()};
    kind.definitions.push_back(definition);
  }

  const Flowsheet& plant_;
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

  UnitKind done(const std::vector<int>& row_place) {
    std::set<int> defining;
    for (const auto& d : from_.definitions) defining.insert(d.row);
    for (std::size_t row = 0; row < from_.rows.size(); ++row) {
      if (defining.count(static_cast<int>(row))) continue;
      UnitKind::Output output{kind_.graph.subtract(written(from_.rows[row].left), written(from_.rows[row].right)), {}};
      for (std::size_t m : members_)
        output.index.push_back(row_place[static_cast<std::size_t>(from_.first_row[m]) + row]);
      kind_.residuals.push_back(std::move(output));
    }
    for (const auto& d : from_.definitions) {
      UnitKind::Output output{written(d.expression), {}};
      for (std::size_t m : members_)
        output.index.push_back(
            place_[static_cast<std::size_t>(from_.slots[static_cast<std::size_t>(d.slot)].index[m])]);
      kind_.definitions.push_back(std::move(output));
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
    UnitKind::Slot slot;
    slot.kind = n.op;
    for (std::size_t m : members_) {
      slot.number.push_back(old.number[m]);
      const int index = old.index[m];
      const bool of_unknown = n.op == Op::unknown || n.op == Op::rate;
      slot.index.push_back(of_unknown ? place_[static_cast<std::size_t>(index)] : index);
    }
    if (n.op == Op::unknown && is_explicit_[static_cast<std::size_t>(old.index[members_.front()])])
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
  UnitKind kind_;
};

}  // namespace

PlantGraph::PlantGraph(const Flowsheet& plant) {
  std::vector<RecordedKind> recorded = recorded_kinds(plant);
  const Elimination elimination(plant, recorded);
  units_ = static_cast<int>(plant.units().size());

  // places among what is kept and what is explicit
  std::vector<int> place(plant.variables().size());
  std::vector<char> is_explicit(place.size());
  for (std::size_t v = 0; v < place.size(); ++v) {
    is_explicit[v] = elimination.is_explicit(static_cast<int>(v));
    std::vector<int>& list = is_explicit[v] ? explicit_ : kept_;
    place[v] = static_cast<int>(list.size());
    list.push_back(static_cast<int>(v));
  }
  std::vector<char> defines(static_cast<std::size_t>(plant.unknown_count()), 0);
  for (const RecordedKind& kind : recorded) {
    for (const auto& d : kind.definitions) {
      for (int first : kind.first_row) defines[static_cast<std::size_t>(first + d.row)] = 1;
    }
  }
  std::vector<int> row_place(defines.size(), -1);
  for (std::size_t row = 0; row < defines.size(); ++row) {
    if (defines[row]) continue;
    row_place[row] = static_cast<int>(rows_.size());
    rows_.push_back(static_cast<int>(row));
  }

  // members of a kind stay together if the same of their leaves are explicit
  for (const RecordedKind& kind : recorded) {
    std::map<std::vector<char>, std::vector<std::size_t>> groups;
    for (std::size_t m = 0; m < kind.members.size(); ++m) {
      std::vector<char> status;
      for (const auto& slot : kind.slots)
        status.push_back(slot.kind == Op::unknown && is_explicit[static_cast<std::size_t>(slot.index[m])]);
      groups[status].push_back(m);
    }
    for (const auto& [status, members] : groups)
      kinds_.push_back(Rewriting(kind, members, place, is_explicit).done(row_place));
  }
}

std::string PlantGraph::in_words() const {
  return std::to_string(units_) + " units of " + std::to_string(kinds_.size()) +
         " kinds: " + std::to_string(kept_.size()) + " of " + std::to_string(kept_.size() + explicit_.size()) +
         " unknowns are solved for, " + std::to_string(explicit_.size()) + " follow explicitly";
}

}  // namespace stillhouse
