#pragma once

#include <string>

#include "labs/scenario/plant_names.h"
#include "labs/scenario/source_files.h"

namespace stillhouse::scenario {

/// A catalogue with the names of a small column, so that the format is tested without a model.
PlantCatalogue sample_catalogue();

/// tests/labs/sample: one plant, one lab, one operator.
FolderFiles sample_files();

/// The text of a file below tests/labs.
std::string test_text(const std::string& name);

}  // namespace stillhouse::scenario
