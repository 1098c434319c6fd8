#include "models/control/first_order_dead_time.h"

#include <string>

namespace stillhouse {

FirstOrderDeadTime::FirstOrderDeadTime(Declare& declare, Input input, const char* input_unit, const char* output_unit,
                                       const Parameters& parameters)
    : input_(input), par_(parameters) {
  declare.check("lag", par_.lag, 1.0, 1e6, "s");
  declare.check("dead_time", par_.dead_time, 1.0, 1e6, "s");
  declare.check("gain", par_.gain, -1e6, 1e6, "");
  const double size = par_.largest;
  for (int k = 0; k < order; ++k)
    m_[at(k)] = declare.differential("m_" + std::to_string(k), input_unit,
                                     {.nominal = size, .minimum = -4.0 * size, .maximum = 4.0 * size},
                                     "Legendre coefficient of the input that is under way");
  const double span = 4.0 * size * (par_.gain < 0.0 ? -par_.gain : par_.gain) + 1e-9;
  y_ = declare.differential("y", output_unit, {.nominal = 0.25 * span, .minimum = -span, .maximum = span},
                            "deviation of the output caused by this input");
}

}  // namespace stillhouse
