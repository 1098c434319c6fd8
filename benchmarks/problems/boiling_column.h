#pragma once

#include <map>
#include <string>
#include <vector>

#include "benchmarks/problems/course.h"
#include "benchmarks/problems/sparse_matrices.h"

namespace stillhouse {

/// dF/dy + rate dF/dy' of a problem's equations, in units.
inline SparseSystem matrix_of(const DaeProblem& problem, const std::vector<double>& y, const std::vector<double>& yp,
                              double rate) {
  SparseSystem system{
      problem.pattern(), std::vector<double>(static_cast<std::size_t>(problem.pattern().entries())), {}};
  problem.jacobian(y.data(), yp.data(), 1.0, rate, system.values.data());
  std::map<std::string, int> units;
  for (int i = 0; i < problem.size(); ++i) {
    const std::string& name = problem.unknown(i).name;
    system.block_of.push_back(
        units.insert({name.substr(0, name.find('.')), static_cast<int>(units.size())}).first->second);
  }
  return system;
}

/// The pilot column's cold start, heater, cooling water, vent and pump on, stopped after so many seconds.
struct ColdStart {
  ColdStart(double seconds, DaeForm form) : course(pilot_column(), pilot_column_on(), form) {
    if (seconds <= 0.0) return;
    Integrator integrator(course.problem, {});
    integrator.restart(0.0, course.y, course.yp);
    if (integrator.advance(seconds, course.y, course.yp) != Integrator::Outcome::reached)
      throw std::runtime_error("the column does not come to boil");
  }
  SparseSystem matrix(double rate) const { return matrix_of(course.problem, course.y, course.yp, rate); }

  Course course;
};

}  // namespace stillhouse
