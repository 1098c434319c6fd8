#include "models/properties/activity_parameters.h"

#include <map>
#include <tuple>

#include "models/properties/data_table.h"
#include "models/properties/mixture.h"

namespace stillhouse {

// the embedded table (cmake/embed.cmake)
std::string_view activity_parameters_csv();

namespace {

using Key = std::tuple<std::string, std::string, std::string>;  // model, i, j

std::map<Key, ActivityParameters> read_parameters() {
  std::map<Key, ActivityParameters> parameters;
  for (const DataRow& row : data_rows("activity_parameters.csv", activity_parameters_csv(),
                                      "model,component_i,component_j,CAS_i,CAS_j,a_ij,b_ij_K,alpha_ij")) {
    const Key key{std::string(row.fields[0]), lower_case(row.fields[1]), lower_case(row.fields[2])};
    const ActivityParameters values{row.number_or_zero(5), row.number(6), 0.0, row.number_or_zero(7),
                                    "fit of the DECHEMA collection at 1 atm, as ChemSep v8.3 holds it"};
    if (!parameters.emplace(key, values).second) row.fail("the pair is given twice");
  }

  // fitted to boiling points, not to the liquids it parts into (LiquidSplit.ButanolAndWaterByFittedParameters)
  for (const auto& [i, j] : {std::pair{"1-butanol", "water"}, {"water", "1-butanol"}})
    parameters.at({"uniquac", i, j}).source +=
        "; its two liquids lie further apart than measured: at 365 K the light one has 0.54 of butanol, measured 0.36";

  // the pairs whose dependence on temperature is known
  for (const std::string& name : Mixture::names()) {
    const Mixture& mixture = Mixture::find(name);
    const Nrtl& nrtl = mixture.nrtl();
    const std::string &light = mixture.component(0).name(), &heavy = mixture.component(1).name();
    const std::string source =
        "regressed here over temperature, from measured equilibria at 1 atm and 323 K and heats of "
        "mixing";
    parameters[{"nrtl", light, heavy}] = {nrtl.a12, nrtl.b12, nrtl.c12, nrtl.alpha, source};
    parameters[{"nrtl", heavy, light}] = {nrtl.a21, nrtl.b21, nrtl.c21, nrtl.alpha, source};
  }

  // pairs regressed here, by regress_pair from points at 1 atm (tests/literature repeats the fit)
  const auto regressed = [&](const char* i, const char* j, double b_ij, double b_ji, double alpha,
                             const std::string& points) {
    const std::string source = "regressed here from " + points;
    parameters[{"nrtl", i, j}] = {0.0, b_ij, 0.0, alpha, source};
    parameters[{"nrtl", j, i}] = {0.0, b_ji, 0.0, alpha, source};
  };
  regressed("isopropanol", "water", 94.6075, 857.355, 0.4, "14 points at 1 atm of Brunjes and Bogart (1943)");
  regressed("water", "acetic acid", 530.967, -172.138, 0.3, "9 points at 1 atm, with an associating vapour");
  regressed("acetone", "methanol", 129.2077, 58.70792, 0.3, "11 measured vapours at 1 atm (Perry)");
  regressed("benzene", "toluene", -185.1624, 211.7908, 0.3, "7 points at 1 atm (Geankoplis, table 11.1-1)");
  regressed("methanol", "toluene", 504.2769, 545.1361, 0.47, "18 points at 1 atm (Fluid Phase Equilib. 2019, 112412)");
  return parameters;
}

}  // namespace

std::optional<ActivityParameters> activity_parameters(LiquidModel model, const std::string& i, const std::string& j) {
  static const std::map<Key, ActivityParameters> parameters = read_parameters();
  const auto found = parameters.find({name_of(model), i, j});
  if (found == parameters.end()) return std::nullopt;
  return found->second;
}

}  // namespace stillhouse
