#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "engine/base/hash.h"
#include "engine/modelling/flowsheet.h"
#include "engine/solve/integrator.h"

namespace stillhouse {

class ConsistentStart;

/// Everything that changes while a plant runs, as plain data. Copying it is a snapshot; see Simulator::restore.
struct PlantState {
  std::int64_t scan = 0;
  std::vector<double> y;
  std::vector<double> yp;
  std::vector<double> inputs;
  std::vector<double> modes;
  std::vector<double> holdings_at_start;  ///< of the conserved quantities; balances are closed against it
};

struct SimulatorSettings {
  double scan_length = 1.0;            ///< s of simulated time between scan boundaries
  std::int64_t checkpoint_scans = 60;  ///< every so many scans the integrator begins anew from the state alone
  DaeForm form = DaeForm::reduced;
  SolverSettings solver;
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

  /// Integrates to the next scan boundary. Throws SolveError; the state is then that of the last boundary.
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
  /// How often a step had to be retried from the scan boundary with a fresh, smaller start.
  long retries() const { return retries_; }

 private:
  void begin();
  void observe();
  bool integrate(double to);

  std::shared_ptr<const Flowsheet> plant_;
  SimulatorSettings settings_;
  std::unique_ptr<DaeProblem> problem_;
  std::unique_ptr<ConsistentStart> consistent_start_;
  std::unique_ptr<Integrator> integrator_;
  PlantState state_;
  std::vector<double> y_, yp_;  // where the integrator is; state_ keeps the last boundary until a scan is complete
  std::vector<double> observables_, holdings_;
  std::vector<Events::Transition> transitions_;
  double checkpoint_time_ = 0.0;
  bool must_restart_ = true;
  long retries_ = 0;
};

}  // namespace stillhouse
