#include <algorithm>
#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>

#include "frontend/cli/output.h"
#include "frontend/cli/progress.h"
#include "frontend/cli/verb.h"
#include "frontend/paper/class_pdf.h"
#include "labs/review/class_report.h"
#include "labs/review/run_flags.h"

namespace stillhouse::cli {

namespace {

std::string left(std::string text, std::size_t width) {
  // of UTF-8 the letters are counted, and a Chinese one is two wide
  std::size_t wide = 0;
  for (const char byte : text) {
    const auto code = static_cast<unsigned char>(byte);
    if ((code & 0xC0u) != 0x80u) wide += code >= 0xE2 ? 2 : 1;
  }
  return wide < width ? text + std::string(width - wide, ' ') : text + " ";
}

std::string right(const std::string& text, std::size_t width) {
  return text.size() < width ? std::string(width - text.size(), ' ') + text : text;
}

std::string who(const ReviewedRun& run) {
  if (!run.student.empty()) return run.student;
  return run.operator_name.empty() ? "-" : "(" + run.operator_name + ")";
}

std::string score(const ReviewedRun& run) {
  if (!run.closed) return "-";
  std::string text = points(run.grade.given()) + " of " + points(run.grade.total);
  if (run.grade.any_change()) text += " (computed " + points(run.grade.computed) + ")";
  return text;
}

void tell_run(const ReviewedRun& run, std::size_t name_width) {
  std::cout << left(run.name, name_width) << left(who(run), 14);
  if (run.readable()) std::cout << left(score(run), 18) << "  " << clock_time(run.duration) << "  " << run.title.en;
  std::cout << "\n";
  for (const RunFlag& flag : flags_of(run))
    std::cout << "    " << (flag.serious ? "! " : "  ") << flag.name.en << ": " << flag.says.en << "\n";
}

std::string optional_text(const std::optional<double>& number) {
  if (!number) return "-";
  const std::string text = points(*number);
  return text;
}

void tell_lab(const LabStatistics& lab) {
  const ScoreDistribution& scores = lab.scores;
  std::cout << "\n"
            << lab.title.en << ": " << scores.runs << (scores.runs == 1 ? " run" : " runs") << " counted\n"
            << "  score in %: mean " << points(scores.mean);
  if (scores.runs > 1) std::cout << ", standard deviation " << points(scores.deviation);
  std::cout << ", median " << points(scores.median) << ", " << points(scores.lowest) << " to " << points(scores.highest)
            << "\n  by tenths:";
  for (const int bin : scores.bins) std::cout << " " << bin;
  std::cout << "\n  points  difficulty p  discrimination r  D (27 %)  criterion\n";
  for (const ItemStatistics& item : lab.items) {
    std::cout << "  " << right(points(item.points), 6) << right(points(item.difficulty), 14)
              << right(optional_text(item.discrimination), 18) << right(optional_text(item.upper_lower), 10) << "  "
              << item.title.en << " (" << item.id << ")\n";
  }
}

Json json_of_run(const ReviewedRun& run) {
  if (!run.readable()) return {{"file", run.path.string()}, {"cannot_be_read", run.reason}};
  Json criteria = Json::array();
  for (const MarkedCriterion& criterion : run.grade.criteria) {
    Json row = {{"id", criterion.id},
                {"title", json_of(criterion.title)},
                {"points", criterion.points},
                {"computed", criterion.by_person ? Json(nullptr) : Json(criterion.computed)},
                {"given", criterion.waits() ? Json(nullptr) : Json(criterion.given())}};
    if (criterion.mark)
      row["mark"] = {{"reason", criterion.mark->reason}, {"by", criterion.mark->by}, {"wall", criterion.mark->wall}};
    criteria.push_back(std::move(row));
  }
  Json flags = Json::array();
  for (const RunFlag& flag : flags_of(run))
    flags.push_back({{"id", flag.id}, {"serious", flag.serious}, {"says", json_of(flag.says)}});
  Json document = {{"file", run.path.string()},     {"student", run.student}, {"lab", run.lab},
                   {"operator", run.operator_name}, {"seed", run.seed},       {"duration_s", run.duration},
                   {"closed", run.closed},          {"criteria", criteria},   {"flags", flags}};
  document["score"] = run.closed ? Json(run.grade.given()) : Json(nullptr);
  document["score_computed"] = run.closed ? Json(run.grade.computed) : Json(nullptr);
  document["total"] = run.closed ? Json(run.grade.total) : Json(nullptr);
  document["points_waiting"] = run.closed ? Json(run.grade.open()) : Json(nullptr);
  return document;
}

Json json_of_lab(const LabStatistics& lab) {
  Json items = Json::array();
  for (const ItemStatistics& item : lab.items)
    items.push_back({{"id", item.id},
                     {"points", item.points},
                     {"difficulty", item.difficulty},
                     {"discrimination", json_of(item.discrimination)},
                     {"upper_lower", json_of(item.upper_lower)}});
  return {{"lab", lab.lab},
          {"runs", lab.scores.runs},
          {"mean", lab.scores.mean},
          {"deviation", lab.scores.deviation},
          {"median", lab.scores.median},
          {"bins", lab.scores.bins},
          {"items", items}};
}

std::vector<ReviewedRun> reviewed(const Arguments& arguments) {
  std::vector<std::filesystem::path> paths;
  for (const std::string& word : arguments.words)
    for (std::filesystem::path& path : runs_at(word)) paths.push_back(std::move(path));
  std::vector<ReviewedRun> runs;
  GoodOperators operators;
  Progress progress(arguments.has("no-verify") ? "reading" : "verifying");
  for (std::size_t i = 0; i < paths.size(); ++i) {
    ReviewedRun run = look_at_run(paths[i]);
    const auto show = [&](double share) {
      progress.show((static_cast<double>(i) + share) / static_cast<double>(paths.size()), run.name);
      return true;
    };
    show(0.0);
    note_haste(run, operators);
    if (!arguments.has("no-verify")) check_run(run, show);
    runs.push_back(std::move(run));
  }
  progress.clear();
  return runs;
}

int review(const Arguments& arguments) {
  const std::string language = arguments.value("language", "en");
  if (language != "en" && language != "zh")
    throw UsageError("--language: '" + language + "' is not known; allowed: en, zh");
  for (const char* option : {"html", "csv", "pdf"})
    if (arguments.has(option) && arguments.value(option)->empty())
      throw UsageError("--" + std::string(option) + " needs a file name");

  const std::vector<ReviewedRun> runs = reviewed(arguments);
  const std::vector<LabStatistics> labs = class_statistics(runs);
  std::error_code error;
  const std::filesystem::path first = std::filesystem::absolute(arguments.words.front(), error).lexically_normal();
  std::string name = first.filename().empty() ? first.parent_path().filename().string() : first.filename().string();
  if (arguments.words.size() > 1) name += ", …";
  const ClassReportInput input{.name = name, .runs = runs, .labs = labs, .chinese_first = language == "zh"};
  if (const auto path = arguments.value("html")) write_document(*path, class_html(input));
  if (const auto path = arguments.value("csv")) write_document(*path, class_csv(runs));
  if (const auto path = arguments.value("pdf")) write_class_pdf(*path, input);

  if (arguments.has("json")) {
    Json list = Json::array(), statistics = Json::array();
    for (const ReviewedRun& run : runs) list.push_back(json_of_run(run));
    for (const LabStatistics& lab : labs) statistics.push_back(json_of_lab(lab));
    print_json({{"runs", list}, {"labs", statistics}});
  } else {
    std::size_t width = 12;
    for (const ReviewedRun& run : runs) width = std::max(width, run.name.size() + 2);
    for (const ReviewedRun& run : runs) tell_run(run, width);
    for (const LabStatistics& lab : labs) tell_lab(lab);
    for (const char* option : {"html", "csv", "pdf"})
      if (const auto path = arguments.value(option))
        std::cout << (option == std::string("html") ? "\n" : "") << *path << "\n";
  }
  const bool well = std::none_of(runs.begin(), runs.end(), [](const ReviewedRun& run) {
    return !run.readable() || !run.edited.empty() || run.check == RunCheck::differs ||
           run.check == RunCheck::impossible || !run.review_fault.empty();
  });
  return well ? all_is_well : not_well;
}

}  // namespace

Verb review_verb() {
  return {
      "review",
      {"FOLDER|RUN", "[FOLDER|RUN]..."},
      {{"html", "FILE.html", "the class as a page: distribution, items, every run, every mark given by hand"},
       {"pdf", "FILE.pdf", "the same for printing"},
       {"csv", "FILE.csv", "one row a run, one column a fact and a criterion (UTF-8 with a byte order mark)"},
       {"language", "en|zh", "the language of the PDF, and what the page shows first (en)"},
       {"no-verify", "", "does not simulate the runs again; they count as not verified"},
       {"json", "", "one JSON document on stdout: runs[{file, student, score, flags, criteria}], labs[{items}]"}},
      "Looks through the runs of a class: scores, flags, and how well each criterion tells them apart.",
      "Every file of a folder that ends in .run is a row, also a damaged or a foreign one, with the reason. Each run "
      "is\n"
      "simulated again and compared. Flags with ! ask for a look before the score is used: edited, differs, cannot be\n"
      "read, the range of a model left, unusual haste (more than 30 commands in a simulated minute; or at least 2\n"
      "tasks, a third of those compared, in less than half the good operator's time). Marks that people gave with\n"
      "`stillhouse mark` count, beside the computed ones. Difficulty p is the mean share of a criterion's points;\n"
      "discrimination r its correlation with the rest of the score; D the best 27 % less the weakest 27 %.\n"
      "The exit code is 1 if a run cannot be read, was edited, or differs.\n",
      review};
}

}  // namespace stillhouse::cli
