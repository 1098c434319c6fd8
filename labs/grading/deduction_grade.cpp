#include <algorithm>

#include "labs/grading/condition_text.h"
#include "labs/grading/criterion_grade.h"
#include "labs/grading/evidence_text.h"
#include "labs/grading/html.h"

namespace stillhouse {
namespace {

Text seen_of(const scenario::Deduction& deduction, const Lapse& lapse, const Text& time) {
  for (const scenario::Condition* comparison : comparisons_of(deduction.when)) {
    const bool high = comparison->kind == scenario::ConditionKind::above;
    if (!high && comparison->kind != scenario::ConditionKind::below) continue;
    if (!lapse.measured) break;
    const std::string value =
        value_beside(lapse.worst, high ? comparison->low : comparison->high, comparison->subject.unit);
    return filled({"for {0}, {1} {2} at worst", "历时 {0}，{1} 最差 {2}"},
                  {time, plain(subject_name(comparison->subject)), plain(value)});
  }
  return filled({"for {0}", "历时 {0}"}, {time});
}

}  // namespace

CriterionGrade grade_deduction(const GradedRun& run, const scenario::Deduction& deduction,
                               const DeductionTally& tally) {
  CriterionGrade grade{deduction.id, deduction.title, 0.0, 0.0, {}};
  const Text condition = in_words(deduction.when, run.lab);

  // each time costs its points, or as its time goes, until no more can be lost
  double lost = 0.0;
  std::vector<Evidence> evidence;
  for (const Lapse& lapse : tally.lapses) {
    const double standing = run.seconds(lapse.scans);
    const double cost = deduction.per ? deduction.points * standing / *deduction.per : deduction.points;
    const double taken = std::min(cost, deduction.most - lost);
    if (taken <= 0.0) break;
    lost += taken;
    Evidence piece{.from = run.seconds(lapse.from),
                   .to = run.seconds(lapse.to),
                   .signal = signal_of(deduction.when),
                   .lost = taken};
    const Text time = duration_text(standing);
    const Text title = without_stop(deduction.title);
    piece.text = taken < cost
                     ? filled({"{0}: {1}. It was so for {2}. No more than {3} are lost in all.",
                               "{0}：{1}。该情况历时 {2}。累计最多扣 {3}。"},
                              {title, condition, time, points_text(deduction.most)})
                     : filled({"{0}: {1}. It was so for {2}.", "{0}：{1}。该情况历时 {2}。"}, {title, condition, time});
    piece.asked = filled({"never: {0}", "不得出现：{0}"}, {condition});
    piece.seen = seen_of(deduction, lapse, time);
    evidence.push_back(std::move(piece));
  }
  grade.evidence = condensed(std::move(evidence), {"occurrences", "扣分"});
  for (const Evidence& piece : grade.evidence) grade.score -= piece.lost;
  return grade;
}

CriterionGrade grade_hint(const GradedRun& run, std::size_t index) {
  const scenario::Task& task = run.lab.tasks[index];
  const Text name = quoted_task(task.id, run.lab);
  const std::int64_t taken = run.state.tasks[index].hint_at;
  const double time = taken >= 0 ? run.seconds(taken) : run.end_seconds();
  const double price = task.hint ? task.hint->price : 0.0;
  CriterionGrade grade{
      "hint_" + task.id, filled({"Hint: {0}", "提示：{0}"}, {without_stop(task.says)}), 0.0, 0.0 - price, {}};
  if (price > 0.0)
    grade.evidence.push_back(
        {.from = time,
         .to = time,
         .text = filled({"The hint for {0} was taken; its price is {1}.", "取用了{0}的提示，扣 {1}。"},
                        {name, points_text(price)}),
         .seen = filled({"taken at {0}", "{0} 取用"}, {plain(html::clock(time))}),
         .lost = price});
  return grade;
}

}  // namespace stillhouse
