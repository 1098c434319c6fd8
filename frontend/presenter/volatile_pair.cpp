#include "frontend/presenter/volatile_pair.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "frontend/presenter/binary_column.h"
#include "models/properties/bracketed_root.h"
#include "models/properties/fluid.h"
#include "models/properties/mixture.h"
#include "models/properties/vle.h"
#include "models/separation/short_cut/equilibrium_curves.h"

namespace stillhouse {

namespace {

class MixturePair final : public VolatilePair {
 public:
  explicit MixturePair(const Mixture& mixture) : mixture_(mixture) {}

  std::string light() const override { return mixture_.component(0).name(); }
  Boiling boiling(double x, double P) const override {
    const Equilibrium e = bubble_at_pressure(mixture_, x, P);
    return {e.x[0], e.y[0], e.T};
  }
  double dew_temperature(double y, double P) const override { return dew_at_pressure(mixture_, y, P).T; }
  std::optional<double> liquid_boiling_at(double T, double P) const override {
    return stillhouse::liquid_boiling_at(mixture_, T, P);
  }
  std::optional<double> liquid_of_density(double density, double T) const override {
    return stillhouse::liquid_of_density(mixture_, density, T);
  }
  double liquid_enthalpy(double x, double T) const override {
    return x * mixture_.liquid_enthalpy(0, T) + (1.0 - x) * mixture_.liquid_enthalpy(1, T) +
           mixture_.excess_enthalpy(std::array<double, 2>{x, 1.0 - x}, T);
  }
  double vapour_enthalpy(double y, double T) const override {
    return y * mixture_.vapour_enthalpy(0, T) + (1.0 - y) * mixture_.vapour_enthalpy(1, T);
  }
  double molar_density(double x, double T) const override {
    return mixture_.liquid_density(std::array<double, 2>{x, 1.0 - x}, T) /
           (x * mixture_.molar_mass(0) + (1.0 - x) * mixture_.molar_mass(1));
  }

 private:
  const Mixture& mixture_;
};

class FluidPair final : public VolatilePair {
 public:
  explicit FluidPair(std::shared_ptr<const Fluid> fluid) : fluid_(std::move(fluid)) {
    constexpr double usual = 350.0;  // K
    light_ = fluid_->vapour_pressure(0, usual) >= fluid_->vapour_pressure(1, usual) ? 0 : 1;
  }

  std::string light() const override { return fluid_->name(light_); }
  Boiling boiling(double x, double P) const override {
    const double T = bubble_temperature(*fluid_, both(x), P);
    const PerSpecies<double> p = fluid_->bubble_pressures(both(x), T);
    return {x, p[light_] / (p[0] + p[1]), T};
  }
  double dew_temperature(double y, double P) const override { return boiling(equilibrium_liquid(curve(P), y), P).T; }
  /// Tabulated: it is asked for often, and a straight line over half a mole percent is out by less than 1e-4.
  EquilibriumCurve curve(double P) const override {
    constexpr std::size_t parts = 200;
    std::vector<double> table(parts + 1);
    for (std::size_t i = 0; i <= parts; ++i) table[i] = boiling(static_cast<double>(i) / parts, P).y;
    return [table = std::move(table)](double x) {
      const double place = std::clamp(x, 0.0, 1.0) * parts;
      const std::size_t i = std::min(static_cast<std::size_t>(place), parts - 1);
      return table[i] + (place - static_cast<double>(i)) * (table[i + 1] - table[i]);
    };
  }
  std::optional<double> liquid_boiling_at(double T, double P) const override {
    if (!(T > fluid_->valid_from() && T < fluid_->valid_to() && P > 0.0)) return {};
    const auto excess = [&](double x) {
      const PerSpecies<double> p = fluid_->bubble_pressures(both(x), T);
      return log((p[0] + p[1]) / P);
    };
    // the pressure of a boiling liquid rises with its light species up to an azeotrope
    constexpr int parts = 50;
    double x = 0.0;
    if (excess(x) > 0.0) return {};
    for (int i = 1; i <= parts; ++i) {
      const double next = static_cast<double>(i) / parts;
      if (excess(next) >= 0.0) return bracketed_root(excess, x, next);
      x = next;
    }
    return {};
  }
  std::optional<double> liquid_of_density(double density, double T) const override {
    if (!(T > fluid_->valid_from() && T < fluid_->valid_to())) return {};
    const auto excess = [&](double x) { return fluid_->liquid_density(both(x), T) - density; };
    if ((excess(0.0) >= 0.0) == (excess(1.0) >= 0.0)) return {};
    return bracketed_root(excess, 0.0, 1.0);
  }
  double liquid_enthalpy(double x, double T) const override { return fluid_->liquid_enthalpy(both(x), T); }
  double vapour_enthalpy(double y, double T) const override { return fluid_->gas_enthalpy(both(y), T); }
  double molar_density(double x, double T) const override { return 1.0 / fluid_->liquid_molar_volume(both(x), T); }

 private:
  PerSpecies<double> both(double x) const {
    PerSpecies<double> result(2);
    result[light_] = x;
    result[1 - light_] = 1.0 - x;
    return result;
  }

  std::shared_ptr<const Fluid> fluid_;
  std::size_t light_ = 0;
};

}  // namespace

std::shared_ptr<const VolatilePair> pair_of(const Mixture& mixture) {
  return std::make_shared<const MixturePair>(mixture);
}

std::shared_ptr<const VolatilePair> pair_of(std::shared_ptr<const Fluid> fluid) {
  return std::make_shared<const FluidPair>(std::move(fluid));
}

}  // namespace stillhouse
