#include "models/properties/vle.h"

#include <algorithm>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "engine/base/error.h"
#include "engine/base/quantity.h"
#include "frontend/cli/output.h"
#include "frontend/cli/verb.h"
#include "frontend/cli/vle_diagram.h"
#include "models/properties/activity_parameters.h"
#include "models/properties/liquid_split.h"

namespace stillhouse::cli {

namespace {

/// Names between commas, or between semicolons where a name holds a comma: "1,2-dichloroethane;benzene".
std::vector<std::string> components_in(const std::string& text) {
  std::vector<std::string> names;
  if (text.find(';') == std::string::npos) {
    names = items_in(text);
  } else {
    for (std::size_t begin = 0; begin <= text.size();) {
      const std::size_t end = std::min(text.find(';', begin), text.size());
      names.push_back(text.substr(begin, end - begin));
      begin = end + 1;
    }
  }
  if (names.size() < 2)
    throw UsageError("--components needs two names or more with commas between them, as methanol,water");
  const std::vector<std::string> known = Component::names();
  for (const std::string& name : names) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    const std::string nearest = nearest_word(name, known);
    throw UsageError("--components: there is no component '" + name + "'" +
                     (nearest.empty() ? "" : "; did you mean '" + nearest + "'?") +
                     " (names that hold commas are set apart by semicolons)");
  }
  return names;
}

/// The model asked for; without one the first of those with fitted parameters that has them for every pair, else the
/// prediction.
LiquidModel model_for(const Arguments& arguments, const std::vector<std::string>& components) {
  if (const auto name = arguments.value("model")) {
    const std::vector<std::string> known = activity_model_names();
    if (std::find(known.begin(), known.end(), *name) != known.end()) return liquid_model(*name);
    std::string message = "--model: there is no model '" + *name + "'; allowed:";
    for (const std::string& allowed : known) message += " " + allowed;
    const std::string nearest = nearest_word(*name, known);
    throw UsageError(message + (nearest.empty() ? "" : "; did you mean '" + nearest + "'?"));
  }
  for (const LiquidModel model : {LiquidModel::nrtl, LiquidModel::wilson, LiquidModel::uniquac}) {
    try {
      Fluid(components, model);
      return model;
    } catch (const ModelError&) {
      // the next has perhaps
    }
  }
  return LiquidModel::unifac;
}

/// "0.2:0.3:0.5" as the fractions of all species; of two species one number is enough.
PerSpecies<double> fractions_in(const std::string& option, const std::string& item, std::size_t count) {
  PerSpecies<double> z;
  for (std::size_t begin = 0; begin <= item.size() && z.size() < most_species;) {
    const std::size_t end = std::min(item.find(':', begin), item.size());
    z.push_back(number_in(option, item.substr(begin, end - begin)));
    begin = end + 1;
  }
  if (z.size() == 1 && count == 2) z.push_back(1.0 - z[0]);
  if (z.size() != count)
    throw UsageError("--" + option + ": '" + item + "' needs " + std::to_string(count) +
                     " mole fractions with colons between them");
  return z;
}

/// The mixture whose parameters the first lab regressed, as the plants have it, if that is what is asked for.
const Mixture* plants_mixture(const std::vector<std::string>& components) {
  if (components.size() != 2) return nullptr;
  for (const std::string& name : Mixture::names()) {
    const Mixture& mixture = Mixture::find(name);
    const std::string &light = mixture.component(0).name(), &heavy = mixture.component(1).name();
    if ((light == components[0] && heavy == components[1]) || (light == components[1] && heavy == components[0]))
      return &mixture;
  }
  return nullptr;
}

/// Points as the plants' own mixture boils.
std::vector<FluidEquilibrium> boil(const Mixture& mixture, const std::vector<std::string>& components,
                                   const std::vector<PerSpecies<double>>& liquids, bool at_pressure, double number) {
  // the mole fractions asked for are those of the component that was named first
  const std::size_t light = mixture.component(0).name() == components[0] ? 0 : 1;
  std::vector<FluidEquilibrium> points;
  for (const PerSpecies<double>& x : liquids) {
    const Equilibrium e =
        at_pressure ? bubble_at_pressure(mixture, x[light], number) : bubble_at_temperature(mixture, x[light], number);
    FluidEquilibrium point{x, x, e.T, e.P};
    for (std::size_t i = 0; i < 2; ++i) {
      point.x[light == 0 ? i : 1 - i] = e.x[i];
      point.y[light == 0 ? i : 1 - i] = e.y[i];
    }
    points.push_back(point);
  }
  return points;
}

/// Where the activity parameters of each pair come from.
std::vector<std::pair<std::string, std::string>> parameter_sources(const Fluid& fluid) {
  std::vector<std::pair<std::string, std::string>> sources;
  for (std::size_t i = 0; i < fluid.size(); ++i)
    for (std::size_t j = i + 1; j < fluid.size(); ++j)
      if (const auto found = activity_parameters(fluid.model(), fluid.name(i), fluid.name(j)))
        sources.emplace_back(fluid.name(i) + " and " + fluid.name(j), found->source);
  return sources;
}

Json json_of(const PerSpecies<double>& z) {
  Json list = Json::array();
  for (const double value : z) list.push_back(value);
  return list;
}

Json json_of(const FluidEquilibrium& e) {
  return {{"x", json_of(e.x)}, {"T_K", e.T}, {"P_Pa", e.P}, {"y", json_of(e.y)}};
}

Json json_of_azeotropes(const Fluid& fluid, const std::vector<FluidEquilibrium>& azeotropes) {
  Json list = Json::array();
  for (const FluidEquilibrium& e : azeotropes) {
    Json azeotrope = json_of(e);
    const auto split = liquid_split(fluid, e.x, e.T);
    if (split) azeotrope["liquids"] = {json_of(split->first), json_of(split->second)};
    list.push_back(azeotrope);
  }
  return list;
}

void print_table(const std::vector<std::string>& components, const std::vector<FluidEquilibrium>& points) {
  const auto column = [](const std::string& text) {
    return text + std::string(text.size() < 14 ? 14 - text.size() : 1, ' ');
  };
  // of two species the first says all
  const std::size_t shown = components.size() == 2 ? 1 : components.size();
  for (std::size_t i = 0; i < shown; ++i) std::cout << column("x " + components[i]);
  std::cout << column("T / K") << column("P / Pa");
  for (std::size_t i = 0; i < shown; ++i)
    std::cout << (i + 1 < shown ? column("y " + components[i]) : "y " + components[i] + "\n");
  for (const FluidEquilibrium& e : points) {
    for (std::size_t i = 0; i < shown; ++i) std::cout << column(rounded(e.x[i], 6));
    std::cout << column(rounded(e.T, 6)) << column(rounded(e.P, 6));
    for (std::size_t i = 0; i < shown; ++i)
      std::cout << (i + 1 < shown ? column(rounded(e.y[i], 6)) : rounded(e.y[i], 6) + "\n");
  }
}

void write_diagram(const std::string& path, const std::string& picture) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << picture;
  file.close();
  if (!file) throw std::runtime_error("cannot write " + path);
}

int run_vle(const Arguments& arguments) {
  if (!arguments.has("components")) throw UsageError("stillhouse vle needs --components");
  const std::vector<std::string> components = components_in(*arguments.value("components"));
  if (!arguments.has("x") && !arguments.has("y") && !arguments.has("svg"))
    throw UsageError("stillhouse vle needs --x, --y or --svg");
  if (arguments.has("pressure") == arguments.has("temperature"))
    throw UsageError("stillhouse vle needs either --pressure or --temperature");
  const bool at_pressure = arguments.has("pressure");
  const std::string given = at_pressure ? "pressure" : "temperature";
  const double number = quantity_in(given, *arguments.value(given), at_pressure ? "Pa" : "K");
  std::vector<PerSpecies<double>> liquids, vapours;
  const auto read = [&](const char* option, std::vector<PerSpecies<double>>& list) {
    if (!arguments.has(option)) return;
    for (const std::string& item : items_in(*arguments.value(option)))
      list.push_back(fractions_in(option, item, components.size()));
  };
  read("x", liquids);
  read("y", vapours);

  const Fluid fluid(components, model_for(arguments, components));
  const Mixture* plants = arguments.has("model") ? nullptr : plants_mixture(components);
  std::vector<FluidEquilibrium> points;
  if (plants) points = boil(*plants, components, liquids, at_pressure, number);
  for (const PerSpecies<double>& x : liquids)
    if (!plants)
      points.push_back(at_pressure ? bubble_at_pressure(fluid, x, number) : bubble_at_temperature(fluid, x, number));
  for (const PerSpecies<double>& y : vapours)
    points.push_back(at_pressure ? dew_at_pressure(fluid, y, number) : dew_at_temperature(fluid, y, number));
  std::vector<FluidEquilibrium> azeotropes;
  if (components.size() == 2 && at_pressure) azeotropes = azeotropes_at_pressure(fluid, number);

  if (const auto path = arguments.value("svg")) {
    if (components.size() != 2) throw UsageError("--svg draws two components");
    write_diagram(*path, vle_diagram(fluid, at_pressure ? number : 0.0, at_pressure ? 0.0 : number));
  }
  const bool prediction = fluid.model() == LiquidModel::unifac;
  if (arguments.has("json")) {
    Json list = Json::array(), sources = Json::array();
    for (const FluidEquilibrium& e : points) list.push_back(json_of(e));
    for (const auto& [pair, source] : parameter_sources(fluid)) sources.push_back({{"pair", pair}, {"source", source}});
    print_json({{"components", components},
                {"model", name_of(fluid.model())},
                {"prediction", prediction},
                {"parameters", sources},
                {"points", list},
                {"azeotropes", json_of_azeotropes(fluid, azeotropes)}});
    return all_is_well;
  }
  if (!points.empty()) print_table(components, points);
  for (const FluidEquilibrium& e : azeotropes)
    std::cout << "azeotrope at " << rounded(e.T, 6) << " K with " << rounded(e.y[0], 4) << " " << components[0]
              << (is_stable_liquid(fluid, e.x, e.T) ? "" : ", over two liquids") << "\n";
  std::cout << "model: " << name_of(fluid.model())
            << (prediction ? ", a prediction from groups of atoms; no measurement of these pairs stands behind it" : "")
            << "\n";
  for (const auto& [pair, source] : parameter_sources(fluid))
    std::cout << "parameters of " << pair << ": " << source << "\n";
  return all_is_well;
}

}  // namespace

Verb vle_verb() {
  return {
      "vle",
      {},
      {{"components", "A,B,...", "the components, as methanol,water; with semicolons if a name holds a comma"},
       {"x", "X,X,...", "mole fractions of A in the boiling liquid; of more than two components X:X:X"},
       {"y", "Y,Y,...", "mole fractions of A in a vapour that begins to condense; of more than two Y:Y:Y"},
       {"pressure", "P", "as 1atm or 80kPa; a plain number is in Pa: the boiling temperature is found"},
       {"temperature", "T", "as 350K or 77degC; a plain number is in K: the pressure is found"},
       {"model", "NAME", "activity of the liquid: ideal, nrtl, wilson, uniquac or unifac"},
       {"svg", "FILE", "draw boiling diagram and x-y diagram of two components"},
       {"json", "",
        "one JSON document on stdout: components, model, prediction, parameters[], points[{x[], T_K, P_Pa, y[]}], "
        "azeotropes[]"}},
      "Vapour-liquid equilibrium of a mixture, as the plants have it.",
      "x[] and y[] of the JSON document are the mole fractions of all components in the order they were named in.\n"
      "Without --model the first of nrtl, wilson and uniquac counts that has parameters for every pair, else unifac,\n"
      "which predicts (`prediction` is true). Azeotropes of two components are sought at --pressure; `liquids` are "
      "the\n"
      "two liquids of a heterogeneous one.\n"
      "Example: stillhouse vle --components methanol,water --x 0.1,0.5 --pressure 101325\n"
      "         stillhouse vle --components acetone,chloroform --pressure 101325 --svg diagram.svg\n",
      run_vle};
}

}  // namespace stillhouse::cli
