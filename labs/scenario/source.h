#pragma once

#include <string>

namespace stillhouse::scenario {

/// Where something was written: file as the reader was given it, line from 1 (0: nowhere).
struct SourceLine {
  std::string file;
  int line = 0;
};

/// A sentence for people, in every language of the interface. A lab that lacks one is refused.
struct Text {
  std::string en;
  std::string zh;
};

}  // namespace stillhouse::scenario
