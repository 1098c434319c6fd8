#pragma once

#include <functional>
#include <memory>

#include "benchmarks/measurements/bench.h"
#include "benchmarks/problems/course.h"
#include "benchmarks/problems/stock_cvode.h"
#include "benchmarks/problems/stock_ida.h"

namespace stillhouse {

using MakeCourse = std::function<std::shared_ptr<Course>(DaeForm)>;

/// Our integrator over so many seconds of a course, in the reduced form, by the method that it chooses; integrator and
/// course are made once.
Prepare ours_over(const MakeCourse& course, double seconds, const SolverSettings& settings);
/// A stock integrator over the same: in the complete form, as equations are written, unless asked otherwise.
Prepare ida_over(const MakeCourse& course, double seconds, const SolverSettings& settings, StockAlgebra algebra,
                 DaeForm form = DaeForm::complete);
Prepare cvode_over(const MakeCourse& course, double seconds, const SolverSettings& settings, StockAlgebra algebra);

/// "band, difference quotients, stock vectors".
std::string in_words(StockAlgebra algebra);

}  // namespace stillhouse
