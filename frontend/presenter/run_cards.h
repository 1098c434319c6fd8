#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace stillhouse {

/// A run in a folder, as far as its first and its last lines tell: enough to choose one, too little to trust it.
struct RunCard {
  std::filesystem::path path;
  std::string lab;  ///< id
  std::string student;
  std::string begun;  ///< wall time, ISO 8601 UTC
  bool exam = false;
  bool by_operator = false;            ///< an operator file played
  double time = 0.0;                   ///< simulated, s
  bool finished = false;               ///< by its student, an abort or a failure; time may also be over
  std::optional<double> score, total;  ///< of the result that closed it last
};

/// What the file tells; nothing if it is no run.
std::optional<RunCard> run_card(const std::filesystem::path& path);

/// The runs in a folder (not below it), newest first. A folder that cannot be read has none.
std::vector<RunCard> run_cards(const std::filesystem::path& folder);

}  // namespace stillhouse
