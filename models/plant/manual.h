#pragma once

#include <string_view>
#include <vector>

#include "models/catalogue.h"
#include "models/plant/unit_kind.h"

namespace stillhouse {

struct InstrumentKind;

/// The documentation comment of a class, a namespace or a `..._kind()` function, as its header has it.
struct Docstring {
  std::string_view name, text;
};

/// All of the shelves' headers; made by the build (cmake/docstrings.cpp).
const std::vector<Docstring>& docstrings();

/// How a kind of unit, a flowsheet or an instrument is computed: equations, assumptions, validity, source. First the
/// comment of its `NAME_kind()` if there is one, else that of the class `model` or of the kind's name (steam_heater:
/// SteamHeater); then those of the classes that it names, by a word such as TwoPhase, in backticks or behind "As", and
/// that these name. Empty if the kind has no comment.
std::vector<Docstring> manual_of(const UnitKind& kind);
std::vector<Docstring> manual_of(const FlowsheetKind& kind);
std::vector<Docstring> manual_of(const InstrumentKind& kind);

}  // namespace stillhouse
