#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/catalogue.h"
#include "models/flow/phase.h"

namespace stillhouse {

class UnitSite;

/// Where a unit is joined to others.
struct PortInfo {
  std::string name;
  Phase phase;
  bool is_inlet;
  bool is_required;
  bool takes_many;     ///< any number of streams
  bool sets_pressure;  ///< the unit says the pressure there; false: it says the flow
  std::string sentence;
};

/// A unit operation that a text may name. A parameter whose name ends in ".*" is given for each species:
/// "x.*" as x.water, x.ethanol.
struct UnitKind {
  std::string name;
  std::string shelf;  ///< flow, heat, reactors, separation, control
  std::string sentence;
  std::vector<ParameterInfo> parameters;
  std::vector<ChoiceParameter> choices;
  std::vector<PortInfo> ports;
  void (*build)(UnitSite& site);
  /// The class whose documentation is the manual (plant/manual.h), where it is not that of the kind's name.
  std::string model = {};
};

/// A list and what a part of the unit adds to it.
template <class Info>
std::vector<Info> joined(std::vector<Info> list, const std::vector<Info>& more) {
  list.insert(list.end(), more.begin(), more.end());
  return list;
}

/// Every unit operation, shelf by shelf: the one explicit list.
const std::vector<UnitKind>& unit_kinds();

/// The kind of that name; ModelError lists the allowed names and the nearest.
const UnitKind& find_unit_kind(std::string_view name);

}  // namespace stillhouse
