#include "models/control/first_order_lag.h"

#include "engine/autodiff/functions.h"

namespace stillhouse {

double lagged(double y, double u0, double u1, double tau, double dt) {
  if (tau <= 0.0) return u1;
  const double s = dt / tau;
  const double e = exp(-s);
  // (1 - e) / s by its series below 1e-4: protects against cancellation when the lag is very long
  const double mean = s > 1e-4 ? (1.0 - e) / s : 1.0 - s / 2.0 + s * s / 6.0;
  return e * y + (mean - e) * u0 + (1.0 - mean) * u1;
}

}  // namespace stillhouse
