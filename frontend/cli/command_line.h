#pragma once

#include <string>
#include <vector>

namespace stillhouse::cli {

/// Runs the program: `words` are its arguments without its own name. Returns the exit code: 0 only when all is well, 2
/// when the command line was not understood. Errors are sentences on stderr; with --json stdout holds one document.
int run_command_line(const std::vector<std::string>& words);

}  // namespace stillhouse::cli
