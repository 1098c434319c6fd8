#pragma once

#include <string>

#include "labs/scenario/lab.h"
#include "labs/session/bench_state.h"
#include "labs/session/progress.h"

namespace stillhouse {

/// What the report shows of a run's bench.
struct BenchedRun {
  const scenario::Lab& lab;
  const BenchState& bench;
  const Progress& progress;
  double scan_length;
};

/// The sections of samples (what went into each), analyses (with their signals drawn) and answers (beside the truth).
std::string bench_sections(const BenchedRun& run);

}  // namespace stillhouse
