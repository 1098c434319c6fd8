#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/modelling/flowsheet.h"
#include "models/catalogue.h"

namespace stillhouse {

/// A plant as a text says it: species, units with their settings, and what is joined to what. Plain data; nothing is
/// checked yet.
struct Blueprint {
  struct Unit {
    std::string name;  ///< "TK-101"
    std::string kind;  ///< of `unit_kinds()`: "tank"
    std::vector<ParameterValue> values;
  };
  struct Connection {
    std::string from, out;  ///< unit and its port
    std::string to, in;
  };

  std::vector<std::string> species;  ///< compounds, in this order everywhere
  std::string liquid_model;          ///< of liquid_model_names(): "ideal", "nrtl", "peng_robinson", ...
  std::vector<std::string> reactions, gas_reactions;  ///< in liquids and in gases, as `Kinetics` reads them
  std::vector<Unit> units;
  std::vector<Connection> connections;
};

/// Something wrong with a blueprint, and the part it is wrong with, so that a reader of text can say its line.
struct BlueprintFinding {
  enum class Part {
    plant,         ///< the whole
    species,       ///< species[index]
    model,         ///< liquid_model
    reaction,      ///< reactions[index]
    gas_reaction,  ///< gas_reactions[index]
    unit,          ///< units[index]
    setting,       ///< units[index], its setting `name`
    connection,    ///< connections[index]
  };
  Part part = Part::plant;
  int index = 0;
  std::string name;
  std::string message;
};

/// What flows through a connection: the signals `name`.F, .T, .p, .h and .x_SPECIES of the flowsheet.
struct StreamInfo {
  std::string name;  ///< "TK-101.out"
  std::string from, out, to, in;
  std::string phase;  ///< "liquid" or "gas"
};

/// What came of a blueprint: a plant, or everything that is wrong with it.
struct Assembly {
  std::shared_ptr<const Flowsheet> plant;  ///< null if there are findings
  std::vector<StreamInfo> streams;         ///< in the order of the connections
  std::vector<BlueprintFinding> findings;
};

/// Builds the plant. Never throws for what an author can write.
Assembly assemble(const Blueprint& blueprint);

}  // namespace stillhouse
