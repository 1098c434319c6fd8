#pragma once

#include <string>
#include <vector>

namespace stillhouse {

/// What kind of unknown a variable is.
/// differential  its rate of change appears in an equation; it has a start value and a memory
/// algebraic     follows from the others at every moment; its start is a first guess
/// ledger        differential, but read by no equation: counts what crossed a boundary, so that balances can be closed
enum class Kind { differential, algebraic, ledger };

/// Start, nominal size and allowed range of a quantity, in its SI unit. `nominal` sets tolerances and scales;
/// leaving the range is reported as leaving the validity of the model.
struct Range {
  double start = 0.0;
  double nominal = 1.0;
  double minimum = -1e300;
  double maximum = 1e300;
  double accuracy = 0.0;  ///< absolute accuracy asked of a solver, as a fraction of nominal; 0: its own standard
};

/// One unknown of the flowsheet, declared once: everything shown or said about it comes from here.
struct VariableInfo {
  std::string name;  ///< unit path and name: "tray_3.T"
  std::string unit;  ///< SI unit
  Kind kind = Kind::algebraic;
  Range range;
  std::string sentence;  ///< one sentence for a person
  int defined_by = -1;   ///< unit whose equations determine it; -1: nobody yet
  int quantity = -1;     ///< ledger only: the conserved quantity it counts
};

/// A piecewise constant quantity set from outside at scan boundaries: opening of a valve, power, ambient temperature.
struct InputInfo {
  std::string name;
  std::string unit;
  Range range;
  std::string sentence;
};

/// A discrete state of a unit (0, 1, ...) that only its events change: relief valve open or closed.
struct ModeInfo {
  std::string name;
  double start = 0.0;
  std::string sentence;
};

/// A quantity computed from the state for people, alarms and grading, not solved for: flooding fraction, froth height.
struct ObservableInfo {
  std::string name;
  std::string unit;
  Range range;
  std::string sentence;
};

/// A quantity that can neither appear nor vanish: moles of a species that does not react, energy.
struct QuantityInfo {
  std::string name;
  std::string unit;
};

/// Handles: positions in the flowsheet's lists, cheap to copy, meaningless elsewhere.
struct Variable {
  int index = -1;
};
struct Input {
  int index = -1;
};
struct Mode {
  int index = -1;
};
struct Observable {
  int index = -1;
};
struct Quantity {
  int index = -1;
};

}  // namespace stillhouse
