#include "labs/grading/report_tables.h"

#include <algorithm>
#include <set>

#include "labs/grading/given_score.h"
#include "labs/grading/html.h"
#include "labs/grading/trend_chart.h"

namespace stillhouse {
namespace {

using html::both;
using html::clock;
using html::escaped;

std::string heading(const char* id, const char* en, const char* zh) {
  return std::string("<section id=\"") + id + "\"><h2>" + both(en, zh) + "</h2>\n";
}

std::string none(const char* en, const char* zh) {
  return "<p class=\"quiet\">" + both(en, zh) + "</p></section>\n";
}

std::string table_head(const std::vector<std::pair<const char*, std::string>>& columns) {
  std::string text = "<div class=\"wide\"><table><thead><tr>";
  for (const auto& [style, title] : columns) {
    text += *style == '\0' ? "<th>" + title + "</th>" : std::string("<th class=\"") + style + "\">" + title + "</th>";
  }
  return text + "</tr></thead><tbody>\n";
}

const char* table_end = "</tbody></table></div></section>\n";

std::string cell(const std::string& text, const char* style = "") {
  return *style == '\0' ? "<td>" + text + "</td>" : std::string("<td class=\"") + style + "\">" + text + "</td>";
}

std::string time_cell(const std::optional<double>& time) {
  return cell(time ? clock(*time) : "–", "time");
}

// ---- criteria ----

std::string detail(const char* en, const char* zh, const std::string& value) {
  return "<span>" + both(en, zh) + " " + value + "</span>";
}

std::string evidence_item(const Evidence& evidence, int number) {
  const std::string n = std::to_string(number);
  std::string text = "<li id=\"evidence-" + n + "\"><span class=\"ordinal\">" + n + "</span><div><p>" +
                     both(evidence.text) + "</p><p class=\"details\">";
  if (!evidence.signal.empty()) text += detail("Signal:", "信号：", "<b>" + escaped(evidence.signal) + "</b>");
  text += "<span><a href=\"#moment-" + n + "\">" + html::clock_interval(evidence.from, evidence.to) + " " +
          both("on the trend", "见趋势图") + "</a></span>";
  if (!evidence.asked.empty()) text += detail("Asked:", "要求：", both(evidence.asked));
  if (!evidence.seen.empty()) text += detail("Seen:", "实际：", both(evidence.seen));
  text += "</p></div>";
  text += "<span class=\"lost\">" + (evidence.lost > 0.0 ? "−" + html::points(evidence.lost) : std::string()) +
          "</span></li>\n";
  return text;
}

/// A sentence for points that no piece of evidence accounts for; empty if there are none.
std::string unexplained(const CriterionGrade& criterion) {
  if (!criterion.evidence.empty() || criterion.lost() < 0.005) return "";
  const std::string lost = html::points(criterion.lost());
  return "<li><span></span><p>" +
         both(lost + " points lost; the run holds no evidence for this item.",
              "失去 " + lost + " 分；本次运行没有该项的证据。") +
         "</p><span class=\"lost\">−" + lost + "</span></li>\n";
}

std::string bar(double score, double points) {
  if (points <= 0.0) return "";
  const double share = std::clamp(score / points, 0.0, 1.0) * 100.0;
  return "<span class=\"bar\"><i style=\"width:" + html::fixed(share, 1) + "%\"></i></span>";
}

// ---- tasks, alarms, commands ----

struct Word {
  const char* key;
  const char* sign;
  const char* en;
  const char* zh;
};

// a word as it stands in the run, said for people; an unknown one stays as it is
template <std::size_t Size>
std::string said(const Word (&words)[Size], const std::string& key) {
  for (const Word& word : words) {
    if (key != word.key) continue;
    return "<span class=\"sign\">" + std::string(word.sign) + "</span>" + both(word.en, word.zh);
  }
  return escaped(key);
}

constexpr Word task_states[] = {{"done", "✓", "done", "完成"},
                                {"missed", "✗", "missed", "未完成"},
                                {"open", "…", "begun", "进行中"},
                                {"waiting", "–", "not begun", "未开始"}};

constexpr Word actors[] = {
    {"0", "", "student", "学生"}, {"1", "", "operator", "操作程序"}, {"2", "", "instructor", "教师"}};

constexpr Word priorities[] = {{"critical", "", "critical", "紧急"},
                               {"high", "", "high", "高"},
                               {"medium", "", "medium", "中"},
                               {"low", "", "low", "低"}};

std::string plain_said(std::string marked) {
  // these words carry no sign
  const std::string empty_sign = "<span class=\"sign\"></span>";
  if (marked.starts_with(empty_sign)) marked.erase(0, empty_sign.size());
  return marked;
}

}  // namespace

std::string criteria_section(const Grade& grade, const ReviewFile* review) {
  std::string text = heading("criteria", "Grade by criterion", "各项评分");
  if (grade.criteria.empty() && grade.by_person.empty())
    return text + none("This lab has no rubric.", "本实验没有评分标准。");
  text += table_head({{"", both("Criterion", "评分项")},
                      {"", ""},
                      {"number", both("Score", "得分")},
                      {"number", both("Of", "满分")},
                      {"number", both("Lost", "失分")}});
  int number = 0;
  for (const CriterionGrade& criterion : grade.criteria) {
    text += "<tr class=\"criterion\">" + cell(both(criterion.title)) +
            cell(bar(criterion.score, criterion.points), "bar-cell") + cell(html::points(criterion.score), "number") +
            cell(html::points(criterion.points), "number") +
            cell(criterion.lost() < 0.005 ? "–" : "−" + html::points(criterion.lost()), "number") + "</tr>\n";
    text += "<tr class=\"evidence\"><td colspan=\"5\">";
    std::string items;
    for (const Evidence& evidence : criterion.evidence) items += evidence_item(evidence, ++number);
    items += unexplained(criterion);
    if (!items.empty()) text += "<ol class=\"evidence\">" + items + "</ol>";
    text += "</td></tr>\n";
  }
  text +=
      "<tr>" + cell("<b>" + both("Total", "总分") + "</b>") + cell("") +
      cell("<b>" + html::points(grade.score) + "</b>", "number") +
      cell("<b>" + html::points(grade.total) + "</b>", "number") +
      cell("<b>" + (grade.total - grade.score < 0.005 ? "–" : "−" + html::points(grade.total - grade.score)) + "</b>",
           "number") +
      "</tr>\n";
  for (const PersonItemGrade& item : grade.by_person) {
    const MarkRecord* mark = review ? review->mark_of(item.id) : nullptr;
    text += "<tr class=\"criterion\">" + cell(both(item.title)) + cell("") +
            cell(mark ? html::points(mark->points) : both("waits", "待评"), "number") +
            cell(html::points(item.points), "number") + cell("", "number") +
            "</tr>\n<tr class=\"evidence\"><td colspan=\"5\"><ol class=\"evidence\"><li><span></span><p>" +
            both("Marked by a person: ", "人工评阅：") + both(item.look_at) + "</p><span></span></li></ol></td></tr>\n";
  }
  return text + table_end;
}

std::string marks_section(const Grade& grade, const ReviewFile* review) {
  if (review == nullptr) return "";
  std::string rows;
  const auto add = [&](const std::string& id, const Text& title, const std::string& computed) {
    const MarkRecord* mark = review->mark_of(id);
    if (mark == nullptr) return;
    rows += "<tr>" + cell(both(title)) + cell(computed, "number") +
            cell("<b>" + html::points(mark->points) + "</b>", "number") + cell(escaped(mark->reason)) +
            cell(escaped(mark->by)) + cell(escaped(mark->wall), "time") + "</tr>\n";
  };
  for (const CriterionGrade& criterion : grade.criteria)
    add(criterion.id, criterion.title, html::points(criterion.score));
  for (const PersonItemGrade& item : grade.by_person) add(item.id, item.title, "–");
  if (rows.empty()) return "";
  rows += "<tr>" + cell("<b>" + both("Score", "总分") + "</b>") + cell(html::points(grade.score), "number") +
          cell("<b>" + html::points(given_score(grade, review).score) + "</b>", "number") + cell("") + cell("") +
          cell("") + "</tr>\n";
  return heading("marks", "Marks given by hand", "人工评分") +
         table_head({{"", both("Criterion", "评分项")},
                     {"number", both("Computed", "计算")},
                     {"number", both("Given", "给分")},
                     {"", both("Reason", "理由")},
                     {"", both("By", "评分人")},
                     {"", both("When (UTC)", "时间 (UTC)")}}) +
         rows + table_end;
}

std::string tasks_section(const Grade& grade) {
  std::string text = heading("tasks", "Tasks", "任务");
  if (grade.tasks.empty()) return text + none("This lab has no tasks.", "本实验没有任务。");
  text += table_head({{"", both("Task", "任务")},
                      {"", both("State", "状态")},
                      {"", both("Begun", "开始")},
                      {"", both("Finished", "完成")}});
  for (const TaskGrade& task : grade.tasks) {
    text += "<tr>" + cell(task.title.empty() ? escaped(task.id) : both(task.title)) +
            cell(said(task_states, task.state), "state") + time_cell(task.started) + time_cell(task.finished) +
            "</tr>\n";
  }
  return text + table_end;
}

std::string alarms_section(const std::vector<AlarmEpisode>& alarms) {
  std::string text = heading("alarms", "Alarms", "报警");
  if (alarms.empty()) return text + none("No alarm was raised.", "没有发生报警。");
  text += table_head({{"mark-cell", ""},
                      {"", both("Alarm", "报警")},
                      {"", both("Priority", "优先级")},
                      {"", both("Meaning", "含义")},
                      {"", both("Raised", "发生")},
                      {"", both("Acknowledged after", "确认用时")},
                      {"", both("Back to normal", "恢复正常")}});
  for (const AlarmEpisode& alarm : alarms) {
    const std::string mark = "<svg viewBox=\"0 0 20 20\">" + alarm_mark(alarm.priority, 10.0, 10.0) + "</svg>";
    const std::string response = alarm.acknowledged ? clock(*alarm.response()) : both("never", "未确认");
    const std::string end = alarm.returned ? clock(*alarm.returned) : both("not in this run", "未恢复");
    text += "<tr>" + cell(mark, "mark-cell") + cell(escaped(alarm.tag), "tag") +
            cell(plain_said(said(priorities, alarm.priority))) + cell(both(alarm.text)) +
            cell(clock(alarm.raised), "time") + cell(response, "time") + cell(end, "time") + "</tr>\n";
  }
  return text + table_end;
}

std::string faults_section(const RunRecord& run) {
  std::string text = heading("faults", "Faults that were hidden", "隐藏的故障");
  // one row a fault: when it began and ended, and the best explanation the run holds
  struct Row {
    std::string id;
    std::optional<double> began, ended;
    Text text;
  };
  std::vector<Row> rows;
  for (const FaultRecord& fault : run.faults) {
    auto row = std::find_if(rows.begin(), rows.end(), [&](const Row& seen) { return seen.id == fault.id; });
    if (row == rows.end()) row = rows.insert(rows.end(), Row{.id = fault.id});
    if (fault.state == "active" && !row->began) row->began = fault.time;
    if (fault.state == "cleared") row->ended = fault.time;
    if (!fault.text.empty()) row->text = fault.text;
  }
  if (rows.empty()) return text + none("No fault occurred.", "没有发生故障。");
  text += table_head({{"", both("Fault", "故障")},
                      {"", both("What it was", "说明")},
                      {"", both("Began", "开始")},
                      {"", both("Ended", "结束")}});
  for (const Row& row : rows) {
    text += "<tr>" + cell(escaped(row.id), "tag") + cell(both(row.text)) + time_cell(row.began) + time_cell(row.ended) +
            "</tr>\n";
  }
  return text + table_end;
}

std::string notes_section(const RunRecord& run) {
  if (run.failures.empty() && run.notes.empty()) return "";
  std::string text = heading("notes", "Notes", "备注");
  text += table_head({{"", both("Time", "时间")}, {"", both("What", "内容")}});
  for (const FailureRecord& failure : run.failures) {
    std::string equations;
    for (const std::string& equation : failure.equations) equations += (equations.empty() ? "" : "; ") + equation;
    text +=
        "<tr>" + cell(clock(failure.time), "time") +
        cell("<span class=\"sign\">✗</span>" + both("The solver gave up: ", "求解失败：") + escaped(failure.message) +
             (equations.empty() ? "" : "<br/><small>" + escaped(equations) + "</small>")) +
        "</tr>\n";
  }
  for (const NoteRecord& note : run.notes) {
    const char* sign = note.kind == "warning" ? "<span class=\"sign\">!</span>"
                       : note.kind == "retry" ? "<span class=\"sign\">↻</span>"
                                              : "";
    text += "<tr>" + cell(clock(note.time), "time") + cell(sign + both(note.text)) + "</tr>\n";
  }
  return text + table_end;
}

std::string commands_section(const RunRecord& run) {
  std::string text = heading("commands", "Commands", "操作记录");
  if (run.commands.empty()) return text + none("Nobody did anything.", "没有任何操作。");
  std::set<std::int64_t> kept;
  for (const CommandRecord& command : without_undone(run).commands) kept.insert(command.line);
  text += table_head({{"", both("Time", "时间")},
                      {"", both("Who", "操作者")},
                      {"", both("Command", "操作")},
                      {"", both("On", "对象")},
                      {"number", both("Value (SI)", "数值 (SI)")},
                      {"", both("Remark", "说明")}});
  for (const CommandRecord& command : run.commands) {
    std::string remark = escaped(command.text);
    if (!command.accepted()) {
      remark += std::string(remark.empty() ? "" : "<br/>") + "<span class=\"sign\">✗</span>" +
                both("refused: ", "被拒绝：") + escaped(command.refused);
    }
    const bool undone = !kept.contains(command.line);
    if (undone) remark += (remark.empty() ? "" : " ") + both("(undone by a backtrack)", "（已回退）");
    text += std::string(undone ? "<tr class=\"undone\">" : "<tr>") + cell(clock(command.time), "time") +
            cell(plain_said(said(actors, std::to_string(static_cast<int>(command.actor))))) +
            cell(escaped(command.verb)) + cell(escaped(command.tag), "tag") +
            cell(command.value ? html::number(*command.value) : "", "number") + cell(remark) + "</tr>\n";
  }
  return text + table_end;
}

}  // namespace stillhouse
