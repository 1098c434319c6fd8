#include "engine/compilation/value_program.h"

#include <algorithm>

namespace stillhouse {

namespace {

using Besides = ValueProgram::Besides;

/// For each kind, which of its outputs are computed and from which level on each leaf is known.
struct Plan {
  std::vector<std::vector<char>> definitions;  // of each kind: 1 if computed
  std::vector<std::vector<int>> level_of_slot;
};

/// Nodes of a kind's outputs that are computed.
std::vector<int> outputs_of(const UnitClass& kind, Besides besides, const std::vector<char>& definitions) {
  std::vector<int> nodes;
  const auto add = [&](const std::vector<UnitClass::Output>& outputs) {
    for (const auto& output : outputs) nodes.push_back(output.node);
  };
  if (besides == Besides::residuals) add(kind.residuals);
  if (besides == Besides::observations) {
    add(kind.shown);
    add(kind.held);
  }
  for (std::size_t d = 0; d < definitions.size(); ++d) {
    if (definitions[d]) nodes.push_back(kind.definitions[d].node);
  }
  return nodes;
}

/// Adds to `wanted` what the wanted ones need, until nothing is missing.
Plan plan_of(const PlantGraph& graph, Besides besides, std::vector<char> wanted) {
  const std::vector<UnitClass>& kinds = graph.kinds();
  Plan plan;
  for (const UnitClass& kind : kinds) {
    plan.definitions.emplace_back(kind.definitions.size(), 0);
    plan.level_of_slot.emplace_back(kind.slots.size(), 0);
  }
  for (bool grows = true; grows;) {
    grows = false;
    for (std::size_t k = 0; k < kinds.size(); ++k) {
      for (std::size_t d = 0; d < kinds[k].definitions.size(); ++d) {
        for (int e : kinds[k].definitions[d].index) {
          if (wanted[static_cast<std::size_t>(e)]) plan.definitions[k][d] = 1;
        }
      }
      const std::vector<char> needed = needed_nodes(kinds[k].graph, outputs_of(kinds[k], besides, plan.definitions[k]));
      for (int i = 0; i < kinds[k].graph.size(); ++i) {
        const ExpressionGraph::Node& n = kinds[k].graph[i];
        if (!needed[static_cast<std::size_t>(i)] || n.op != Op::explicit_value) continue;
        for (int e : kinds[k].slots[static_cast<std::size_t>(n.index)].index) {
          if (e < 0) continue;
          char& w = wanted[static_cast<std::size_t>(e)];
          grows = grows || !w;
          w = 1;
        }
      }
    }
  }

  // a leaf is known one level after the last of those that define it for some member
  std::vector<int> level_of(wanted.size(), 0);
  for (bool moves = true; moves;) {
    moves = false;
    for (std::size_t k = 0; k < kinds.size(); ++k) {
      const UnitClass& kind = kinds[k];
      for (std::size_t s = 0; s < kind.slots.size(); ++s) {
        if (kind.slots[s].kind != Op::explicit_value) continue;
        for (int e : kind.slots[s].index) {
          if (e < 0) continue;
          plan.level_of_slot[k][s] = std::max(plan.level_of_slot[k][s], level_of[static_cast<std::size_t>(e)] + 1);
        }
      }
      std::vector<int> level(static_cast<std::size_t>(kind.graph.size()), 0);
      for (int i = 0; i < kind.graph.size(); ++i) {
        const ExpressionGraph::Node& n = kind.graph[i];
        int& l = level[static_cast<std::size_t>(i)];
        if (n.op == Op::constant) continue;
        if (is_leaf(n.op)) {
          l = plan.level_of_slot[k][static_cast<std::size_t>(n.index)];
          continue;
        }
        l = level[static_cast<std::size_t>(n.a)];
        if (n.b >= 0) l = std::max(l, level[static_cast<std::size_t>(n.b)]);
      }
      for (std::size_t d = 0; d < kind.definitions.size(); ++d) {
        if (!plan.definitions[k][d]) continue;
        const int l = level[static_cast<std::size_t>(kind.definitions[d].node)];
        for (int e : kind.definitions[d].index) {
          int& before = level_of[static_cast<std::size_t>(e)];
          moves = moves || l > before;
          before = std::max(before, l);
        }
      }
    }
  }
  return plan;
}

}  // namespace

std::vector<char> handed_on(const PlantGraph& graph) {
  std::vector<char> handed(graph.explicit_variables().size(), 0);
  for (const UnitClass& kind : graph.kinds()) {
    for (const UnitClass::Slot& slot : kind.slots) {
      if (slot.kind != Op::explicit_value) continue;
      for (int e : slot.index) {
        if (e >= 0) handed[static_cast<std::size_t>(e)] = 1;
      }
    }
  }
  return handed;
}

ValueProgram::ValueProgram(const PlantGraph& graph, const ValueLayout& layout, Besides besides,
                           const std::vector<char>& wanted) {
  const Plan plan = plan_of(graph, besides, wanted);
  for (std::size_t k = 0; k < graph.kinds().size(); ++k) {
    const UnitClass& kind = graph.kinds()[k];
    std::vector<int> outputs, targets;
    const auto put = [&](const UnitClass::Output& output, int first_place) {
      outputs.push_back(output.node);
      for (int i : output.index) targets.push_back(first_place + i);
    };
    if (besides == Besides::residuals) {
      for (const auto& output : kind.residuals) put(output, layout.residual(0));
    }
    if (besides == Besides::observations) {
      for (const auto& output : kind.shown) put(output, layout.observable(0));
      for (const auto& output : kind.held) put(output, layout.holding(0));
    }
    for (std::size_t d = 0; d < kind.definitions.size(); ++d) {
      if (plan.definitions[k][d]) put(kind.definitions[d], layout.explicit_value(0));
    }
    if (outputs.empty()) continue;
    auto part = std::make_unique<Part>(kind, outputs, plan.level_of_slot[k], layout);
    part->targets = std::move(targets);
    part->results.resize(static_cast<std::size_t>(part->tape.levels()));
    const int members = static_cast<int>(kind.members.size());
    for (std::size_t o = 0; o < outputs.size(); ++o) {
      const Tape::Output& output = part->tape.outputs()[o];
      Result result{output.row, static_cast<int>(o) * members, {}};
      for (const Strips::Strip& strip : part->strips.strips())
        result.blocks.push_back(strip.lanes > 1 && strip.members == strip.lanes &&
                                side_by_side(part->targets.data() + result.first + strip.first, strip.lanes));
      part->results[static_cast<std::size_t>(output.level)].push_back(std::move(result));
    }
    levels_ = std::max(levels_, part->tape.levels());
    parts_.push_back(std::move(part));
  }
}

void ValueProgram::run(double* values) {
  for (int level = 0; level < levels_; ++level) {
    for (const std::unique_ptr<Part>& part : parts_) {
      if (level >= part->tape.levels()) continue;
      const std::vector<Result>& results = part->results[static_cast<std::size_t>(level)];
      for (const Strips::Strip& strip : part->strips.strips()) {
        part->strips.gather(strip, level, values);
        part->strips.execute(strip, level);
        const double* const rows = part->strips.rows_of(strip);
        const int* const targets = part->targets.data() + strip.first;
        for (const Result& result : results) {
          const double* const row = rows + result.row * strip.lanes;
          const int* const to = targets + result.first;
          if (result.blocks[static_cast<std::size_t>(strip.number)]) {
            copy_lanes(row, values + *to, strip.lanes);
          } else {
            for (int lane = 0; lane < strip.members; ++lane) values[to[lane]] = row[lane];
          }
        }
      }
    }
  }
}

}  // namespace stillhouse
