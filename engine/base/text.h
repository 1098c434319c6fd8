#pragma once

#include <string>

namespace stillhouse {

/// A sentence or a title for people, in the two languages of the house. UTF-8.
struct Text {
  std::string en;
  std::string zh;

  bool empty() const { return en.empty() && zh.empty(); }
  bool operator==(const Text&) const = default;
};

}  // namespace stillhouse
