#pragma once

#include <filesystem>
#include <string>

namespace stillhouse {

/// A folder of recorded runs of the tests' small column, which last some minutes; removed at the end.
class ClassOfRuns {
 public:
  ClassOfRuns();
  ~ClassOfRuns();
  ClassOfRuns(const ClassOfRuns&) = delete;
  ClassOfRuns& operator=(const ClassOfRuns&) = delete;

  /// An operator of the lab plays for a student; the run is closed. Returns its path, <student>.run.
  std::filesystem::path play(const std::string& student, const std::string& player) const;

  const std::filesystem::path& folder() const { return folder_; }
  std::string bytes(const std::string& name) const;

 private:
  std::filesystem::path folder_;
};

}  // namespace stillhouse
