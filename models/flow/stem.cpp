#include "models/flow/stem.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace stillhouse {

Stem::Stem(Declare& declare, std::string_view name, const Parameters& parameters, std::string_view sentence)
    : par_(parameters) {
  declare.check("stroke", par_.stroke, 0.05, 600.0, "s");
  declare.check("slip_jump", par_.slip_jump, 0.0, 0.9 * par_.stiction, "1");
  const std::string label(name), what(sentence);
  command_ = declare.input(label, "1", {.start = par_.start, .nominal = 1.0, .minimum = 0.0, .maximum = 1.0},
                           std::string(what));
  const Range travel{.start = par_.start, .nominal = 1.0, .minimum = -0.01, .maximum = 1.01, .accuracy = 1e-3};
  z_ = declare.differential(label + "_position", "1", travel, "actual position: " + what);
  if (sticks())
    a_ = declare.differential(label + "_actuator", "1", travel, "position that the actuator pulls towards: " + what);
  if (par_.slip_jump > 0.0) moving_ = declare.mode(label + "_moving", 0.0, "stem of the valve: 0 stuck, 1 moving");
}

double Stem::kinetic() const {
  const double rest = 0.5 * (par_.stiction - par_.slip_jump);
  return rest - std::min(0.1 * par_.slip_jump, 0.5 * rest);
}

void Stem::events(Events& events) const {
  if (par_.slip_jump <= 0.0) return;
  const double away = std::abs(events[a_] - events[z_]);
  events.when(away - 0.5 * (par_.stiction + par_.slip_jump), moving_, 1.0);
  events.when(0.5 * (par_.stiction - par_.slip_jump) - away, moving_, 0.0);
}

}  // namespace stillhouse
