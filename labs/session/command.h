#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "models/control/pid.h"

namespace stillhouse {

/// Something somebody does to a running lab. Takes effect at the scan boundary that begins with `scan`; the run is a
/// function of lab, seed and commands alone.
///
/// | verb        | tag                    | value                        | text                              |
/// |-------------|------------------------|------------------------------|-----------------------------------|
/// | set         | handle                 | SI of the input it moves     |                                   |
/// | setpoint    | controller             | SI of its measurement        |                                   |
/// | output      | controller, in manual  | SI of the input it moves     |                                   |
/// | mode        | controller             |                              | auto, manual, cascade             |
/// | tune        | controller             | 1 or s                       | gain, reset, derivative, ratio    |
/// | acknowledge | alarm, or all          |                              |                                   |
/// | shelve      | alarm                  | s                            | reason                            |
/// | unshelve    | alarm                  |                              |                                   |
/// | reset       | interlock              |                              |                                   |
/// | command     | sequence               |                              | start, hold, restart, abort, reset |
/// | bypass      | interlock              | 1 bypass, 0 end of it        |                                   |
/// | sample      | analyser or hydrometer |                              |                                   |
/// | purge       | sampling point         | m3 that are let run          |                                   |
/// | draw        | sampling point         | m3 that are caught           | label of the jar                  |
/// | close       | label of a jar         |                              |                                   |
/// | prepare     | label                  |                              | weigh methanol 500 mg; fill water 50 mL |
/// | method      | instrument of the bench |                             | oven=60degC, phase=wax            |
/// | analyse     | instrument of the bench | m^3; 0 the usual, below 0 all | label                            |
/// | replace     | instrument of the bench |                             | a part of it: column, lamp, electrode |
/// | answer      | question               | SI of its unit               | standard uncertainty in its unit, or nothing
/// |
///
/// `note` keeps words (text), or with a tag the reading that was pinned (value); `photograph` keeps a trend
/// (labs/session/photograph.h). Both change nothing. `hint` (tag: a task) and `finish` are the session's, those of the
/// instructor are in labs/session/instructor.h.
struct Command {
  std::int64_t scan = 0;
  std::string actor;  ///< student, operator_file or instructor
  std::string verb;
  std::string tag;
  double value = 0.0;
  std::string text;

  bool operator==(const Command&) const = default;
};

/// The mode of a `mode` command's text; nothing for another word.
inline std::optional<PidMode> mode_from(std::string_view text) {
  if (text == "auto") return PidMode::automatic;
  if (text == "manual") return PidMode::manual;
  if (text == "cascade") return PidMode::cascade;
  return {};
}

}  // namespace stillhouse
