#include <algorithm>
#include <charconv>
#include <chrono>
#include <ctime>
#include <fstream>
#include <iostream>
#include <limits>
#include <sstream>

#include "tests/robustness/trial.h"

/// Drives every shipped plant and lab at random until something is wrong; see usage below.

namespace stillhouse {
namespace {

constexpr const char* usage =
    R"(stillhouse_random_operation [--plant NAME | --lab ID] [--seed N] [--scans N] [--sessions N] [--keep-going] [--json]
stillhouse_random_operation --seeds FILE [--json]

Without --plant or --lab the scans are shared among all plants of the catalogue, with each choice of mixture, and all
shipped labs. Session k of a plant or lab has the seed N + k. --plant pilot_column:ethanol_water names one choice.
Stops at the first failure, says what it was and the command that repeats it; --keep-going goes on with the next
session. --seeds runs each line of FILE: subject,seed,scans,what it was.
)";

struct Options {
  std::vector<Subject> subjects;
  std::uint64_t seed = 1;
  std::int64_t scans = 20000;
  std::int64_t sessions = std::numeric_limits<std::int64_t>::max();
  std::string seeds_file;
  bool keep_going = false;
  bool json = false;
};

/// All that was seen, over sessions.
struct Totals {
  std::int64_t scans = 0;
  long sessions = 0, commands = 0, refused_builds = 0, steps = 0, failures = 0, most_steps = 0, most_starts = 0;
  std::array<long, rung_count> rungs{};
  double worst_balance = 0.0, lowest_holdup = 0.0;
  std::string worst_balance_of = "none", lowest_holdup_of = "none";
};

void add(Totals& totals, const Subject& subject, std::uint64_t seed, const TrialResult& r) {
  totals.scans += r.scans;
  ++totals.sessions;
  totals.commands += r.commands;
  totals.refused_builds += r.refused_builds;
  totals.steps += r.steps;
  totals.failures += r.failure ? 1 : 0;
  totals.most_steps = std::max(totals.most_steps, r.most_steps);
  totals.most_starts = std::max(totals.most_starts, r.most_starts);
  for (std::size_t i = 0; i < rung_count; ++i) totals.rungs[i] += r.rungs[i];
  const std::string where = " (" + subject.name + ", seed " + std::to_string(seed) + ")";
  if (r.worst_balance > totals.worst_balance) {
    totals.worst_balance = r.worst_balance;
    totals.worst_balance_of = r.worst_balance_of + where;
  }
  if (r.lowest_holdup < totals.lowest_holdup) {
    totals.lowest_holdup = r.lowest_holdup;
    totals.lowest_holdup_of = r.lowest_holdup_of + where;
  }
}

std::string repeat(const Subject& subject, std::uint64_t seed, std::int64_t scans) {
  const std::size_t colon = subject.name.find(':');
  return "stillhouse_random_operation --" + subject.name.substr(0, colon) + " " + subject.name.substr(colon + 1) +
         " --seed " + std::to_string(seed) + " --sessions 1 --scans " + std::to_string(scans);
}

void tell_failure(const Subject& subject, std::uint64_t seed, const TrialResult& r) {
  std::cerr << "\n" << subject.name << ", seed " << seed << ", failed in scan " << r.scans << ":\n  " << *r.failure;
  std::cerr << "\nlast commands:\n";
  for (const std::string& command : r.last_commands) std::cerr << "  " << command << "\n";
  std::cerr << "again: " << repeat(subject, seed, r.scans + 1) << "\n" << std::flush;
}

std::string quoted(const std::string& text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += c == '\n' ? ' ' : c;
  }
  return result + "\"";
}

void tell_totals(const Totals& t, bool json) {
  const double cpu = static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
  if (json) {
    std::cout << "{\"scans\":" << t.scans << ",\"sessions\":" << t.sessions << ",\"commands\":" << t.commands
              << ",\"refused_parameter_sets\":" << t.refused_builds << ",\"failures\":" << t.failures << ",\"rungs\":["
              << t.rungs[0] << "," << t.rungs[1] << "," << t.rungs[2] << "],\"steps\":" << t.steps
              << ",\"most_steps_in_a_scan\":" << t.most_steps << ",\"most_starts_in_a_scan\":" << t.most_starts
              << ",\"worst_balance\":" << t.worst_balance << ",\"worst_balance_of\":" << quoted(t.worst_balance_of)
              << ",\"lowest_holdup_mol\":" << t.lowest_holdup << ",\"lowest_holdup_of\":" << quoted(t.lowest_holdup_of)
              << ",\"cpu_s\":" << cpu << "}\n";
    return;
  }
  std::cout << "\n"
            << t.scans << " scans in " << t.sessions << " sessions with " << t.commands << " commands, " << cpu
            << " s of processor time\n"
            << "failures                " << t.failures << "\n"
            << "scans retried           ";
  for (std::size_t i = 0; i < rung_count; ++i)
    std::cout << (i > 0 ? "; " : "") << t.rungs[i] << " by " << rung_text(static_cast<Rung>(i)).en;
  std::cout << "\nsolver's steps          " << t.steps << ", at most " << t.most_steps << " and " << t.most_starts
            << " starts in one scan\n"
            << "largest gap of balance  " << t.worst_balance << " of " << t.worst_balance_of << "\n"
            << "lowest holdup           " << t.lowest_holdup << " mol of " << t.lowest_holdup_of << "\n"
            << "refused parameter sets  " << t.refused_builds << "\n";
}

/// Runs one session; false if it failed and the program should stop.
bool session(const Options& options, const Subject& subject, std::uint64_t seed, std::int64_t scans, Totals& totals) {
  const TrialResult r = run_trial(subject, seed, scans);
  add(totals, subject, seed, r);
  if (!options.json) {
    std::cout << subject.name << ", seed " << seed << ": " << r.scans << " scans, " << r.commands << " commands, "
              << r.steps << " steps (at most " << r.most_steps << ", in scan " << r.most_steps_scan << ")";
    if (!r.first_retry.empty()) std::cout << "; retried first: " << r.first_retry;
    std::cout << "\n" << std::flush;
  }
  if (!r.failure) return true;
  tell_failure(subject, seed, r);
  return options.keep_going;
}

bool run_seeds(const Options& options, Totals& totals) {
  std::ifstream file(options.seeds_file);
  if (!file) {
    std::cerr << "cannot read " << options.seeds_file << "\n";
    return false;
  }
  bool good = true;
  std::string line;
  std::getline(file, line);  // the heading
  while (std::getline(file, line)) {
    std::istringstream text(line);
    std::string subject, seed, scans;
    std::getline(text, subject, ',');
    std::getline(text, seed, ',');
    std::getline(text, scans, ',');
    good = session(options, {subject}, std::stoull(seed), std::stoll(scans), totals) && good;
  }
  return good && totals.sessions > 0;
}

bool run_shares(const Options& options, Totals& totals) {
  // each has its share of the scans; they take turns, so that an early stop has seen them all
  const std::int64_t share = options.scans / static_cast<std::int64_t>(options.subjects.size());
  std::vector<std::int64_t> left(options.subjects.size(), std::max<std::int64_t>(1, share));
  for (std::int64_t k = 0; k < options.sessions; ++k) {
    bool any = false;
    for (std::size_t i = 0; i < options.subjects.size(); ++i) {
      if (left[i] <= 0) continue;
      any = true;
      const std::int64_t before = totals.scans;
      const std::uint64_t seed = options.seed + static_cast<std::uint64_t>(k);
      if (!session(options, options.subjects[i], seed, left[i], totals)) return false;
      left[i] -= std::max<std::int64_t>(1, totals.scans - before);
    }
    if (!any) break;
  }
  return totals.failures == 0;
}

std::optional<Options> read(int count, char** words) {
  Options options;
  for (int i = 1; i < count; ++i) {
    const std::string word = words[i];
    if (word == "--json") {
      options.json = true;
      continue;
    }
    if (word == "--keep-going") {
      options.keep_going = true;
      continue;
    }
    if (i + 1 == count) return std::nullopt;
    const std::string value = words[++i];
    if (word == "--plant" || word == "--lab") {
      // a kind alone stands for all its choices
      const std::string name = word.substr(2) + ":" + value;
      for (const Subject& subject : all_subjects())
        if (subject.name == name || subject.name.starts_with(name + ":")) options.subjects.push_back(subject);
      if (options.subjects.empty()) {
        std::cerr << "there is no " << name << "; there are:";
        for (const Subject& subject : all_subjects()) std::cerr << " " << subject.name;
        std::cerr << "\n";
        return std::nullopt;
      }
    } else if (word == "--seeds") {
      options.seeds_file = value;
    } else {
      std::uint64_t number = 0;
      const auto [end, problem] = std::from_chars(value.data(), value.data() + value.size(), number);
      if (problem != std::errc() || end != value.data() + value.size()) return std::nullopt;
      if (word == "--seed")
        options.seed = number;
      else if (word == "--scans")
        options.scans = static_cast<std::int64_t>(number);
      else if (word == "--sessions")
        options.sessions = static_cast<std::int64_t>(number);
      else
        return std::nullopt;
    }
  }
  if (options.subjects.empty()) options.subjects = all_subjects();
  return options;
}

int run(int count, char** words) {
  const std::optional<Options> options = read(count, words);
  if (!options) {
    std::cerr << usage;
    return 2;
  }
  Totals totals;
  const bool good = options->seeds_file.empty() ? run_shares(*options, totals) : run_seeds(*options, totals);
  tell_totals(totals, options->json);
  return good ? 0 : 1;
}

}  // namespace
}  // namespace stillhouse

int main(int count, char** words) {
  return stillhouse::run(count, words);
}
