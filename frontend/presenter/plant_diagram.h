#pragma once

#include <optional>
#include <string>

#include "engine/modelling/flowsheet.h"
#include "frontend/presenter/flowsheet_diagram.h"
#include "labs/scenario/lab.h"

namespace stillhouse {

/// The diagram of a plant file's plant. One that is spelt out is drawn as it is joined. A flowsheet of the catalogue
/// is drawn as `catalogue_diagram` has it; any other as far as its names tell: units of one name that differ by a
/// number (tray_1, tray_2, ...) are one symbol but for vessels, and a stream is what has a flow of heat under a name of
/// its own. Where there is none, as among transfer functions, lines lead from each unit to those that read what it
/// determines.
Diagram diagram_of(const scenario::Plant& plant, const Flowsheet& flowsheet);

/// The diagram of a flowsheet of the catalogue whose own names do not tell what is joined to what.
std::optional<Diagram> catalogue_diagram(const std::string& flowsheet);

/// The unit of a diagram that a signal or an input of the plant belongs to, by the longest name that fits; -1 if none.
int unit_of(const Diagram& diagram, const std::string& signal);

/// 12 of "T-110_tray_12"; 0 if the name does not end in a number.
int number_of_stage(const std::string& unit);

}  // namespace stillhouse
