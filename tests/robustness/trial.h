#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/simulation/simulator.h"

namespace stillhouse {

/// What is driven: "plant:pilot_column:methanol_water" (kind and the words of its choices) or "lab:<id>".
struct Subject {
  std::string name;

  bool operator==(const Subject&) const = default;
};

/// Every plant of the catalogue with every combination of its choices, and every shipped lab.
std::vector<Subject> all_subjects();

/// What came of driving one subject by one seed.
struct TrialResult {
  std::int64_t scans = 0;  ///< done
  std::optional<std::string> failure;
  std::vector<std::string> last_commands;  ///< at most ten, oldest first
  long refused_builds = 0;                 ///< draws of parameters that the builder refused with a ModelError
  long commands = 0;
  std::array<long, rung_count> rungs{};  ///< scans that each rung of the solver's ladder brought to their end
  std::string first_retry;               ///< the first of them in words
  long most_steps = 0;                   ///< of the solver in one scan
  std::int64_t most_steps_scan = 0;
  long most_starts = 0;  ///< of the integrator in one scan: one more than the switches in it
  long steps = 0;
  double worst_balance = 0.0;  ///< largest gap of a conserved quantity relative to what was there or went through
  std::string worst_balance_of;
  double lowest_holdup = 0.0;  ///< mol; most negative
  std::string lowest_holdup_of;
};

/// Cold-starts a plant with random parameters within their ranges and moves random inputs every few seconds; or plays a
/// lab with random commands, faults at random times, and in every other session the lab's good operator before. The
/// course is a function of subject and seed; `scans` only ends it.
///
/// After every scan: it was solved, every signal is a finite number, no holdup (differential, mol) is below the minimum
/// it declares, every balance closes to 1e-6. Stops at the first scan where this is not so.
TrialResult run_trial(const Subject& subject, std::uint64_t seed, std::int64_t scans);

}  // namespace stillhouse
