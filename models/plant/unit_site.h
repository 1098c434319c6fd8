#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "models/flow/material_stream.h"
#include "models/plant/chemistry.h"
#include "models/plant/unit_kind.h"

namespace stillhouse {

/// The room that a plant stands in: inputs that every unit may read.
struct Room {
  Input T;  ///< K
  Input p;  ///< Pa
};

/// Where a unit of a blueprint is built: its settings, already checked, and what is joined to its ports.
class UnitSite {
 public:
  UnitSite(FlowsheetBuilder& builder, std::shared_ptr<const Fluid> fluid, const Chemistry& chemistry, Room room,
           std::string path)
      : builder_(builder), fluid_(std::move(fluid)), chemistry_(chemistry), room_(room), path_(std::move(path)) {}

  FlowsheetBuilder& builder() { return builder_; }
  const std::shared_ptr<const Fluid>& fluid() const { return fluid_; }
  /// The plant's reactions in that phase; ModelError if there are none.
  const std::shared_ptr<const Kinetics>& kinetics(Phase phase) const;
  const Room& room() const { return room_; }
  const std::string& path() const { return path_; }

  /// A number in SI, a word, or what is given for each species ("x" of "x.*").
  double number(std::string_view name) const { return numbers_.find(name)->second; }
  const std::string& word(std::string_view name) const { return words_.find(name)->second; }
  const PerSpecies<double>& each(std::string_view name) const { return each_.find(name)->second; }

  /// Streams at a port, in the order of the connections; none if it is left open.
  const std::vector<Port>& streams(std::string_view port) const {
    static const std::vector<Port> none;
    const auto found = ports_.find(port);
    return found == ports_.end() ? none : found->second;
  }
  /// The one stream at a port that must be joined.
  const Port& only(std::string_view port) const { return streams(port).front(); }

  // filled by the assembly
  void put(std::string_view name, double value) { numbers_.emplace(name, value); }
  void put(std::string_view name, std::string word) { words_.emplace(name, std::move(word)); }
  void put(std::string_view name, const PerSpecies<double>& values) { each_.emplace(name, values); }
  void join(std::string_view port, const Port& stream) { ports_[std::string(port)].push_back(stream); }

 private:
  FlowsheetBuilder& builder_;
  std::shared_ptr<const Fluid> fluid_;
  const Chemistry& chemistry_;
  Room room_;
  std::string path_;
  std::map<std::string, double, std::less<>> numbers_;
  std::map<std::string, std::string, std::less<>> words_;
  std::map<std::string, PerSpecies<double>, std::less<>> each_;
  std::map<std::string, std::vector<Port>, std::less<>> ports_;
};

}  // namespace stillhouse
