#include "frontend/paper/class_pdf.h"

#include <algorithm>

#include "frontend/paper/sheet.h"
#include "frontend/presenter/words.h"
#include "labs/grading/html.h"
#include "labs/review/run_flags.h"

namespace stillhouse {

namespace {

constexpr double kBody = 9.0, kHead = 13.0, kTitle = 19.0, kPad = 3.0;

struct Column {
  std::string title;
  double width = 0.0;  ///< points
  bool number = false;
};

/// Tables that go over pages with their heads.
class Table {
 public:
  Table(Sheet& sheet, std::vector<Column> columns) : sheet_(sheet), columns_(std::move(columns)) {
    sheet_.make_room(60.0);
    head();
  }

  void row(const std::vector<std::string>& cells) {
    std::vector<std::vector<std::string>> lines;
    std::size_t most = 1;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      lines.push_back(sheet_.lines(cells[i], kBody, columns_[i].width - 4.0 * kPad));
      most = std::max(most, lines.back().size());
    }
    const double height = static_cast<double>(most) * Sheet::line_height(kBody) + kPad;
    if (sheet_.make_room(height)) head();
    draw(lines, kBody, Ink::black);
    sheet_.down(height);
    sheet_.rule(Sheet::kMargin, sheet_.y() - 0.5 * kPad, Sheet::kInside);
  }

 private:
  void head() {
    std::vector<std::vector<std::string>> lines;
    std::size_t most = 1;
    for (const Column& column : columns_) {
      lines.push_back(sheet_.lines(column.title, kBody - 1.0, column.width - 2.0 * kPad));
      most = std::max(most, lines.back().size());
    }
    const double height = static_cast<double>(most) * Sheet::line_height(kBody - 1.0) + kPad;
    sheet_.box(Sheet::kMargin, sheet_.y() - 1.0, Sheet::kInside, height, Ink::band);
    draw(lines, kBody - 1.0, Ink::quiet);
    sheet_.down(height + kPad);
  }

  void draw(const std::vector<std::vector<std::string>>& lines, double size, Ink ink) {
    double x = Sheet::kMargin;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      double y = sheet_.y();
      for (const std::string& line : lines[i]) {
        if (columns_[i].number)
          sheet_.text_right(x + columns_[i].width - kPad, y, line, size, ink);
        else
          sheet_.text(x + (i > 0 && columns_[i - 1].number ? 3.0 : 1.0) * kPad, y, line, size, ink);
        y += Sheet::line_height(size);
      }
      x += columns_[i].width;
    }
  }

  Sheet& sheet_;
  std::vector<Column> columns_;
};

/// Writes one class in one language.
class ClassPaper {
 public:
  ClassPaper(Sheet& sheet, bool chinese) : sheet_(sheet), chinese_(chinese) {}

  void write(const ClassReportInput& input) {
    sheet_.text(Sheet::kMargin, sheet_.y(), say("paper.title"_word), kTitle);
    sheet_.down(Sheet::line_height(kTitle));
    sheet_.paragraph(input.name + " · " + std::to_string(input.runs.size()) + say("paper.runs"_word), kBody,
                     Ink::quiet);
    for (const LabStatistics& lab : input.labs) lab_part(lab);
    runs_part(input.runs);
    marks_part(input.runs);
  }

 private:
  std::string say(Word word) const { return say(words(word)); }
  std::string say(const Text& text) const {
    const std::string& wanted = chinese_ ? text.zh : text.en;
    return wanted.empty() ? (chinese_ ? text.en : text.zh) : wanted;
  }

  void heading(const std::string& title) {
    sheet_.make_room(60.0);
    sheet_.down(12.0);
    sheet_.text(Sheet::kMargin, sheet_.y(), title, kHead);
    sheet_.down(Sheet::line_height(kHead) + 2.0);
  }

  void lab_part(const LabStatistics& lab) {
    heading(say(lab.title));
    const ScoreDistribution& scores = lab.scores;
    sheet_.paragraph(
        say("paper.counted"_word) + std::to_string(scores.runs) + say("paper.mean"_word) + html::fixed(scores.mean, 1) +
            " %" +
            (scores.runs > 1 ? say("paper.deviation"_word) + html::fixed(scores.deviation, 1) + " %" : std::string()) +
            say("paper.median"_word) + html::fixed(scores.median, 1) + " %; " + html::fixed(scores.lowest, 1) +
            " % – " + html::fixed(scores.highest, 1) + " %",
        kBody);
    bars(scores);
    Table table(sheet_, {{say("paper.criterion"_word), 265.0},
                         {say("paper.points"_word), 50.0, true},
                         {say("paper.difficulty"_word), 65.0, true},
                         {say("paper.discrimination"_word), 75.0, true},
                         {"D (27 %)", 50.0, true}});
    for (const ItemStatistics& item : lab.items)
      table.row({say(item.title), html::points(item.points), html::fixed(item.difficulty, 2),
                 optional_number(item.discrimination), optional_number(item.upper_lower)});
    sheet_.down(4.0);
    sheet_.paragraph(say(item_definition()), kBody - 1.0, Ink::quiet);
  }

  void bars(const ScoreDistribution& scores) {
    constexpr double high = 70.0, foot = 16.0;
    sheet_.make_room(high + foot + 20.0);
    const double base = sheet_.y() + high + 14.0, step = (Sheet::kInside - 20.0) / ScoreDistribution::kBins;
    const double left = Sheet::kMargin + 10.0;
    const int most = std::max(1, *std::max_element(scores.bins.begin(), scores.bins.end()));
    for (int i = 0; i <= ScoreDistribution::kBins; ++i) {
      const double x = left + step * i;
      const std::string edge = std::to_string(10 * i) + (i == ScoreDistribution::kBins ? " %" : "");
      sheet_.text(x - 0.5 * sheet_.width(edge, 8.0), base + 2.0, edge, 8.0, Ink::quiet);
      if (i == ScoreDistribution::kBins) break;
      const int count = scores.bins[static_cast<std::size_t>(i)];
      if (count == 0) continue;
      const double h = high * count / most;
      sheet_.box(x + 2.0, base - h, step - 4.0, h, Ink::bar);
      const std::string number = std::to_string(count);
      sheet_.text(x + 0.5 * (step - sheet_.width(number, 8.0)), base - h - 11.0, number, 8.0);
    }
    sheet_.rule(left, base, step * ScoreDistribution::kBins);
    const double mean = left + step * ScoreDistribution::kBins * std::clamp(scores.mean, 0.0, 100.0) / 100.0;
    sheet_.dashed_upright(mean, base - high - 4.0, base);
    sheet_.down(high + foot + 16.0);
    sheet_.paragraph(say("paper.bars"_word), kBody - 1.0, Ink::quiet);
    sheet_.down(4.0);
  }

  static std::string optional_number(const std::optional<double>& number) {
    return number ? html::fixed(*number, 2) : "–";
  }

  void runs_part(std::span<const ReviewedRun> runs) {
    heading(say("paper.head_runs"_word));
    Table table(sheet_, {{say("paper.student"_word), 90.0},
                         {say("paper.file"_word), 135.0},
                         {say("paper.score"_word), 60.0, true},
                         {say("paper.computed"_word), 55.0, true},
                         {say("paper.duration"_word), 50.0, true},
                         {say("paper.flags"_word), 115.0}});
    for (const ReviewedRun& run : runs) {
      std::string flags;
      for (const RunFlag& flag : flags_of(run))
        flags += (flags.empty() ? "" : say("paper.comma"_word)) + say(flag.name);
      if (!run.readable()) flags += ": " + run.reason;
      table.row({run.student.empty() ? (run.operator_name.empty() ? "–" : run.operator_name) : run.student, run.name,
                 run.closed ? html::points(run.grade.given()) + " / " + html::points(run.grade.total) : "–",
                 run.closed ? html::points(run.grade.computed) : "–", run.readable() ? html::clock(run.duration) : "–",
                 flags});
    }
    sheet_.down(4.0);
    sheet_.paragraph(say(haste_definition()), kBody - 1.0, Ink::quiet);
  }

  void marks_part(std::span<const ReviewedRun> runs) {
    std::vector<std::vector<std::string>> rows;
    for (const ReviewedRun& run : runs)
      for (const MarkedCriterion& criterion : run.grade.criteria)
        if (criterion.mark)
          rows.push_back({run.student.empty() ? run.name : run.student, say(criterion.title),
                          criterion.by_person ? "–" : html::points(criterion.computed),
                          html::points(criterion.mark->points), criterion.mark->reason, criterion.mark->by,
                          criterion.mark->wall});
    if (rows.empty()) return;
    heading(say("paper.marks"_word));
    Table table(sheet_, {{say("paper.run"_word), 75.0},
                         {say("paper.criterion"_word), 110.0},
                         {say("paper.computed"_word), 50.0, true},
                         {say("paper.given"_word), 45.0, true},
                         {say("paper.reason"_word), 110.0},
                         {say("paper.by"_word), 50.0},
                         {say("paper.when"_word), 65.0}});
    for (const auto& row : rows) table.row(row);
  }

  Sheet& sheet_;
  bool chinese_;
};

}  // namespace

void write_class_pdf(const std::string& path, const ClassReportInput& input) {
  Sheet sheet(path, "Stillhouse · " + input.name);
  ClassPaper(sheet, input.chinese_first).write(input);
  sheet.finish();
}

}  // namespace stillhouse
