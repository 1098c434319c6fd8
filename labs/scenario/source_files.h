#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace stillhouse::scenario {

/// Texts by name. A lab is read from a folder when it is played, and from a run record when it is judged again.
/// Names have forward slashes and no "..": "plants/pilot_column.lua", "library/<id>/lab.lua",
/// "library/<id>/operators/good.lua".
class SourceFiles {
 public:
  virtual ~SourceFiles() = default;

  /// The text, or nothing when there is no such file.
  virtual std::optional<std::string> text(const std::string& name) const = 0;

  /// Names of the files that begin with `prefix`, sorted.
  virtual std::vector<std::string> names(const std::string& prefix) const = 0;
};

/// Files below a folder (the source tree's or the installed `labs/`).
class FolderFiles : public SourceFiles {
 public:
  explicit FolderFiles(std::string folder);

  std::optional<std::string> text(const std::string& name) const override;
  std::vector<std::string> names(const std::string& prefix) const override;

 private:
  std::string folder_;
};

/// Texts held in memory.
class TextFiles : public SourceFiles {
 public:
  TextFiles() = default;
  explicit TextFiles(std::map<std::string, std::string> texts) : texts_(std::move(texts)) {}

  void put(const std::string& name, std::string text) { texts_[name] = std::move(text); }

  std::optional<std::string> text(const std::string& name) const override;
  std::vector<std::string> names(const std::string& prefix) const override;

 private:
  std::map<std::string, std::string> texts_;
};

}  // namespace stillhouse::scenario
