#include "labs/record/chain_check.h"

namespace stillhouse {

ChainCheck::Looked ChainCheck::look(std::string_view line) {
  // a line that does not end like one says nothing about where the chain should go on: the next line is compared
  // with the last chain that was seen
  Looked looked{cut_line(line), ""};
  if (!looked.cut) {
    looked.problem = "the line was changed: it does not end with its chain";
    ++expected_;
    return looked;
  }
  const std::optional<std::int64_t> number = number_of(looked.cut->body);
  if (number && *number != expected_) {
    looked.problem = "lines were inserted, deleted or moved: this line is number " + std::to_string(*number) +
                     ", number " + std::to_string(expected_) + " was expected";
  } else if (chain_after(chain_, looked.cut->body) != looked.cut->chain) {
    looked.problem = "the line was changed: its bytes do not give its chain";
  }
  chain_ = looked.cut->chain;
  expected_ = number.value_or(expected_) + 1;
  return looked;
}

}  // namespace stillhouse
