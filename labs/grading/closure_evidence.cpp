#include <cmath>

#include "engine/base/quantity.h"
#include "labs/grading/criterion_grade.h"
#include "labs/grading/evidence_text.h"
#include "labs/grading/ramp.h"

namespace stillhouse {

std::vector<Evidence> closure_evidence(const CriterionCase& c) {
  const std::string printed = printed_symbol(unit(c.criterion.unit));
  const auto in_unit = [&](double number) {
    return plain(rounded(number, 6) + (printed.empty() ? "" : " " + printed));
  };
  Evidence piece{.from = 0.0, .to = c.run.end_seconds()};
  piece.asked = filled({"{0} within {1}; off by {2} is worth nothing", "{0}，偏差不超过 {1}；偏差达 {2} 不得分"},
                       {in_unit(c.criterion.sum), in_unit(c.criterion.full), in_unit(c.criterion.none)});
  double sum = 0.0;
  for (std::size_t i = 0; i < c.criterion.tasks.size(); ++i) {
    const std::size_t index = static_cast<std::size_t>(c.rule.tasks[i]);
    const AnswerProgress& answer = c.run.view.progress.answers[index];
    if (answer.given < 0) {
      piece.text = filled({"\"{0}\" was not answered, so that nothing adds up.", "“{0}”未作答，无法核算总和。"},
                          {without_stop(c.run.lab.questions[index].says)});
      piece.seen = {"no answer", "未作答"};
      piece.lost = c.criterion.points;
      return {piece};
    }
    sum += c.criterion.tasks[i].weight * answer.value;
    piece.from = piece.to = c.run.seconds(answer.given);
  }
  const double credit = ramp(std::abs(sum - c.criterion.sum), c.criterion.full, c.criterion.none);
  if (credit >= 1.0) return {};
  piece.text = filled({"The answers add up to {0}, where {1} was to be expected.", "各答案之和为 {0}，应为 {1}。"},
                      {in_unit(sum), in_unit(c.criterion.sum)});
  piece.seen = in_unit(sum);
  piece.lost = c.criterion.points * (1.0 - credit);
  return {piece};
}

}  // namespace stillhouse
