#pragma once

#include <string>
#include <vector>

namespace stillhouse {

/// What the program said and how it ended.
struct Ended {
  int code = -1;  ///< exit code; 128 + signal if it was killed
  std::string out;
  std::string err;
};

/// Runs the program this build made, with the labs of the tests, in a folder.
Ended run_program(const std::vector<std::string>& words, const std::string& folder);

/// The same, but killed by SIGKILL after so many ms of wall time.
Ended run_and_kill(const std::vector<std::string>& words, const std::string& folder, int milliseconds);

}  // namespace stillhouse
