#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/hash.h"
#include "engine/base/text.h"
#include "engine/modelling/flowsheet.h"
#include "engine/simulation/plant_state.h"
#include "engine/simulation/scan_solver.h"

namespace stillhouse {

struct SimulatorSettings {
  double scan_length = 1.0;             ///< s of simulated time between scan boundaries
  std::int64_t checkpoint_scans = 300;  ///< every so many scans the integrator begins anew from the state alone
  std::optional<DaeForm> form;          ///< that the equations are solved in; none: natural_form
  long most_steps = 10000;              ///< of the solver in a scan; one that asks for more is tried again
  /// A third of the standard accuracy, Newton's share a fifth: what a scan leaves is still far below what instruments
  /// read (DECISIONS.md, "Scans are solved to a tenth of what is read").
  SolverSettings solver{.relative_tolerance = 3e-5, .newton_coefficient = 0.2};
};

/// How far each conserved quantity is from closing: inventory - inventory at start - what crossed the boundary.
struct BalanceClosure {
  std::string name;
  std::string unit;
  double inventory;  ///< now
  double start;      ///< at the start
  double crossed;    ///< net inflow through the boundary since the start, by the ledgers
  double gap;        ///< inventory - start - crossed
};

/// What is tried, in this order, when a scan cannot be integrated as it goes. Each begins anew at the scan's first
/// boundary, with fresh factors, and is a function of the state there and of the inputs.
///
/// | rung | what |
/// |---|---|
/// | small_step | first step of 1e-5 s |
/// | short_steps | first step of 1e-8 s, none longer than a fiftieth of the scan, order 2 at most, Newton to a tenth |
/// | complete_form | all unknowns solved for by the multistep method, carefully: 1e-8 s, tolerance to a tenth, 30
/// Newton iterations |
enum class Rung { small_step, short_steps, complete_form };
inline constexpr int rung_count = 3;

/// "short steps of low order": what a rung tries, for people.
Text rung_text(Rung rung);

/// A scan that could not be integrated as it goes.
struct RetriedScan {
  std::int64_t scan = 0;     ///< scan that was being done, counted from 0
  std::optional<Rung> rung;  ///< that brought it to its end; none if the scan failed
  Setback setback;           ///< of the first attempt
};

/// Runs a plant scan by scan. Inputs are held between scan boundaries, so the trajectory depends on the scans at which
/// they were set and on nothing else: not on the wall clock, nor on who asks when.
///
/// At every checkpoint the integrator lets go of its history. A state taken there and restored, in this process or
/// another, goes on with the same bits as a run that never stopped.
class Simulator {
 public:
  explicit Simulator(std::shared_ptr<const Flowsheet> plant, const SimulatorSettings& settings = {});
  ~Simulator();

  const Flowsheet& plant() const { return *plant_; }
  std::int64_t scan() const { return state_.scan; }
  /// Simulated time of the current scan boundary, s.
  double time() const { return static_cast<double>(state_.scan) * settings_.scan_length; }
  double scan_length() const { return settings_.scan_length; }
  bool at_checkpoint() const { return state_.scan % settings_.checkpoint_scans == 0; }

  /// Value of a signal (index into plant().signals()) at the current scan boundary.
  double signal(int index) const;
  double input(int index) const { return state_.inputs[static_cast<std::size_t>(index)]; }
  /// Sets an input from the current scan boundary on, limited to its declared range.
  void set_input(int index, double value);

  /// Integrates to the next scan boundary. A scan that cannot be solved is tried again, rung by rung, before it becomes
  /// an error. Throws SolveError; the state is then that of the last boundary, and so is all else that bears on the
  /// run.
  void advance();

  const PlantState& state() const { return state_; }
  /// Goes on from a state that was taken at a checkpoint. Throws ModelError if it was not, or is of another plant.
  void restore(const PlantState& state);

  /// Digest of the exact bits of the state.
  Digest digest() const;
  std::vector<BalanceClosure> closures() const;
  /// Signals that are outside the range for which their model is valid, by index.
  std::vector<int> outside_validity() const;
  SolverCosts costs() const;
  /// The last scan that was asked for, if it could not be integrated as it goes.
  const std::optional<RetriedScan>& retried() const { return retried_; }
  /// How many scans could not be integrated as they went.
  long retries() const { return retries_; }
  /// How many of these each rung brought to their end.
  const std::array<long, rung_count>& rungs() const { return rungs_; }

 private:
  bool attempt(ScanSolver& solver, bool anew, double first_step, const Caution& caution);
  bool climb(ScanSolver& failed);
  ScanSolver& last_resort();
  void observe();

  std::shared_ptr<const Flowsheet> plant_;
  SimulatorSettings settings_;
  DaeForm form_;
  std::unique_ptr<ScanSolver> solver_;
  std::unique_ptr<ScanSolver> last_resort_;  // made when it is first needed
  PlantState state_;                         // of the last boundary until a scan is complete
  std::vector<double> observables_, holdings_;
  bool must_restart_ = true;
  std::optional<RetriedScan> retried_;
  long retries_ = 0;
  std::array<long, rung_count> rungs_{};
};

}  // namespace stillhouse
