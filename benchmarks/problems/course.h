#pragma once

#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "engine/solve/consistent_start.h"
#include "engine/solve/integrator.h"
#include "models/catalogue.h"

namespace stillhouse {

/// An input and its value, by name.
using Setting = std::pair<const char*, double>;

/// A problem at a consistent start: the declared one, with some inputs set. In the reduced form it is what the engine
/// solves; in the complete one, all equations as they are written, what a textbook would solve.
struct Course {
  explicit Course(std::shared_ptr<const Flowsheet> plant, const std::vector<Setting>& settings = {},
                  DaeForm form = DaeForm::reduced)
      : problem(std::move(plant), form) {
    for (int i = 0; i < problem.size(); ++i) y.push_back(problem.unknown(i).range.start);
    yp.assign(y.size(), 0.0);
    for (const auto& [name, value] : settings) input(name) = value;
    make_consistent(problem, y, yp);
  }

  double& input(const char* name) {
    const int index = problem.plant().find_input(name);
    if (index < 0) throw std::invalid_argument(std::string("no input ") + name);
    return problem.inputs[static_cast<std::size_t>(index)];
  }

  DaeProblem problem;
  std::vector<double> y, yp;
};

/// What switches the cold pilot column on: heater, cooling water and vent; the pump returns what condenses.
inline const std::vector<Setting>& pilot_column_on() {
  static const std::vector<Setting> settings = {
      {"kettle.power", 3000.0}, {"cooling_water.valve", 0.8}, {"drum.vent", 1.0}, {"drum.reflux_pump", 1.0}};
  return settings;
}

inline std::shared_ptr<const Flowsheet> pilot_column() {
  return find_flowsheet_kind("pilot_column").build({});
}

/// Our integrator from the course's start to `seconds`; throws if it does not come there. The course stays as it is.
inline void integrate(Integrator& integrator, const Course& course, double seconds, std::vector<double>& y,
                      std::vector<double>& yp) {
  y = course.y;
  yp = course.yp;
  integrator.restart(0.0, y, yp);
  if (integrator.advance(seconds, y, yp) != Integrator::Outcome::reached)
    throw std::runtime_error("the integrator came to " + std::to_string(integrator.reached_time()) + " s only");
}

}  // namespace stillhouse
