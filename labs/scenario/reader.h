#pragma once

#include <optional>
#include <string>
#include <vector>

#include "labs/scenario/findings.h"
#include "labs/scenario/lab.h"
#include "labs/scenario/plant_names.h"
#include "labs/scenario/source_files.h"

namespace stillhouse::scenario {

/// What reading gave: the value, or the mistakes (sorted by file and line) that stand in its way.
template <class Value>
struct ReadResult {
  std::optional<Value> value;
  std::vector<Diagnostic> diagnostics;

  bool good() const { return value.has_value(); }
};

/// Reads a lab file and its plant file, and checks both against the plant's names. `name` is the lab file's name in
/// `files`, e.g. "library/methanol_water_distillation/lab.lua". Never throws for anything an author can write.
ReadResult<Lab> check_lab(const SourceFiles& files, const std::string& name, const PlantCatalogue& catalogue);

/// Reads a plant file alone, e.g. "plants/pilot_column.lua".
ReadResult<Plant> check_plant(const SourceFiles& files, const std::string& name, const PlantCatalogue& catalogue);

/// Whether a text is a plant file: it returns the word plant. Mistakes in it do not matter here.
bool is_plant_text(const std::string& text);

/// Reads an operator file and checks it against a lab.
ReadResult<Operator> check_operator(const SourceFiles& files, const std::string& name, const Lab& lab,
                                    const PlantCatalogue& catalogue);

/// As check_lab, but the first mistake is thrown.
/// \throws ScenarioError
Lab read_lab(const SourceFiles& files, const std::string& name, const PlantCatalogue& catalogue);

/// As check_operator, but the first mistake is thrown.
/// \throws ScenarioError
Operator read_operator(const SourceFiles& files, const std::string& name, const Lab& lab,
                       const PlantCatalogue& catalogue);

/// The plant file and the lab file a run needs, by name, from a lab that was read.
/// read_lab(texts_of(lab), lab.sources.front().name, ...) gives the same lab again.
TextFiles texts_of(const Lab& lab);

}  // namespace stillhouse::scenario
