#include "labs/grading/report.h"

#include <iostream>
#include <memory>

#include "frontend/cli/output.h"
#include "frontend/cli/run_file.h"
#include "frontend/cli/verb.h"
#include "labs/grading/bench_section.h"
#include "labs/grading/notebook_section.h"
#include "labs/session/trend_collector.h"

namespace stillhouse::cli {

namespace {

constexpr double kTrendInterval = 10.0;  // s

int run_report(const Arguments& arguments) {
  if (!arguments.has("out")) throw UsageError("stillhouse report needs --out FILE.html");
  const std::string path = *arguments.value("out");
  const std::string language = arguments.value("language", "en");
  if (language != "en" && language != "zh")
    throw UsageError("--language: '" + language + "' is not known; allowed: en, zh");
  const RunRecord record = read_run_file(arguments.words.front());

  std::unique_ptr<TrendCollector> collector;
  std::unique_ptr<PhotographCollector> photographs;
  const auto look = [&](const Session& session) {
    collector->look(session);
    photographs->look(session);
  };
  const Replay replayed = replay_shown(record, [&](const Session& session) {
    if (!collector) {
      collector = std::make_unique<TrendCollector>(session, kTrendInterval);
      photographs = std::make_unique<PhotographCollector>(session, photographs_of(record));
    }
    look(session);
  });
  look(*replayed.session);

  const std::optional<ReviewFile> review = review_of(record);
  const Session& session = *replayed.session;
  const BenchedRun bench{session.lab(),      session.bench_state(), session.sampling_state(),
                         session.progress(), session.scan_length(), session.bench(),
                         session.scan()};
  const bool has_bench = !session.lab().bench.instruments.empty() || !session.lab().questions.empty();
  const NotebookPages notebook{notebook_of(session), photographs->pictures()};
  const Verification verification = replayed.identical() ? Verification::identical : Verification::differs;
  write_document(path, html_report({.grade = replayed.session->grade(),
                                    .run = record,
                                    .trends = collector->trends(),
                                    .verification = verification,
                                    .chinese_first = language == "zh",
                                    .review = review ? &*review : nullptr,
                                    .bench = has_bench ? &bench : nullptr,
                                    .notebook = &notebook}));
  std::cout << path << "\n";
  return tell_difference(record, replayed) ? all_is_well : not_well;
}

}  // namespace

Verb report_verb() {
  return {"report",
          {"RUN"},
          {{"out", "FILE.html", "where to write it; an existing file is replaced"},
           {"language", "en|zh", "the language the page shows first (en)"}},
          "Writes a run's grade, evidence, trends, commands and alarms as one HTML file.",
          "The file needs nothing else and no network. Both languages are in it. The trends come from simulating the\n"
          "run again; the report says whether that gave the recorded run.\n",
          run_report};
}

}  // namespace stillhouse::cli
