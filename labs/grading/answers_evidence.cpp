#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "engine/base/quantity.h"
#include "labs/grading/criterion_grade.h"
#include "labs/grading/evidence_text.h"
#include "labs/grading/ramp.h"

namespace stillhouse {
namespace {

using scenario::Question;

/// A number in the question's unit, with so many digits that an answer and its truth can be told apart.
std::string in_unit(double number, const Question& question, int digits = 5) {
  const std::string symbol = printed_symbol(unit(question.unit));
  return rounded(number, digits) + (symbol.empty() ? "" : " " + symbol);
}

/// Its allowed error, in the question's unit.
double error_at(double limit, const Question& question, double truth) {
  return question.relative ? limit * std::abs(truth) : limit;
}

std::string share_text(double share) {
  return rounded(100.0 * share, 3) + " %";
}

Text asked_of(const Question& question) {
  const std::string full = question.relative ? share_text(question.full) : in_unit(question.full, question);
  const std::string none = question.relative ? share_text(question.none) : in_unit(question.none, question);
  return filled({"within {0}; off by {1} is worth nothing", "误差不超过 {0}；误差达 {1} 不得分"},
                {plain(full), plain(none)});
}

/// Whether an uncertainty holds the truth and says something: k u is no more than the error that is worth nothing.
enum class Honesty { good, absent, too_small, too_large };
Honesty honesty_of(const AnswerProgress& answer, const Question& question, double coverage) {
  if (!(answer.u > 0.0)) return Honesty::absent;
  if (coverage * answer.u > error_at(question.none, question, answer.truth)) return Honesty::too_large;
  return std::abs(answer.value - answer.truth) <= coverage * answer.u ? Honesty::good : Honesty::too_small;
}

/// Digits that count of a number as it was written (of nine at the most), and those after its point. Zeros at its end
/// are not told from ones that were not written.
struct Digits {
  int significant = 0, decimals = 0;
};
Digits digits_of(double number) {
  const std::string text = rounded(std::abs(number), 9);
  const std::size_t exponent = std::min(text.find('e'), text.size()), point = text.find('.');
  Digits digits;
  for (std::size_t i = 0; i < exponent; ++i) {
    if (text[i] == '.') continue;
    digits.significant += digits.significant > 0 || text[i] != '0';
    digits.decimals += point != std::string::npos && i > point;
  }
  if (point == std::string::npos)
    for (std::size_t i = exponent; i-- > 1 && text[i] == '0';) --digits.significant;
  if (exponent < text.size()) digits.decimals -= std::atoi(text.c_str() + exponent + 1);
  return digits;
}

/// GUM 7.2.6: an uncertainty has at most two digits, and the number ends where its second one stands.
bool is_well_rounded(const AnswerProgress& answer) {
  if (digits_of(answer.u).significant > 2) return false;
  int last = 1;  // decimals of the second digit of u
  for (double u = answer.u; u < 1.0 - 1e-12 && last < 300; u *= 10.0) ++last;
  for (double u = answer.u; u >= 10.0 - 1e-9 && last > 0; u /= 10.0) --last;
  return digits_of(answer.value).decimals <= last;
}

Evidence piece_for(const CriterionCase& c, const Question& question, const AnswerProgress& answer) {
  const double given = c.run.seconds(answer.given);
  Evidence piece{.from = given, .to = given, .signal = question.id};
  piece.asked = asked_of(question);
  return piece;
}

}  // namespace

std::vector<Evidence> answers_evidence(const CriterionCase& c) {
  double weights = 0.0;
  for (const scenario::WeightedTask& entry : c.criterion.tasks) weights += entry.weight;
  std::vector<Evidence> evidence;
  for (std::size_t i = 0; i < c.criterion.tasks.size(); ++i) {
    const std::size_t index = static_cast<std::size_t>(c.rule.tasks[i]);
    const Question& question = c.run.lab.questions[index];
    const AnswerProgress& answer = c.run.view.progress.answers[index];
    const double worth = c.criterion.points * c.criterion.tasks[i].weight / weights;
    const Text name = without_stop(question.says);
    if (answer.given < 0) {
      Evidence piece{.from = 0.0, .to = c.run.end_seconds(), .signal = question.id};
      piece.text = filled({"\"{0}\" was not answered.", "“{0}”未作答。"}, {name});
      piece.asked = asked_of(question);
      piece.seen = {"no answer", "未作答"};
      piece.lost = worth;
      evidence.push_back(std::move(piece));
      continue;
    }

    // the number
    const double share = question.wants_uncertainty ? c.criterion.honesty : 0.0;
    const double for_digits = question.wants_uncertainty ? c.criterion.digits : 0.0;
    const double error = std::abs(answer.value - answer.truth);
    const double credit =
        ramp(error, error_at(question.full, question, answer.truth), error_at(question.none, question, answer.truth));
    const Text value = plain(in_unit(answer.value, question)), truth = plain(in_unit(answer.truth, question));
    if (credit < 1.0) {
      Evidence piece = piece_for(c, question, answer);
      piece.text = std::isnan(answer.truth)
                       ? filled({"\"{0}\" was answered with {1}, but there was nothing that it could be true of.",
                                 "“{0}”的回答为 {1}，但当时没有可供比较的真值。"},
                                {name, value})
                       : filled({"\"{0}\" was answered with {1}; it is {2}.", "“{0}”的回答为 {1}；真值为 {2}。"},
                                {name, value, truth});
      piece.seen = value;
      piece.lost = worth * (1.0 - share - for_digits) * (1.0 - credit);
      evidence.push_back(std::move(piece));
    }

    // its digits; without an uncertainty nobody knows which of them mean something
    if (for_digits > 0.0 && !(answer.u > 0.0 && is_well_rounded(answer))) {
      Evidence piece = piece_for(c, question, answer);
      piece.asked = {"an uncertainty of one or two digits, and the number no further than it",
                     "不确定度取一至两位有效数字，数值修约到同一位"};
      const Text as_given = plain(in_unit(answer.value, question, 9)), u = plain(in_unit(answer.u, question, 9));
      piece.text =
          filled({"\"{0}\" was reported as {1} with an uncertainty of {2}: its digits are not those that it may have.",
                  "“{0}”报告为 {1}，不确定度 {2}：有效数字不当。"},
                 {name, as_given, u});
      piece.seen = as_given;
      piece.lost = worth * for_digits;
      evidence.push_back(std::move(piece));
    }
    if (share <= 0.0) continue;

    // its uncertainty
    const Honesty honesty = honesty_of(answer, question, c.criterion.coverage);
    if (honesty == Honesty::good) continue;
    Evidence piece = piece_for(c, question, answer);
    const Text u = plain(in_unit(answer.u, question, 3)), k = plain(rounded(c.criterion.coverage, 3));
    piece.asked = filled({"the truth within {0} standard uncertainties", "真值在 {0} 倍标准不确定度之内"}, {k});
    piece.seen = u;
    if (honesty == Honesty::absent) {
      piece.text = filled({"No uncertainty was stated for \"{0}\".", "“{0}”未给出不确定度。"}, {name});
      piece.seen = {"none", "无"};
    } else if (honesty == Honesty::too_small) {
      piece.text = filled({"The uncertainty stated for \"{0}\", {1}, does not reach from {2} to the truth, {3}.",
                           "“{0}”所给的不确定度 {1} 不足以使 {2} 涵盖真值 {3}。"},
                          {name, u, value, truth});
    } else {
      piece.text = filled({"The uncertainty stated for \"{0}\", {1}, is so large that it says nothing.",
                           "“{0}”所给的不确定度 {1} 过大，没有意义。"},
                          {name, u});
    }
    piece.lost = worth * share;
    evidence.push_back(std::move(piece));
  }
  return condensed(std::move(evidence), {"answers", "回答"});
}

}  // namespace stillhouse
