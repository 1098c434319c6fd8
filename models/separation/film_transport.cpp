#include "models/separation/film_transport.h"

#include "models/properties/component.h"
#include "models/properties/diffusion_volume.h"

namespace stillhouse {

FilmTransport::FilmTransport(const Fluid& fluid) {
  std::vector<double> volumes;
  for (std::size_t i = 0; i < fluid.size(); ++i) {
    const Component& component = Component::find(fluid.name(i));
    const TemperatureFunction& mu = component.property("VaporViscosity");
    M_.push_back(fluid.molar_mass(i));
    mu_300_.push_back(mu(300.0));
    exponent_.push_back(log(mu(400.0) / mu(300.0)) / log(400.0 / 300.0));
    const std::string& name = component.name();
    phi_.push_back(name == "water" ? 2.6 : name == "methanol" ? 1.9 : name == "ethanol" ? 1.5 : 1.0);
    boiling_volume_.push_back(component.constant("Vliq_Tb"));
    volumes.push_back(diffusion_volume(component));
  }
  for (std::size_t i = 0; i < fluid.size(); ++i) {
    fuller_.emplace_back();
    for (std::size_t j = 0; j < fluid.size(); ++j)
      fuller_[i].push_back(gas_diffusivity(1.0, 1.0, M_[i], M_[j], volumes[i], volumes[j]));
  }
}

}  // namespace stillhouse
