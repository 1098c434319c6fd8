#pragma once

#include <string>
#include <vector>

#include "engine/modelling/flowsheet.h"
#include "labs/scenario/lab.h"
#include "models/plant/connection_streams.h"

namespace stillhouse {

/// Finds its way through a plant that is spelt out: what is joined to what, and which tag tells a number of it.
class UnitFinder {
 public:
  UnitFinder(const scenario::Plant& plant, const Flowsheet& flowsheet)
      : plant_(plant), flowsheet_(flowsheet), streams_(connection_streams(*plant.blueprint)) {}

  const std::vector<Blueprint::Unit>& units() const { return plant_.blueprint->units; }
  /// Null if there is none of that name.
  const Blueprint::Unit* unit(const std::string& name) const;
  /// The first of a kind.
  const Blueprint::Unit* unit_of_kind(const std::string& kind) const;
  /// What a unit's setting says; else `otherwise`.
  double setting(const std::string& unit, const std::string& name, double otherwise) const;

  const std::vector<StreamInfo>& streams() const { return streams_; }
  /// The stream at a port; null if nothing is joined there.
  const StreamInfo* into(const std::string& unit, const std::string& port) const;
  const StreamInfo* out_of(const std::string& unit, const std::string& port) const;
  std::vector<const StreamInfo*> all_out_of(const std::string& unit) const;

  bool has_signal(const std::string& name) const { return flowsheet_.find_signal(name) >= 0; }
  bool has_input(const std::string& name) const { return flowsheet_.find_input(name) >= 0; }

  /// The instrument that reads a signal all the time, or by samples; empty if there is none.
  std::string reading(const std::string& signal) const { return instrument(signal, false, false); }
  std::string sampling(const std::string& signal) const { return instrument(signal, true, false); }
  std::string hydrometer(const std::string& signal) const { return instrument(signal, true, true); }
  /// The handle that moves an input.
  std::string handle(const std::string& input) const;
  /// What reads a stream's flow, else the handle that sets what it comes out of.
  std::string flow_of(const StreamInfo& stream) const;

 private:
  std::string instrument(const std::string& signal, bool by_samples, bool hydrometer) const;

  const scenario::Plant& plant_;
  const Flowsheet& flowsheet_;
  std::vector<StreamInfo> streams_;
};

}  // namespace stillhouse
