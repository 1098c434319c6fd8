#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace stillhouse {

/// A file of hash-chained lines that only grows, held by one program at a time: what run files and review files are
/// written with.
///
/// Add the lines of a batch, then `flush` once: the batch goes to the operating system in one call, so that killing
/// the program loses at most what was added since. All failures (disk full, no permission, held by another program)
/// are RecordError with a sentence what to do; after a failed `flush` the file holds whole lines only, and `flush` may
/// be tried again.
class ChainedFile {
 public:
  /// Begins a new file. `what` it holds is for messages: "run", "review".
  static ChainedFile create(const std::filesystem::path& path, const char* what);

  /// Opens and locks a file. Read it then, and say by `go_on_after` where its chain stands.
  static ChainedFile open(const std::filesystem::path& path, const char* what);
  /// So many lines of so many bytes are whole; what is torn after them was never part of the chain and is cut off.
  void go_on_after(std::int64_t lines, std::uint64_t bytes, const std::string& chain);

  ChainedFile(ChainedFile&& other) noexcept;
  ChainedFile& operator=(ChainedFile&& other) noexcept;
  ChainedFile(const ChainedFile&) = delete;
  ChainedFile& operator=(const ChainedFile&) = delete;

  /// Flushes what is left, silently: call `close` to hear of failures.
  ~ChainedFile();

  /// Adds a line with this body (line.h), which must be that of line `next`.
  void add(std::string_view body);
  void flush();

  /// Flushes, asks the operating system to put the file on the disk, and lets go of it.
  void close();

  /// Removes the file, as one whose first line could not be written.
  void discard();

  bool is_open() const { return descriptor_ >= 0; }
  const std::filesystem::path& path() const { return path_; }
  /// Number of the next line, counted from 0.
  std::int64_t next() const { return next_; }
  /// Hash of the last line added, hex.
  const std::string& chain() const { return chain_; }

 private:
  ChainedFile(std::filesystem::path path, const char* what, int descriptor);

  void lock();
  [[noreturn]] void refuse(const std::string& doing, int error_number) const;

  std::filesystem::path path_;
  const char* what_;
  int descriptor_ = -1;
  std::int64_t next_ = 0;
  std::uint64_t written_ = 0;  ///< length of the file up to the last whole batch
  std::string chain_;
  std::string pending_;
};

}  // namespace stillhouse
