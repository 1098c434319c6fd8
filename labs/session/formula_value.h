#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "labs/scenario/formula.h"

namespace stillhouse {

class Session;

using FormulaValues = std::map<std::string, double, std::less<>>;

/// The number of a formula in a session as it is now; `values` are those that its names stand for. NaN where there is
/// none: no such analysis yet, a line through too few points, a root of what is below zero.
double formula_value(const scenario::Formula& formula, const Session& session, const FormulaValues& values);

/// The standard uncertainty that stands as text beside an answer: 0 if there is none, nothing if it is no number.
std::optional<double> stated_uncertainty_in(std::string_view text);

}  // namespace stillhouse
