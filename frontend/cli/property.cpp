#include <charconv>
#include <cmath>
#include <iostream>
#include <nlohmann/json.hpp>

#include "engine/base/error.h"
#include "engine/base/quantity.h"
#include "frontend/cli/output.h"
#include "frontend/cli/verb.h"
#include "models/properties/component.h"
#include "models/properties/pure_quantities.h"

namespace stillhouse::cli {

namespace {

/// Kelvin in "298.15K", "298.15" or "25degC".
double kelvin_in(const std::string& text) {
  double T = 0.0;
  try {
    T = quantity_in("at", text, "K");
  } catch (const UsageError&) {
    throw UsageError("--at: '" + text + "' is not a temperature; write one as 298.15K or 25degC");
  }
  if (!(T > 0.0)) throw UsageError("--at: " + text + " is not above absolute zero");
  return T;
}

/// The compound, or the sentence of its ModelError as one about the command line.
const Component& compound_in(const std::string& word) {
  try {
    return Component::find(word);
  } catch (const ModelError& error) {
    throw UsageError(error.what());
  }
}

std::string range_of(const TemperatureFunction& f) {
  return rounded(f.T_min, 6) + " to " + rounded(f.T_max, 6) + " K";
}

Json document(const Component& component, const std::optional<double>& T) {
  Json result{{"compound", component.name()}, {"CAS", component.cas()}, {"formula", component.formula()}};
  if (T) result["T_K"] = *T;
  for (const PureQuantity& q : pure_constants()) {
    if (!component.has_constant(q.data)) continue;
    result[q.name] = {{"value", component.constant(q.data)}, {"unit", q.unit}, {"source", component.source(q.data)}};
  }
  for (const PureQuantity& q : pure_correlations()) {
    if (!component.has_property(q.data)) continue;
    const TemperatureFunction& f = component.property(q.data);
    const bool holds = T && f.holds_at(*T);
    Json entry{{"value", holds ? Json(f(*T)) : Json(nullptr)},
               {"unit", q.unit},
               {"valid_from_K", f.T_min},
               {"valid_to_K", f.T_max},
               {"source", component.source(q.data)}};
    if (T && !holds) entry["says"] = "valid from " + range_of(f) + " only";
    result[q.name] = std::move(entry);
  }
  return result;
}

/// Six significant digits, with an exponent where a fixed point would hide them.
std::string digits(double value) {
  char text[32];
  const auto end = std::to_chars(text, text + sizeof text, value, std::chars_format::general, 6).ptr;
  return {text, end};
}

void print_table(const Component& component, const std::optional<double>& T) {
  const auto column = [](const std::string& text, std::size_t width) {
    return text + std::string(text.size() < width ? width - text.size() : 1, ' ');
  };
  std::cout << component.name();
  if (!component.formula().empty()) std::cout << ", " << component.formula();
  std::cout << ", CAS " << component.cas() << "\n\n";
  for (const PureQuantity& q : pure_constants())
    if (component.has_constant(q.data))
      std::cout << "  " << column(q.name, 34) << column(digits(component.constant(q.data)), 14) << column(q.unit, 10)
                << component.source(q.data) << "\n";
  std::cout << "\n";
  if (T) std::cout << "  at " << digits(*T) << " K\n";
  for (const PureQuantity& q : pure_correlations()) {
    if (!component.has_property(q.data)) continue;
    const TemperatureFunction& f = component.property(q.data);
    const std::string value = !T ? "" : f.holds_at(*T) ? digits(f(*T)) : "outside";
    std::cout << "  " << column(q.name, 34) << column(value, 14) << column(q.unit, 10)
              << column("valid " + range_of(f), 28) << component.source(q.data) << "\n";
  }
}

int run_property(const Arguments& arguments) {
  const Component& component = compound_in(arguments.words.front());
  std::optional<double> T;
  if (const auto at = arguments.value("at")) T = kelvin_in(*at);
  if (arguments.has("json"))
    print_json(document(component, T));
  else
    print_table(component, T);
  return all_is_well;
}

}  // namespace

Verb property_verb() {
  return {
      "property",
      {"COMPOUND"},
      {{"at", "T", "temperature as 298.15K or 25degC; without it constants and ranges are shown"},
       {"json", "", "one JSON document on stdout: an object a quantity with value, unit, source"}},
      "Properties of a pure compound, each with its range and source.",
      "COMPOUND is a name, a formula without isomers, or a CAS registry number. Units are SI with moles. In the JSON\n"
      "document a quantity of temperature has value, unit, valid_from_K, valid_to_K and source; its value is null\n"
      "without --at and outside the range, which is then said.\n"
      "Example: stillhouse property water --at 298.15K\n",
      run_property};
}

}  // namespace stillhouse::cli
