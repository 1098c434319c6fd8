#pragma once

#include "engine/autodiff/functions.h"

/// Tuning rules for PID controllers of standard (ISA) form, u = K (e + 1/Ti int e + Td de/dt).
///
///   K  -  gain, in output over input of the process model's gain     Ti, Td  s  (0: none)
///   process: k e^(-theta s)/(tau s + 1)     K_u, P_u  -, s  ultimate gain and period
///
/// Assumes   linear process near its working point; gains are positive (else both change sign)
/// Valid for theta/tau: Ziegler-Nichols 0.1 to 0.6, Cohen-Coon 0.1 to 1, SIMC any
/// Source    J. G. Ziegler, N. B. Nichols, Trans. ASME 64 (1942) 759; G. H. Cohen, G. A. Coon, Trans. ASME 75 (1953)
///           827; B. D. Tyreus, W. L. Luyben, Ind. Eng. Chem. Res. 31 (1992) 2625; S. Skogestad, J. Process Control 13
///           (2003) 291; D. E. Rivera, M. Morari, S. Skogestad, Ind. Eng. Chem. Process Des. Dev. 25 (1986) 252; K. J.
///           Astrom, T. Hagglund, J. Process Control 14 (2004) 635 (AMIGO)
/// Example   K_u 10, P_u 4 min, PI: K 4.5, Ti 3.33 min; k 2, tau 10, theta 1, tau_c 1: SIMC K 2.5, Ti 8
namespace stillhouse::tuning {

struct Setting {
  double K, Ti, Td;
};
struct FirstOrderWithDeadTime {
  double k, tau, theta;
};
struct Ultimate {
  double gain, period;
};

/// From the margin of stability.
Setting ziegler_nichols_p(const Ultimate& ultimate);
Setting ziegler_nichols_pi(const Ultimate& ultimate);
Setting ziegler_nichols_pid(const Ultimate& ultimate);
/// Less lively: for columns.
Setting tyreus_luyben_pi(const Ultimate& ultimate);
Setting tyreus_luyben_pid(const Ultimate& ultimate);

/// From a step response.
Setting ziegler_nichols_pi(const FirstOrderWithDeadTime& process);
Setting ziegler_nichols_pid(const FirstOrderWithDeadTime& process);
Setting cohen_coon_pi(const FirstOrderWithDeadTime& process);
Setting cohen_coon_pid(const FirstOrderWithDeadTime& process);
/// K = tau/(k (tau_c + theta)), Ti = min(tau, 4 (tau_c + theta)); tau_c = theta is tight and robust.
Setting simc_pi(const FirstOrderWithDeadTime& process, double tau_c);
/// k e^(-theta s)/((tau s + 1)(tau_2 s + 1)), tau > tau_2: the series form's setting turned into the standard one.
Setting simc_pid(const FirstOrderWithDeadTime& process, double tau_2, double tau_c);
/// An integrating process k' e^(-theta s)/s, k' = k/tau.
Setting simc_pi_integrating(double slope, double theta, double tau_c);
/// Internal model control with filter time lambda (at least 0.8 theta).
Setting imc_pid(const FirstOrderWithDeadTime& process, double lambda);
Setting amigo_pi(const FirstOrderWithDeadTime& process);

/// Frequency, rad/s, at which the process lags by half a turn: omega theta + arctan(omega tau) = pi.
/// Example: tau 10, theta 1: 1.631995.
double ultimate_frequency(const FirstOrderWithDeadTime& process);
/// 1/|G| and 2 pi/omega there.
Ultimate ultimate(const FirstOrderWithDeadTime& process);

}  // namespace stillhouse::tuning
