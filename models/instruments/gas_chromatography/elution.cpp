#include "models/instruments/gas_chromatography/elution.h"

#include <algorithm>
#include <cmath>

#include "engine/autodiff/functions.h"
#include "models/properties/mixture_transport.h"

namespace stillhouse {

double CarrierDrive::inlet_pressure(const GcColumn& column, const CarrierGas& gas, double T) const {
  return constant_flow ? column.inlet_pressure(value, T, gas, outlet) : value;
}

Elution elute(const GcColumn& column, const CarrierGas& gas, const CarrierDrive& drive, const OvenProgram& oven,
              const Retention& retention, const GcAnalyte& analyte, double sigma_injected, double t_end) {
  const auto residency = [&](double x, double T) {
    const double u = column.velocity(x, T, gas, drive.inlet_pressure(column, gas, T), drive.outlet);
    return (1.0 + exp(retention.ln_k(T, column.beta))) / u;
  };
  double x = 0.0, t = 0.0, variance = sigma_injected * sigma_injected;
  while (t < t_end) {
    const double rate = oven.rate(t), T = oven.temperature(t);
    double h = std::min(oven.next_corner(t) - t, t_end - t);
    if (rate != 0.0) h = std::min(h, 0.4 / std::abs(rate));
    const double r0 = residency(x, T);
    h = std::min(h, column.length / 250.0 * r0);
    const double x_middle = std::min(x + 0.5 * h / r0, column.length), T_middle = T + 0.5 * h * rate;
    const double r = residency(x_middle, T_middle);
    const bool last = x + h / r >= column.length;
    if (last) h = (column.length - x) * r;

    const double p_i = drive.inlet_pressure(column, gas, T_middle);
    const double u = column.velocity(x_middle, T_middle, gas, p_i, drive.outlet), k = r * u - 1.0;
    const double D_1_atm = gas_diffusivity(T_middle, 101325.0, analyte.molar_mass, gas.molar_mass,
                                           analyte.diffusion_volume, gas.diffusion_volume);
    const double D = D_1_atm * 101325.0 / column.pressure(x_middle, p_i, drive.outlet);
    const double H = column.plate_height(k, u, D, D_1_atm);
    constexpr double dT = 0.05;
    const double growth =
        rate * log(residency(x_middle, T_middle + dT) / residency(x_middle, T_middle - dT)) / (2.0 * dT);
    variance = variance * exp(2.0 * growth * h) + H * r * h;
    x += h / r;
    t += h;
    if (last) return {true, t, sqrt(variance), oven.temperature(t), k};
  }
  return {false, t_end, sqrt(variance), oven.temperature(t_end),
          exp(retention.ln_k(oven.temperature(t_end), column.beta))};
}

}  // namespace stillhouse
