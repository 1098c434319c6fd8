#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "models/properties/regression/pair_regression.h"

namespace stillhouse::cli {

/// Points that belong together: of one `set`, or of one temperature or pressure.
struct VleSet {
  std::string name;
  std::vector<PairPoint> points;
  std::vector<int> lines;  // of the file, of each point
};

/// Measured equilibria of a file.
struct VleData {
  std::array<std::string, 2> components;
  std::vector<VleSet> sets;

  std::vector<PairPoint> all() const;
};

/// What the command line adds to a file.
struct VleDataOptions {
  std::vector<std::string> components;  // empty, or two
  std::optional<double> T, P;           // of every row, K and Pa
};

/// Reads comma-separated measured points. The heading names the columns, in any order, with the unit after a slash, an
/// underscore or in brackets:
///
///   x_methanol,y_methanol,T/K,P/kPa        x, y: mole fractions; x1 or x is of the first component
///   x1,gamma1,gamma2,T_degC                activity coefficients
///   set                                    words that tell which points belong together
///
/// Lines that begin with # and empty fields count as nothing. ScenarioError says file:line, column, value and what is
/// allowed.
VleData read_vle_data(const std::string& file, const std::string& text, const VleDataOptions& options);

}  // namespace stillhouse::cli
