#include "frontend/presenter/run_cards.h"

#include <algorithm>
#include <fstream>
#include <stdexcept>

#include "labs/record/line.h"

namespace stillhouse {

namespace fs = std::filesystem;

namespace {

constexpr std::streamoff kTail = 1 << 16;  // bytes: what is written when a run ends is in its last lines

std::optional<Record> record_of(std::string_view line) {
  const std::optional<RunLine> cut = cut_line(line);
  if (!cut) return {};
  try {
    return record_in(cut->body, number_of(line).value_or(0));
  } catch (const std::invalid_argument&) {
    return {};  // whoever opens the run is told
  }
}

/// The file's whole lines within its last bytes; the first of them may be any line.
std::vector<std::string> last_lines(std::ifstream& file) {
  file.clear();
  file.seekg(0, std::ios::end);
  const std::streamoff length = file.tellg(), begin = std::max<std::streamoff>(0, length - kTail);
  file.seekg(begin);
  std::vector<std::string> lines;
  std::string line;
  if (begin > 0) std::getline(file, line);  // a part of one
  while (std::getline(file, line) && !file.eof()) lines.push_back(line);
  return lines;
}

}  // namespace

std::optional<RunCard> run_card(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string first;
  if (!file || !std::getline(file, first) || !format_of_header(first)) return {};
  const std::optional<Record> beginning = record_of(first);
  const HeaderRecord* header = beginning ? std::get_if<HeaderRecord>(&*beginning) : nullptr;
  if (header == nullptr) return {};

  RunCard card{.path = path, .lab = header->lab, .student = header->student, .begun = header->started};
  card.exam = header->mode == "exam";
  card.by_operator = !header->operator_name.empty();
  for (const std::string& line : last_lines(file)) {
    const std::optional<Record> record = record_of(line);
    if (!record) continue;
    if (const auto* result = std::get_if<ResultRecord>(&*record)) {
      card.score = result->score;
      card.total = result->total;
      card.time = result->time;
      card.finished |= result->aborted;
    }
    if (const auto* reading = std::get_if<ReadingRecord>(&*record)) card.time = reading->time;
    if (const auto* command = std::get_if<CommandRecord>(&*record))
      card.finished |= command->verb == "finish" && command->accepted();
    if (std::holds_alternative<FailureRecord>(*record)) card.finished = true;
    if (std::holds_alternative<BacktrackRecord>(*record)) card.finished = false;
  }
  return card;
}

std::vector<RunCard> run_cards(const fs::path& folder) {
  std::vector<RunCard> cards;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    if (entry->path().extension() != ".run") continue;
    if (std::optional<RunCard> card = run_card(entry->path())) cards.push_back(std::move(*card));
  }
  std::sort(cards.begin(), cards.end(), [](const RunCard& a, const RunCard& b) {
    return a.begun != b.begun ? a.begun > b.begun : a.path < b.path;
  });
  return cards;
}

}  // namespace stillhouse
