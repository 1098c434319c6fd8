#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace stillhouse {

/// How the activity coefficients of a liquid are computed.
enum class LiquidModel { ideal, nrtl, wilson, uniquac, unifac };

/// The model of this name; ModelError lists the allowed names and the nearest.
LiquidModel liquid_model(std::string_view name);
std::string name_of(LiquidModel model);
std::vector<std::string> liquid_model_names();

}  // namespace stillhouse
