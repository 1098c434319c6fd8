#pragma once

#include "labs/grading/grade.h"
#include "labs/record/review_file.h"

namespace stillhouse {

/// The score with the marks that people gave in a run's review.
struct GivenScore {
  double score = 0.0;  ///< between 0 and `total`
  double total = 0.0;  ///< with what a person marks
  double open = 0.0;   ///< points that still wait for a person
};

GivenScore given_score(const Grade& grade, const ReviewFile* review);

}  // namespace stillhouse
