#include "models/properties/regression/linear_fit.h"

#include "engine/autodiff/functions.h"
#include "engine/base/error.h"

namespace stillhouse {

std::vector<double> linear_fit(const std::vector<std::vector<double>>& basis, const std::vector<double>& target,
                               const std::vector<double>& weight) {
  const std::size_t points = target.size(), count = basis.empty() ? 0 : basis[0].size();
  const auto product = [&](const std::vector<double>& a, const std::vector<double>& b) {
    double sum = 0.0;
    for (std::size_t i = 0; i < points; ++i) sum += a[i] * b[i];
    return sum;
  };

  // columns made orthogonal one after the other, the target last
  std::vector<std::vector<double>> column(count, std::vector<double>(points)), R(count, std::vector<double>(count));
  std::vector<double> rest(points), share(count);
  for (std::size_t i = 0; i < points; ++i) {
    for (std::size_t k = 0; k < count; ++k) column[k][i] = weight[i] * basis[i][k];
    rest[i] = weight[i] * target[i];
  }
  for (std::size_t k = 0; k < count; ++k) {
    const double before = sqrt(product(column[k], column[k]));
    R[k][k] = before;
    if (!(before > 0.0)) throw ModelError("linear fit: the points do not determine all coefficients");
    for (double& value : column[k]) value /= before;
    const auto take_out = [&](std::vector<double>& from) {
      const double part = product(column[k], from);
      for (std::size_t i = 0; i < points; ++i) from[i] -= part * column[k][i];
      return part;
    };
    for (std::size_t j = k + 1; j < count; ++j) R[k][j] = take_out(column[j]);
    share[k] = take_out(rest);
  }

  // back substitution
  std::vector<double> c(count);
  for (std::size_t k = count; k-- > 0;) {
    double sum = share[k];
    for (std::size_t j = k + 1; j < count; ++j) sum -= R[k][j] * c[j];
    c[k] = sum / R[k][k];
  }
  return c;
}

}  // namespace stillhouse
