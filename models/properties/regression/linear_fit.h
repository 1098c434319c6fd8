#pragma once

#include <vector>

namespace stillhouse {

/// The coefficients c that minimise sum_i w_i^2 (sum_k c_k basis_i[k] - target_i)^2, by modified Gram-Schmidt in fixed
/// order, so that the same data give the same bits everywhere. `basis` has one row a point, all of one length.
/// ModelError if the points do not determine all coefficients.
/// Source: Bjoerck, Numerical Methods for Least Squares Problems, 1996, section 2.4.
std::vector<double> linear_fit(const std::vector<std::vector<double>>& basis, const std::vector<double>& target,
                               const std::vector<double>& weight);

}  // namespace stillhouse
