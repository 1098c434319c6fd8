#include "labs/scenario/bench_subject.h"

namespace stillhouse::scenario {

namespace {

bool take_ending(std::string& text, std::string_view ending) {
  if (text.size() <= ending.size() || !text.ends_with(ending)) return false;
  text.resize(text.size() - ending.size());
  return true;
}

}  // namespace

std::optional<BenchSubject> bench_subject(std::string_view name) {
  BenchSubject subject;
  const std::size_t bracket = name.find('['), dot = name.find('.');
  if (bracket != std::string_view::npos && bracket < dot) {
    const std::size_t close = name.find(']', bracket);
    if (close == std::string_view::npos || close + 1 >= name.size() || name[close + 1] != '.') return std::nullopt;
    subject.instrument = name.substr(0, bracket);
    subject.sample = name.substr(bracket + 1, close - bracket - 1);
    subject.number = name.substr(close + 2);
    if (!is_label(subject.sample)) return std::nullopt;
  } else {
    if (dot == std::string_view::npos) return std::nullopt;
    subject.instrument = name.substr(0, dot);
    subject.number = name.substr(dot + 1);
  }
  if (subject.instrument.empty() || subject.number.empty()) return std::nullopt;
  if (subject.instrument == "bench") {
    subject.instrument.clear();
    return subject;
  }
  if (const std::size_t part = subject.number.rfind('.'); part != std::string::npos) {
    subject.part = subject.number.substr(0, part);
    subject.number.erase(0, part + 1);
  }
  if (take_ending(subject.number, "_least"))
    subject.pick = BenchSubject::Pick::least;
  else if (take_ending(subject.number, "_most"))
    subject.pick = BenchSubject::Pick::most;
  return subject;
}

const std::vector<std::string>& bench_numbers() {
  static const std::vector<std::string> kNumbers = {"cost",     "damage",  "faults",  "prepared",
                                                    "analyses", "answers", "waiting", "replaced"};
  return kNumbers;
}

const std::vector<std::string>& analysis_numbers() {
  static const std::vector<std::string> kNumbers = {"count", "duration", "cost", "parts", "faults", "damage"};
  return kNumbers;
}

bool is_label(std::string_view text) {
  if (text.empty() || text.size() > 40) return false;
  for (const char c : text)
    if (static_cast<unsigned char>(c) <= ' ' || std::string_view(";[]'\"").find(c) != std::string_view::npos)
      return false;
  return true;
}

}  // namespace stillhouse::scenario
