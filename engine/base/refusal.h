#pragma once

#include <string>

namespace stillhouse {

/// Why a person may not do this now: one sentence in each language of the interface. A value, not an error:
/// "query" returns it, "execute" is only called when there is none.
struct Refusal {
  std::string en;
  std::string zh;
};

}  // namespace stillhouse
