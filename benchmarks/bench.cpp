// Runs the measurements of benchmarks/measurements and prints the table of them; ./bench builds and starts it.
#include <charconv>
#include <chrono>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "benchmarks/measurements/bench.h"
#include "benchmarks/measurements/table.h"
#include "benchmarks/measurements/topics.h"

namespace stillhouse {
namespace {

constexpr const char* usage =
    "usage: stillhouse_bench [--quick] [--only NAME]... [--json FILE] | --list | --once NAME [--times N] | --help\n"
    "\n"
    "Times ours and the anchors in turns, in this process, by processor time, and prints the table.\n"
    "\n"
    "  --quick       less patience: ends within two minutes\n"
    "  --only NAME   rows whose name begins so; may be said again\n"
    "  --json FILE   the table as an array of {name, ours_s, anchor, anchor_s, ratio, goal, met}\n"
    "  --list        names of the rows\n"
    "  --once NAME   does one row's work of ours once, below the function counted_work, for profilers;\n"
    "                with --times so often\n"
    "  --help        this text\n";

// s of processor time a row, after which no further turn begins
constexpr double patience = 15.0, quick_patience = 1.0;
// s of wall time after which --quick does what is left no oftener than it must: the machine may be busy
constexpr double quick_limit = 45.0;

struct Wishes {
  bool quick = false, list = false, help = false;
  std::vector<std::string> only;
  std::string json, once;
  int times = 1;
};

constexpr int all_is_well = 0, not_everything_ran = 1, not_understood = 2;

/// Whether the words were understood; `why` says what was not.
bool read(const std::vector<std::string>& words, Wishes& wishes, std::string& why) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (word == "--quick") {
      wishes.quick = true;
    } else if (word == "--list") {
      wishes.list = true;
    } else if (word == "--help" || word == "-h") {
      wishes.help = true;
    } else if (word == "--only" || word == "--json" || word == "--once" || word == "--times") {
      if (i + 1 == words.size() || words[i + 1].empty() || words[i + 1].starts_with("--")) {
        why = word + (word == "--json"    ? " needs the name of a file"
                      : word == "--times" ? " needs a number"
                                          : " needs the name of a row");
        return false;
      }
      const std::string& value = words[++i];
      if (word == "--only") wishes.only.push_back(value);
      if (word == "--json") wishes.json = value;
      if (word == "--once") wishes.once = value;
      if (word == "--times") {
        const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), wishes.times);
        if (error != std::errc() || end != value.data() + value.size() || wishes.times < 1) {
          why = "--times " + value + ": a whole number from 1 on is needed";
          return false;
        }
      }
    } else {
      why = "it does not know \"" + word + "\"; it knows --quick, --only, --json, --list, --once, --times and --help";
      return false;
    }
  }
  return true;
}

std::string names(const Bench& bench) {
  std::string list;
  for (const Measurement& m : bench.measurements()) list += (list.empty() ? "" : ", ") + m.name;
  return list;
}

int refuse(const std::string& why) {
  std::cerr << "stillhouse_bench: " << why << ".\n";
  return not_understood;
}

int run_once(const Bench& bench, const std::string& name, int times) {
  for (const Measurement& m : bench.measurements()) {
    if (m.name != name) continue;
    const Work work = m.ours();
    for (int i = 0; i < times; ++i) counted_work(work);
    return all_is_well;
  }
  return refuse("there is no row \"" + name + "\"; there are " + names(bench));
}

int table(const Bench& bench, const Wishes& wishes) {
  for (const std::string& word : wishes.only)
    if (bench.chosen({word}, false).empty())
      return refuse("no row begins with \"" + word + "\"; there are " + names(bench));
  // before minutes of work, not after
  std::ofstream json;
  if (!wishes.json.empty()) {
    json.open(wishes.json, std::ios::binary);
    if (!json) return refuse("the file \"" + wishes.json + "\" cannot be written");
  }

  const auto begun = std::chrono::steady_clock::now();
  std::vector<Row> rows;
  bool all_ran = true;
  for (const Measurement* m : bench.chosen(wishes.only, wishes.quick)) {
    std::cerr << "  " << m->name << "\n";
    const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - begun;
    const double budget = !wishes.quick ? patience : spent.count() < quick_limit ? quick_patience : 0.0;
    rows.push_back(run(*m, budget));
    all_ran = all_ran && rows.back().failure.empty();
  }
  print_table(std::cout, rows);
  if (const std::size_t without = bench.chosen(wishes.only, false).size() - rows.size(); without > 0)
    std::cout << "\nLeft out with --quick: " << without << (without == 1 ? " row that takes" : " rows that take")
              << " long.\n";
  if (json.is_open()) {
    json << json_of(rows);
    json.close();
    if (!json) return refuse("the file \"" + wishes.json + "\" cannot be written");
  }
  return all_ran ? all_is_well : not_everything_ran;
}

int run_program(const std::vector<std::string>& words) {
  Wishes wishes;
  std::string why;
  if (!read(words, wishes, why)) return refuse(why);
  if (wishes.help) {
    std::cout << usage;
    return all_is_well;
  }
  Bench bench;
  for (const auto& add : topics) add(bench);
  if (wishes.list) {
    for (const Measurement& m : bench.measurements()) std::cout << m.name << "\n";
    return all_is_well;
  }
  return wishes.once.empty() ? table(bench, wishes) : run_once(bench, wishes.once, wishes.times);
}

}  // namespace
}  // namespace stillhouse

int main(int count, char** words) {
  try {
    return stillhouse::run_program({words + 1, words + count});
  } catch (const std::exception& e) {
    std::cerr << "stillhouse_bench: " << e.what() << "\n";
    return 1;
  }
}
