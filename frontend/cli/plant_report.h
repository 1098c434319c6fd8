#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "frontend/cli/output.h"
#include "labs/scenario/lab.h"
#include "labs/session/plant_building.h"
#include "labs/session/plant_rest.h"

namespace stillhouse::cli {

/// A unit of a plant: what it is, and what it brings to the equations.
struct UnitRow {
  std::string name;
  std::string kind;                      ///< empty: the flowsheet does not say
  std::vector<ParameterValue> settings;  ///< as the plant file gives them
  std::vector<std::string> shown_in;     ///< the unit that people read each setting in
  int equations = 0;
  int unknowns = 0;  ///< that its equations determine
  int inputs = 0;
};

/// An input and the value it is held at.
struct InputRow {
  std::string name, unit, shown_in, sentence;
  double value = 0.0;
  std::string decided_by;  ///< tag of the controller that found the value; empty: nobody did
};

/// What an instrument without errors would show at the steady state.
struct ReadingRow {
  std::string tag, signal, shown_in, sentence;
  double value = 0.0;
};

/// A stream, and if a steady state was found its values there. SI.
struct StreamRow {
  StreamInfo info;
  double F = 0.0, T = 0.0, p = 0.0, h = 0.0;  ///< mol/s, K, Pa, J/mol
  std::vector<double> x;                      ///< mol/mol
  double mass_flow = 0.0;                     ///< kg/s
  bool enters = false, leaves = false;        ///< the plant: from a unit without inlets, to one without outlets
};

/// What of a conserved quantity crosses the plant's boundary at rest, in its unit per second; what is kept is what
/// units that do not come to rest gain.
struct BalanceRow {
  std::string quantity, unit;
  double in = 0.0, out = 0.0, kept = 0.0;

  double left_over() const { return in - out - kept; }
};

/// Everything that `stillhouse plant` shows.
struct PlantReport {
  std::string file;
  scenario::Plant lab;
  scenario::Rest rest;
  std::shared_ptr<const Flowsheet> plant;
  std::vector<UnitRow> units;
  std::vector<InputRow> inputs;
  std::optional<PlantRest> steady;
  std::string why_not_steady;        ///< not empty: no steady state was found
  std::vector<ReadingRow> readings;  ///< at the steady state
  std::vector<StreamRow> streams;
  std::vector<BalanceRow> balances;  ///< at the steady state
};

/// Builds the plant and, if it is no batch, brings it to the rest of its file with `settings` ("V-101.opening=50%",
/// "LIC-100=40%") in the place of what they decide too. Throws ModelError, UsageError.
PlantReport report_of(scenario::Plant lab, scenario::Rest rest, std::string file,
                      const std::vector<std::string>& settings);

std::string plant_text(const PlantReport& report);
Json plant_json(const PlantReport& report);

/// The flowsheet as an SVG document.
std::string plant_svg(const PlantReport& report);

}  // namespace stillhouse::cli
