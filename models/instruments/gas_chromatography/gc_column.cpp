#include "models/instruments/gas_chromatography/gc_column.h"

#include "engine/autodiff/functions.h"

namespace stillhouse {

namespace {

constexpr double pi = 3.14159265358979323846;
constexpr double T_ref = 298.15, p_ref = 101325.0;

}  // namespace

GcColumn GcColumn::open_tube(double length, double diameter, double film) {
  // thin film: the circumference times the film
  return {length, diameter, film, diameter / (4.0 * film)};
}

GcColumn GcColumn::packed_bed(double length, double diameter, double grain, double loading) {
  // a bed of 500 kg/m^3 with a liquid of 1000 kg/m^3, 40 % between the grains
  constexpr double bed = 500.0, liquid = 1000.0, porosity = 0.4;
  const double share = loading * bed / liquid;
  // the liquid as a film over the outside of the grains
  const double film = share * grain / (6.0 * (1.0 - porosity));
  return {length, diameter, film, porosity / share, true, grain, porosity};
}

double GcColumn::permeability() const {
  if (!packed) return diameter * diameter / 32.0;
  return square(grain * porosity / (1.0 - porosity)) / 180.0;
}

double GcColumn::pressure(double x, double p_i, double p_o) const {
  return sqrt(p_i * p_i - x / length * (p_i * p_i - p_o * p_o));
}

double GcColumn::velocity(double x, double T, const CarrierGas& gas, double p_i, double p_o) const {
  return permeability() * (p_i * p_i - p_o * p_o) / (2.0 * gas.viscosity(T) * length * pressure(x, p_i, p_o));
}

double GcColumn::hold_up_time(double T, const CarrierGas& gas, double p_i, double p_o) const {
  const double squares = p_i * p_i - p_o * p_o;
  return 4.0 * gas.viscosity(T) * length * length * (p_i * p_i * p_i - p_o * p_o * p_o) /
         (3.0 * permeability() * squares * squares);
}

double GcColumn::flow(double T, const CarrierGas& gas, double p_i, double p_o) const {
  const double area = 0.25 * pi * diameter * diameter * porosity;
  return area * velocity(length, T, gas, p_i, p_o) * p_o * T_ref / (T * p_ref);
}

double GcColumn::inlet_pressure(double flow, double T, const CarrierGas& gas, double p_o) const {
  const double area = 0.25 * pi * diameter * diameter * porosity;
  const double squares = 2.0 * gas.viscosity(T) * length * flow * T * p_ref / (T_ref * permeability() * area);
  return sqrt(p_o * p_o + squares);
}

double GcColumn::plate_height(double k, double u, double D, double D_at_1_atm) const {
  const double across = packed ? grain : diameter, D_s = 1e-4 * D_at_1_atm;
  const double slow = (1.0 + 6.0 * k + 11.0 * k * k) / (96.0 * square(1.0 + k)) * across * across * u / D;
  const double inside = 2.0 * k * film * film * u / (3.0 * square(1.0 + k) * D_s);
  return packed ? 2.0 * grain + 1.4 * D / u + slow + inside : 2.0 * D / u + slow + inside;
}

}  // namespace stillhouse
