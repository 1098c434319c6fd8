#include "models/properties/vle.h"

#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "engine/base/error.h"
#include "engine/base/quantity.h"
#include "frontend/cli/output.h"
#include "frontend/cli/verb.h"

namespace stillhouse::cli {

namespace {

/// The mixture of two components; a misspelt name gets the nearest of those that a mixture has.
const Mixture& mixture_of(const std::vector<std::string>& components) {
  std::vector<std::string> known;
  for (const std::string& name : Mixture::names()) {
    for (int i = 0; i < Mixture::species; ++i) {
      const std::string& component = Mixture::find(name).component(i).name();
      if (std::find(known.begin(), known.end(), component) == known.end()) known.push_back(component);
    }
  }
  if (components.size() != 2)
    throw UsageError("--components needs two names with a comma between them, as methanol,water");
  for (const std::string& component : components) {
    if (std::find(known.begin(), known.end(), component) != known.end()) continue;
    std::string message = "--components: there is no component '" + component + "'; allowed:";
    for (const std::string& name : known) message += " " + name;
    const std::string nearest = nearest_word(component, known);
    throw UsageError(message + (nearest.empty() ? "" : "; did you mean '" + nearest + "'?"));
  }
  return Mixture::of(components[0], components[1]);
}

int run(const Arguments& arguments) {
  for (const char* needed : {"components", "x"})
    if (!arguments.has(needed)) throw UsageError(std::string("stillhouse vle needs --") + needed);
  if (arguments.has("pressure") == arguments.has("temperature"))
    throw UsageError("stillhouse vle needs either --pressure (Pa) or --temperature (K)");
  const std::vector<std::string> components = items_in(*arguments.value("components"));
  const Mixture& mixture = mixture_of(components);

  // the mole fractions asked for are those of the component that was named first
  const bool light_first = mixture.component(0).name() == components[0];
  const std::string given = arguments.has("pressure") ? "pressure" : "temperature";
  const double number = number_in(given, *arguments.value(given));
  std::vector<Equilibrium> equilibria;
  for (const std::string& item : items_in(*arguments.value("x"))) {
    const double x = number_in("x", item);
    const double x_light = light_first ? x : 1.0 - x;
    equilibria.push_back(given == "pressure" ? bubble_at_pressure(mixture, x_light, number)
                                             : bubble_at_temperature(mixture, x_light, number));
  }

  const std::size_t first = light_first ? 0 : 1, second = 1 - first;
  if (arguments.has("json")) {
    Json list = Json::array();
    for (const Equilibrium& e : equilibria)
      list.push_back({{"x", {e.x[first], e.x[second]}}, {"T_K", e.T}, {"P_Pa", e.P}, {"y", {e.y[first], e.y[second]}}});
    print_json({{"components", components}, {"points", list}});
    return all_is_well;
  }
  const auto column = [](const std::string& text) {
    return text + std::string(text.size() < 14 ? 14 - text.size() : 1, ' ');
  };
  std::cout << column("x " + components[0]) << column("T / K") << column("P / Pa") << "y " << components[0] << "\n";
  for (const Equilibrium& e : equilibria)
    std::cout << column(rounded(e.x[first], 6)) << column(rounded(e.T, 6)) << column(rounded(e.P, 6))
              << rounded(e.y[first], 6) << "\n";
  return all_is_well;
}

}  // namespace

Verb vle_verb() {
  return {
      "vle",
      {},
      {{"components", "A,B", "the two components, as methanol,water"},
       {"x", "X,X,...", "mole fractions of A in the boiling liquid"},
       {"pressure", "PA", "pressure in Pa: the boiling temperature is found"},
       {"temperature", "K", "temperature in K: the pressure is found"},
       {"json", "", "one JSON document on stdout: components, points[{x[], T_K, P_Pa, y[]}]"}},
      "Vapour-liquid equilibrium of a mixture, as the plants have it.",
      "x[] and y[] of the JSON document are the mole fractions of both components in the order they were named in.\n"
      "Example: stillhouse vle --components methanol,water --x 0.1,0.5 --pressure 101325\n",
      run};
}

}  // namespace stillhouse::cli
