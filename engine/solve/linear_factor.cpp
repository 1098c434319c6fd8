#include "engine/solve/linear_factor.h"

namespace stillhouse {

LinearFactor::LinearFactor(const SparsePattern& pattern, FactorKind kind) {
  if (kind == FactorKind::structured)
    structured_.emplace(pattern);
  else
    klu_.emplace(pattern);
}

StructuredFactor::Costs LinearFactor::costs() const {
  return structured_ ? structured_->costs() : StructuredFactor::Costs{};
}

}  // namespace stillhouse
