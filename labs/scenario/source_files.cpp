#include "labs/scenario/source_files.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace stillhouse::scenario {
namespace {

// a name from a lab must not lead out of the folder
bool safe(const std::string& name) {
  if (name.empty() || name.front() == '/' || name.find('\\') != std::string::npos ||
      name.find('\0') != std::string::npos)
    return false;
  for (const std::filesystem::path& part : std::filesystem::path(name))
    if (part == "..") return false;
  return true;
}

}  // namespace

FolderFiles::FolderFiles(std::string folder) : folder_(std::move(folder)) {}

std::optional<std::string> FolderFiles::text(const std::string& name) const {
  namespace fs = std::filesystem;
  const fs::path path = fs::path(folder_) / name;
  std::error_code error;
  if (!safe(name) || !fs::is_regular_file(path, error)) return std::nullopt;
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::vector<std::string> FolderFiles::names(const std::string& prefix) const {
  namespace fs = std::filesystem;
  std::vector<std::string> result;
  std::error_code error;
  for (fs::recursive_directory_iterator entry(folder_, error), end; entry != end; entry.increment(error)) {
    if (error) break;
    if (!entry->is_regular_file(error)) continue;
    const std::string name = entry->path().lexically_relative(folder_).generic_string();
    if (name.starts_with(prefix)) result.push_back(name);
  }
  std::sort(result.begin(), result.end());
  return result;
}

std::optional<std::string> TextFiles::text(const std::string& name) const {
  const auto found = texts_.find(name);
  if (found == texts_.end()) return std::nullopt;
  return found->second;
}

std::vector<std::string> TextFiles::names(const std::string& prefix) const {
  std::vector<std::string> result;
  for (const auto& [name, text] : texts_)
    if (name.starts_with(prefix)) result.push_back(name);
  return result;
}

}  // namespace stillhouse::scenario
