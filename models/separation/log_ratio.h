#pragma once

#include "engine/autodiff/functions.h"

namespace stillhouse {

/// ln(1 + z)/z, 1 at z = 0, for z > -1: what Kremser's and Colburn's equations are made of. With s = z/(2 + z) it is
/// 2/(2 + z) artanh(s)/s; artanh(s)/s is even, and s^2 + e^2 (1 - s^2) with e = 1e-4 stands for s^2, so that there is
/// no hole and no branch. Off by 3e-9. Example: z = 1: 0.693147.
template <class Real>
Real log_ratio(const Real& z) {
  const Real u = z / (2.0 + z);
  const Real s = sqrt(u * u + 1e-8 * (1.0 - u * u));
  return log((1.0 + s) / (1.0 - s)) / (s * (2.0 + z));
}

}  // namespace stillhouse
