#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "labs/scenario/source.h"

namespace stillhouse::scenario {

/// A part of a formula.
struct FormulaTerm {
  enum class Kind { number, text, name, call, negate, add, subtract, multiply, divide, power };
  Kind kind = Kind::number;
  double number = 0.0;
  std::string word;  ///< text between ' ', name of a value, or of a function
  std::vector<FormulaTerm> terms;
};

/// A formula as its author wrote it, and taken apart: "100 * peak('GC', 'u', 'area', 312) / slope(1, a, 2, b)".
struct Formula {
  std::string text;
  std::shared_ptr<const FormulaTerm> root;  ///< null: none was written
  SourceLine source;

  explicit operator bool() const { return root != nullptr; }
};

/// Who may call a function: what the student can know, or the truth.
enum class FormulaFor { everyone, student, truth };

/// A function of formulas: so many texts first, then numbers.
struct FormulaFunction {
  const char* name;
  FormulaFor who;
  int texts;          ///< arguments in ' ', which come first
  int least_numbers;  ///< numbers after them
  int most_numbers;   ///< -1: any count
  const char* form;   ///< "peak('INSTRUMENT', 'SAMPLE', 'RESULT', seconds [, n])"
  const char* sentence;
};

/// All functions, in the order of the manual.
const std::vector<FormulaFunction>& formula_functions();
const FormulaFunction* find_formula_function(std::string_view name);

/// Takes a text apart:
///
///   sum = product (("+" | "-") product)*      product = sign (("*" | "/") sign)*      sign = "-" sign | power
///   power = value ["^" sign]                  value = number | name | name "(" [argument ("," argument)*] ")" |
///                                                     "(" sum ")"     argument = sum | 'text'
///
/// Blanks and line ends mean nothing. A mistake goes to `mistake` ("`*` stands where a value is expected, at letter
/// 7"), and the result is null. Names of functions and counts of arguments are checked, names of values are not.
std::shared_ptr<const FormulaTerm> parse_formula(std::string_view text, std::string& mistake);

}  // namespace stillhouse::scenario
