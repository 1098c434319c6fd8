#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "labs/record/records.h"

namespace stillhouse {

/// A folder of one test's own, removed with everything in it.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

std::string bytes_of(const std::filesystem::path& path);
void put_bytes(const std::filesystem::path& path, const std::string& bytes);

/// The lines of a text, without their newlines.
std::vector<std::string> lines_of(const std::string& bytes);
std::string joined(const std::vector<std::string>& lines);

HeaderRecord sample_header();

/// At least one record of every type but the header, with texts that need escaping and numbers that need all digits.
std::vector<Record> sample_records();

/// Writes the header and the records to a new file.
void write_sample_run(const std::filesystem::path& path);

}  // namespace stillhouse
