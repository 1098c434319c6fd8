#pragma once

#include <cstdint>
#include <string>

namespace stillhouse {

/// Something somebody does to a running lab. Takes effect at the scan boundary that begins with `scan`; the run is a
/// function of lab, seed and commands alone.
///
/// | verb        | tag                    | value                        | text                              |
/// |-------------|------------------------|------------------------------|-----------------------------------|
/// | set         | handle                 | SI of the input it moves     |                                   |
/// | setpoint    | controller             | SI of its measurement        |                                   |
/// | output      | controller, in manual  | SI of the input it moves     |                                   |
/// | mode        | controller             |                              | auto, manual                      |
/// | tune        | controller             | 1 or s                       | gain, reset, derivative           |
/// | acknowledge | alarm, or all          |                              |                                   |
/// | shelve      | alarm                  | s                            | reason                            |
/// | unshelve    | alarm                  |                              |                                   |
/// | reset       | interlock              |                              |                                   |
/// | bypass      | interlock              | 1 bypass, 0 end of it        |                                   |
/// | sample      | analyser or hydrometer |                              |                                   |
struct Command {
  std::int64_t scan = 0;
  std::string actor;  ///< student, operator_file or instructor
  std::string verb;
  std::string tag;
  double value = 0.0;
  std::string text;

  bool operator==(const Command&) const = default;
};

}  // namespace stillhouse
