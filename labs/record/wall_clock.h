#pragma once

#include <string>

namespace stillhouse {

/// The time of day for the information fields of a run: ISO 8601, UTC, milliseconds, as 2026-03-01T09:30:00.250Z.
/// Nothing that is computed may depend on it.
std::string wall_time_now();

}  // namespace stillhouse
