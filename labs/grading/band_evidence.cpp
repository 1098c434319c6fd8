#include <algorithm>

#include "labs/grading/criterion_grade.h"
#include "labs/grading/evidence_text.h"
#include "labs/grading/ramp.h"

namespace stillhouse {
namespace {

using scenario::Criterion;

/// "91.2 mol% at worst", or that there was no value.
Text worst_text(const Criterion& criterion, const Lapse& lapse) {
  if (!lapse.measured) return {"no value", "无数值"};
  const double limit = lapse.worst < criterion.low ? criterion.low : criterion.high;
  return filled({"{0} at worst", "最差 {0}"}, {plain(value_beside(lapse.worst, limit, criterion.subject.unit))});
}

/// "below 95 mol%", "above 60 mbar".
Text side_text(const Criterion& criterion, const Lapse& lapse) {
  const std::string& unit = criterion.subject.unit;
  if (!lapse.measured) return {"without a value", "无数值"};
  if (lapse.worst < criterion.low) return filled({"below {0}", "低于 {0}"}, {plain(value_text(criterion.low, unit))});
  return filled({"above {0}", "高于 {0}"}, {plain(value_text(criterion.high, unit))});
}

Text share_text(double share) {
  return plain(value_text(share, "%"));
}

}  // namespace

std::vector<Evidence> time_in_band_evidence(const CriterionCase& c) {
  const Criterion& criterion = c.criterion;
  const CriterionTally& tally = c.tally;
  // a window that is a scan or two short of what was asked has only been cut at the edges of scans
  const double asked_scans = criterion.at_least / c.run.scan_length;
  const double counted = asked_scans > tally.scans + 2.0 ? asked_scans : tally.scans;
  const double share = counted > 0.0 ? tally.scans_good / counted : 0.0;
  const double lost = criterion.points * (1.0 - ramp(share, criterion.full, criterion.none));
  if (lost <= 0.0) return {};

  const Text name = plain(subject_name(criterion.subject));
  const Text asked =
      filled({"{0} for {1} of the time", "{1} 的时间内{0}"},
             {band_text(criterion.low, criterion.high, criterion.subject.unit), share_text(criterion.full)});

  // a window that closed as soon as it opened holds nothing to judge
  if (counted <= 0.0)
    return {{.from = c.run.seconds(tally.opened_at),
             .to = c.window_end(),
             .signal = subject_name(criterion.subject),
             .text = filled({"The part of the run in which {0} is judged was over as soon as it began.",
                             "评定 {0} 的时段刚开始就已结束。"},
                            {name}),
             .asked = asked,
             .seen = {"nothing", "无"},
             .lost = lost}};

  // the loss is spread over the time out of the band
  const double missing = counted - tally.scans_good;
  std::vector<Evidence> evidence;
  for (const Lapse& lapse : tally.lapses) {
    const Text time = duration_text(c.run.seconds(lapse.scans));
    Evidence piece{.from = c.run.seconds(lapse.from),
                   .to = c.run.seconds(lapse.to),
                   .signal = subject_name(criterion.subject),
                   .asked = asked,
                   .lost = lost * static_cast<double>(lapse.scans) / missing};
    piece.text = filled(lapse.measured ? Text{"{0} was {1} for {2}, {3}.", "{0} {1}，历时 {2}，{3}。"}
                                       : Text{"{0} was {1} for {2}.", "{0} {1}，历时 {2}。"},
                        {name, side_text(criterion, lapse), time, worst_text(criterion, lapse)});
    piece.seen = filled({"{0}; in the band {1} of the time", "{0}；合格时间占 {1}"},
                        {worst_text(criterion, lapse), share_text(share)});
    evidence.push_back(std::move(piece));
  }
  evidence = condensed(std::move(evidence), {"lapses", "偏离"});

  // time that the window was too short by
  const double shortfall = counted - tally.scans;
  if (shortfall > 0.0) {
    const Text lasted = duration_text(tally.scans * c.run.scan_length);
    Evidence piece{.from = c.run.seconds(tally.opened_at),
                   .to = c.window_end(),
                   .signal = subject_name(criterion.subject),
                   .asked = filled({"at least {0}", "至少 {0}"}, {duration_text(criterion.at_least)}),
                   .seen = lasted,
                   .lost = lost * shortfall / missing};
    piece.text = filled({"The part of the run in which {0} is judged lasted only {1}; what is missing to {2} counts as "
                         "out of the band.",
                         "评定 {0} 的时段仅 {1}，不足 {2} 的部分按不合格计。"},
                        {name, lasted, duration_text(criterion.at_least)});
    evidence.push_back(std::move(piece));
  }
  return evidence;
}

std::vector<Evidence> recovery_evidence(const CriterionCase& c) {
  const Criterion& criterion = c.criterion;
  const CriterionTally& tally = c.tally;
  const std::int64_t began = tally.opened_at;

  // a run that ends before the disturbance could show has kept the band if it was watched for as long as `hold`
  const bool kept =
      !tally.left_band && tally.good_since >= 0 && c.run.seconds(c.run.end - tally.good_since) >= criterion.hold;
  const bool recovered = tally.recovered_at >= 0;
  const double time = recovered ? c.run.seconds(tally.recovered_at - began) : 0.0;
  const double credit = recovered ? ramp(time, criterion.full, criterion.none) : kept ? 1.0 : 0.0;
  if (credit >= 1.0) return {};

  Evidence evidence{.from = c.run.seconds(began),
                    .to = recovered ? c.run.seconds(tally.recovered_at) : c.run.end_seconds(),
                    .signal = subject_name(criterion.subject),
                    .lost = criterion.points * (1.0 - credit)};
  const Text name = plain(subject_name(criterion.subject));
  const Text band = band_text(criterion.low, criterion.high, criterion.subject.unit);
  const Text allowed = duration_text(criterion.full);

  // the excursion as a whole
  Lapse whole;
  for (const Lapse& lapse : tally.lapses) {
    const auto distance = [&](double v) { return std::max(criterion.low - v, v - criterion.high); };
    if (!lapse.measured || (whole.measured && distance(lapse.worst) <= distance(whole.worst))) continue;
    whole = lapse;
  }
  const Text worst = worst_text(criterion, whole);
  evidence.asked = filled({"{0} again within {1}", "{1}内恢复到{0}"}, {band, allowed});
  if (recovered) {
    evidence.text = filled({"After the disturbance {0} took {1} to come back ({2}), {3}; full points need {4}.",
                            "扰动后 {0} 用 {1}才恢复（{2}），{3}；满分要求 {4}内恢复。"},
                           {name, duration_text(time), band, worst, allowed});
    evidence.seen = filled({"after {0}, {1}", "用时 {0}，{1}"}, {duration_text(time), worst});
  } else if (tally.left_band) {
    evidence.text = filled({"After the disturbance {0} did not come back to stay ({1}) by the end of the run, {2}.",
                            "扰动后直到运行结束，{0} 未能稳定恢复（{1}），{2}。"},
                           {name, band, worst});
    evidence.seen = filled({"not recovered, {0}", "未恢复，{0}"}, {worst});
  } else {
    evidence.text = filled({"The run ended before it could be seen whether {0} withstands the disturbance.",
                            "运行在能够判断 {0} 是否经受住扰动之前就已结束。"},
                           {name});
    evidence.seen = {"the run ended", "运行已结束"};
  }
  return {evidence};
}

}  // namespace stillhouse
