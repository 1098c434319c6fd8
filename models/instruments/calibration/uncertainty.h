#pragma once

#include <functional>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace stillhouse {

/// A quantity that is known so well: estimate, standard uncertainty, degrees of freedom.
struct UncertainInput {
  std::string name;
  double value = 0.0;
  double u = 0.0;
  double freedom = std::numeric_limits<double>::infinity();
};

/// Standard uncertainties of what is known as bounds. Source: JCGM 100:2008, 4.3.7, 4.3.9, H.1.3.4.
double rectangular(double half_width);  // a / sqrt 3: anywhere within the bounds
double triangular(double half_width);   // a / sqrt 6: most likely in the middle
double arcsine(double half_width);      // a / sqrt 2: swings between the bounds

/// Correlation of two inputs, by their positions.
struct Correlation {
  std::size_t first = 0, second = 0;
  double r = 0.0;  // -1..1
};

/// What one input does to the result.
struct Contribution {
  std::string name;
  double sensitivity = 0.0;  // c_i
  double u = 0.0;            // c_i u_i, with its sign
};

struct CombinedUncertainty {
  double value = 0.0;
  double u = 0.0;
  double freedom = 0.0;  // effective; infinite if all inputs' are, or if inputs are correlated (no formula then)
  std::vector<Contribution> budget;

  /// Coverage factor from Student's t of the effective degrees of freedom, cut off to a whole number as the GUM does.
  double coverage_factor(double probability = 0.95) const;
  double expanded(double probability = 0.95) const { return coverage_factor(probability) * u; }
};

/// Law of propagation of uncertainty:
///
///   u^2 = sum c_i^2 u_i^2 + 2 sum_i<j c_i c_j u_i u_j r_ij       c_i u_i = (f(x_i + u_i) - f(x_i - u_i)) / 2
///   1 / nu_eff = sum (c_i u_i / u)^4 / nu_i                      Welch and Satterthwaite
///
/// Assumes a function that is nearly straight over the uncertainties.
/// ModelError if an uncertainty is below zero, a correlation beyond -1..1, or of an input with itself.
/// Source: JCGM 100:2008 (GUM), 5.1.3, 5.2.2, G.4.1.
CombinedUncertainty combine(const std::function<double(std::span<const double>)>& f,
                            const std::vector<UncertainInput>& inputs,
                            const std::vector<Correlation>& correlations = {});

}  // namespace stillhouse
