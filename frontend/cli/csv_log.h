#pragma once

#include <cstdint>
#include <fstream>
#include <string>
#include <vector>

#include "engine/base/quantity.h"
#include "labs/session/session.h"

namespace stillhouse::cli {

/// Readings as a table: a row a scan, the time in s first, then one column a tag (instruments, then handles), each in
/// the unit of its face, which the second header row names. What has no value yet is left empty.
class CsvLog {
 public:
  /// Throws std::runtime_error if the file cannot be written.
  CsvLog(const std::string& path, const Session& session);

  void row(const Session& session);
  void close();

 private:
  void check() const;

  std::string path_;
  std::ofstream file_;
  std::vector<Unit> instrument_units_, handle_units_;
  std::int64_t written_at_ = -1;
};

}  // namespace stillhouse::cli
