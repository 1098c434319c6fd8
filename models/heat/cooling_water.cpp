#include "models/heat/cooling_water.h"

namespace stillhouse {

CoolingWater::CoolingWater(Declare& declare, const Parameters& parameters)
    : par_(parameters), valve_(declare, "valve", 4.0, 0.0, "opening of the cooling-water valve") {
  declare.check("T_supply", par_.T_supply, 274.15, 308.15, "K");
  supply_ = declare.input("supply", "1", {.start = 1.0, .nominal = 1.0, .minimum = 0.0, .maximum = 1.5},
                          "pressure of the cooling-water main as a fraction of nominal");
  T_supply_ =
      declare.input("supply_T", "K", {.start = par_.T_supply, .nominal = 300.0, .minimum = 274.15, .maximum = 308.15},
                    "temperature of the cooling-water main");
  out_.m =
      declare.algebraic("m", "kg/s", {.nominal = 0.05, .minimum = -1e-3, .maximum = 10.0}, "flow of cooling water");
  out_.T = declare.algebraic("T", "K", {.start = par_.T_supply, .nominal = 300.0, .minimum = 273.15, .maximum = 373.15},
                             "temperature of the cooling water at the condenser's inlet");
}

}  // namespace stillhouse
