#include "models/heat/boiling_surface.h"

#include "models/properties/component.h"

namespace stillhouse {

BoilingSurface::BoilingSurface(const Fluid& fluid) {
  for (std::size_t i = 0; i < fluid.size(); ++i) {
    const Component& component = Component::find(fluid.name(i));
    critical_pressures_.push_back(component.constant("Pc"));
    tension_.push_back(0.0);
    slope_.push_back(0.0);
    if (!fluid.condenses(i)) continue;
    const TemperatureFunction& sigma = component.property("SurfaceTension");
    const double T_c = component.constant("Tc"), low = 0.6 * T_c, high = 0.75 * T_c;
    slope_.back() = (sigma(high) - sigma(low)) / (high - low);
    tension_.back() = sigma(low) - slope_.back() * low;
  }
}

}  // namespace stillhouse
