#include "frontend/cli/output.h"

#include <cmath>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "engine/base/quantity.h"

namespace stillhouse::cli {

namespace {

std::string right(const std::string& text, std::size_t width) {
  return text.size() < width ? std::string(width - text.size(), ' ') + text : text;
}

std::string left(std::string text, std::size_t width) {
  if (text.size() < width) text.resize(width, ' ');
  return text;
}

std::string when(const TaskGrade& task) {
  if (task.finished && task.started) return clock_time(*task.started) + " to " + clock_time(*task.finished);
  if (task.started) return "since " + clock_time(*task.started);
  return "";
}

std::string evidence_text(const Evidence& evidence) {
  std::string line = "      ";
  if (evidence.lost > 0.0) line += "-" + points(evidence.lost) + "  ";
  line += clock_time(evidence.from);
  if (evidence.to > evidence.from) line += " to " + clock_time(evidence.to);
  if (!evidence.signal.empty()) line += "  " + evidence.signal;
  return line + ": " + evidence.text.en + "\n";
}

}  // namespace

void print_json(const Json& document) {
  // bytes that are no UTF-8 may come in by a file name; they must not end the program
  std::cout << document.dump(2, ' ', false, Json::error_handler_t::replace) << "\n";
}

Json json_of(const Text& text) {
  return {{"en", text.en}, {"zh", text.zh}};
}

Json json_of(const std::optional<double>& number) {
  return number && std::isfinite(*number) ? Json(*number) : Json(nullptr);
}

void write_document(const std::string& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << text;
  file.close();
  if (!file) throw std::runtime_error(path + ": the report could not be written; choose a folder of your own");
}

std::string clock_time(double seconds) {
  const auto whole = static_cast<long long>(seconds);
  const auto two = [](long long n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return std::to_string(whole / 3600) + ":" + two(whole / 60 % 60) + ":" + two(whole % 60);
}

std::string points(double number) {
  return rounded(std::round(number * 100.0) / 100.0, 6);
}

std::string grade_text(const Grade& grade, bool with_evidence) {
  std::string text = "Tasks\n";
  for (const TaskGrade& task : grade.tasks)
    text += "  " + left(task.state, 8) + left(when(task), 20) + "  " + left(task.id, 20) + "  " + task.title.en + "\n";

  text += "\nCriteria\n";
  for (const CriterionGrade& criterion : grade.criteria) {
    const std::string score = right(points(criterion.score), 6);
    const std::string of = criterion.points > 0.0 ? " of " + right(points(criterion.points), 3) : "       ";
    text += "  " + score + of + "  " + criterion.title.en + "\n";
    if (!with_evidence) continue;
    for (const Evidence& evidence : criterion.evidence) text += evidence_text(evidence);
  }
  if (!grade.by_person.empty()) text += "\nMarked by a person\n";
  for (const PersonItemGrade& item : grade.by_person)
    text += "       - of " + right(points(item.points), 3) + "  " + item.title.en + " (" + item.id + ")\n      " +
            item.look_at.en + "\n";
  if (!grade.flags.empty()) text += "\nNotes\n";
  for (const Text& flag : grade.flags) text += "  " + flag.en + "\n";
  if (grade.aborted) text += "\nThe run was aborted: " + grade.abort_reason.en + "\n";
  text += "\nScore: " + points(grade.score) + " of " + points(grade.total);
  if (!grade.by_person.empty()) text += " points computed; " + points(grade.open()) + " points wait for a person";
  return text + "\n";
}

}  // namespace stillhouse::cli
