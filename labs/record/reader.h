#pragma once

#include <filesystem>

#include "labs/record/run_record.h"

namespace stillhouse {

/// Reads a run file line by line and checks its chain.
///
/// A changed, inserted, deleted or reordered line, even white space, is listed in `problems` with its number. A last
/// line that was cut short, as by a power cut, is dropped with the sentence `torn`.
/// Throws RecordError if the file cannot be read at all, is not a run file, or is newer than this program.
RunRecord read_run(const std::filesystem::path& path);

}  // namespace stillhouse
