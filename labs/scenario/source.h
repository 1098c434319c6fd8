#pragma once

#include <string>

#include "engine/base/text.h"

namespace stillhouse::scenario {

/// Where something was written: file as the reader was given it, line from 1 (0: nowhere).
struct SourceLine {
  std::string file;
  int line = 0;
};

}  // namespace stillhouse::scenario
