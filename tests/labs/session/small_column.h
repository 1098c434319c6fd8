#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "labs/session/lab_library.h"
#include "labs/session/session.h"
#include "tests/folders.h"

namespace stillhouse {

/// Where the labs of the tests are.
inline std::filesystem::path fixtures_folder() {
  return std::filesystem::path(STILLHOUSE_SOURCE_DIR) / "tests/labs/fixtures";
}

inline LabPlace small_column_place() {
  return LabLibrary({fixtures_folder()}).find("small_column");
}

inline std::shared_ptr<const scenario::Lab> small_column() {
  static const auto lab = std::make_shared<const scenario::Lab>(load_lab(small_column_place()));
  return lab;
}

/// An operator shipped with the small column.
inline scenario::Operator small_column_operator(const std::string& name) {
  return load_operator(find_operator(small_column_place(), name), *small_column());
}

/// An operator of the small column with these steps and reactions.
inline scenario::Operator operator_with(const std::string& steps, const std::string& reactions = "") {
  scenario::TextFiles files;
  files.put("test.lua", "return operator { says = { en = \"a\", zh = \"b\" }, steps = { " + steps +
                            " }, reactions = { " + reactions + " } }");
  return scenario::read_operator(files, "test.lua", *small_column(), plant_catalogue());
}

inline std::unique_ptr<Session> small_session(std::uint64_t seed = 7) {
  return std::make_unique<Session>(small_column(), SessionSettings{seed, ""});
}

}  // namespace stillhouse
