#pragma once

#include <cstdint>
#include <span>

#include "models/control/reading.h"

namespace stillhouse {

/// What a voter makes of a transmitter that says that it has failed.
enum class FailedVote : std::uint8_t {
  as_read,  ///< it votes by its reading, which stands at an end of its range
  trips,    ///< it votes for the trip: 2oo3 becomes 1oo2
  abstains  ///< it is left out: 2oo3 becomes 2oo2; if all are left out, the vote trips
};

/// Whether at least `needed` of the readings lie beyond the limit (1oo2, 2oo2, 2oo3 ...): above it for `above`, below
/// it otherwise. Readings left out lower what is needed to the number that is left: 2oo3 becomes 2oo2, then 1oo1.
///
///   voted_trip(two of three readings above, 2, limit, true)   // true
///
/// ModelError unless 1 <= needed <= number of readings.
/// Source: IEC 61511-1:2016, clause 11; ISA-TR84.00.02.
bool voted_trip(std::span<const Reading> readings, int needed, double limit, bool above,
                FailedVote failed_vote = FailedVote::trips);

/// Chance that such a group does not answer a demand, by the simplified equations for undetected dangerous failures at
/// `rate` 1/s, tested every `interval` s: (rate T)^m / (m + 1) for each way to lose m = n - k + 1 channels, times the
/// number of ways. Common causes are left out.
///
///   failure_on_demand(1, 1, rate, T)   // rate T / 2
///   failure_on_demand(1, 2, rate, T)   // (rate T)^2 / 3
///   failure_on_demand(2, 3, rate, T)   // (rate T)^2
///
/// Source: ISA-TR84.00.02-2002 part 2, eqs. 1 to 4.
double failure_on_demand(int needed, int channels, double rate, double interval);

}  // namespace stillhouse
