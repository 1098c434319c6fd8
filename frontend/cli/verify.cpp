#include <iostream>
#include <nlohmann/json.hpp>

#include "engine/base/hash.h"
#include "frontend/cli/output.h"
#include "frontend/cli/run_file.h"
#include "frontend/cli/verb.h"

namespace stillhouse::cli {

namespace {

/// The chain is broken: nothing of the run can be trusted, so it is not simulated.
int tell_problems(const RunRecord& record, bool json) {
  if (json) {
    Json list = Json::array();
    for (const RunProblem& problem : record.problems) list.push_back({{"line", problem.line}, {"what", problem.what}});
    print_json({{"identical", false},
                {"digest", nullptr},
                {"first_difference_s", nullptr},
                {"score_recorded", nullptr},
                {"score_derived", nullptr},
                {"lab", record.header.lab},
                {"problems", list}});
  } else {
    std::cout << "not identical: the file was changed after it was written\n";
    for (const RunProblem& problem : record.problems)
      std::cout << "  " << record.file << ":" << problem.line << ": " << problem.what << "\n";
  }
  return not_well;
}

int run_verify(const Arguments& arguments) {
  const bool json = arguments.has("json");
  const RunRecord record = read_run_file(arguments.words.front());
  if (!record.intact()) return tell_problems(record, json);

  const Replay replayed = replay_shown(record);
  const std::string digest = to_hex(replayed.session->digest());
  const double score = replayed.session->grade().score;
  std::optional<double> first_difference;
  if (!replayed.identical())
    first_difference = static_cast<double>(*replayed.first_difference) * record.header.scan_length;

  if (json) {
    print_json({{"identical", replayed.identical()},
                {"digest", digest},
                {"first_difference_s", json_of(first_difference)},
                {"score_recorded", json_of(replayed.score_recorded)},
                {"score_derived", score},
                {"lab", record.header.lab},
                {"time_s", replayed.session->time()},
                {"digests_compared", replayed.digests_compared},
                {"difference", replayed.difference},
                {"problems", Json::array()}});
  } else {
    const std::string span = clock_time(replayed.session->time());
    if (replayed.identical())
      std::cout << "identical: " << span << " simulated again, " << replayed.digests_compared << " digests equal\n";
    else
      std::cout << "not identical: differs from scan " << *replayed.first_difference << " ("
                << clock_time(*first_difference) << ") on: " << replayed.difference << "\n";
    std::cout << "digest " << digest << "\nscore recorded "
              << (replayed.score_recorded ? points(*replayed.score_recorded) : "none, the run was not closed")
              << ", derived " << points(score) << "\n";
  }
  return replayed.identical() ? all_is_well : not_well;
}

}  // namespace

Verb verify_verb() {
  return {
      "verify",
      {"RUN"},
      {{"json", "",
        "one JSON document on stdout: identical, digest, first_difference_s, score_recorded,\n"
        "                          score_derived, problems[{line, what}]"}},
      "Checks that a run is what it says: unchanged, and the same when simulated again.",
      "First the chain of the file: a changed byte anywhere is found and its line named. Then the run is simulated\n"
      "again from seed and commands alone, its digests are compared, and the grade is derived anew. The first scan\n"
      "that differs is named. The exit code is 1 if anything differs.\n",
      run_verify};
}

}  // namespace stillhouse::cli
