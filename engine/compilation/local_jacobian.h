#pragma once

#include <vector>

#include "engine/autodiff/expression.h"

namespace stillhouse {

/// One derivative of a graph's output with respect to one of its leaves, as a node of the same graph.
struct LocalDerivative {
  int output;  ///< position in the list of outputs
  int leaf;    ///< node of the leaf
  int node;
};

/// Derivatives of the outputs with respect to all unknowns, rates and explicit variables, zeros left out. Inner nodes
/// are eliminated one by one, those with the fewest paths through them first (Markowitz): the chain rule with every
/// product formed once. Adds the products to the graph; products of constants cost nothing.
/// Source: Griewank, Walther, Evaluating Derivatives, SIAM 2008, chapter 9 (vertex elimination).
std::vector<LocalDerivative> local_jacobian(ExpressionGraph& graph, const std::vector<int>& outputs);

}  // namespace stillhouse
