#include "models/instruments/liquid_chromatography/packed_bed_column.h"

#include "engine/autodiff/functions.h"

namespace stillhouse {

double PackedBedColumn::area() const {
  return 0.25 * 3.14159265358979323846 * diameter * diameter;
}

double PackedBedColumn::hold_up() const {
  return area() * length * (between + (1.0 - between) * within);
}

double PackedBedColumn::velocity(double flow) const {
  return flow / (area() * between);
}

double PackedBedColumn::plate_height(double flow, double diffusion) const {
  const double nu = velocity(flow) * particle / diffusion;
  const double paths = exponent == 0.0 ? A : A * pow(nu, exponent);
  return particle * (paths + B / nu + C * nu);
}

double PackedBedColumn::pressure_drop(double flow, double viscosity) const {
  const double solid = (1.0 - between) / particle;
  return 180.0 * solid * solid / (between * between * between) * viscosity * length * flow / area();
}

}  // namespace stillhouse
