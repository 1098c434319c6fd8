#pragma once

namespace stillhouse {

/// Value of a first-order lag  dy/dt = (u - y) / tau  one scan later.
///
///   y(dt) = u1 - m tau + (y - u0 + m tau) e^(-dt/tau),   m = (u1 - u0) / dt
///
/// Exact when u runs linearly from u0 to u1 during the scan; for tau = 0 it is u1. The result is a weighted mean of
/// y, u0 and u1, hence never outside them by more than rounding.
double lagged(double y, double u0, double u1, double tau, double dt);

}  // namespace stillhouse
