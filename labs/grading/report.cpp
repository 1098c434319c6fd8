#include "labs/grading/report.h"

#include <algorithm>
#include <cmath>

#include "labs/grading/alarm_history.h"
#include "labs/grading/bench_section.h"
#include "labs/grading/given_score.h"
#include "labs/grading/html.h"
#include "labs/grading/notebook_section.h"
#include "labs/grading/page.h"
#include "labs/grading/report_tables.h"
#include "labs/grading/trend_chart.h"

namespace stillhouse {
namespace {

using html::both;
using html::escaped;

/// The last moment that anything in the report knows of, s.
double end_of(const ReportInput& input) {
  double end = 0.0;
  const auto take = [&end](double time) {
    if (std::isfinite(time)) end = std::max(end, time);
  };
  for (const Trend& trend : input.trends) {
    if (!trend.time.empty()) take(trend.time.back());
  }
  for (const CriterionGrade& criterion : input.grade.criteria) {
    for (const Evidence& evidence : criterion.evidence) take(evidence.to);
  }
  const auto take_all = [&take](const auto& records) {
    for (const auto& record : records) take(record.time);
  };
  take_all(input.run.commands);
  take_all(input.run.readings);
  take_all(input.run.alarms);
  take_all(input.run.faults);
  take_all(input.run.results);
  return end;
}

std::string title_of(const Grade& grade, const std::string& text) {
  return text.empty() ? grade.lab : text;
}

// ---- head ----

std::string fact(const char* en, const char* zh, const std::string& value) {
  return "<div><dt>" + both(en, zh) + "</dt><dd>" + (value.empty() ? "–" : value) + "</dd></div>\n";
}

std::string banner(const char* style, const char* sign, const std::string& text) {
  return std::string("<div class=\"banner ") + style + "\"><p><span class=\"sign\">" + sign + "</span>" + text +
         "</p></div>\n";
}

std::string verification_banner(Verification verification) {
  switch (verification) {
    case Verification::identical:
      return banner("good", "✓",
                    both("Verified: simulated again from lab, seed and commands, with identical digests and grade.",
                         "已验证：由实验、随机种子和操作重新仿真，摘要与成绩完全一致。"));
    case Verification::differs:
      return banner("bad", "✗",
                    both("Not the run it claims to be: simulated again, it differs. This grade must not be used.",
                         "验证失败：重新仿真的结果与记录不一致，此成绩不可采用。"));
    case Verification::not_checked:
      break;
  }
  return banner("", "?",
                both("Not verified: nobody simulated this run again yet (stillhouse verify).",
                     "未验证：尚未重新仿真本次运行 (stillhouse verify)。"));
}

std::string banners(const ReportInput& input) {
  const RunRecord& run = input.run;
  std::string text = verification_banner(input.verification);
  if (!run.intact()) {
    const RunProblem& first = run.problems.front();
    const std::string line = std::to_string(first.line);
    text += banner("bad", "✗",
                   both("The run file was changed after it was written: line " + line + ": " + first.what + ".",
                        "运行文件在写入后被改动：第 " + line + " 行 (" + first.what + ")。"));
  }
  if (input.grade.aborted) {
    const Text& reason = input.grade.abort_reason;
    text += banner("bad", "✗",
                   both("The run was aborted" + (reason.en.empty() ? std::string(".") : ": " + reason.en),
                        "运行被中止" + (reason.zh.empty() ? std::string("。") : "：" + reason.zh)));
  }
  if (!run.torn.empty()) text += banner("", "!", escaped(run.torn));
  if (!run.backtracks.empty()) {
    const std::string count = std::to_string(run.backtracks.size());
    text += banner("", "!",
                   both("The run was taken back " + count + (run.backtracks.size() == 1 ? " time." : " times."),
                        "运行被回退 " + count + " 次。"));
  }
  for (const Text& flag : input.grade.flags) text += banner("", "!", both(flag));
  return text;
}

std::string head(const ReportInput& input, double end) {
  const HeaderRecord& header = input.run.header;
  const Grade& grade = input.grade;
  std::string text = language_choice() + "<header>\n<h1>" +
                     both(title_of(grade, grade.lab_title.en), title_of(grade, grade.lab_title.zh)) +
                     "</h1>\n<p class=\"kicker\">" + both("Report of a run", "运行报告") + " · " + escaped(grade.lab) +
                     "</p>\n";

  text += "<p class=\"score\"><b>" + html::points(grade.score) + "</b> <span>" + both("of ", "/ ") +
          html::points(grade.total) +
          (grade.by_person.empty() ? both(" points", " 分") : both(" points computed", " 分（自动评分）")) +
          "</span></p>\n";
  if (!grade.by_person.empty()) {
    const GivenScore given = given_score(grade, input.review);
    const std::string open = html::points(given.open), with = html::points(given.score), of = html::points(given.total);
    text +=
        "<p>" +
        (given.open > 0.0 ? both(open + " points wait for a person to mark them.", "另有 " + open + " 分待人工评阅。")
                          : both("With the marks of a person: " + with + " of " + of + ".",
                                 "含人工评分：" + with + " / " + of + "。")) +
        "</p>\n";
  }
  const double share = grade.total > 0.0 ? std::clamp(grade.score / grade.total, 0.0, 1.0) * 100.0 : 0.0;
  text += "<span class=\"bar score-bar\"><i style=\"width:" + html::fixed(share, 1) + "%\"></i></span>\n";
  text += banners(input);

  const bool exam = header.mode == "exam";
  const bool practice = header.mode == "practice";
  text += "<dl class=\"facts\">\n";
  text += fact("Student", "学生", escaped(header.student));
  text += fact("Driven by", "操作者",
               header.operator_name.empty() ? both("a person", "人工操作") : escaped(header.operator_name));
  text += fact("Mode", "模式", exam || practice ? both(header.mode, exam ? "考试" : "练习") : escaped(header.mode));
  text += fact("Seed", "随机种子", std::to_string(header.seed));
  text += fact("Begun (wall clock, UTC)", "开始时间 (UTC)", escaped(header.started));
  text += fact("Simulated time", "仿真时间", html::clock(end));
  text += fact("Versions: engine, models, grading", "版本：引擎、模型、评分",
               escaped(header.engine_version + ", " + header.models_version + ", " + header.grading_version));
  text += fact("Recorded by", "记录程序", escaped(header.build));
  return text + "</dl>\n</header>\n";
}

// ---- trends ----

ChartEvents chart_events(const RunRecord& run, double end) {
  ChartEvents events;
  events.time = time_axis(end);
  for (const CommandRecord& command : run.commands) {
    if (!command.accepted()) continue;
    std::string tip = html::clock(command.time) + " " + command.verb + " " + command.tag;
    if (command.value) tip += " " + html::number(*command.value);
    if (!command.text.empty()) tip += " " + command.text;
    events.commands.push_back({command.time, tip});
  }
  for (const BacktrackRecord& back : run.backtracks) {
    const double from = static_cast<double>(back.from) * run.header.scan_length;
    const double to = static_cast<double>(back.to) * run.header.scan_length;
    events.backtracks.push_back({to, html::clock(from) + " → " + html::clock(to)});
  }
  events.alarms = alarm_history(run.alarms);
  for (const FaultRecord& fault : run.faults) {
    const std::string said = fault.id + (fault.text.en.empty() ? "" : ": " + fault.text.en) +
                             (fault.text.zh.empty() ? "" : " " + fault.text.zh);
    if (fault.state == "active") events.faults.push_back({fault.time, end, said});
    if (fault.state == "cleared") {
      for (EventSpan& span : events.faults) {
        if (span.tip.starts_with(fault.id) && span.to == end) span.to = fault.time;
      }
    }
  }
  return events;
}

std::string marks_legend() {
  const auto sample = [](const std::string& inside) {
    return "<svg class=\"mark-sample\" viewBox=\"0 0 20 20\">" + inside + "</svg> ";
  };
  std::string text = "<ul class=\"legend quiet\">";
  text += "<li>" + sample("<rect class=\"shade\" x=\"2\" y=\"2\" width=\"16\" height=\"16\"/>") +
          both("evidence for lost points, with its number", "失分证据及其编号") + "</li>";
  text += "<li>" + sample("<line class=\"command\" x1=\"10\" y1=\"3\" x2=\"10\" y2=\"17\"/>") +
          both("command (top edge)", "操作（上边缘）") + "</li>";
  text += "<li>" + sample("<line class=\"alarm\" x1=\"10\" y1=\"5\" x2=\"10\" y2=\"17\"/>") +
          both("alarm raised (time axis)", "报警发生（时间轴）") + "</li>";
  text += "<li>" + sample("<line class=\"limit\" stroke=\"#000000\" x1=\"0\" y1=\"10\" x2=\"20\" y2=\"10\"/>") +
          both("limit or band asked for", "限值或要求范围") + "</li>";
  return text + "</ul>\n";
}

std::string trends_section(const ReportInput& input, const RunRecord& effective, double end) {
  const ChartEvents events = chart_events(effective, end);
  const std::vector<TrendGroup> groups = trend_groups(input.trends);

  // each piece of evidence is shaded in the first group that shows its signal, else in the strip of events
  std::vector<std::vector<EvidenceShade>> shades(groups.size());
  std::vector<EvidenceShade> others;
  int number = 0;
  for (const CriterionGrade& criterion : input.grade.criteria) {
    for (const Evidence& evidence : criterion.evidence) {
      const EvidenceShade shade{++number, evidence.from, evidence.to, evidence.text};
      const auto group = std::find_if(groups.begin(), groups.end(),
                                      [&](const TrendGroup& candidate) { return candidate.shows(evidence.signal); });
      (group == groups.end() ? others : shades[static_cast<std::size_t>(group - groups.begin())]).push_back(shade);
    }
  }

  std::string text = "<section id=\"trends\"><h2>" + both("Trends", "趋势") + "</h2>\n" + marks_legend();
  text += event_strip(events, others);
  for (std::size_t i = 0; i < groups.size(); ++i) text += trend_chart(groups[i], events, shades[i]);
  return text + "<p class=\"quiet\">" +
         both("Time in hours and minutes of simulated time.", "时间为仿真时间（时:分）。") + "</p></section>\n";
}

std::string foot(const RunRecord& run) {
  const std::string name = run.file.substr(run.file.find_last_of('/') + 1);
  std::string text =
      "<footer><p>" +
      both("Fingerprint of the run (its last chain hash, SHA-256): ", "运行指纹（最后一条链式哈希，SHA-256）：") +
      "<code>" + escaped(run.chain) + "</code></p>\n";
  for (const auto& [file, digest] : run.header.file_digests) {
    text += "<p>" + escaped(file) + " (SHA-256): <code>" + escaped(digest) + "</code></p>\n";
  }
  text += "<p>" +
          both("This grade is computed from the run alone. Anybody can repeat it: ",
               "成绩仅由运行记录计算，任何人都可复核：") +
          "<code>stillhouse verify " + escaped(name.empty() ? "RUN" : name) + "</code></p></footer>\n";
  return text;
}

}  // namespace

std::string html_report(const ReportInput& input) {
  const RunRecord effective = without_undone(input.run);
  const double end = end_of(input);
  std::string body = head(input, end);
  body += criteria_section(input.grade, input.review);
  body += marks_section(input.grade, input.review);
  body += tasks_section(input.grade);
  if (input.bench) body += bench_sections(*input.bench);
  if (input.notebook) body += notebook_section(*input.notebook, effective);
  body += trends_section(input, effective, end);
  body += alarms_section(alarm_history(effective.alarms));
  body += faults_section(effective);
  body += notes_section(input.run);
  body += commands_section(input.run);
  body += foot(input.run);
  const std::string title = title_of(input.grade, input.grade.lab_title.en) + " · " + html::points(input.grade.score) +
                            " / " + html::points(input.grade.total);
  return html_page(title, body, input.chinese_first);
}

}  // namespace stillhouse
