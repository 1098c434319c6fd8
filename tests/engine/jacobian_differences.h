#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "engine/solve/dae_problem.h"

namespace stillhouse {

/// Widths of difference quotients, as fractions of an unknown's nominal size; each is a tenth of the one before.
struct DifferenceWidths {
  double widest, narrowest;
};

/// Each entry of the Jacobian must agree with a difference quotient of some width: the rows differ in curvature by ten
/// orders of magnitude, so that no one width suits all.
inline void expect_jacobian_is_differences(DaeProblem& problem, std::vector<double> y, std::vector<double> yp,
                                           const DifferenceWidths& widths) {
  const SparsePattern& pattern = problem.pattern();
  const std::size_t n = static_cast<std::size_t>(problem.size());
  std::vector<double> values(static_cast<std::size_t>(pattern.entries())), low(n), high(n);
  problem.jacobian(y.data(), yp.data(), 1.0, 1.0, values.data());
  const std::vector<double> scales = problem.row_scales(values.data());
  for (const bool rates : {false, true}) {
    problem.jacobian(y.data(), yp.data(), rates ? 0.0 : 1.0, rates ? 1.0 : 0.0, values.data());
    std::vector<double>& moved = rates ? yp : y;
    for (std::size_t column = 0; column < n; ++column) {
      const VariableInfo& unknown = problem.unknown(static_cast<int>(column));
      const double nominal = unknown.range.nominal, before = moved[column];
      const auto exact = [&](std::size_t row) {
        const int k = pattern.position(static_cast<int>(row), static_cast<int>(column));
        return k < 0 ? 0.0 : values[static_cast<std::size_t>(k)];
      };
      std::vector<double> best(n, INFINITY), quotient(n, 0.0);
      for (double h = widths.widest * nominal; h > widths.narrowest * nominal; h *= 0.1) {
        moved[column] = before + h;
        problem.residual(y.data(), yp.data(), high.data());
        moved[column] = before - h;
        problem.residual(y.data(), yp.data(), low.data());
        moved[column] = before;
        for (std::size_t row = 0; row < n; ++row) {
          const double difference = (high[row] - low[row]) / (2.0 * h);
          const double off = std::abs(difference - exact(row));
          if (off >= best[row]) continue;
          best[row] = off;
          quotient[row] = difference;
        }
      }
      for (std::size_t row = 0; row < n; ++row) {
        EXPECT_LE(best[row], 1e-5 * std::abs(exact(row)) + 1e-9 * scales[row] / nominal)
            << problem.equation_name(static_cast<int>(row)) << (rates ? " by the rate of " : " by ") << unknown.name
            << ": " << exact(row) << ", differences " << quotient[row];
      }
    }
  }
}

}  // namespace stillhouse
