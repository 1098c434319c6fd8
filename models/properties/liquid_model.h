#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace stillhouse {

/// How the phases of a plant are computed: the activity coefficients of a liquid under an ideal gas, or both phases by
/// a cubic equation of state (peng_robinson, srk).
enum class LiquidModel { ideal, nrtl, wilson, uniquac, unifac, peng_robinson, srk };

/// The model of this name; ModelError lists the allowed names and the nearest.
LiquidModel liquid_model(std::string_view name);
std::string name_of(LiquidModel model);
/// All of them.
std::vector<std::string> liquid_model_names();
/// Those that are activity models.
std::vector<std::string> activity_model_names();

}  // namespace stillhouse
