#include "models/control/tuning.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace stillhouse::tuning {

using std::numbers::pi;

Setting ziegler_nichols_p(const Ultimate& u) {
  return {0.5 * u.gain, 0.0, 0.0};
}
Setting ziegler_nichols_pi(const Ultimate& u) {
  return {0.45 * u.gain, u.period / 1.2, 0.0};
}
Setting ziegler_nichols_pid(const Ultimate& u) {
  return {0.6 * u.gain, u.period / 2.0, u.period / 8.0};
}
Setting tyreus_luyben_pi(const Ultimate& u) {
  return {u.gain / 3.2, 2.2 * u.period, 0.0};
}
Setting tyreus_luyben_pid(const Ultimate& u) {
  return {u.gain / 2.2, 2.2 * u.period, u.period / 6.3};
}

Setting ziegler_nichols_pi(const FirstOrderWithDeadTime& p) {
  return {0.9 * p.tau / (p.k * p.theta), 3.33 * p.theta, 0.0};
}
Setting ziegler_nichols_pid(const FirstOrderWithDeadTime& p) {
  return {1.2 * p.tau / (p.k * p.theta), 2.0 * p.theta, 0.5 * p.theta};
}
Setting cohen_coon_pi(const FirstOrderWithDeadTime& p) {
  const double r = p.theta / p.tau;
  return {(0.9 + r / 12.0) / (p.k * r), p.theta * (30.0 + 3.0 * r) / (9.0 + 20.0 * r), 0.0};
}
Setting cohen_coon_pid(const FirstOrderWithDeadTime& p) {
  const double r = p.theta / p.tau;
  return {(4.0 / 3.0 + r / 4.0) / (p.k * r), p.theta * (32.0 + 6.0 * r) / (13.0 + 8.0 * r),
          p.theta * 4.0 / (11.0 + 2.0 * r)};
}
Setting simc_pi(const FirstOrderWithDeadTime& p, double tau_c) {
  return {p.tau / (p.k * (tau_c + p.theta)), std::min(p.tau, 4.0 * (tau_c + p.theta)), 0.0};
}
Setting simc_pid(const FirstOrderWithDeadTime& p, double tau_2, double tau_c) {
  const Setting series = simc_pi(p, tau_c);
  const double f = 1.0 + tau_2 / series.Ti;
  return {series.K * f, series.Ti * f, tau_2 / f};
}
Setting simc_pi_integrating(double slope, double theta, double tau_c) {
  return {1.0 / (slope * (tau_c + theta)), 4.0 * (tau_c + theta), 0.0};
}
Setting imc_pid(const FirstOrderWithDeadTime& p, double lambda) {
  return {(2.0 * p.tau + p.theta) / (p.k * (2.0 * lambda + p.theta)), p.tau + 0.5 * p.theta,
          p.tau * p.theta / (2.0 * p.tau + p.theta)};
}
Setting amigo_pi(const FirstOrderWithDeadTime& p) {
  const double sum = p.theta + p.tau;
  return {0.15 / p.k + (0.35 - p.theta * p.tau / (sum * sum)) * p.tau / (p.k * p.theta),
          0.35 * p.theta +
              13.0 * p.theta * p.tau * p.tau / (p.tau * p.tau + 12.0 * p.theta * p.tau + 7.0 * p.theta * p.theta),
          0.0};
}

double ultimate_frequency(const FirstOrderWithDeadTime& p) {
  // the phase falls ever more slowly, so Newton's steps from the left stay on the left; the arctangent lies between 0
  // and pi/2, so omega between pi/2 and pi over theta
  double omega = 0.5 * pi / p.theta;
  for (int i = 0; i < 30; ++i) {
    const double x = omega * p.tau;
    omega -= (omega * p.theta + atan(x) - pi) / (p.theta + p.tau / (1.0 + x * x));
  }
  return omega;
}
Ultimate ultimate(const FirstOrderWithDeadTime& p) {
  const double omega = ultimate_frequency(p), x = omega * p.tau;
  return {sqrt(1.0 + x * x) / p.k, 2.0 * pi / omega};
}

}  // namespace stillhouse::tuning
