#include "frontend/presenter/preview_text.h"

#include <algorithm>

#include "frontend/presenter/numbers.h"
#include "frontend/presenter/words.h"

namespace stillhouse {

namespace {

/// Columns that a text takes in a terminal: Chinese characters take two.
std::size_t columns_of(const std::string& text) {
  std::size_t columns = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0) == 0x80) continue;
    columns += byte >= 0xE2 ? 2 : 1;
  }
  return columns;
}

std::string padded(std::string text, std::size_t columns) {
  const std::size_t taken = columns_of(text);
  if (taken < columns) text.append(columns - taken, ' ');
  return text;
}

std::string right(const std::string& text, std::size_t columns) {
  const std::size_t taken = columns_of(text);
  return taken < columns ? std::string(columns - taken, ' ') + text : text;
}

constexpr std::size_t kColumn = 11, kPoints = 8;
constexpr int kBars = 40;

/// The score over the run, in eighths of a line's height.
std::string bars(const PreviewPlay& play, double duration, double total) {
  constexpr const char* kEighths[] = {" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  std::string text;
  for (int i = 1; i <= kBars; ++i) {
    const double time = duration * i / kBars;
    double score = -1.0;
    for (const ScorePoint& point : play.curve)
      if (point.time <= time) score = point.score;
    const bool over = play.curve.empty() || time > play.curve.back().time + duration / kBars;
    const int height = total > 0.0 ? static_cast<int>(8.0 * std::clamp(score / total, 0.0, 1.0) + 0.5) : 0;
    text += over ? " " : kEighths[height];
  }
  return text;
}

}  // namespace

std::string preview_text(const PreviewState& state, Language language) {
  const auto say_word = [language](Word word, std::initializer_list<std::string> values = {}) {
    return say(words(word, values), language);
  };
  std::string text;
  for (const PreviewMistake& mistake : state.mistakes) {
    text += mistake.file + ":" + std::to_string(mistake.line) + ": " + mistake.message + "\n";
    if (!mistake.line_text.empty()) text += "    " + mistake.line_text + "\n";
  }
  if (!state.readable) return text;
  if (!state.mistakes.empty()) text += "\n";

  text += say(state.title, language) + "\n" + state.file + ", " + clock_text(state.duration) + ", " +
          say_word(state.exam ? "toolbar.exam"_word : "toolbar.practice"_word) + "\n";
  for (std::size_t i = 0; i < state.counts.size(); ++i)
    text += (i > 0 ? ", " : "") + std::to_string(state.counts[i].number) + " " + say(state.counts[i].what, language);
  text += "\n\n";

  std::vector<const PreviewPlay*> plays;
  for (const PreviewPlay& play : state.plays)
    if (play.look == PreviewPlay::Look::done) plays.push_back(&play);
  std::size_t title = 24;
  for (const PreviewTask& task : state.tasks) title = std::max(title, columns_of(task.id));
  for (const PreviewCriterion& it : state.criteria) title = std::max(title, columns_of(say(it.title, language)));
  for (const PreviewCriterion& it : state.deductions) title = std::max(title, columns_of(say(it.title, language)));
  for (const PreviewCriterion& it : state.by_person) title = std::max(title, columns_of(say(it.title, language)));
  title = std::min<std::size_t>(title + 2, 56);

  const auto head = [&](const std::string& first, const std::string& points) {
    text += padded(first, title) + right(points, kPoints);
    for (const PreviewPlay* play : plays) text += right(play->name, kColumn);
    text += "\n";
  };
  head(say_word("preview.tasks"_word), say_word("preview.within"_word));
  for (std::size_t i = 0; i < state.tasks.size(); ++i) {
    const PreviewTask& task = state.tasks[i];
    text += padded(task.id, title) + right(task.within ? clock_text(*task.within) : "", kPoints);
    for (const PreviewPlay* play : plays)
      text += right(play->tasks[i] < 0.0 ? "-" : clock_text(play->tasks[i]), kColumn);
    text += "\n";
  }
  text += "\n";
  head(say_word("preview.criteria"_word), say_word("preview.points"_word));
  const auto rows = [&](const std::vector<PreviewCriterion>& list, std::vector<double> PreviewPlay::*scores) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      text += padded(say(list[i].title, language), title) + right(plain_number(list[i].points, 1), kPoints);
      for (const PreviewPlay* play : plays) text += right(plain_number((play->*scores)[i], 1), kColumn);
      text += "\n";
    }
  };
  rows(state.criteria, &PreviewPlay::criteria);
  rows(state.deductions, &PreviewPlay::deductions);
  text += padded(say_word("report.score"_word), title) + right(plain_number(state.total, 1), kPoints);
  for (const PreviewPlay* play : plays) text += right(plain_number(play->score, 1), kColumn);
  text += "\n";
  for (const PreviewCriterion& it : state.by_person)
    text += padded(say(it.title, language), title) + right(plain_number(it.points, 1), kPoints) + "  " +
            say_word("person.title"_word) + "\n";

  if (!plays.empty()) text += "\n";
  for (const PreviewPlay* play : plays)
    text += padded(play->name, 12) + "|" + bars(*play, state.duration, state.total) + "| " +
            plain_number(play->score, 1) + "\n";
  for (const PreviewPlay& play : state.plays) {
    if (!play.failure.empty()) text += play.name + ": " + play.failure + "\n";
    for (const Text& refused : play.refused) text += play.name + ": " + say(refused, language) + "\n";
  }
  const auto list = [&](const std::vector<std::size_t>& places, Word heading, const auto& name) {
    if (places.empty()) return;
    text += "\n" + say_word(heading) + "\n";
    for (const std::size_t place : places) text += "  " + name(place) + "\n";
  };
  list(unearned_criteria(state), "preview.unearned"_word,
       [&](std::size_t i) { return say(state.criteria[i].title, language); });
  list(uncovered_tasks(state), "preview.uncovered"_word, [&](std::size_t i) { return state.tasks[i].id; });
  return text;
}

}  // namespace stillhouse
