#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <string>
#include <vector>

#include "tests/literature/literature_file.h"

namespace stillhouse {

/// One case of a file of facts (columns case,quantity,value,unit,tolerance,source): compares what was computed with
/// what was published, and knows what nobody has asked for yet. A fact listed in known_failures.csv (columns
/// file,case,quantity,got,reason) must miss, and come out as it is written there. With a test, only the facts whose
/// last column names it.
class PublishedCase {
 public:
  PublishedCase(std::string file, std::string name, const std::string& test = {})
      : file_(std::move(file)), name_(std::move(name)) {
    for (const auto& row : literature_rows(file_))
      if (row[0] == name_ && (test.empty() || row.back() == test))
        facts_[row[1]] = {std::strtod(row[2].c_str(), nullptr), row[2], row[4], false};
    for (const auto& row : literature_rows("known_failures.csv", 0))
      if (row[0] == file_ && row[1] == name_) known_[row[2]] = std::strtod(row[3].c_str(), nullptr);
  }

  /// Names of all cases of a file, in its order.
  static std::vector<std::string> names(const std::string& file) {
    std::vector<std::string> list;
    for (const auto& row : literature_rows(file))
      if (std::find(list.begin(), list.end(), row[0]) == list.end()) list.push_back(row[0]);
    return list;
  }

  const std::string& name() const { return name_; }

  /// A number that the case gives.
  double given(const std::string& quantity) { return fact(quantity).value; }
  /// The same as it is written, where it is several numbers.
  const std::string& text(const std::string& quantity) { return fact(quantity).text; }

  void expect(const std::string& quantity, double got) {
    const Fact& published = fact(quantity);
    const double allowed = tolerance(published);
    const bool meets = std::abs(got - published.value) <= allowed;
    std::string sentence = name_ + ": " + quantity + " is " + std::to_string(got) + ", published " +
                           std::to_string(published.value) + " within " + std::to_string(allowed);
    if (const auto known = known_.find(quantity); known != known_.end()) {
      EXPECT_FALSE(meets) << sentence << "; no longer a known failure";
      EXPECT_NEAR(got, known->second, 2e-3 * std::abs(known->second)) << sentence << "; known to fail otherwise";
    } else {
      EXPECT_TRUE(meets) << sentence;
    }
  }

  /// Quantities that were neither expected nor taken as given.
  std::vector<std::string> untested() const {
    std::vector<std::string> list;
    for (const auto& [quantity, published] : facts_)
      if (!published.asked) list.push_back(quantity);
    return list;
  }

 private:
  struct Fact {
    double value = 0.0;
    std::string text, tolerance;
    bool asked = false;
  };

  Fact& fact(const std::string& quantity) {
    const auto found = facts_.find(quantity);
    if (found == facts_.end()) ADD_FAILURE() << file_ << " has no " << quantity << " of " << name_;
    Fact& asked = facts_[quantity];
    asked.asked = true;
    return asked;
  }

  /// "2% or 40 abs" is the wider of both; "exact" is round-off.
  static double tolerance(const Fact& published) {
    const std::string& text = published.tolerance;
    if (text == "exact") return 1e-12 * std::abs(published.value);
    const auto one = [&](const std::string& part) {
      char* end = nullptr;
      const double number = std::strtod(part.c_str(), &end);
      EXPECT_NE(end, part.c_str()) << "no tolerance: " << text;
      return *end == '%' ? 0.01 * number * std::abs(published.value) : number;
    };
    const std::size_t other = text.find(" or ");
    return other == std::string::npos ? one(text) : std::max(one(text.substr(0, other)), one(text.substr(other + 4)));
  }

  std::string file_, name_;
  std::map<std::string, Fact> facts_;
  std::map<std::string, double> known_;
};

}  // namespace stillhouse
