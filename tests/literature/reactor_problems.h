#pragma once

#include "tests/literature/published_case.h"

namespace stillhouse {

/// Problems of g4_reactors.csv that need the solver's own tools: stiff test problems at their end, and Seborg's CSTR
/// with its steady states, their eigenvalues and the way from one to another.
void stiff_problem(PublishedCase& facts);
void seborg_steady_states(PublishedCase& facts);
void seborg_transient(PublishedCase& facts);

}  // namespace stillhouse
