#pragma once

namespace stillhouse {

/// What a phase is. The second liquid is one that has split off; its properties are a liquid's.
enum class PhaseKind { vapour, liquid, second_liquid };

/// "vapour", "liquid", "liquid2".
inline const char* word_for(PhaseKind kind) {
  return kind == PhaseKind::vapour ? "vapour" : kind == PhaseKind::liquid ? "liquid" : "liquid2";
}

}  // namespace stillhouse
