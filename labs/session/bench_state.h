#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "labs/session/instrument_memory.h"
#include "models/catalogue.h"
#include "models/instruments/analysis.h"
#include "models/instruments/sample.h"

namespace stillhouse {

/// Something that went into a prepared sample, as its notebook says.
struct VialPart {
  std::string from;  ///< label
  std::string how;   ///< weigh, pipette, measure, fill
  double nominal;    ///< kg or m^3: what was meant
  double reading;    ///< kg or m^3: what the balance showed, or the nominal volume
  double u;          ///< standard uncertainty of it
};

/// A bottle, a drawn sample or a prepared one: what its label says, and what is in it.
struct Vial {
  enum class Origin { shelf, drawn, prepared };
  struct Species {
    std::string name;
    SpeciesFacts facts;
    double mass;    ///< kg in `volume`, really
    double stated;  ///< kg in `stated_volume` by the label; 0: the label says nothing of it
    double u;       ///< standard uncertainty of `stated`
  };
  std::string label;
  Origin origin = Origin::shelf;
  std::vector<Species> species;
  double volume = 0.0;         ///< m^3 that there was, really
  double stated_volume = 0.0;  ///< m^3 by the label
  double u_volume = 0.0;       ///< relative standard uncertainty of it
  double left = 0.0;           ///< m^3
  double T = 293.15;           ///< K
  std::int64_t made = 0;       ///< scan
  std::int64_t ready = 0;      ///< scan from which it can be used
  bool secret = false;
  std::vector<VialPart> parts;

  const Species* find(const std::string& name) const {
    for (const Species& one : species)
      if (one.name == name) return &one;
    return nullptr;
  }
};

/// A sample that waits for an instrument.
struct BenchJob {
  std::string label;
  double volume = 0.0;  ///< m^3; 0: the usual one, below zero: all that is left
  std::int64_t asked = 0;
};

/// An analysis that has begun.
struct BenchAnalysis {
  int instrument = 0;
  std::string label;
  std::int64_t asked = 0, started = 0, ends = 0;  ///< scans
  bool finished = false;
  double cost = 0.0;
  std::vector<ParameterValue> method;
  std::shared_ptr<const Analysis> analysis;
  std::vector<double> sums;  ///< of each column of the signal, then the results: what a digest of it is made of
};

struct BenchInstrumentState {
  std::vector<ParameterValue> method;  ///< as it is set now
  std::vector<BenchJob> queue;
  int running = -1;                                     ///< position in `analyses`
  std::vector<std::pair<std::string, double>> residue;  ///< kg/m^3 that come with the next sample
  InstrumentMemory memory;
  std::int64_t back = 0;  ///< scan from which it can be used: until then a part is being replaced
};

/// Who did what with which sample, when: the custody of all samples.
struct BenchEntry {
  std::int64_t scan = 0;
  bool warning = false;
  Text text;
};

/// Everything of the bench that changes. Copying it is a snapshot; analyses are shared and never change.
struct BenchState {
  std::vector<Vial> vials;  ///< the shelf first
  std::vector<BenchInstrumentState> instruments;
  std::vector<BenchAnalysis> analyses;  ///< in the order they began
  std::vector<BenchEntry> journal;
  std::int64_t operation = 0;   ///< number of the next operation with balance and glass
  std::int64_t hands_free = 0;  ///< scan
  double cost = 0.0;
  int prepared = 0, damage = 0, faults = 0, replaced = 0;
};

}  // namespace stillhouse
