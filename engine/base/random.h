#pragma once

#include <cstdint>
#include <string_view>

namespace stillhouse {

/// One named source of random numbers of a run. State-free: a value is a pure function of
/// (seed, name, scan, draw), so that a snapshot has nothing to keep, the order in which devices are scanned
/// does not matter, and a new device never changes the noise of the others.
///
/// Bits: splitmix64's finaliser applied in a chain to seed, FNV-1a hash of the name, scan and draw. Integer
/// arithmetic only, hence equal on every machine.
/// Source: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014, section 5
/// (finaliser "Mix13" by Stafford); Noll, FNV-1a 64 bit, offset basis and prime as in draft-eastlake-fnv.
class RandomStream {
 public:
  RandomStream(std::uint64_t seed, std::string_view name);

  /// 64 random bits.
  std::uint64_t bits(std::int64_t scan, std::uint32_t draw = 0) const;

  /// Uniform in [0, 1): the upper 53 bits, every value a multiple of 2^-53.
  double uniform(std::int64_t scan, std::uint32_t draw = 0) const;

  /// Uniform in (-half_width, half_width).
  double symmetric(double half_width, std::int64_t scan, std::uint32_t draw = 0) const;

  /// Standard normal deviate (mean 0, standard deviation 1), by the inverse of the normal distribution.
  double gaussian(std::int64_t scan, std::uint32_t draw = 0) const;

 private:
  std::uint64_t key_;
};

/// What differs from student to student: `nominal` plus or minus at most `half_width`, fixed for the whole run
/// by the run's seed and the quantity's name. The limits are the lab's statement, never exceeded.
double bounded_variation(std::uint64_t seed, std::string_view name, double nominal, double half_width);

/// Quantile of the standard normal distribution, 0 < probability < 1; relative error about 1e-16.
///
/// Example: normal_quantile(0.975) = 1.959963984540054.
/// Source: Wichura, "Algorithm AS 241: The percentage points of the normal distribution", Applied Statistics 37
/// (1988) 477-484, routine PPND16.
double normal_quantile(double probability);

/// 64-bit FNV-1a hash of a name: what a stream is called by.
std::uint64_t name_hash(std::string_view name);

}  // namespace stillhouse
