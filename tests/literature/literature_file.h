#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "tests/folders.h"

namespace stillhouse {

/// The text of a file in tests/literature.
inline std::string literature_text(const std::string& name) {
  const std::string path = std::string(STILLHOUSE_SOURCE_DIR) + "/tests/literature/" + name;
  std::ifstream file(path);
  EXPECT_TRUE(file.good()) << "cannot read " << path;
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The rows of a comma-separated file in tests/literature after its comments and heading; fields may be quoted. At
/// least `least` rows are expected.
inline std::vector<std::vector<std::string>> literature_rows(const std::string& name, std::size_t least = 1) {
  std::vector<std::vector<std::string>> rows;
  std::vector<std::string> row(1);
  bool quoted = false, comment = false;
  for (const char c : literature_text(name)) {
    if (row.size() == 1 && row[0].empty() && c == '#') comment = true;
    if (c == '\n') {
      if (!comment) rows.push_back(row);
      row.assign(1, "");
      comment = false;
    } else if (comment) {
      continue;
    } else if (c == '"') {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      row.emplace_back();
    } else {
      row.back() += c;
    }
  }
  EXPECT_GT(rows.size(), least) << name << " holds too few rows";
  rows.erase(rows.begin());
  return rows;
}

}  // namespace stillhouse
