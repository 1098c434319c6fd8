#pragma once

#include "labs/scenario/findings.h"
#include "labs/scenario/value.h"

namespace stillhouse::scenario {

/// Checks one use of a word against its declaration: fields known and present, types, fixed units and ranges. What
/// depends on the plant (units of signals, names) is checked later by the readers.
void check_shape(const Node& node, Findings& findings);

/// Whether a quantity or plain number may stand where `target` is asked for; a plain number only where there is no
/// unit. If not, says so for the field and returns false.
bool check_unit(const Node& node, const std::string& field, const Value& value, const Unit& target, Findings& findings);

/// Says that a number is outside its range. Returns whether it is inside.
bool check_range(const Node& node, const std::string& field, const Value& value, const Unit& target, double minimum,
                 double maximum, Findings& findings);

}  // namespace stillhouse::scenario
