#pragma once

#include <string>

#include "labs/scenario/lab.h"
#include "labs/session/bench_state.h"
#include "labs/session/instrument_bench.h"
#include "labs/session/progress.h"
#include "labs/session/sampling.h"

namespace stillhouse {

/// What the report shows of a run's bench.
struct BenchedRun {
  const scenario::Lab& lab;
  const BenchState& bench;
  const SamplingState& sampling;
  const Progress& progress;
  double scan_length;
  const InstrumentBench& instruments;
  std::int64_t scan;  ///< at the end
};

/// The sections of samples (what went into each), analyses (with their signals drawn), instruments as they really were,
/// and answers (beside the truth).
std::string bench_sections(const BenchedRun& run);

}  // namespace stillhouse
