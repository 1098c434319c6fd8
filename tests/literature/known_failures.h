#pragma once

#include <cmath>
#include <cstdlib>
#include <map>
#include <string>
#include <utility>

#include "tests/literature/literature_file.h"

namespace stillhouse {

/// How far a value may be from a fact: "2%", "2% ...", "0.3 K abs", "exact / 1e-6" (relative).
inline double allowed_deviation(const std::string& tolerance, double fact) {
  char* rest = nullptr;
  if (tolerance.rfind("exact / ", 0) == 0) return std::strtod(tolerance.c_str() + 8, nullptr) * std::fabs(fact);
  const double number = std::strtod(tolerance.c_str(), &rest);
  const bool relative = std::string(rest).rfind("%", 0) == 0;
  EXPECT_TRUE(relative || tolerance.find("abs") != std::string::npos) << tolerance;
  return relative ? 0.01 * number * std::fabs(fact) : number;
}

/// Facts of one file, held against what the models say. A fact that is known to fail stands in known_failures.csv with
/// what the models say instead, or "nothing", and the reason; it must fail, and in that way. At most 3 % of the facts
/// may stand there.
class LiteratureCheck {
 public:
  explicit LiteratureCheck(std::string file) : file_(std::move(file)) {
    for (const auto& row : literature_rows("known_failures.csv"))
      if (row[0] == file_) known_[{row[1], row[2]}] = row[3];
  }

  void compare(const std::string& of, const std::string& quantity, double value, double fact,
               const std::string& tolerance) {
    ++facts_;
    const bool meets = std::fabs(value - fact) <= allowed_deviation(tolerance, fact);
    const auto known = known_.find({of, quantity});
    if (known == known_.end()) {
      EXPECT_TRUE(meets) << of << ": " << quantity << " is " << value << ", published " << fact << " (" << tolerance
                         << ")";
      return;
    }
    ++failures_;
    EXPECT_FALSE(meets) << of << ": " << quantity << " is met now; take it from known_failures.csv";
    const double got = std::stod(known->second);
    EXPECT_NEAR(value, got, 1e-3 * std::fabs(got)) << of << ": " << quantity << " fails otherwise than it is known to";
    known_.erase(known);
  }

  /// A fact about what the models do not have; it must be among the known failures.
  void cannot_compare(const std::string& of, const std::string& quantity) {
    const auto known = known_.find({of, quantity});
    ASSERT_NE(known, known_.end()) << of << ": " << quantity << " is not known to the models";
    EXPECT_EQ(known->second, "nothing") << of << ": " << quantity;
    known_.erase(known);
    ++beyond_;
  }

  /// After the last fact.
  void finish() {
    for (const auto& [which, got] : known_)
      ADD_FAILURE() << "known_failures.csv names no fact of " << file_ << ": " << which.first << ", " << which.second;
    EXPECT_LE(100 * failures_, 3 * facts_) << file_ << ": more than 3 % of " << facts_ << " facts fail";
  }

  int facts() const { return facts_; }
  int failures() const { return failures_; }
  int beyond() const { return beyond_; }

 private:
  std::string file_;
  std::map<std::pair<std::string, std::string>, std::string> known_;
  int facts_ = 0, failures_ = 0, beyond_ = 0;
};

}  // namespace stillhouse
