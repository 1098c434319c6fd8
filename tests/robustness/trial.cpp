#include "tests/robustness/trial.h"

#include <algorithm>
#include <memory>
#include <sstream>

#include "engine/base/error.h"
#include "labs/session/lab_library.h"
#include "labs/session/operator_player.h"
#include "labs/session/session.h"
#include "models/catalogue.h"
#include "tests/robustness/dice.h"
#include "tests/robustness/random_session.h"
#include "tests/robustness/watch.h"

namespace stillhouse {

namespace {

std::vector<std::string> parts_of(const std::string& name) {
  std::vector<std::string> parts;
  std::istringstream text(name);
  for (std::string part; std::getline(text, part, ':');) parts.push_back(part);
  return parts;
}

/// Random parameters until the builder takes them; what a plant leaves open keeps its standard in three of ten.
std::shared_ptr<const Flowsheet> random_plant(const FlowsheetKind& kind, const std::vector<ParameterValue>& words,
                                              const std::string& subject, std::uint64_t seed, TrialResult& result) {
  Dice dice(seed, "parameters of " + subject);
  while (true) {
    std::vector<ParameterValue> values = words;
    for (const ParameterInfo& p : kind.parameters) {
      if (dice.chance(0.3)) continue;
      values.push_back({p.name, dice.within(p.minimum, p.maximum), {}});
    }
    try {
      return kind.build(values);
    } catch (const ModelError&) {
      if (++result.refused_builds > 1000) throw;
    }
  }
}

void drive_plant(const std::vector<std::string>& parts, std::uint64_t seed, std::int64_t scans, TrialResult& result) {
  const FlowsheetKind& kind = find_flowsheet_kind(parts.at(1));
  std::vector<ParameterValue> words;
  for (std::size_t i = 0; i < kind.choices.size(); ++i) words.push_back({kind.choices[i].name, 0.0, parts.at(2 + i)});
  const auto plant = random_plant(kind, words, parts.at(1) + parts.back(), seed, result);
  Simulator simulator(plant);
  Watch watch(simulator, result);

  Dice dice(seed, "inputs of " + parts.at(1) + parts.back());
  const std::int64_t end = std::min(scans, dice.whole(300, 5400));
  std::int64_t next = 0;
  while (simulator.scan() < end) {
    if (simulator.scan() == next) {
      for (std::int64_t moves = dice.whole(1, 3); moves > 0 && !plant->inputs().empty(); --moves) {
        const std::size_t i = dice.pick(plant->inputs().size());
        const InputInfo& input = plant->inputs()[i];
        const double value =
            dice.chance(0.2) ? input.range.start : dice.within(input.range.minimum, input.range.maximum);
        simulator.set_input(static_cast<int>(i), value);
        remember(result, simulator.scan(), input.name + " = " + std::to_string(value) + " " + input.unit);
      }
      next += dice.whole(1, 10);
    }
    try {
      simulator.advance();
    } catch (const SolveError& error) {
      watch.look_at_ladder();
      result.failure = error.what();
      return;
    }
    if (!watch.look()) return;
  }
}

void drive_lab(const std::string& id, std::uint64_t seed, std::int64_t scans, TrialResult& result) {
  const LabPlace place = LabLibrary::standard().find(id);
  Dice dice(seed, "session of " + id);
  auto lab = std::make_shared<scenario::Lab>(load_lab(place));
  const scenario::Lab original = *lab;
  add_random_faults(*lab, dice);
  Session session(lab, SessionSettings{seed, {}});
  Watch watch(session.simulator(), result);

  // in every other session a good operator brings the plant somewhere first
  std::unique_ptr<OperatorPlayer> player;
  std::int64_t hand_over = 0;
  const std::vector<std::string> operators = place.operators();
  if (dice.chance(0.5) && std::find(operators.begin(), operators.end(), "good") != operators.end()) {
    player = std::make_unique<OperatorPlayer>(load_operator(find_operator(place, "good"), original), session);
    hand_over = dice.whole(0, static_cast<std::int64_t>(0.9 * lab->duration / session.scan_length()));
  }
  std::int64_t next = hand_over;
  while (session.running() && session.scan() < scans) {
    if (session.scan() < hand_over) {
      for (const Command& command : player->next(session)) session.execute(command);
    } else if (session.scan() == next) {
      for (std::int64_t commands = dice.whole(1, 3); commands > 0; --commands) {
        if (const auto command = random_command(session, dice)) {
          const Command& c = *command;
          session.execute(c);
          remember(result, session.scan(),
                   c.verb + " " + c.tag + " " + std::to_string(c.value) + (c.text.empty() ? "" : " " + c.text));
        }
      }
      next += dice.whole(1, 10);
    }
    session.advance();
    if (session.end() == SessionEnd::failed) {
      watch.look_at_ladder();
      result.failure = session.failure();
      return;
    }
    if (!watch.look()) return;
  }
}

}  // namespace

std::vector<Subject> all_subjects() {
  std::vector<Subject> subjects;
  for (const FlowsheetKind& kind : catalogue()) {
    std::vector<std::string> names{"plant:" + kind.name};
    for (const ChoiceParameter& choice : kind.choices) {
      std::vector<std::string> more;
      for (const std::string& name : names)
        for (const std::string& word : choice.allowed) more.push_back(name + ":" + word);
      names = more;
    }
    for (const std::string& name : names) subjects.push_back({name});
  }
  for (const LabPlace& lab : LabLibrary::standard().labs()) subjects.push_back({"lab:" + lab.id()});
  return subjects;
}

TrialResult run_trial(const Subject& subject, std::uint64_t seed, std::int64_t scans) {
  TrialResult result;
  const std::vector<std::string> parts = parts_of(subject.name);
  try {
    if (parts.at(0) == "lab")
      drive_lab(parts.at(1), seed, scans, result);
    else
      drive_plant(parts, seed, scans, result);
  } catch (const std::exception& error) {
    result.failure = error.what();
  }
  return result;
}

}  // namespace stillhouse
