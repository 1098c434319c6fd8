#include <algorithm>
#include <set>

#include "labs/grading/html.h"
#include "labs/review/class_report.h"

namespace stillhouse {

namespace {

std::string quoted(std::string text) {
  // a student's id must not become a formula
  if (!text.empty() && std::string("=+-@\t\r").find(text.front()) != std::string::npos) text.insert(0, "'");
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string cell = "\"";
  for (const char letter : text) cell += letter == '"' ? std::string("\"\"") : std::string(1, letter);
  return cell + "\"";
}

std::string points_cell(double points) {
  std::string text = html::fixed(points, 3);
  if (text.starts_with("−")) text.replace(0, std::string("−").size(), "-");
  return text;
}

const char* check_word(RunCheck check) {
  switch (check) {
    case RunCheck::identical:
      return "identical";
    case RunCheck::differs:
      return "differs";
    case RunCheck::impossible:
      return "impossible";
    case RunCheck::not_checked:
      break;
  }
  return "not checked";
}

/// Criteria of all labs, as lab and id, in the order they are met.
std::vector<std::pair<std::string, std::string>> all_criteria(std::span<const ReviewedRun> runs) {
  std::vector<std::pair<std::string, std::string>> all;
  for (const ReviewedRun& run : runs) {
    for (const MarkedCriterion& criterion : run.grade.criteria) {
      const std::pair<std::string, std::string> key{run.lab, criterion.id};
      if (std::find(all.begin(), all.end(), key) == all.end()) all.push_back(key);
    }
  }
  return all;
}

std::string marks_cell(const ReviewedRun& run) {
  std::string text;
  for (const MarkedCriterion& criterion : run.grade.criteria) {
    if (!criterion.mark) continue;
    const MarkRecord& mark = *criterion.mark;
    text += (text.empty() ? "" : "; ") + criterion.id + " " +
            (criterion.by_person ? "" : points_cell(mark.computed) + " -> ") + points_cell(mark.points) + " by " +
            mark.by + " at " + mark.wall + ": " + mark.reason;
  }
  return text;
}

}  // namespace

std::string class_csv(std::span<const ReviewedRun> runs) {
  const auto criteria = all_criteria(runs);
  const bool many_labs = std::any_of(criteria.begin(), criteria.end(),
                                     [&](const auto& key) { return key.first != criteria.front().first; });
  std::string csv = "\xEF\xBB\xBF";
  csv +=
      "file,cannot_be_read,student,lab,operator,mode,seed,closed,aborted,score,score_computed,total,points_waiting,"
      "duration_s,check,"
      "check_says,edited_line,edited_what,validity_left,solver_retries,instructor_commands,backtracks,"
      "commands_in_busiest_minute,tasks_compared,tasks_fast,unusual_haste,review_fault,marks";
  for (const auto& [lab, id] : criteria) {
    const std::string name = many_labs ? lab + ":" + id : id;
    csv += "," + quoted(name) + "," + quoted(name + "_computed");
  }
  csv += "\r\n";
  const auto yes = [](bool is) { return is ? "yes" : "no"; };
  for (const ReviewedRun& run : runs) {
    std::vector<std::string> cells = {run.name, run.reason};
    if (run.readable()) {
      const bool edited = !run.edited.empty();
      const std::vector<std::string> facts = {run.student,
                                              run.lab,
                                              run.operator_name,
                                              run.mode,
                                              std::to_string(run.seed),
                                              yes(run.closed),
                                              yes(run.aborted),
                                              run.closed ? points_cell(run.grade.given()) : "",
                                              run.closed ? points_cell(run.grade.computed) : "",
                                              run.closed ? points_cell(run.grade.total) : "",
                                              run.closed ? points_cell(run.grade.open()) : "",
                                              html::number(run.duration),
                                              check_word(run.check),
                                              run.check_says,
                                              edited ? std::to_string(run.edited.front().line) : "",
                                              edited ? run.edited.front().what : "",
                                              std::to_string(run.validity_left),
                                              std::to_string(run.retries),
                                              std::to_string(run.interventions),
                                              std::to_string(run.backtracks),
                                              std::to_string(run.haste.busiest_minute),
                                              std::to_string(run.haste.compared),
                                              std::to_string(run.haste.fast),
                                              yes(run.haste.unusual()),
                                              run.review_fault,
                                              marks_cell(run)};
      cells.insert(cells.end(), facts.begin(), facts.end());
    }
    for (std::size_t i = 0; i < cells.size(); ++i) cells[i] = quoted(cells[i]);
    cells.resize(28);
    for (const auto& [lab, id] : criteria) {
      const auto row = std::find_if(run.grade.criteria.begin(), run.grade.criteria.end(),
                                    [&id = id](const MarkedCriterion& criterion) { return criterion.id == id; });
      const bool has = run.lab == lab && row != run.grade.criteria.end();
      cells.push_back(has && !row->waits() ? points_cell(row->given()) : "");
      cells.push_back(has && !row->by_person ? points_cell(row->computed) : "");
    }
    for (std::size_t i = 0; i < cells.size(); ++i) csv += (i > 0 ? "," : "") + cells[i];
    csv += "\r\n";
  }
  return csv;
}

}  // namespace stillhouse
