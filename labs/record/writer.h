#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>

#include "labs/record/run_record.h"

namespace stillhouse {

/// Appends records to a run file.
///
/// Add the records of a scan, then `flush` once: the batch goes to the operating system in one call, so that killing
/// the program loses at most what was added since. One program at a time may hold a run for writing. All failures
/// (disk full, no permission, held by another program) are RecordError with a sentence what to do; after a failed
/// `flush` the file holds whole lines only, and `flush` may be tried again.
class RunWriter {
 public:
  /// Begins a run in a new file and writes its header; the digests of the files are computed here.
  static RunWriter create(const std::filesystem::path& path, const HeaderRecord& header);

  /// Opens an intact run to go on with it; a torn last line is cut off. Returns the run so far beside the writer.
  static std::pair<RunWriter, RunRecord> reopen(const std::filesystem::path& path);

  RunWriter(RunWriter&& other) noexcept;
  RunWriter& operator=(RunWriter&& other) noexcept;
  RunWriter(const RunWriter&) = delete;
  RunWriter& operator=(const RunWriter&) = delete;

  /// Flushes what is left, silently: call `close` to hear of failures.
  ~RunWriter();

  void add(const Record& record);
  void flush();

  /// Flushes, asks the operating system to put the file on the disk, and lets go of it.
  void close();

  const std::filesystem::path& path() const { return path_; }

  /// Hash of the last line added, hex.
  const std::string& chain() const { return chain_; }

 private:
  RunWriter(std::filesystem::path path, int descriptor) : path_(std::move(path)), descriptor_(descriptor) {}

  [[noreturn]] void fail(const std::string& doing, int error_number) const;

  std::filesystem::path path_;
  int descriptor_ = -1;
  std::int64_t next_ = 0;      // number of the next line, counted from 0 as in the file
  std::uint64_t written_ = 0;  // length of the file up to the last whole batch
  std::string chain_;
  std::string pending_;
};

}  // namespace stillhouse
