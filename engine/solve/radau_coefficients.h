#pragma once

namespace stillhouse::radau {

/// Radau IIA of order 5 as E. Hairer, G. Wanner, Solving Ordinary Differential Equations II, Springer 1996, section
/// IV.8 states it: nodes; T^-1 A^-1 T = diag(gamma, [alpha, -beta; beta, alpha]); weights of the error estimate.
/// tests/engine/solve recomputes them from the nodes.
inline constexpr double c1 = 0.15505102572168219018, c2 = 0.64494897427831780982;  // (4 -+ sqrt 6)/10; c3 = 1
inline constexpr double gamma = 3.6378342527444957322, alpha = 2.6810828736277521339, beta = 3.0504301992474105694;
inline constexpr double T[3][3] = {{9.1232394870892942792e-02, -0.14125529502095420843, -3.0029194105147424492e-02},
                                   {0.24171793270710701896, 0.20412935229379993199, 0.38294211275726193779},
                                   {0.96604818261509293619, 1.0, 0.0}};
inline constexpr double inverse[3][3] = {{4.3255798900631553510, 0.33919925181580986954, 0.54177053993587487119},
                                         {-4.1787185915519047273, -0.32768282076106238708, 0.47662355450055045196},
                                         {-0.50287263494578687595, 2.5719269498556054292, -0.59603920482822492497}};
inline constexpr double e1 = -10.048809399827415562, e2 = 1.3821427331607488959, e3 = -0.33333333333333333333;

}  // namespace stillhouse::radau
