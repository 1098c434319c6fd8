#pragma once

#include <filesystem>
#include <string>
#include <utility>

#include "labs/record/chained_file.h"
#include "labs/record/run_record.h"

namespace stillhouse {

/// Appends records to a run file, which is a ChainedFile: add the records of a scan, then `flush` once.
class RunWriter {
 public:
  /// Begins a run in a new file and writes its header; the digests of the files are computed here.
  static RunWriter create(const std::filesystem::path& path, const HeaderRecord& header);

  /// Opens an intact run to go on with it; a torn last line is cut off. Returns the run so far beside the writer.
  static std::pair<RunWriter, RunRecord> reopen(const std::filesystem::path& path);

  void add(const Record& record);
  void flush() { file_.flush(); }

  /// Flushes, asks the operating system to put the file on the disk, and lets go of it.
  void close() { file_.close(); }

  const std::filesystem::path& path() const { return file_.path(); }

  /// Hash of the last line added, hex.
  const std::string& chain() const { return file_.chain(); }

 private:
  explicit RunWriter(ChainedFile file) : file_(std::move(file)) {}

  ChainedFile file_;
};

}  // namespace stillhouse
