#pragma once

#include <string>
#include <vector>

#include "engine/base/text.h"
#include "labs/grading/grade.h"
#include "labs/scenario/lab.h"

namespace stillhouse {

/// What to try next time, for one line of the rubric that lost points.
struct Lesson {
  double points = 0.0;  ///< that may be won
  Text title;           ///< of the line
  Text says;            ///< what to do
  Evidence moment;      ///< where most of them were lost
};

/// The lines that lost most, at most four, most points first.
std::vector<Lesson> lessons_of(const Grade& grade, const scenario::Lab& lab);

}  // namespace stillhouse
