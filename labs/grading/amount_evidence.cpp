#include <cmath>

#include "labs/grading/criterion_grade.h"
#include "labs/grading/evidence_text.h"
#include "labs/grading/ramp.h"

namespace stillhouse {
namespace {

using scenario::Criterion;
using scenario::CriterionKind;

/// The number that is judged; NaN if there is none.
double measured_amount(const Criterion& criterion, const CriterionTally& tally) {
  if (!tally.measured) return std::nan("");
  if (criterion.kind == CriterionKind::final_value) return tally.last;
  if (criterion.kind == CriterionKind::total) return tally.integral;
  // nothing made is infinitely dear
  return tally.per_integral > 0.0 ? tally.integral / tally.per_integral : std::nan("");
}

/// "reboiler.duty per distillate.mass_flow was", before the number.
Text subject_text(const Criterion& criterion) {
  const Text subject = plain(subject_name(criterion.subject));
  if (criterion.kind == CriterionKind::ratio)
    return filled({"{0} per {1}", "{0} 与 {1} 的累计之比"}, {subject, plain(subject_name(criterion.per))});
  if (criterion.kind == CriterionKind::total) return filled({"The total of {0}", "{0} 的累计量"}, {subject});
  return filled({"The last value of {0}", "{0} 的最终值"}, {subject});
}

}  // namespace

std::vector<Evidence> amount_evidence(const CriterionCase& c) {
  const Criterion& criterion = c.criterion;
  const double amount = measured_amount(criterion, c.tally);
  const double credit = ramp(amount, criterion.full, criterion.none);
  if (credit >= 1.0) return {};

  Evidence evidence{.from = c.run.seconds(c.tally.opened_at),
                    .to = c.window_end(),
                    .signal = subject_name(criterion.subject),
                    .asked = full_text(criterion.full, criterion.none, criterion.unit),
                    .lost = criterion.points * (1.0 - credit)};
  const Text subject = subject_text(criterion);
  if (!std::isnan(amount)) {
    const Text number = plain(value_beside(amount, criterion.full, criterion.unit));
    const Text none = plain(value_text(criterion.none, criterion.unit));
    evidence.text =
        filled({"{0} was {1}; full points need {2}, and {3} is worth none.", "{0}为 {1}；满分要求{2}，{3} 不得分。"},
               {subject, number, evidence.asked, none});
    evidence.seen = number;
  } else if (c.tally.measured) {
    // only a ratio has numbers and no result: nothing stands below the line
    evidence.text = filled({"There was no {0} to divide by.", "{0} 的累计量为零，无法计算比值。"},
                           {plain(subject_name(criterion.per))});
    evidence.seen = filled({"{0}: nothing", "{0}：无"}, {plain(subject_name(criterion.per))});
  } else {
    evidence.text =
        filled({"{0} could not be determined: there was never a value.", "{0}无法确定：从未有数值。"}, {subject});
    evidence.seen = {"no value", "无数值"};
  }
  return {evidence};
}

}  // namespace stillhouse
