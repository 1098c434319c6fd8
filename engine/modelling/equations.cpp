#include "engine/modelling/equations.h"

#include "engine/base/error.h"

namespace stillhouse {

Equations<Pattern>::Equations(const double* y, const double* inputs, const double* modes, std::size_t unknowns)
    : y_(y), inputs_(inputs), modes_(modes), seed_(unknowns, -1) {}

Equations<Pattern>::Bits Equations<Pattern>::bit(int position) {
  Bits bits;
  bits.set(static_cast<std::size_t>(position));
  return bits;
}

int Equations<Pattern>::place(Variable v) {
  int& seed = seed_[static_cast<std::size_t>(v.index)];
  if (seed < 0) {
    if (2 * unknowns_.size() >= Pattern::capacity) {
      throw ModelError("a unit reads more than " + std::to_string(Pattern::capacity / 2) +
                       " unknowns; split it into smaller units joined by streams");
    }
    seed = static_cast<int>(unknowns_.size());
    unknowns_.push_back(v.index);
  }
  return seed;
}

void Equations<Pattern>::equate(std::string_view name, std::string_view subscript, const Pattern& left,
                                const Pattern& right) {
  Row row;
  row.name = std::string(name);
  if (!subscript.empty()) row.name += " [" + std::string(subscript) + "]";
  const Bits bits = left.depends | right.depends;
  for (std::size_t i = 0; i < unknowns_.size(); ++i) {
    if (bits[2 * i]) row.reads.push_back(static_cast<int>(i));
    if (bits[2 * i + 1]) row.rates.push_back(static_cast<int>(i));
  }
  rows_.push_back(std::move(row));
}

}  // namespace stillhouse
