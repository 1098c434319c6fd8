#pragma once

namespace stillhouse {

/// ln Gamma(x), x > 0; relative error 1e-14. Stirling's series after shifting x beyond 10.
/// Source: Abramowitz, Stegun, Handbook of Mathematical Functions, 6.1.15, 6.1.40.
double log_gamma(double x);

/// Regularized incomplete beta function I_x(a, b), 0 <= x <= 1.
/// Source: Abramowitz, Stegun, 26.5.8 (continued fraction), evaluated by Lentz's method.
double incomplete_beta(double a, double b, double x);

/// Probability that Student's t of nu degrees of freedom (any number above zero) is below t.
double students_t_probability(double t, double nu);

/// The t with which this probability is reached: students_t_quantile(0.975, 5) = 2.5706. Infinite nu: the normal
/// distribution. ModelError unless 0 < probability < 1 and nu > 0.
double students_t_quantile(double probability, double nu);

/// Probability that Fisher's F of (nu1, nu2) degrees of freedom is above F.
double fisher_exceeded(double F, double nu1, double nu2);

}  // namespace stillhouse
