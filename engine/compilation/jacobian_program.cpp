#include "engine/compilation/jacobian_program.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <tuple>

namespace stillhouse {

namespace {

/// One local derivative of one member: of a row or an explicit variable, by a kept unknown or an explicit variable.
struct Element {
  bool of_row;
  int index;
  bool by_kept;
  int column;
};

using Place = std::pair<int, int>;

}  // namespace

struct JacobianProgram::Collected {
  std::vector<Element> elements;  // as Part::targets
};

std::unique_ptr<JacobianProgram::Part> JacobianProgram::collect(const UnitClass& kind, const ValueLayout& layout,
                                                                const std::vector<char>& handed,
                                                                Collected& collected) const {
  // what is differentiated: residuals, and explicit variables that other units read
  std::vector<const UnitClass::Output*> outputs;
  std::vector<int> nodes;
  for (const auto& output : kind.residuals) outputs.push_back(&output);
  const std::size_t residuals = outputs.size();
  for (const auto& output : kind.definitions) {
    const auto read = [&](int e) { return handed[static_cast<std::size_t>(e)] != 0; };
    if (std::any_of(output.index.begin(), output.index.end(), read)) outputs.push_back(&output);
  }
  for (const auto* output : outputs) nodes.push_back(output->node);

  ExpressionGraph graph = kind.graph;
  const std::vector<LocalDerivative> derivatives = local_jacobian(graph, nodes);

  // derivatives by a value and by the rate of the same unknown belong to one entry
  struct Pair {
    int by_value = -1, by_rate = -1;  // nodes
    const UnitClass::Slot* slot = nullptr;
  };
  std::map<std::pair<int, std::vector<int>>, Pair> by_unknown;
  std::map<std::pair<int, std::vector<int>>, Pair> by_explicit;
  for (const LocalDerivative& d : derivatives) {
    const UnitClass::Slot& slot = kind.slots[static_cast<std::size_t>(graph[d.leaf].index)];
    Pair& pair = (slot.kind == Op::explicit_value ? by_explicit : by_unknown)[{d.output, slot.index}];
    pair.slot = &slot;
    (slot.kind == Op::rate ? pair.by_rate : pair.by_value) = d.node;
  }

  std::vector<int> tape_outputs;
  std::vector<Result> results;
  const int members = static_cast<int>(kind.members.size());
  for (const auto* list : {&by_unknown, &by_explicit}) {
    for (const auto& [key, pair] : *list) {
      Result result{-1, -1, list == &by_unknown, static_cast<int>(results.size()) * members};
      const auto place = [&](int node) {
        if (node < 0) return -1;
        tape_outputs.push_back(node);
        return static_cast<int>(tape_outputs.size()) - 1;
      };
      result.by_value = place(pair.by_value);
      result.by_rate = place(pair.by_rate);
      results.push_back(result);
      const std::size_t o = static_cast<std::size_t>(key.first);
      for (int m = 0; m < members; ++m) {
        collected.elements.push_back({o < residuals, outputs[o]->index[static_cast<std::size_t>(m)],
                                      list == &by_unknown, pair.slot->index[static_cast<std::size_t>(m)]});
      }
    }
  }
  auto part = std::make_unique<Part>(kind, graph, tape_outputs, layout);
  for (Result& result : results) {
    for (int* row : {&result.by_value, &result.by_rate}) {
      if (*row >= 0) *row = part->tape.outputs()[static_cast<std::size_t>(*row)].row;
    }
  }
  part->results = std::move(results);
  return part;
}

JacobianProgram::JacobianProgram(const PlantGraph& graph, const ValueLayout& layout) {
  const std::vector<char> handed = handed_on(graph);
  std::vector<Collected> collected(graph.kinds().size());
  for (std::size_t k = 0; k < graph.kinds().size(); ++k)
    parts_.push_back(collect(graph.kinds()[k], layout, handed, collected[k]));
  link(collected);
}

/// Finds which entries there are, gives each a place, and writes down the chain rule over unit boundaries.
void JacobianProgram::link(std::vector<Collected>& collected) {
  std::map<int, std::set<int>> row_kept, row_read, explicit_kept, explicit_read;
  for (const Collected& c : collected) {
    for (const Element& e : c.elements) {
      if (e.column < 0) continue;
      auto& list = e.of_row ? (e.by_kept ? row_kept : row_read) : (e.by_kept ? explicit_kept : explicit_read);
      list[e.index].insert(e.column);
    }
  }

  // explicit variables in an order in which each comes after those it reads
  std::vector<int> order;
  std::set<int> seen;
  const std::function<void(int)> visit = [&](int e) {
    if (!seen.insert(e).second) return;
    for (int read : explicit_read[e]) {
      visit(read);
      const std::set<int>& reaches = explicit_kept[read];
      explicit_kept[e].insert(reaches.begin(), reaches.end());
    }
    order.push_back(e);
  };
  for (const auto& [row, read] : row_read) {
    for (int e : read) {
      visit(e);
      row_kept[row].insert(explicit_kept[e].begin(), explicit_kept[e].end());
    }
  }

  // places: the entries by column and row, then derivatives of explicit variables, then factors
  std::map<Place, int> of_row, of_explicit, factor_of_row, factor_of_explicit;
  for (const auto& [row, columns] : row_kept) {
    for (int column : columns) entries_.push_back({row, column});
  }
  std::sort(entries_.begin(), entries_.end(),
            [](const Place& a, const Place& b) { return std::tie(a.second, a.first) < std::tie(b.second, b.first); });
  int next = 0;
  for (const Place& entry : entries_) of_row[entry] = next++;
  for (int e : order) {
    for (int column : explicit_kept[e]) of_explicit[{e, column}] = next++;
  }
  const int differentiated = next;
  for (int e : order) {
    for (int read : explicit_read[e]) factor_of_explicit[{e, read}] = next++;
  }
  for (const auto& [row, read] : row_read) {
    for (int e : read) factor_of_row[{row, e}] = next++;
  }
  // an explicit variable that no row needs still has its local derivatives computed
  const int unused = next++;
  store_.assign(static_cast<std::size_t>(next), 0.0);

  std::vector<char> written(static_cast<std::size_t>(next), 0);
  for (std::size_t k = 0; k < parts_.size(); ++k) {
    for (const Element& e : collected[k].elements) {
      const auto& map =
          e.of_row ? (e.by_kept ? of_row : factor_of_row) : (e.by_kept ? of_explicit : factor_of_explicit);
      const auto found = map.find({e.index, e.column});
      const int place = found == map.end() ? unused : found->second;
      written[static_cast<std::size_t>(place)] = 1;
      parts_[k]->targets.push_back(place);
    }
  }
  for (int i = 0; i < differentiated; ++i) {
    if (!written[static_cast<std::size_t>(i)]) filled_.push_back(i);
  }

  const auto chain = [&](int factor, int read, const std::function<int(int)>& target) {
    Chain c{factor, static_cast<int>(products_.size()), 0};
    for (int column : explicit_kept[read]) products_.push_back({target(column), of_explicit.at({read, column})});
    c.count = static_cast<int>(products_.size()) - c.first;
    chains_.push_back(c);
  };
  for (int e : order) {
    for (int read : explicit_read[e])
      chain(factor_of_explicit.at({e, read}), read, [&](int column) { return of_explicit.at({e, column}); });
  }
  for (const auto& [row, read] : row_read) {
    for (int e : read)
      chain(factor_of_row.at({row, e}), e, [&, r = row](int column) { return of_row.at({r, column}); });
  }
}

void JacobianProgram::run(const double* values, double y_weight, double yp_weight, double* entries) {
  double* const store = store_.data();
  for (int place : filled_) store[place] = 0.0;
  for (const std::unique_ptr<Part>& part : parts_) {
    for (const Strips::Strip& strip : part->strips.strips()) {
      part->strips.gather(strip, 0, values);
      part->strips.execute(strip, 0);
      const double* const rows = part->strips.rows_of(strip);
      const int* const targets = part->targets.data() + strip.first;
      for (const Result& result : part->results) {
        const int* const to = targets + result.first;
        const double* const by_value = rows + result.by_value * strip.lanes;
        const double* const by_rate = rows + result.by_rate * strip.lanes;
        for (int lane = 0; lane < strip.members; ++lane) {
          double sum;
          if (!result.weighted)
            sum = by_value[lane];
          else if (result.by_rate < 0)
            sum = y_weight * by_value[lane];
          else if (result.by_value < 0)
            sum = yp_weight * by_rate[lane];
          else
            sum = y_weight * by_value[lane] + yp_weight * by_rate[lane];
          store[to[lane]] = sum;
        }
      }
    }
  }
  for (const Chain& chain : chains_) {
    const double factor = store[chain.factor];
    const std::pair<int, int>* const products = products_.data() + chain.first;
    for (int i = 0; i < chain.count; ++i) store[products[i].first] += factor * store[products[i].second];
  }
  std::copy(store_.begin(), store_.begin() + static_cast<std::ptrdiff_t>(entries_.size()), entries);
}

}  // namespace stillhouse
