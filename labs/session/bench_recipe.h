#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace stillhouse {

/// A step of a preparation: "weigh methanol 500 mg", "pipette S0 10 mL", "measure water 20 mL", "fill water 50 mL".
struct RecipeStep {
  enum class How { weigh, pipette, measure, fill };
  How how = How::weigh;
  std::string label;
  double amount = 0.0;  ///< kg or m^3
};

/// Steps parted by ";". ModelError says which piece is wrong and what is allowed: an unknown step, no number with a
/// unit, an amount out of range, glass that does not exist, a fill that is not the last.
std::vector<RecipeStep> recipe_from(std::string_view text);

/// "weigh", "pipette", ...
const char* word_of(RecipeStep::How how);

}  // namespace stillhouse
