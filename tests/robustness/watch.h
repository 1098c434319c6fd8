#pragma once

#include <vector>

#include "tests/robustness/trial.h"

namespace stillhouse {

/// Looks at a plant after every scan and notes in a trial's result what it saw.
class Watch {
 public:
  Watch(const Simulator& simulator, TrialResult& result);

  /// After a scan that was solved; false if something is wrong with the state.
  bool look();
  /// The ladder, also of a scan that failed.
  void look_at_ladder();

 private:
  bool finite();
  bool holdups();
  bool balances();

  const Simulator& simulator_;
  TrialResult& result_;
  std::vector<double> largest_;  // of each conserved quantity: what was there or went through
  std::vector<char> is_sum_;     // of each: linear in the state
  long steps_ = 0;
  long starts_ = 0;
};

/// A command or a move of an input, as the last ten are told.
void remember(TrialResult& result, std::int64_t scan, const std::string& what);

}  // namespace stillhouse
