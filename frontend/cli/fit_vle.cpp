#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "engine/base/error.h"
#include "engine/base/quantity.h"
#include "frontend/cli/compounds.h"
#include "frontend/cli/output.h"
#include "frontend/cli/verb.h"
#include "frontend/cli/vle_fit.h"

namespace stillhouse::cli {

namespace {

std::string text_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  const std::string text(std::istreambuf_iterator<char>(file), {});
  if (!file) throw std::runtime_error("cannot read " + path);
  return text;
}

LiquidModel model_of(const std::string& name) {
  const std::vector<std::string> allowed{"nrtl", "wilson", "uniquac"};
  if (std::find(allowed.begin(), allowed.end(), name) != allowed.end()) return liquid_model(name);
  const std::string nearest = nearest_word(name, allowed);
  throw UsageError("--model: there is no model '" + name + "' to fit; allowed: nrtl wilson uniquac" +
                   (nearest.empty() ? "" : "; did you mean '" + nearest + "'?"));
}

double number_between(const Arguments& arguments, const char* option, double otherwise, double low, double high) {
  const auto text = arguments.value(option);
  if (!text) return otherwise;
  const double number = number_in(option, *text);
  if (!(number >= low && number <= high))
    throw UsageError(std::string("--") + option + ": " + *text + " is outside " + rounded(low, 4) + " to " +
                     rounded(high, 4));
  return number;
}

int run_fit_vle(const Arguments& arguments) {
  PairChoice choice;
  choice.model = model_of(arguments.value("model", "nrtl"));
  if (arguments.has("alpha") && choice.model != LiquidModel::nrtl)
    throw UsageError("--alpha belongs to the model nrtl; " + name_of(choice.model) + " has none");
  choice.alpha = number_between(arguments, "alpha", choice.alpha, 0.05, 0.6);
  choice.over_temperature = arguments.has("over-temperature");
  choice.pressure_deviation = 0.01 * number_between(arguments, "error-p", 2.0, 0.01, 50.0);
  choice.fraction_deviation = number_between(arguments, "error-y", 0.01, 1e-4, 0.5);

  VleDataOptions options;
  if (const auto names = arguments.value("components")) {
    options.components = compounds_in("components", *names);
    if (options.components.size() != 2)
      throw UsageError("--components needs two names, as methanol,water; " + std::to_string(options.components.size()) +
                       " are given");
  }
  if (const auto T = arguments.value("temperature")) options.T = quantity_in("temperature", *T, "K");
  if (const auto P = arguments.value("pressure")) options.P = quantity_in("pressure", *P, "Pa");
  const std::string& path = arguments.words.front();
  const VleData data = read_vle_data(path, text_of(path), options);
  std::optional<VleData> unseen;
  if (const auto other = arguments.value("predict")) {
    // the order of components is the first file's; held values stand in the file itself
    unseen = read_vle_data(*other, text_of(*other), {{data.components[0], data.components[1]}, {}, {}});
  }

  const FitReport report = fit_report(data, unseen ? &*unseen : nullptr, choice);
  if (const auto picture = arguments.value("svg")) {
    std::ofstream file(*picture, std::ios::binary | std::ios::trunc);
    file << fit_diagram(report);
    file.close();
    if (!file) throw std::runtime_error("cannot write " + *picture);
  }
  if (arguments.has("json"))
    print_json(fit_json(report));
  else
    std::cout << fit_text(report);
  return all_is_well;
}

}  // namespace

Verb fit_vle_verb() {
  return {
      "fit-vle",
      {"DATA.csv"},
      {{"components", "A,B", "both compounds, if the columns do not name them; x and y are of A"},
       {"model", "NAME", "nrtl (the default), wilson or uniquac"},
       {"alpha", "NUMBER", "of nrtl, 0.3 if not given; it is not fitted"},
       {"over-temperature", "", "fit a_ij + b_ij / T in place of b_ij / T: for points over a wide range of T"},
       {"temperature", "T", "of all points, as 323.15K, if there is no column of it"},
       {"pressure", "P", "of all points, as 101.325kPa, if there is no column of it"},
       {"error-p", "PERCENT", "expected deviation of P in %, 2 if not given"},
       {"error-y", "NUMBER", "expected deviation of y, 0.01 if not given"},
       {"predict", "FILE", "more points, which the fit does not see, to hold it against"},
       {"svg", "FILE", "draw diagrams with the points, and deviations over composition"},
       {"json", "", "one JSON document on stdout: parameters[], correlation[][], sets[{residuals, tests, points[]}]"}},
      "Activity parameters of two compounds from measured equilibria, with uncertainties and consistency.",
      "DATA.csv has a heading and a point a line; # begins a comment, a field may be empty. Columns, in any order:\n"
      "  x, y          mole fractions of the first component (or x_methanol, x2, x/%)\n"
      "  T/K, P/kPa    also T/degC; P/Pa P/mbar P/bar P/atm P/mmHg\n"
      "  gamma1,gamma2 activity coefficients, with T\n"
      "  set           words that tell points of different sources apart; else they are sorted by T or P\n"
      "A point needs x and: T and P (y if measured), or y with T or P, or T and gamma. 250 K to 600 K, to 20 bar.\n"
      "Vapour pressures are the program's own; the vapour is ideal, carboxylic acids pair up in it.\n"
      "Uncertainties are one standard deviation, from the scatter about the fit. Tests of consistency: areas under\n"
      "ln(gamma1/gamma2) (Redlich-Kister at one T, Herington at one P), and y from P alone (van Ness).\n"
      "Example, a file of four lines:\n"
      "  x_methanol,y_methanol,x_water,T/K,P/kPa\n"
      "  0.2470,0.6710,0.7530,323.15,29.119\n"
      "  0.4872,0.8100,0.5128,323.15,38.085\n"
      "  0.7730,0.9160,0.2270,323.15,47.334\n"
      "stillhouse fit-vle points.csv --model wilson --svg fit.svg\n",
      run_fit_vle};
}

}  // namespace stillhouse::cli
