#include <algorithm>
#include <cmath>
#include <iostream>
#include <nlohmann/json.hpp>

#include "engine/base/error.h"
#include "engine/base/quantity.h"
#include "frontend/cli/linear_plant.h"
#include "frontend/cli/run_file.h"
#include "frontend/cli/verb.h"
#include "labs/session/lab_plant.h"

namespace stillhouse::cli {

namespace {

constexpr std::size_t most_changed = 10;
constexpr double changed_least = 1e-4;  // of the nominal size

/// Last scan at or before the time asked for; the end of the run if none is.
Scan moment_of(const Arguments& arguments, const RunRecord& record) {
  const Scan last = last_scan(without_undone(record));
  const double end = static_cast<double>(last) * record.header.scan_length;
  const auto asked = arguments.value("at");
  if (!asked) return last;
  const double time = seconds_in("at", *asked);
  if (time > end)
    throw UsageError("--at: " + *asked + " is beyond the end of the run, which has " + shortest(end) + "s (" +
                     clock_time(end) + ")");
  const Scan scan = static_cast<Scan>(std::floor(time / record.header.scan_length));
  const double there = static_cast<double>(scan) * record.header.scan_length;
  if (there != time)
    std::cerr << "stillhouse: no scan begins at " << *asked << "; the one before, at " << shortest(there)
              << "s, is taken\n";
  return scan;
}

/// Inputs and signals that a lab's control room touches, each once in the order of the lab, and under which tags.
struct Touched {
  std::vector<std::string> inputs, signals;
  std::map<std::string, std::vector<std::string>> tags;
  std::map<std::string, std::string> input_of, signal_of;  ///< by tag
  std::map<std::string, std::string> instead;              ///< of a controller that moves no input: what to name

  explicit Touched(const scenario::Plant& plant) {
    for (const scenario::Instrument& instrument : plant.instruments)
      touch(signals, signal_of, instrument.tag, instrument.signal);
    for (const scenario::Handle& handle : plant.handles) touch(inputs, input_of, handle.tag, handle.input);
    for (const scenario::Controller& controller : plant.controllers) {
      if (!controller.secondary.empty()) {
        instead[controller.tag] = "moves the set point of " + controller.secondary + "; name " + controller.secondary;
      } else if (!controller.split.empty()) {
        std::string handles;
        for (const scenario::SplitPart& part : controller.split) {
          handles += (handles.empty() ? "" : ",") + part.handle;
          tags[input_of[part.handle]].push_back(controller.tag);
        }
        instead[controller.tag] = "moves several handles, by split range; name those of interest: " + handles;
      } else {
        touch(inputs, input_of, controller.tag,
              controller.moves_handle ? input_of[controller.moves] : controller.moves);
      }
    }
  }

 private:
  void touch(std::vector<std::string>& names, std::map<std::string, std::string>& by_tag, const std::string& tag,
             const std::string& name) {
    by_tag[tag] = name;
    tags[name].push_back(tag);
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
};

/// Positions of names in a list of infos. A tag stands for what it is wired to.
template <class Infos>
std::vector<int> positions(const std::string& option, const std::vector<std::string>& names, const Infos& infos,
                           const std::map<std::string, std::string>& by_tag, const std::vector<std::string>& usual,
                           const std::string& where_all_are) {
  std::vector<std::string> known;
  for (const auto& info : infos) known.push_back(info.name);
  std::vector<int> list;
  for (const std::string& word : names) {
    const auto tag = by_tag.find(word);
    const std::string& name = tag == by_tag.end() ? word : tag->second;
    const auto found = std::find(known.begin(), known.end(), name);
    if (found == known.end()) {
      std::string message =
          "--" + option + ": there is no " + (option == "inputs" ? "input" : "signal") + " '" + word + "'";
      std::vector<std::string> words = known;
      for (const auto& [each, meant] : by_tag) words.push_back(each);
      const std::string nearest = nearest_word(word, words);
      message += nearest.empty() ? "; usual ones:" : "; did you mean '" + nearest + "'? Usual ones:";
      for (const std::string& name_of_it : usual) message += " " + name_of_it;
      throw UsageError(message + "; all: " + where_all_are);
    }
    const int position = static_cast<int>(found - known.begin());
    if (std::find(list.begin(), list.end(), position) != list.end())
      throw UsageError("--" + option + ": " + name + " is named twice");
    list.push_back(position);
  }
  return list;
}

std::vector<double> signals_at(const DaeProblem& problem, const std::vector<double>& y) {
  std::vector<double> observables(problem.plant().observables().size()), holdings(problem.plant().quantities().size());
  problem.plant().observe(y.data(), problem.inputs.data(), problem.modes.data(), observables.data(), holdings.data());
  std::vector<double> all = y;
  all.insert(all.end(), observables.begin(), observables.end());
  return all;
}

/// Brings the plant to rest; `y` and `yp` are then those of the steady state.
void settle(DaeProblem& problem, std::vector<double>& y, std::vector<double>& yp, LinearPlant& result) {
  const std::vector<double> before = signals_at(problem, y);
  try {
    result.steady = find_steady_state(problem, y);
  } catch (const SolveError& error) {
    throw SolveError(result.time, "with the inputs of " + clock_time(result.time) +
                                      " held, no steady state was found: " + error.what() +
                                      "; a vessel that runs empty or full on the way may be why. Without --steady the "
                                      "plant is linearized as it stands");
  }
  y = result.steady->y;
  yp = result.steady->yp;
  const std::vector<double> after = signals_at(problem, y);
  std::vector<std::pair<double, ChangedSignal>> changed;
  for (std::size_t i = 0; i < before.size(); ++i) {
    const SignalInfo& signal = problem.plant().signals()[i];
    if (i < y.size() && problem.plant().variables()[i].kind == Kind::ledger) continue;
    const double share = std::abs(after[i] - before[i]) / signal.range.nominal;
    if (share > changed_least) changed.push_back({share, {signal.name, signal.unit, before[i], after[i]}});
  }
  std::stable_sort(changed.begin(), changed.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  for (auto& [share, signal] : changed)
    if (result.changed.size() < most_changed) result.changed.push_back(std::move(signal));
}

int run_linearize(const Arguments& arguments) {
  const RunRecord record = read_run_file(arguments.words.front());
  require_intact(record);
  const Scan moment = moment_of(arguments, record);

  // names first: a slip must not cost the time of a replay
  const auto lab = carried_lab(record).lab;
  const auto plant = build_plant(*lab, record.header.seed);
  const Touched touched(lab->plant);
  const std::string describe = "stillhouse describe " + (lab->plant.blueprint ? lab->plant.id : lab->plant.flowsheet);
  const auto chosen = [&](const char* option, const std::vector<std::string>& usual) {
    const auto names = arguments.value(option);
    return names ? items_in(*names) : usual;
  };
  const std::vector<std::string> input_names = chosen("inputs", touched.inputs);
  for (const std::string& name : input_names)
    if (const auto found = touched.instead.find(name); found != touched.instead.end())
      throw UsageError("--inputs: " + name + " " + found->second);
  const std::vector<int> inputs =
      positions("inputs", input_names, plant->inputs(), touched.input_of, touched.inputs, describe);
  const std::vector<int> outputs = positions("outputs", chosen("outputs", touched.signals), plant->signals(),
                                             touched.signal_of, touched.signals, describe);

  for (int output : outputs) {
    if (output < plant->unknown_count() && plant->variables()[static_cast<std::size_t>(output)].kind == Kind::ledger)
      throw UsageError("--outputs: " + plant->signals()[static_cast<std::size_t>(output)].name +
                       " counts what crossed a boundary since the start; it is no output of a linear model");
  }

  const Replay replayed = replay_to_shown(record, moment);
  if (!tell_difference(record, replayed))
    throw RecordError(record.file, 0,
                      "the state of the run at that moment cannot be told, because this program gives "
                      "another one");
  const Simulator& simulator = replayed.session->simulator();
  const PlantState& state = simulator.state();

  LinearPlant result;
  result.lab = record.header.lab;
  result.run = arguments.words.front();
  result.time = simulator.time();
  result.scan = moment;
  result.tags = touched.tags;
  DaeProblem problem(plant);
  problem.inputs = state.inputs;
  problem.modes = state.modes;
  std::vector<double> y = state.y, yp = state.yp;
  if (arguments.has("steady")) settle(problem, y, yp, result);
  const std::vector<double> signals = signals_at(problem, y);
  for (std::size_t i = 0; i < signals.size(); ++i) {
    const SignalInfo& signal = plant->signals()[i];
    if (signals[i] < signal.range.minimum || signals[i] > signal.range.maximum)
      result.outside_validity.push_back(signal.name);
  }
  result.model = linearize(problem, std::move(y), std::move(yp), inputs, outputs);
  result.response = linear_response(result.model);

  if (arguments.has("json"))
    print_json(linear_json(result));
  else
    std::cout << linear_text(result);
  return all_is_well;
}

}  // namespace

Verb linearize_verb() {
  return {
      "linearize",
      {"RUN"},
      {{"at", "TIME", "the moment, as 3600s, 60min or 1h; the end of the run if left out"},
       {"inputs", "NAME,...", "inputs of the plant, or tags; those that handles and controllers move if left out"},
       {"outputs", "NAME,...", "signals of the plant, or tags; those that the instruments read if left out"},
       {"steady", "", "brings the plant to rest first, with its inputs held as they are at that moment"},
       {"json", "",
        "one JSON document on stdout: time_s, states[], inputs[], outputs[{name, unit, value}], A, B, C,\n"
        "                          D (rows), eigenvalues[{re, im}], time_constants_s[], gains, ramps_per_s,\n"
        "                          integrating[], validity, steady; all numbers SI"}},
      "Step gains, time constants and the state-space (A, B, C, D) of a run's plant at a moment.",
      "The run is simulated again up to the moment, before that scan's commands, and the plant as it truly stands\n"
      "there is linearized, exactly: dx = A x + B u, y = C x + D u, with controllers open and inputs held. Outputs "
      "are\n"
      "the truth that instruments read, without their lags. Where an output does not come to rest after a step of an\n"
      "input, as a tank's level, the pace of its ramp is given instead of a gain.\n"
      "Example: stillhouse linearize good.run --at 60min --inputs kettle.power,HIC-130 --outputs TI-112,tray_6.T\n",
      run_linearize};
}

}  // namespace stillhouse::cli
