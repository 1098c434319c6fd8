#pragma once

namespace stillhouse {

/// Molar gas constant, J/(mol K): exact since the 2019 redefinition of the SI.
inline constexpr double gas_constant = 8.31446261815324;

}  // namespace stillhouse
