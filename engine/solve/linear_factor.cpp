#include "engine/solve/linear_factor.h"

namespace stillhouse {

LinearFactor::LinearFactor(const SparsePattern& pattern, FactorKind kind, const std::vector<int>& block_of) {
  if (kind == FactorKind::structured)
    structured_.emplace(pattern, block_of);
  else
    klu_.emplace(pattern);
}

std::string LinearFactor::description() const {
  return structured_ ? structured_->description() : "KLU";
}

StructuredFactor::Costs LinearFactor::costs() const {
  return structured_ ? structured_->costs() : StructuredFactor::Costs{};
}

}  // namespace stillhouse
