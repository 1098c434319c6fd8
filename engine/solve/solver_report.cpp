#include "engine/solve/solver_report.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numeric>
#include <vector>

namespace stillhouse {

std::vector<std::string> worst_equation_list(DaeProblem& problem, const double* y, const double* yp, int most) {
  const std::size_t n = static_cast<std::size_t>(problem.size());
  std::vector<double> residual(n), values(static_cast<std::size_t>(problem.pattern().entries()));
  problem.residual(y, yp, residual.data());
  problem.jacobian(y, yp, 1.0, 1.0, values.data());
  const std::vector<double> scales = problem.row_scales(values.data());
  std::vector<double> size(n);
  for (std::size_t i = 0; i < n; ++i) {
    size[i] = std::abs(residual[i] / scales[i]);
    if (!std::isfinite(size[i])) size[i] = INFINITY;
  }
  std::vector<int> order(n);
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(),
                   [&](int a, int b) { return size[static_cast<std::size_t>(a)] > size[static_cast<std::size_t>(b)]; });
  std::vector<std::string> list;
  for (int i = 0; i < most && i < static_cast<int>(n); ++i) {
    char digits[32];
    const double relative = size[static_cast<std::size_t>(order[static_cast<std::size_t>(i)])];
    const auto end = std::to_chars(digits, digits + sizeof digits, relative, std::chars_format::scientific, 1).ptr;
    list.push_back(problem.equation_name(order[static_cast<std::size_t>(i)]) + " (scaled residual " +
                   std::string(digits, end) + ")");
  }
  return list;
}

std::string worst_equations(DaeProblem& problem, const double* y, const double* yp, int most) {
  std::string text;
  for (const std::string& equation : worst_equation_list(problem, y, yp, most))
    text += (text.empty() ? "" : ", ") + equation;
  return text;
}

}  // namespace stillhouse
