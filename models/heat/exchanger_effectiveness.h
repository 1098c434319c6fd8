#pragma once

#include "engine/autodiff/functions.h"

/// Effectiveness of heat exchangers, Q = eps C1 (T1,in - T2,in).
///
///   C1, C2  W/K  heat capacity flows     N = UA/C1     R = C1/C2     eps  -  (T1,in - T1,out)/(T1,in - T2,in)
///
///   parallel             (1 - e^(-N (1 + R)))/(1 + R)
///   counter              (1 - e^(-N (1 - R)))/(1 - R e^(-N (1 - R)))                 N/(1 + N) at R = 1
///   shell, 2n tubes      2/(1 + R + w coth(N w/2)),   w = sqrt(1 + R^2)
///   n shells             eps_1 S/(eps_1 S + 1 - eps_1),   S = sum of ((1 - eps_1 R)/(1 - eps_1))^k, k < n, N/n a shell
///   cross, 2 mixed       (1 - e^(-R (1 - e^-N)))/R
///   cross, 1 mixed       1 - e^(-(1 - e^(-N R))/R)
///   cross, unmixed       1/(R N) sum_n (1 - e^-N sum_{m<=n} N^m/m!) (1 - e^-RN sum_{m<=n} (RN)^m/m!)
///   one side boils       1 - e^-N
///
/// Stream 1 is usually the one of smaller heat capacity flow, but every form holds for R > 1 as well: a dynamic unit
/// needs no switch. Written without the holes at R = 0 and R = 1, by y coth(y), which is even: sqrt(y^2 + 1e-8) stands
/// for y, off by 3e-9.
///
/// Assumes   constant U and heat capacities, no loss, no conduction along the wall, steady state
/// Valid for N >= 0, R >= 0 (the unmixed series: N and R N up to 15)
/// Source    W. M. Kays, A. L. London, Compact Heat Exchangers, 3rd ed., table 2-2; Incropera, DeWitt, Fundamentals of
///           Heat and Mass Transfer, 6th ed., tables 11.3, 11.4; unmixed series: J. L. Mason (1954), after Kays, London
/// Example   counter, N 1, R 0.5: 0.56473; unmixed: 0.54749; shell and tubes, N 2, R 0.25: 0.77478
namespace stillhouse::exchanger_effectiveness {

/// y coth(y).
template <class Real>
Real y_coth(const Real& y) {
  const Real s = sqrt(y * y + 1e-8);
  return s / tanh(s);
}
/// (1 - e^-x)/x.
template <class Real>
Real mean_decay(const Real& x) {
  const Real y = 0.5 * x;
  return 1.0 / (y + y_coth(y));
}

template <class Real>
Real parallel(const Real& N, const Real& R) {
  return N * mean_decay(N * (1.0 + R));
}
template <class Real>
Real counter(const Real& N, const Real& R) {
  return 2.0 * N / (N * (1.0 + R) + 2.0 * y_coth(0.5 * N * (1.0 - R)));
}
template <class Real>
Real shell_and_tubes(const Real& N, const Real& R) {
  return 2.0 * N / (N * (1.0 + R) + 2.0 * y_coth(0.5 * N * sqrt(1.0 + R * R)));
}
template <class Real>
Real shells_in_series(const Real& N, const Real& R, int shells) {
  const Real one = shell_and_tubes(N * (1.0 / shells), R);
  const Real ratio = (1.0 - one * R) / (1.0 - one);
  Real power = 1.0, sum = 0.0;
  for (int k = 0; k < shells; ++k) {
    sum += power;
    power *= ratio;
  }
  return one * sum / (one * sum + 1.0 - one);
}
template <class Real>
Real cross_other_mixed(const Real& N, const Real& R) {
  const Real passed = 1.0 - exp(-N);
  return passed * mean_decay(R * passed);
}
template <class Real>
Real cross_this_mixed(const Real& N, const Real& R) {
  return 1.0 - exp(-N * mean_decay(N * R));
}
/// Both unmixed, `terms` of the series: 60 carry N = 15.
template <class Real>
Real cross_unmixed(const Real& N, const Real& R, int terms = 60) {
  const Real M = N * R;
  Real power_N = exp(-N), power_M = exp(-M);  // e^-N N^n/n!
  Real rest_N = 1.0 - power_N, rest_M = 1.0 - power_M, sum = rest_N * rest_M;
  for (int n = 1; n < terms; ++n) {
    power_N *= N * (1.0 / n);
    power_M *= M * (1.0 / n);
    rest_N -= power_N;
    rest_M -= power_M;
    sum += rest_N * rest_M;
  }
  return sum / M;
}
/// The usual approximation of it, within 1 %: 1 - exp(N^0.22/R (e^(-R N^0.78) - 1)).
template <class Real>
Real cross_unmixed_approximate(const Real& N, const Real& R) {
  const Real n = pow(N, 0.78);
  return 1.0 - exp(-pow(N, 0.22) * n * mean_decay(R * n));
}
template <class Real>
Real boiling_or_condensing(const Real& N) {
  return 1.0 - exp(-N);
}

// ---- the other way round: N for a wanted effectiveness

template <class Real>
Real units_parallel(const Real& eps, const Real& R) {
  return -log(1.0 - eps * (1.0 + R)) / (1.0 + R);
}
/// With a = eps (1 - R)/(2 - eps (1 + R)) it is 2 artanh(a)/(1 - R), even in a but for its sign: no hole at R = 1.
template <class Real>
Real units_counter(const Real& eps, const Real& R) {
  const Real a = eps * (1.0 - R) / (2.0 - eps * (1.0 + R));
  const Real s = sqrt(a * a + 1e-8 * (1.0 - a * a));
  return eps / (2.0 - eps * (1.0 + R)) * log((1.0 + s) / (1.0 - s)) / s;
}
/// eps below 2/(1 + R + w), what an endless exchanger reaches.
template <class Real>
Real units_shell_and_tubes(const Real& eps, const Real& R) {
  const Real w = sqrt(1.0 + R * R);
  const Real E = (2.0 / eps - 1.0 - R) / w;
  return log((E + 1.0) / (E - 1.0)) / w;
}
template <class Real>
Real units_cross_other_mixed(const Real& eps, const Real& R) {
  return -log(1.0 + log(1.0 - eps * R) / R);
}
template <class Real>
Real units_cross_this_mixed(const Real& eps, const Real& R) {
  return -log(1.0 + R * log(1.0 - eps)) / R;
}
template <class Real>
Real units_boiling_or_condensing(const Real& eps) {
  return -log(1.0 - eps);
}

}  // namespace stillhouse::exchanger_effectiveness
