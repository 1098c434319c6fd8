#pragma once

#include <cstdint>

namespace stillhouse {

/// What a voter makes of a channel whose transmitter says that it has failed. A choice of the design: all three are in
/// use. The interlock votes (interlock.h).
enum class FailedVote : std::uint8_t {
  as_read,  ///< it votes by its reading, which stands at an end of its range
  trips,    ///< it votes for the trip: 2oo3 becomes 1oo2
  abstains  ///< it is left out: 2oo3 becomes 2oo2; if all are left out, the vote trips
};

/// Chance that a group of which `needed` of the channels must vote (1oo2, 2oo3 ...) does not answer a demand, by the
/// simplified equations for undetected dangerous failures at `rate` 1/s, tested every `interval` s: (rate T)^m / (m +
/// 1) for each way to lose m = n - k + 1 channels, times the number of ways. Common causes are left out.
///
///   failure_on_demand(1, 1, rate, T)   // rate T / 2
///   failure_on_demand(1, 2, rate, T)   // (rate T)^2 / 3
///   failure_on_demand(2, 3, rate, T)   // (rate T)^2
///
/// Source: ISA-TR84.00.02-2002 part 2; for any k of n: L. F. Oliveira, R. N. Abramovitch, Reliab. Eng. Syst. Saf.,
/// 2010.
double failure_on_demand(int needed, int channels, double rate, double interval);

}  // namespace stillhouse
