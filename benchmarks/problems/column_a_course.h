#pragma once

#include <algorithm>
#include <memory>

#include "benchmarks/problems/course.h"
#include "engine/solve/steady_state.h"
#include "models/separation/column_a.h"

namespace stillhouse::column_a {

inline constexpr double step_length = 500.0 * minute;  // s
inline constexpr SolverSettings step_accuracy = {.relative_tolerance = 1e-6, .differential_tolerance = 1e-8};

/// At the steady state, the feed just raised by 1 %.
inline std::shared_ptr<Course> feed_step(DaeForm form) {
  auto course = std::make_shared<Course>(build(), std::vector<Setting>{}, form);
  course->y = find_steady_state(course->problem, course->y).y;
  course->input("column.feed") *= 1.01;
  std::fill(course->yp.begin(), course->yp.end(), 0.0);
  make_consistent(course->problem, course->y, course->yp);
  return course;
}

}  // namespace stillhouse::column_a
