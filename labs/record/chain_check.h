#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "labs/record/line.h"

namespace stillhouse {

/// Follows the chain of a file through its lines, in order.
class ChainCheck {
 public:
  struct Looked {
    std::optional<RunLine> cut;  ///< nothing if the line does not end with a chain
    std::string problem;         ///< what is wrong with the line; empty: it is the one that was written here
  };

  Looked look(std::string_view line);

  /// Number of the next line, counted from 0.
  std::int64_t expected() const { return expected_; }
  /// Hash of the last line that ended with one, hex.
  const std::string& chain() const { return chain_; }

 private:
  std::int64_t expected_ = 0;
  std::string chain_;
};

}  // namespace stillhouse
