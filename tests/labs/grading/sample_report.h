#pragma once

#include <vector>

#include "labs/grading/report.h"

namespace stillhouse {

/// A made-up run with all that a report can hold. The curves are drawn by hand, not computed from a plant.
struct SampleReport {
  Grade grade;
  RunRecord run;
  std::vector<Trend> trends;

  ReportInput input() const { return {grade, run, trends, Verification::identical}; }
};

SampleReport sample_report();

}  // namespace stillhouse
