#pragma once

#include <optional>
#include <string>
#include <vector>

#include "frontend/cli/output.h"
#include "frontend/cli/vle_data.h"
#include "models/properties/fluid_vle.h"
#include "models/properties/regression/consistency.h"

namespace stillhouse::cli {

/// Mean, root of mean square and largest magnitude of what was added.
struct Spread {
  int count = 0;
  double sum = 0.0, squares = 0.0, largest = 0.0;

  void add(double value);
  double mean() const { return sum / count; }
  double rms() const;
};

/// A set of measured points beside the fluid that was fitted.
struct SetReport {
  const VleSet* set = nullptr;
  bool was_fitted = false;                // otherwise it is predicted
  std::optional<double> T, P;             // where it is of one temperature, else of one pressure
  std::vector<PairDeviation> deviations;  // of each point
  Spread T_spread, P_spread, y_spread, gamma_spread;
  std::optional<AreaTest> area;
  std::optional<PointTest> point;
  std::vector<FluidEquilibrium> azeotropes;                 // of the fluid, at T or P
  std::optional<std::array<double, 2>> measured_azeotrope;  // between these x measured y - x changes its sign
};

/// All that `fit-vle` tells.
struct FitReport {
  PairRegression regression;
  PairChoice choice;
  std::vector<SetReport> sets;  // those fitted, then those only predicted
  double misfit = 0.0;          // deviations over those that were expected, root of mean square
};

FitReport fit_report(const VleData& fitted, const VleData* predicted, const PairChoice& choice);

std::string fit_text(const FitReport& report);
Json fit_json(const FitReport& report);
/// Boiling diagram and x-y diagram with the points of the first set, and below them the deviations of all points.
std::string fit_diagram(const FitReport& report);

}  // namespace stillhouse::cli
