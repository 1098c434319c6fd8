#include "engine/solve/elimination_plan.h"

namespace stillhouse {

std::string describe(const EliminationPlan::Counts& counts) {
  std::string words = std::to_string(counts.unknowns) + " unknowns: ";
  std::string parts;
  const auto add = [&](int count, const std::string& text) {
    if (count > 0) parts += (parts.empty() ? "" : ", ") + text;
  };
  add(counts.chain_units, (counts.chains == 1 ? "chain" : std::to_string(counts.chains) + " chains") + " of " +
                              std::to_string(counts.chain_units) + " blocks");
  add(counts.border, "border of " + std::to_string(counts.border));
  add(counts.general, std::to_string(counts.general) + " coupled");
  add(counts.single, std::to_string(counts.single) + " one after the other");
  add(counts.ledgers, std::to_string(counts.ledgers) + " ledgers");
  return words + parts + "; " + std::to_string(counts.entries) + " entries in the factors, " +
         std::to_string(counts.multiply_adds) + " multiply-adds";
}

}  // namespace stillhouse
