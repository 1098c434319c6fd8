#pragma once

#include <functional>
#include <optional>
#include <string>

#include "models/properties/liquid_model.h"

namespace stillhouse {

/// What an activity model needs to know about the ordered pair (i, j): NRTL tau = a + b/T + c ln(T / 350 K) and alpha,
/// Wilson Lambda = exp(a + b/T), UNIQUAC tau = exp(a + b/T).
struct ActivityParameters {
  double a = 0.0, b = 0.0, c = 0.0, alpha = 0.0;  // -, K, -, -
  std::string source = {};                        // for people
};

/// Parameters of the pair in this order, if there are any, and where they come from: for NRTL those that were regressed
/// here, over temperature for methanol-water and ethanol-water (mixture.h), from points at 1 atm for isopropanol-water,
/// water-acetic acid, acetone-methanol, benzene-toluene and methanol-toluene (pair_regression.h); else those of
/// assets/components/activity_parameters.csv.
std::optional<ActivityParameters> activity_parameters(LiquidModel model, const std::string& i, const std::string& j);

/// Where a fluid gets its parameters from.
using ActivityParameterSource =
    std::function<std::optional<ActivityParameters>(LiquidModel, const std::string& i, const std::string& j)>;

}  // namespace stillhouse
