#include "models/instruments/liquid_chromatography/adsorption.h"

namespace stillhouse {

double film_rate(double k_f, double between, double total, double particle, double henry) {
  return (1.0 - between) * 6.0 * k_f / ((1.0 - total) * particle * henry);
}

double film_coefficient(double superficial_velocity, double diffusion, double between, double particle) {
  const double Pe = superficial_velocity * particle / diffusion;
  return 1.09 / between * pow(Pe, 1.0 / 3.0) * diffusion / particle;
}

}  // namespace stillhouse
