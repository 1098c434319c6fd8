#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stillhouse::scenario {

/// A number of the bench by name:
///
///   bench.cost                     of the whole bench: kBenchNumbers
///   GC.duration                    of the last finished analysis of an instrument
///   GC[unknown].highest_pressure   of the last one of a sample
///   GC.peak 2.area                 of a part of its report
///   GC.resolution_least            the least of all parts that have it; _most: the largest
struct BenchSubject {
  enum class Pick { one, least, most };
  std::string instrument;  ///< empty: the whole bench
  std::string sample;      ///< empty: any
  std::string part;        ///< empty: of the whole analysis
  std::string number;      ///< "duration", "area"
  Pick pick = Pick::one;
};

/// Nothing if a name is not of that form. Whether there is such an instrument or number is not looked at.
std::optional<BenchSubject> bench_subject(std::string_view name);

/// Numbers of the whole bench, and those of every analysis beside its own results.
const std::vector<std::string>& bench_numbers();
const std::vector<std::string>& analysis_numbers();

/// Whether a word may stand on a vial: 1 to 40 bytes without blanks and ; [ ] ' ".
bool is_label(std::string_view text);

}  // namespace stillhouse::scenario
