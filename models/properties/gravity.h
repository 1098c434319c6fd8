#pragma once

namespace stillhouse {

inline constexpr double standard_gravity = 9.80665;  // m/s2, exact by convention

}  // namespace stillhouse
