#include "models/properties/flash/flash.h"

#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "engine/base/quantity.h"
#include "frontend/cli/compounds.h"
#include "frontend/cli/output.h"
#include "frontend/cli/verb.h"
#include "models/properties/activity_fluid.h"
#include "models/properties/cubic_fluid.h"
#include "models/properties/cubic_parameters.h"

namespace stillhouse::cli {

namespace {

struct GivenOption {
  const char* option;
  Given given;
  const char* unit;  // null: a plain number
};
constexpr std::array given_options{
    GivenOption{"temperature", Given::temperature, "K"}, GivenOption{"pressure", Given::pressure, "Pa"},
    GivenOption{"enthalpy", Given::enthalpy, "J/mol"}, GivenOption{"entropy", Given::entropy, "J/mol/K"},
    GivenOption{"vapour-fraction", Given::vapour_fraction, nullptr}};

struct Request {
  std::vector<std::string> components;
  std::string model;
  PerSpecies<double> z;
  std::array<Specification<double>, 2> given;
  bool json = false;
};

Request request_of(const Arguments& arguments) {
  Request request;
  for (const char* needed : {"components", "z"})
    if (!arguments.has(needed)) throw UsageError(std::string("stillhouse flash needs --") + needed);
  request.components = compounds_in("components", *arguments.value("components"));
  request.json = arguments.has("json");
  if (request.components.size() > most_species)
    throw UsageError("--components: " + std::to_string(request.components.size()) + " are too many; at most " +
                     std::to_string(most_species));
  const std::vector<std::string> shares = items_in(*arguments.value("z"));
  if (shares.size() != request.components.size())
    throw UsageError("--z: " + std::to_string(shares.size()) + " mole fractions for " +
                     std::to_string(request.components.size()) + " components");
  for (const std::string& share : shares) request.z.push_back(number_in("z", share));

  // a lone compound is all of its feed, and the model of its liquid is any
  request.model = arguments.value("model", request.components.size() == 1 ? "ideal" : "nrtl");
  const std::vector<std::string> models{"nrtl", "wilson", "uniquac", "unifac", "pr", "srk", "ideal"};
  if (std::find(models.begin(), models.end(), request.model) == models.end()) {
    std::string message = "--model: there is no model '" + request.model + "'; allowed:";
    for (const std::string& name : models) message += " " + name;
    const std::string nearest = nearest_word(request.model, models);
    throw UsageError(message + (nearest.empty() ? "" : "; did you mean '" + nearest + "'?"));
  }

  std::size_t count = 0;
  for (const GivenOption& option : given_options) {
    const auto text = arguments.value(option.option);
    if (!text) continue;
    if (count == 2) count = 3;
    if (count > 2) break;
    request.given[count++] = {
        option.given, option.unit ? quantity_in(option.option, *text, option.unit) : number_in(option.option, *text)};
  }
  if (count != 2)
    throw UsageError("stillhouse flash needs two of --temperature --pressure --enthalpy --entropy --vapour-fraction");
  return request;
}

/// What should be known of an answer.
std::vector<std::string> notes(const ActivityFluid& model, const Phases<double>& phases) {
  std::vector<std::string> result;
  const Fluid& fluid = model.fluid();
  if (fluid.model() == LiquidModel::unifac && fluid.size() > 1)
    result.emplace_back("UNIFAC predicts activities from groups; no measurement of this mixture stands behind it");
  if (phases.T < fluid.valid_from() || phases.T > fluid.valid_to())
    result.emplace_back("outside " + shown(fluid.valid_from(), unit("K"), 4) + " to " +
                        shown(fluid.valid_to(), unit("K"), 4) + " vapour pressures are extrapolated");
  if (phases.P > 10e5) result.emplace_back("the vapour is taken as an ideal gas; above 10 bar take --model pr or srk");
  return result;
}
std::vector<std::string> notes(const CubicFluid& model, const Phases<double>&) {
  std::vector<std::string> result;
  for (std::size_t i = 0; i < model.size(); ++i)
    for (std::size_t j = i + 1; j < model.size(); ++j)
      if (!cubic_binary_parameter(Component::find(model.name(i)).cas(), Component::find(model.name(j)).cas()))
        result.emplace_back("no binary parameter is known for " + model.name(i) + " and " + model.name(j) + ": k = 0");
  return result;
}

template <class Model>
int print(const Request& request, const Flash<Model>& flash) {
  const Phases<double> phases = flash(request.z, request.given);
  const Model& model = flash.model();
  const auto at = model.at(phases.T, phases.P);
  const double h = enthalpy(model, phases), s = entropy(model, phases);
  const auto list = [](const PerSpecies<double>& x) { return std::vector<double>(x.begin(), x.end()); };
  const std::vector<std::string> remarks = notes(model, phases);

  if (request.json) {
    Json all = Json::array();
    for (const PhaseAmount<double>& p : phases)
      all.push_back({{"kind", word_for(p.kind)},
                     {"fraction", p.fraction},
                     {"x", list(p.x)},
                     {"enthalpy_J_mol", model.enthalpy(at, p.kind, p.x)},
                     {"entropy_J_mol_K", model.entropy(at, p.kind, p.x)},
                     {"volume_m3_mol", model.molar_volume(at, p.kind, p.x)}});
    print_json({{"components", request.components},
                {"model", request.model},
                {"z", list(request.z)},
                {"T_K", phases.T},
                {"P_Pa", phases.P},
                {"vapour_fraction", phases.vapour_fraction()},
                {"enthalpy_J_mol", h},
                {"entropy_J_mol_K", s},
                {"phases", all},
                {"notes", remarks}});
    return all_is_well;
  }

  const auto column = [](const std::string& text) {
    return text + std::string(text.size() < 14 ? 14 - text.size() : 1, ' ');
  };
  std::cout << "T = " << rounded(phases.T, 7) << " K (" << shown(phases.T, unit("degC"), 6) << ")\n"
            << "P = " << rounded(phases.P, 7) << " Pa (" << shown(phases.P, unit("bar"), 6) << ")\n"
            << "h = " << rounded(h, 7) << " J/mol, s = " << rounded(s, 6) << " J/(mol K)\n\n"
            << column("");
  for (const PhaseAmount<double>& p : phases) std::cout << column(word_for(p.kind));
  const auto row = [&](const std::string& name, const auto& value) {
    std::cout << "\n" << column(name);
    for (const PhaseAmount<double>& p : phases) std::cout << column(rounded(value(p), 6));
  };
  row("mol/mol feed", [](const auto& p) { return p.fraction; });
  row("h / J/mol", [&](const auto& p) { return model.enthalpy(at, p.kind, p.x); });
  row("s / J/mol/K", [&](const auto& p) { return model.entropy(at, p.kind, p.x); });
  row("v / L/mol", [&](const auto& p) { return 1e3 * model.molar_volume(at, p.kind, p.x); });
  for (std::size_t i = 0; i < model.size(); ++i) row(model.name(i), [i](const auto& p) { return p.x[i]; });
  std::cout << "\n";
  for (const std::string& remark : remarks) std::cout << "\nNote: " << remark << ".";
  if (!remarks.empty()) std::cout << "\n";
  return all_is_well;
}

int run_flash(const Arguments& arguments) {
  const Request request = request_of(arguments);
  if (request.model == "pr" || request.model == "srk") {
    const Cubic equation = request.model == "pr" ? Cubic::peng_robinson : Cubic::soave_redlich_kwong;
    return print(request, Flash(CubicFluid(request.components, equation)));
  }
  const auto fluid = std::make_shared<const Fluid>(request.components, liquid_model(request.model));
  return print(request, Flash(ActivityFluid(fluid)));
}

}  // namespace

Verb flash_verb() {
  return {
      "flash",
      {},
      {{"components", "A,B,...", "the compounds of the feed, as methane,propane"},
       {"z", "Z,Z,...", "their mole fractions in the feed, in the same order"},
       {"temperature", "T", "as 350K or 77degC; a plain number is in K"},
       {"pressure", "P", "as 2.5bar; a plain number is in Pa"},
       {"enthalpy", "H", "as -250kJ/mol; a plain number is in J/mol of feed, from the elements at 298.15 K"},
       {"entropy", "S", "as 150J/mol/K; a plain number is in J/(mol K), absolute"},
       {"vapour-fraction", "V", "mol of vapour for a mol of feed: 0 is the bubble point, 1 the dew point"},
       {"model", "MODEL", "nrtl (the default), wilson, uniquac, unifac, pr, srk or ideal"},
       {"json", "", "one JSON document on stdout: phases[{kind, fraction, x[]}], T_K, P_Pa, ..."}},
      "What a feed is at equilibrium: vapour, liquid, two liquids.",
      "Two of --temperature --pressure --enthalpy --entropy --vapour-fraction fix it: pressure with any other,\n"
      "temperature with pressure, entropy or vapour fraction, enthalpy with entropy.\n"
      "pr and srk are equations of state (Peng-Robinson, Soave-Redlich-Kwong) for hydrocarbons and gases at any\n"
      "pressure; the others are activity models for liquids below some 10 bar. kind is vapour, liquid or liquid2.\n"
      "JSON: components[], model, z[], T_K, P_Pa, vapour_fraction, enthalpy_J_mol, entropy_J_mol_K, phases[], "
      "notes[];\n"
      "a phase has kind, fraction, x[], enthalpy_J_mol, entropy_J_mol_K, volume_m3_mol.\n"
      "Example: stillhouse flash --components methane,propane --z 0.4,0.6 --temperature 280K --pressure 20bar --model "
      "pr\n",
      run_flash};
}

}  // namespace stillhouse::cli
