#pragma once

#include <string_view>

namespace stillhouse {

/// Verbs whose meaning is in a number. One that was not finite is not written into a run file: a command of such a verb
/// without a number had none.
inline bool is_about_a_number(std::string_view verb) {
  return verb == "set" || verb == "setpoint" || verb == "output" || verb == "tune" || verb == "shelve" ||
         verb == "bypass" || verb == "malfunction" || verb == "field" || verb == "speed" || verb == "purge" ||
         verb == "draw" || verb == "analyse" || verb == "answer";
}

}  // namespace stillhouse
