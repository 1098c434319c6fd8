#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/modelling/unit_operation.h"
#include "engine/modelling/variable.h"

namespace stillhouse {

/// Anything of a plant that has a value at a moment: an unknown or an observable, under one index.
struct SignalInfo {
  std::string name;
  std::string unit;
  Range range;
  std::string sentence;
};

/// A plant: units, their unknowns and equations. Immutable once built; what changes while it runs lives elsewhere.
/// Built by FlowsheetBuilder, which refuses a flowsheet whose structure is wrong.
class Flowsheet {
 public:
  /// One equation: its name and, as positions in Unit::unknowns, the unknowns it reads and those whose rate it reads.
  struct Row {
    std::string name;
    std::vector<int> reads;
    std::vector<int> rates;
  };
  struct Unit {
    std::string path;
    std::unique_ptr<UnitOperation> operation;
    std::vector<int> unknowns;  ///< unknowns its equations read (global indices), in order of first use
    std::vector<Row> rows;      ///< its equations
    int first_row = 0;
    int first_event = 0;
  };

  std::span<const Unit> units() const { return units_; }
  std::span<const VariableInfo> variables() const { return variables_; }
  std::span<const InputInfo> inputs() const { return inputs_; }
  std::span<const ModeInfo> modes() const { return modes_; }
  std::span<const ObservableInfo> observables() const { return observables_; }
  std::span<const QuantityInfo> quantities() const { return quantities_; }
  /// Unknowns first, then observables: `signals()[i]` for i < variables().size() is the unknown i.
  std::span<const SignalInfo> signals() const { return signals_; }

  int unknown_count() const { return static_cast<int>(variables_.size()); }
  int event_count() const { return event_count_; }

  /// Index of a signal, input by full name; -1 if there is none of that name.
  int find_signal(std::string_view name) const;
  int find_input(std::string_view name) const;

  /// "energy balance of tray_5".
  std::string equation_name(int row) const;

  /// Residuals of all equations, in unit order; arrays of the lengths above; allocates nothing.
  void residual(const double* y, const double* yp, const double* inputs, const double* modes, double* residual) const;
  /// Observables and total holdings of the conserved quantities at a solved state; allocates nothing.
  void observe(const double* y, const double* inputs, const double* modes, double* observables, double* holdings) const;
  /// Exact derivatives along directions, `tangent_width` numbers an equation or an observable. What a unit does not
  /// show for a Tangent keeps the number it had. Allocates nothing.
  void residual_along(const double* y, const double* yp, const double* inputs, const double* modes,
                      const Directions& along, double* derivatives) const;
  void observe_along(const double* y, const double* inputs, const double* modes, const Directions& along,
                     double* derivatives) const;
  /// Event functions (and, if asked, what they change) at a state; allocates nothing.
  void events(const double* y, const double* inputs, const double* modes, double* functions,
              Events::Transition* transitions) const;

 private:
  friend class FlowsheetBuilder;
  friend class Declare;
  std::vector<Unit> units_;
  std::vector<VariableInfo> variables_;
  std::vector<InputInfo> inputs_;
  std::vector<ModeInfo> modes_;
  std::vector<ObservableInfo> observables_;
  std::vector<QuantityInfo> quantities_;
  std::vector<SignalInfo> signals_;
  int event_count_ = 0;
};

}  // namespace stillhouse
