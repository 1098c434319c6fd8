#pragma once

#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace stillhouse {

/// The lab's author made a mistake. Says "file:line: what was found; what is allowed; nearest word".
class ScenarioError : public std::runtime_error {
 public:
  ScenarioError(std::string file, int line, const std::string& what);

  const std::string& file() const { return file_; }
  int line() const { return line_; }

 private:
  std::string file_;
  int line_;
};

/// A plant cannot be built. Says unit path, quantity, value with unit, allowed range.
class ModelError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The integrator gave up. Says the simulated time and the equations with the largest scaled residual by name.
class SolveError : public std::runtime_error {
 public:
  SolveError(double time, const std::string& what, std::vector<std::string> equations = {});

  /// Simulated time of the failure, s.
  double time() const { return time_; }
  /// The worst equations in words, worst first; empty if they are not known.
  const std::vector<std::string>& equations() const { return equations_; }

 private:
  double time_;
  std::vector<std::string> equations_;
};

/// A run record cannot be read or was changed. Says "file:line: what is wrong".
class RecordError : public std::runtime_error {
 public:
  RecordError(std::string file, int line, const std::string& what);

  const std::string& file() const { return file_; }
  int line() const { return line_; }

 private:
  std::string file_;
  int line_;
};

/// The allowed word nearest to `word` by edit distance; empty if none is near enough to be a likely slip.
std::string nearest_word(std::string_view word, std::span<const std::string> allowed);

}  // namespace stillhouse
