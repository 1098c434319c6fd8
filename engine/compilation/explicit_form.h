#pragma once

#include <optional>
#include <vector>

#include "engine/autodiff/expression.h"

namespace stillhouse {

/// An equation solved for one of its leaves: leaf = expression, and what was divided by on the way (-1: nothing).
struct ExplicitForm {
  int expression;
  int divisor = -1;
};

/// Solves left = right for `leaf` if it occurs once, under sums, differences, products and numerators only; adds the
/// operations this takes to the graph. Nothing if it cannot be solved that way.
///
///   p V = M R T   solved for p   p = (M R T) / V, divisor V
std::optional<ExplicitForm> solved_for(ExpressionGraph& graph, int left, int right, int leaf);

/// For each node of the graph, whether it reads the leaf.
std::vector<char> readers_of(const ExpressionGraph& graph, int leaf);

}  // namespace stillhouse
