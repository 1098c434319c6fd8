#include <cmath>
#include <nlohmann/json.hpp>

#include "engine/base/quantity.h"
#include "frontend/cli/vle_fit.h"

namespace stillhouse::cli {

namespace {

std::string column(const std::string& text, std::size_t width = 12) {
  return text + std::string(text.size() < width ? width - text.size() : 1, ' ');
}

const char* unit_of(const std::string& parameter) {
  return parameter[0] == 'b' ? "K" : "1";
}

/// How the model uses a and b.
std::string formula(const FitReport& report) {
  const bool with_a = report.choice.over_temperature;
  switch (report.choice.model) {
    case LiquidModel::wilson:
      return with_a ? "Lambda_ij = exp(a_ij + b_ij / T)" : "Lambda_ij = v_j / v_i exp(b_ij / T)";
    case LiquidModel::uniquac:
      return with_a ? "tau_ij = exp(a_ij + b_ij / T)" : "tau_ij = exp(b_ij / T)";
    default:
      return std::string(with_a ? "tau_ij = a_ij + b_ij / T" : "tau_ij = b_ij / T") +
             ", alpha = " + rounded(report.choice.alpha, 4);
  }
}

std::string spread_text(const Spread& spread, double scale) {
  if (spread.count == 0) return column("-", 30);
  return column(rounded(scale * spread.mean(), 2)) + column(rounded(scale * spread.rms(), 2), 9) +
         column(rounded(scale * spread.largest, 2), 9);
}

std::string tests_text(const SetReport& report) {
  std::string text;
  const std::string head = "  " + report.set->name + ": ";
  if (report.area) {
    const AreaTest& area = *report.area;
    text += head + "area test D = " + rounded(area.D, 3) + " %" +
            (area.at_pressure ? ", J = " + rounded(area.J, 3) + " %, D - J " : ", D ") +
            (area.consistent ? "< 10: consistent" : ">= 10: NOT consistent") +
            (area.at_pressure ? " (Herington)\n" : " (Redlich-Kister)\n");
  } else {
    text += head +
            "no area test: it needs five points with y, T and P of one temperature or pressure, over all x,\n"
            "    and a liquid that is not ideal\n";
  }
  if (report.point) {
    const PointTest& point = *report.point;
    text += head + "point test: y from P alone is off by " + rounded(point.mean, 2) + " in the mean, " +
            rounded(point.largest, 2) + " at most: " + (point.consistent ? "consistent" : "NOT consistent") +
            " (van Ness, bound 0.01)\n";
  } else {
    text += head + "no point test: it needs five points with y, T and P\n";
  }
  return text;
}

Json json_of(const Spread& spread) {
  if (spread.count == 0) return nullptr;
  return {{"count", spread.count}, {"mean", spread.mean()}, {"rms", spread.rms()}, {"max", spread.largest}};
}

Json json_of(const SetReport& report) {
  Json points = Json::array(), azeotropes = Json::array();
  for (std::size_t i = 0; i < report.deviations.size(); ++i) {
    const PairPoint& point = report.set->points[i];
    const PairDeviation& d = report.deviations[i];
    points.push_back({{"line", report.set->lines[i]},
                      {"x", point.x},
                      {"y", cli::json_of(point.y)},
                      {"T_K", cli::json_of(point.T)},
                      {"P_Pa", cli::json_of(point.P)},
                      {"gamma", {cli::json_of(point.gamma[0]), cli::json_of(point.gamma[1])}},
                      {"deviation_T_K", cli::json_of(d.T)},
                      {"deviation_P", cli::json_of(d.P)},
                      {"deviation_y", cli::json_of(d.y)},
                      {"deviation_ln_gamma", {cli::json_of(d.log_gamma[0]), cli::json_of(d.log_gamma[1])}}});
  }
  for (const FluidEquilibrium& e : report.azeotropes)
    azeotropes.push_back({{"x", e.y[0]}, {"T_K", e.T}, {"P_Pa", e.P}});
  Json json{{"name", report.set->name},
            {"fitted", report.was_fitted},
            {"T_K", cli::json_of(report.T)},
            {"P_Pa", cli::json_of(report.P)},
            {"residuals",
             {{"T_K", json_of(report.T_spread)},
              {"P", json_of(report.P_spread)},
              {"y", json_of(report.y_spread)},
              {"ln_gamma", json_of(report.gamma_spread)}}},
            {"area_test", nullptr},
            {"point_test", nullptr},
            {"azeotropes", azeotropes},
            {"measured_azeotrope_between_x", nullptr},
            {"points", points}};
  if (const auto& area = report.area) {
    json["area_test"] = {{"name", area->at_pressure ? "Herington" : "Redlich-Kister"},
                         {"D_percent", area->D},
                         {"J_percent", area->at_pressure ? Json(area->J) : Json(nullptr)},
                         {"consistent", area->consistent}};
  }
  if (const auto& point = report.point)
    json["point_test"] = {{"name", "van Ness"},
                          {"terms", point->terms},
                          {"mean_deviation_y", point->mean},
                          {"largest_deviation_y", point->largest},
                          {"bias_y", point->bias},
                          {"consistent", point->consistent}};
  if (const auto& x = report.measured_azeotrope) json["measured_azeotrope_between_x"] = *x;
  return json;
}

}  // namespace

std::string fit_text(const FitReport& report) {
  const PairRegression& found = report.regression;
  std::size_t points = 0;
  for (const SetReport& set : report.sets)
    if (set.was_fitted) points += set.set->points.size();
  std::string text = found.compounds[0] + " (1) and " + found.compounds[1] + " (2), " + name_of(found.model) + ": " +
                     std::to_string(points) + " points, " + std::to_string(found.measurements) + " measured values\n\n";

  text += "Parameters of " + formula(report) + ", with standard uncertainties\n";
  for (std::size_t i = 0; i < found.names.size(); ++i)
    text += "  " + column(found.names[i], 6) + column(rounded(found.values[i], 7)) + "+- " +
            rounded(found.uncertainties[i], 2) + (unit_of(found.names[i])[0] == 'K' ? " K" : "") + "\n";
  text += "  correlation";
  for (std::size_t i = 0; i < found.names.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      text += "  " + found.names[j] + ", " + found.names[i] + ": " + rounded(found.correlations[i][j], 3);
  text += "\n  deviations are " + rounded(report.misfit, 2) + " of those expected (" +
          rounded(100.0 * report.choice.pressure_deviation, 3) + " % in P, " +
          rounded(report.choice.fraction_deviation, 3) + " in y, " + rounded(report.choice.activity_deviation, 3) +
          " in ln gamma)\n\n";

  text += "Deviations, computed less measured: mean, root of mean square, largest\n";
  std::size_t width = 24;
  for (const SetReport& set : report.sets) width = std::max(width, set.set->name.size() + 15);
  text += "  " + column("set", width) + column("points", 8) + column("T / K", 30) + column("P / %", 30) + "y\n";
  for (const SetReport& set : report.sets) {
    std::string line = "  " + column(set.set->name + (set.was_fitted ? "" : " (predicted)"), width) +
                       column(std::to_string(set.set->points.size()), 8) + spread_text(set.T_spread, 1.0) +
                       spread_text(set.P_spread, 100.0) + spread_text(set.y_spread, 1.0);
    text += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
    if (set.gamma_spread.count > 0) text += "      ln gamma: " + spread_text(set.gamma_spread, 1.0) + "\n";
  }

  text += "\nThermodynamic consistency\n";
  for (const SetReport& set : report.sets) text += tests_text(set);

  text += "\nAzeotropes\n";
  for (const SetReport& set : report.sets) {
    if (!set.T && !set.P) continue;
    text += "  " + set.set->name + ": ";
    if (set.azeotropes.empty()) text += "none by the model";
    for (std::size_t i = 0; i < set.azeotropes.size(); ++i) {
      const FluidEquilibrium& e = set.azeotropes[i];
      text +=
          (i > 0 ? ", " : "") + rounded(e.T, 6) + " K, " + rounded(1e-3 * e.P, 6) + " kPa, x_1 = " + rounded(e.y[0], 4);
    }
    if (const auto& x = set.measured_azeotrope)
      text += (*x)[0] == (*x)[1] ? "; measured at x_1 = " + rounded((*x)[0], 4)
                                 : "; measured between x_1 = " + rounded((*x)[0], 4) + " and " + rounded((*x)[1], 4);
    else if (set.y_spread.count > 0)
      text += "; none is measured";
    text += "\n";
  }
  return text;
}

Json fit_json(const FitReport& report) {
  const PairRegression& found = report.regression;
  Json parameters = Json::array(), sets = Json::array();
  for (std::size_t i = 0; i < found.names.size(); ++i)
    parameters.push_back({{"name", found.names[i]},
                          {"value", found.values[i]},
                          {"unit", unit_of(found.names[i])},
                          {"standard_uncertainty", found.uncertainties[i]}});
  for (const SetReport& set : report.sets) sets.push_back(json_of(set));
  return {{"components", found.compounds},
          {"model", name_of(found.model)},
          {"form", formula(report)},
          {"alpha", found.model == LiquidModel::nrtl ? Json(report.choice.alpha) : Json(nullptr)},
          {"parameters", parameters},
          {"correlation", found.correlations},
          {"measurements", found.measurements},
          {"misfit", report.misfit},
          {"sets", sets}};
}

}  // namespace stillhouse::cli
