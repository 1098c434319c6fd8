#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/solve/linear_response.h"
#include "engine/solve/steady_state.h"
#include "frontend/cli/output.h"
#include "labs/record/records.h"

namespace stillhouse::cli {

/// A signal of the plant before and after it was brought to rest.
struct ChangedSignal {
  std::string name;
  std::string unit;
  double from = 0.0;
  double to = 0.0;
};

/// A plant of a run, linearized at a moment: what `stillhouse linearize` shows.
struct LinearPlant {
  std::string lab;
  std::string run;
  double time = 0.0;
  Scan scan = 0;
  LinearModel model;
  LinearResponse response;
  std::map<std::string, std::vector<std::string>> tags;  ///< instruments, handles, controllers at a signal or input
  std::vector<std::string> outside_validity;             ///< signals outside the range of their model
  std::optional<SteadyState> steady;                     ///< with --steady
  std::vector<ChangedSignal> changed;                    ///< with --steady: most first, as a share of nominal size
};

/// Sentences about states that are not at rest: what would move by more than a hundredth of its nominal size an hour.
std::vector<std::string> unrest(const LinearModel& model);

/// What the linear model leaves out or cannot be trusted in, as sentences.
std::vector<std::string> reservations(const LinearPlant& plant);

std::string linear_text(const LinearPlant& plant);
Json linear_json(const LinearPlant& plant);

}  // namespace stillhouse::cli
