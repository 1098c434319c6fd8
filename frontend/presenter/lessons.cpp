#include "frontend/presenter/lessons.h"

#include <algorithm>

#include "frontend/presenter/words.h"
#include "labs/grading/evidence_text.h"

namespace stillhouse {

namespace {

using scenario::CriterionKind;

constexpr std::size_t kLessons = 4;
constexpr double kWorthIt = 0.05;  // points: what is shown as 0.0 teaches nothing

/// What helps against losses of a kind.
Word advice_for(CriterionKind kind) {
  switch (kind) {
    case CriterionKind::steps:
      return "lessons.steps"_word;
    case CriterionKind::time_in_band:
      return "lessons.time_in_band"_word;
    case CriterionKind::recovery_time:
      return "lessons.recovery_time"_word;
    case CriterionKind::alarm_response:
      return "lessons.alarm_response"_word;
    case CriterionKind::ratio:
    case CriterionKind::total:
      return "lessons.amount"_word;
    default:
      return "lessons.value"_word;
  }
}

/// What a student can look at for a signal: the instrument that reads it, if there is one.
std::string seen_at(const std::string& signal, const scenario::Lab& lab) {
  for (const scenario::Instrument& instrument : lab.plant.instruments)
    if (instrument.signal == signal) return instrument.tag;
  return signal;
}

}  // namespace

std::vector<Lesson> lessons_of(const Grade& grade, const scenario::Lab& lab) {
  std::vector<Lesson> lessons;
  for (const CriterionGrade& line : grade.criteria) {
    if (line.lost() < kWorthIt || line.evidence.empty()) continue;
    Lesson lesson{.points = line.lost(), .title = line.title};
    lesson.moment = *std::max_element(line.evidence.begin(), line.evidence.end(),
                                      [](const Evidence& a, const Evidence& b) { return a.lost < b.lost; });
    const auto& criteria = lab.rubric.criteria;
    const auto criterion =
        std::find_if(criteria.begin(), criteria.end(), [&](const auto& candidate) { return candidate.id == line.id; });
    // what is not a criterion is a deduction
    const Word advice = criterion == criteria.end() ? "lessons.deduction"_word : advice_for(criterion->kind);
    const std::string signal = seen_at(lesson.moment.signal, lab);
    const Text what = signal.empty() ? without_stop(line.title) : plain(signal);
    const Text asked = lesson.moment.asked.empty() ? without_stop(lesson.moment.text) : lesson.moment.asked;
    lesson.says = words(advice, {what, asked});
    lessons.push_back(std::move(lesson));
  }
  std::stable_sort(lessons.begin(), lessons.end(),
                   [](const Lesson& a, const Lesson& b) { return a.points > b.points; });
  if (lessons.size() > kLessons) lessons.resize(kLessons);
  return lessons;
}

}  // namespace stillhouse
