#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <vector>

#include "engine/base/random.h"
#include "engine/solve/consistent_start.h"
#include "engine/solve/solver_settings.h"
#include "labs/session/lab_library.h"
#include "labs/session/operator_player.h"
#include "labs/session/session.h"
#include "models/catalogue.h"

namespace stillhouse {
namespace {

// The integrator keeps its history while inputs change every second. Beginning anew at every scan is the plain way that
// cannot be wrong about a change of an input, so the two must tell the same course. They do so the nearer the tighter
// the tolerances are; at the standard ones a vent flow, which follows from a difference of pressures of a few pascal,
// is off by 2 %, at a hundredth of them everything agrees to this:
constexpr double agreement = 1e-3;

// In a lab handles jump to and fro and controllers read noise. Positions of valves and pumps state an accuracy of 1e-3
// of their stroke; the error test takes the root mean square over some 200 unknowns, so that a single one may be off by
// ten times as much in a step, whatever the tolerances. What follows a position directly follows its error.
constexpr double agreement_of_labs = 1e-2;
constexpr double agreement_of_positions = 0.05;

/// Largest difference of any signal, in units of what that signal is at most over the stretch, or its nominal size.
class Comparison {
 public:
  explicit Comparison(const Flowsheet& plant) : plant_(plant), size_(plant.signals().size()), off_(size_.size()) {
    // an observable says how large it usually is by what it is over the stretch; a fraction is of one
    for (std::size_t i = 0; i < size_.size(); ++i) {
      const SignalInfo& info = plant.signals()[i];
      size_[i] = i < plant.variables().size() || info.unit == "1" ? info.range.nominal : 0.0;
      // flows of liquid are a share of what the pump can do, by its position
      if (info.unit == "m^3/s") size_[i] = 8e-6;
      if (info.unit == "kg/s") size_[i] = 8e-3;
    }
  }

  void add(const Simulator& a, const Simulator& b) {
    for (std::size_t i = 0; i < size_.size(); ++i) {
      const double x = a.signal(static_cast<int>(i)), y = b.signal(static_cast<int>(i));
      size_[i] = std::max({size_[i], std::abs(x), std::abs(y)});
      off_[i] = std::max(off_[i], std::abs(x - y));
    }
  }

  void expect_agreement(double agreement, double of_positions) const {
    double worst = 0.0;
    std::string name;
    for (std::size_t i = 0; i < size_.size(); ++i) {
      const double relative = size_[i] > 0.0 ? off_[i] / size_[i] : 0.0;
      const bool position = plant_.signals()[i].name.ends_with("_position");
      EXPECT_LE(relative, position ? of_positions : agreement) << plant_.signals()[i].name << " of " << size_[i];
      if (relative > worst) worst = relative, name = plant_.signals()[i].name;
    }
    // a one-step method has no history that could tell them apart
    if (plant_.unknown_count() > small_plant) {
      EXPECT_GT(worst, 0.0) << "the two are one";
    }
    testing::Test::RecordProperty("largest_difference_of", name);
  }

 private:
  const Flowsheet& plant_;
  std::vector<double> size_, off_;
};

SimulatorSettings kept_settings() {
  SimulatorSettings settings;
  settings.solver = {};
  for (double SolverSettings::*tolerance :
       {&SolverSettings::relative_tolerance, &SolverSettings::differential_tolerance,
        &SolverSettings::algebraic_tolerance, &SolverSettings::ledger_tolerance})
    settings.solver.*tolerance *= 0.01;
  return settings;
}

SimulatorSettings anew_every_scan() {
  SimulatorSettings settings = kept_settings();
  settings.checkpoint_scans = 1;
  return settings;
}

/// Opens and switches on what was shut and off, so that a column boils.
void switch_on(Simulator& simulator) {
  const auto inputs = simulator.plant().inputs();
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    if (inputs[i].range.start == 0.0)
      simulator.set_input(static_cast<int>(i), (inputs[i].unit == "W" ? 1.0 : 0.6) * inputs[i].range.maximum);
  }
}

void compare_plant(const FlowsheetKind& kind, const std::vector<ParameterValue>& words) {
  const auto plant = kind.build(words);
  Simulator kept(plant, kept_settings()), anew(plant, anew_every_scan());
  {
    Simulator warming(plant);
    switch_on(warming);
    while (warming.scan() < 1500) warming.advance();
    kept.restore(warming.state());
    anew.restore(warming.state());
  }

  // every input wanders by up to a tenth of its range from scan to scan: ramps, controllers and noise do no worse
  Comparison comparison(*plant);
  const RandomStream random(4, "inputs");
  const std::vector<double> middle = kept.state().inputs;
  for (int scan = 0; scan < 45; ++scan) {
    for (std::size_t i = 0; i < middle.size(); ++i) {
      const Range& range = plant->inputs()[i].range;
      const double width = 0.05 * (range.maximum - range.minimum);
      const double value = middle[i] + random.symmetric(width, scan, static_cast<std::uint32_t>(i));
      kept.set_input(static_cast<int>(i), value);
      anew.set_input(static_cast<int>(i), value);
    }
    kept.advance();
    anew.advance();
    comparison.add(kept, anew);
  }
  comparison.expect_agreement(agreement, agreement);
  EXPECT_LT(kept.costs().restarts, 25);
  EXPECT_GE(anew.costs().restarts, 45);
}

TEST(KeptHistory, TellsWhatBeginningAnewAtEveryScanTellsForEveryPlantOfTheCatalogue) {
  for (const FlowsheetKind& kind : catalogue()) {
    std::vector<std::vector<ParameterValue>> variants{{}};
    for (const ChoiceParameter& choice : kind.choices) {
      std::vector<std::vector<ParameterValue>> more;
      for (const auto& words : variants) {
        for (const std::string& word : choice.allowed) {
          more.push_back(words);
          more.back().push_back({choice.name, 0.0, word});
        }
      }
      variants = more;
    }
    for (const auto& words : variants) {
      SCOPED_TRACE(kind.name + (words.empty() ? "" : " " + words.back().word));
      compare_plant(kind, words);
    }
  }
}

TEST(KeptHistory, TellsWhatBeginningAnewAtEveryScanTellsForEveryLabUnderItsControllers) {
  for (const LabPlace& place : LabLibrary::standard().labs()) {
    SCOPED_TRACE(place.id());
    const auto lab = std::make_shared<scenario::Lab>(load_lab(place));
    Session kept(lab, SessionSettings{lab->seed, {}, kept_settings()}),
        anew(lab, SessionSettings{lab->seed, {}, anew_every_scan()});
    Comparison comparison(kept.simulator().plant());
    // hands on the plant every few seconds, and controllers that read noise every second
    const auto act = [](Session& session) {
      const scenario::Plant& plant = session.lab().plant;
      const std::int64_t scan = session.scan();
      if (scan == 5)
        for (const scenario::Controller& c : plant.controllers)
          session.execute({0, "student", "mode", c.tag, 0.0, "auto"});
      if (scan % 3 != 0) return;
      const scenario::Handle& handle = plant.handles[static_cast<std::size_t>(scan / 3) % plant.handles.size()];
      const double share = RandomStream(5, handle.tag).uniform(scan);
      session.execute({0, "student", "set", handle.tag, handle.low + share * (handle.high - handle.low), {}});
    };
    while (kept.scan() < 240) {
      act(kept);
      act(anew);
      kept.advance();
      anew.advance();
      comparison.add(kept.simulator(), anew.simulator());
    }
    EXPECT_TRUE(kept.running() && anew.running());
    comparison.expect_agreement(agreement_of_labs, agreement_of_positions);
  }
}

TEST(RealSwitches, OfTheShippedReliefValveAreLocatedToAMicrosecond) {
  const auto plant = find_flowsheet_kind("pilot_column")
                         .build({{"heater_limit", 20000.0, {}}, {"charge", 5e-3, {}}, {"relief_gauge", 5e3, {}}});
  Simulator simulator(plant);
  simulator.set_input(plant->find_input("kettle.power"), 20000.0);
  simulator.set_input(plant->find_input("drum.vent"), 0.0);
  PlantState before;
  while (simulator.state().modes == before.modes || before.modes.empty()) {
    ASSERT_LT(simulator.scan(), 1200) << "it never popped";
    before = simulator.state();
    simulator.advance();
  }

  // the scan in which it popped once more, to the switch
  DaeProblem problem(plant);
  problem.inputs = before.inputs;
  problem.modes = before.modes;
  std::vector<double> y = before.y, yp = before.yp;
  make_consistent(problem, y, yp);
  Integrator integrator(problem, {});
  integrator.restart(0.0, y, yp);
  ASSERT_EQ(integrator.advance(1.0, y, yp), Integrator::Outcome::event);
  const std::size_t count = static_cast<std::size_t>(plant->event_count());
  std::vector<double> here(count), later(count);
  plant->events(y.data(), problem.inputs.data(), problem.modes.data(), here.data(), nullptr);
  constexpr double ahead = 1e-4;  // s
  for (std::size_t i = 0; i < y.size(); ++i) y[i] += ahead * yp[i];
  plant->events(y.data(), problem.inputs.data(), problem.modes.data(), later.data(), nullptr);
  for (std::size_t i = 0; i < count; ++i) {
    if (integrator.crossed()[i] != 1) continue;
    const double slope = (later[i] - here[i]) / ahead;
    EXPECT_GT(slope, 0.0);
    EXPECT_LT(std::abs(here[i]) / slope, 1e-6) << "s off";
  }
}

}  // namespace
}  // namespace stillhouse
