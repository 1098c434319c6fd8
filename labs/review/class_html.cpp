#include <algorithm>

#include "labs/grading/html.h"
#include "labs/grading/page.h"
#include "labs/review/class_report.h"
#include "labs/review/run_flags.h"

namespace stillhouse {

namespace {

using html::both;
using html::escaped;

std::string class_cell(const std::string& text, const char* style = "") {
  return (*style == '\0' ? std::string("<td>") : "<td class=\"" + std::string(style) + "\">") + text + "</td>";
}

std::string title_cell(const char* en, const char* zh, const char* style = "") {
  return (*style == '\0' ? std::string("<th>") : "<th class=\"" + std::string(style) + "\">") + both(en, zh) + "</th>";
}

std::string fact(const char* en, const char* zh, const std::string& value) {
  return "<div><dt>" + both(en, zh) + "</dt><dd>" + value + "</dd></div>\n";
}

/// Bars of a tenth of the scale each, with their counts.
std::string distribution(const ScoreDistribution& scores) {
  constexpr double left = 34.0, width = 860.0, base = 150.0, high = 120.0;
  const int most = std::max(1, *std::max_element(scores.bins.begin(), scores.bins.end()));
  const double step = width / ScoreDistribution::kBins;
  std::string svg = "<figure><svg viewBox=\"0 0 920 190\" role=\"img\" aria-label=\"distribution of scores\">";
  for (int i = 0; i < ScoreDistribution::kBins; ++i) {
    const int count = scores.bins[static_cast<std::size_t>(i)];
    const double x = left + step * i, h = high * count / most;
    svg += "<rect x=\"" + html::fixed(x + 3, 1) + "\" y=\"" + html::fixed(base - h, 1) + "\" width=\"" +
           html::fixed(step - 6, 1) + "\" height=\"" + html::fixed(h, 1) + "\" fill=\"#6e8fad\"/>";
    if (count > 0)
      svg += "<text x=\"" + html::fixed(x + 0.5 * step, 1) + "\" y=\"" + html::fixed(base - h - 6, 1) +
             "\" text-anchor=\"middle\">" + std::to_string(count) + "</text>";
    svg +=
        "<text x=\"" + html::fixed(x, 1) + "\" y=\"168\" text-anchor=\"middle\">" + std::to_string(10 * i) + "</text>";
  }
  svg += "<text x=\"" + html::fixed(left + width, 1) + "\" y=\"168\" text-anchor=\"middle\">100</text>";
  svg += "<line class=\"axis\" x1=\"" + html::fixed(left, 1) + "\" y1=\"150\" x2=\"" + html::fixed(left + width, 1) +
         "\" y2=\"150\"/>";
  const double at = left + width * std::clamp(scores.mean, 0.0, 100.0) / 100.0;
  svg += "<line x1=\"" + html::fixed(at, 1) + "\" y1=\"20\" x2=\"" + html::fixed(at, 1) +
         "\" y2=\"150\" stroke=\"#00437c\" stroke-width=\"2\" stroke-dasharray=\"6 4\"/>";
  svg += "<path d=\"M" + html::fixed(at - 6, 1) + " 12 h12 l-6 9 z\" fill=\"#00437c\"/>";
  return svg + "</svg><figcaption class=\"quiet\">" +
         both("Runs by score in % of the total; the dashed line is the mean.",
              "按得分率（%）的运行数；虚线为平均分。") +
         "</figcaption></figure>\n";
}

std::string optional_number(const std::optional<double>& number) {
  return number ? html::fixed(*number, 2) : "–";
}

std::string lab_section(const LabStatistics& lab) {
  const ScoreDistribution& scores = lab.scores;
  std::string text = "<section><h2>" + both(lab.title) + "</h2>\n<dl class=\"facts\">";
  text += fact("Runs counted", "计入的运行", std::to_string(scores.runs));
  text += fact("Mean", "平均", html::fixed(scores.mean, 1) + " %");
  text += fact("Standard deviation", "标准差", scores.runs > 1 ? html::fixed(scores.deviation, 1) + " %" : "–");
  text += fact("Median", "中位数", html::fixed(scores.median, 1) + " %");
  text += fact("Lowest to highest", "最低至最高",
               html::fixed(scores.lowest, 1) + " % – " + html::fixed(scores.highest, 1) + " %");
  text += "</dl>\n" + distribution(scores);
  text += "<div class=\"wide\"><table><thead><tr>" + title_cell("Criterion", "评分项") +
          title_cell("Points", "满分", "number") + title_cell("Difficulty p", "难度 p", "number") +
          title_cell("Discrimination r", "区分度 r", "number") + title_cell("D (27 %)", "D (27 %)", "number") +
          "</tr></thead><tbody>\n";
  for (const ItemStatistics& item : lab.items) {
    text += "<tr>" + class_cell(both(item.title) + " <small>" + escaped(item.id) + "</small>") +
            class_cell(html::points(item.points), "number") + class_cell(html::fixed(item.difficulty, 2), "number") +
            class_cell(optional_number(item.discrimination), "number") +
            class_cell(optional_number(item.upper_lower), "number") + "</tr>\n";
  }
  return text + "</tbody></table></div>\n<p class=\"quiet\">" + both(item_definition()) + "</p></section>\n";
}

std::string score_cell(const ReviewedRun& run) {
  if (!run.closed) return "–";
  std::string text = "<b>" + html::points(run.grade.given()) + "</b> / " + html::points(run.grade.total);
  if (run.grade.any_change())
    text += "<br/><small>" + both("computed ", "计算 ") + html::points(run.grade.computed) + "</small>";
  if (run.grade.open() > 0.0)
    text += "<br/><small>" + html::points(run.grade.open()) + both(" points wait for a person", " 分待人工评阅") +
            "</small>";
  return text;
}

std::string flags_cell(const ReviewedRun& run) {
  std::string text;
  for (const RunFlag& flag : flags_of(run)) {
    text += (text.empty() ? "" : "<br/>") + std::string("<span class=\"sign\">") + escaped(flag.sign) + "</span> ";
    text += flag.serious ? "<b>" + both(flag.name) + "</b>: " : both(flag.name) + ": ";
    text += "<span class=\"quiet\">" + both(flag.says) + "</span>";
  }
  return text;
}

std::string runs_section(std::span<const ReviewedRun> runs) {
  std::string text = "<section><h2>" + both("Runs", "运行") + "</h2>\n<div class=\"wide\"><table><thead><tr>" +
                     title_cell("Student, file", "学生、文件") + title_cell("Lab", "实验") +
                     title_cell("Score", "得分", "number") + title_cell("Duration", "时长", "number") +
                     title_cell("Flags", "标记") + "</tr></thead><tbody>\n";
  for (const ReviewedRun& run : runs) {
    const std::string who = run.student.empty() ? run.operator_name : run.student;
    text += "<tr>" +
            class_cell((who.empty() ? "–" : "<b>" + escaped(who) + "</b>") + "<br/><small>" + escaped(run.name) +
                       "</small>") +
            class_cell(run.readable() ? both(run.title) : "–") + class_cell(score_cell(run), "number") +
            class_cell(run.readable() ? html::clock(run.duration) : "–", "number") + class_cell(flags_cell(run)) +
            "</tr>\n";
  }
  return text + "</tbody></table></div>\n<p class=\"quiet\">" + both(haste_definition()) + "</p></section>\n";
}

std::string marks_section(std::span<const ReviewedRun> runs) {
  std::string rows;
  for (const ReviewedRun& run : runs) {
    for (const MarkedCriterion& criterion : run.grade.criteria) {
      if (!criterion.mark) continue;
      const MarkRecord& mark = *criterion.mark;
      rows +=
          "<tr>" + class_cell(escaped(run.student.empty() ? run.name : run.student)) +
          class_cell(both(criterion.title)) +
          class_cell(criterion.by_person ? both("by a person", "人工") : html::points(criterion.computed), "number") +
          class_cell("<b>" + html::points(mark.points) + "</b>", "number") + class_cell(escaped(mark.reason)) +
          class_cell(escaped(mark.by)) + class_cell(escaped(mark.wall), "time") + "</tr>\n";
    }
  }
  if (rows.empty()) return "";
  return "<section><h2>" + both("Marks given by hand", "人工评分") + "</h2>\n<div class=\"wide\"><table><thead><tr>" +
         title_cell("Run", "运行") + title_cell("Criterion", "评分项") + title_cell("Computed", "计算", "number") +
         title_cell("Given", "给分", "number") + title_cell("Reason", "理由") + title_cell("By", "改分人") +
         title_cell("When (UTC)", "时间 (UTC)") + "</tr></thead><tbody>\n" + rows +
         "</tbody></table></div></section>\n";
}

}  // namespace

std::string class_html(const ClassReportInput& input) {
  const auto unreadable =
      std::count_if(input.runs.begin(), input.runs.end(), [](const auto& run) { return !run.readable(); });
  std::string body = language_choice() + "<header>\n<h1>" + both("Report of a class", "班级报告") +
                     "</h1>\n<p class=\"kicker\">" + escaped(input.name) + " · " + std::to_string(input.runs.size()) +
                     " " + both("runs", "次运行");
  if (unreadable > 0) body += " · " + std::to_string(unreadable) + " " + both("cannot be read", "无法读取");
  body += "</p>\n</header>\n";
  for (const LabStatistics& lab : input.labs) body += lab_section(lab);
  body += runs_section(input.runs) + marks_section(input.runs);
  return html_page(input.name, body, input.chinese_first);
}

}  // namespace stillhouse
