#pragma once

#include <string>
#include <vector>

#include "tests/literature/published_case.h"

namespace stillhouse {

/// Tests the cases of g6_instruments.csv whose name begins so. It must ask for each row of the case, by `expect`,
/// `given` or `text`.
struct InstrumentCase {
  std::string beginning;
  void (*test)(PublishedCase& facts);
};

// one list an instrument, in g6_<instrument>.cpp
std::vector<InstrumentCase> chromatogram_cases();
std::vector<InstrumentCase> liquid_chromatograph_cases();
std::vector<InstrumentCase> titration_cases();
std::vector<InstrumentCase> physical_cases();
std::vector<InstrumentCase> gas_chromatography_cases();

}  // namespace stillhouse
