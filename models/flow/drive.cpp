#include "models/flow/drive.h"

#include <string>

namespace stillhouse {

Drive::Drive(Declare& declare, std::string_view name, double time_constant, double start, std::string_view sentence)
    : time_constant_(time_constant) {
  const std::string label(name);
  command_ = declare.input(label, "1", {.start = start, .nominal = 1.0, .minimum = 0.0, .maximum = 1.0},
                           std::string(sentence));
  z_ = declare.differential(label + "_position", "1",
                            {.start = start, .nominal = 1.0, .minimum = -0.01, .maximum = 1.01, .accuracy = 1e-3},
                            "actual position: " + std::string(sentence));
}

}  // namespace stillhouse
