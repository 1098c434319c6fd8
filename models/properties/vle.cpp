#include "models/properties/vle.h"

#include <charconv>
#include <string>

#include "engine/base/error.h"
#include "models/properties/bracketed_root.h"

namespace stillhouse {

namespace {

std::string digits(double value) {
  char text[32];
  const auto end = std::to_chars(text, text + sizeof text, value, std::chars_format::general, 6).ptr;
  return {text, end};
}

[[noreturn]] void outside(const Mixture& mixture, const std::string& quantity, double value, const std::string& unit,
                          double low, double high) {
  throw ModelError(mixture.name() + ": " + quantity + " = " + digits(value) + unit + " is outside " + digits(low) +
                   unit + " to " + digits(high) + unit);
}

void check_fraction(const Mixture& mixture, const char* quantity, double value) {
  if (!(value >= 0.0 && value <= 1.0))
    outside(mixture, std::string(quantity) + " of " + mixture.component(0).name(), value, "", 0.0, 1.0);
}

void check_temperature(const Mixture& mixture, double T) {
  if (!(T >= mixture.valid_from() && T <= mixture.valid_to()))
    outside(mixture, "temperature", T, " K", mixture.valid_from(), mixture.valid_to());
}

Equilibrium boil(const Mixture& mixture, double x_light, double T) {
  const std::array<double, 2> x{x_light, 1.0 - x_light};
  const std::array<double, 2> gamma = mixture.activity(x, T);
  const double light = x[0] * gamma[0] * mixture.vapour_pressure(0, T);
  const double heavy = x[1] * gamma[1] * mixture.vapour_pressure(1, T);
  const double P = light + heavy;
  return {x, {light / P, heavy / P}, T, P};
}

/// The liquid under a vapour at T: y rises with x in every stable liquid, so the bracket is all compositions.
Equilibrium condense(const Mixture& mixture, double y_light, double T) {
  if (y_light == 0.0 || y_light == 1.0) return boil(mixture, y_light, T);
  const double x = bracketed_root([&](double x_) { return boil(mixture, x_, T).y[0] - y_light; }, 0.0, 1.0);
  return boil(mixture, x, T);
}

/// Solves for the temperature at which `at(T)` has pressure P, within the range of validity.
template <class Function>
Equilibrium at_pressure(const Mixture& mixture, double P, const Function& at) {
  const double lowest = at(mixture.valid_from()).P, highest = at(mixture.valid_to()).P;
  if (!(P >= lowest && P <= highest)) outside(mixture, "pressure", P, " Pa", lowest, highest);
  const double T =
      bracketed_root([&](double T_) { return log(at(T_).P / P); }, mixture.valid_from(), mixture.valid_to());
  return at(T);
}

}  // namespace

Equilibrium bubble_at_temperature(const Mixture& mixture, double x_light, double T) {
  check_fraction(mixture, "mole fraction in the liquid", x_light);
  check_temperature(mixture, T);
  return boil(mixture, x_light, T);
}

Equilibrium bubble_at_pressure(const Mixture& mixture, double x_light, double P) {
  check_fraction(mixture, "mole fraction in the liquid", x_light);
  return at_pressure(mixture, P, [&](double T) { return boil(mixture, x_light, T); });
}

Equilibrium dew_at_temperature(const Mixture& mixture, double y_light, double T) {
  check_fraction(mixture, "mole fraction in the vapour", y_light);
  check_temperature(mixture, T);
  return condense(mixture, y_light, T);
}

Equilibrium dew_at_pressure(const Mixture& mixture, double y_light, double P) {
  check_fraction(mixture, "mole fraction in the vapour", y_light);
  return at_pressure(mixture, P, [&](double T) { return condense(mixture, y_light, T); });
}

std::optional<Equilibrium> azeotrope_at_pressure(const Mixture& mixture, double P) {
  // ln of the relative volatility is zero at an azeotrope; unlike y - x it does not vanish at the pure ends
  const auto log_volatility = [&](double x) {
    const Equilibrium e = bubble_at_pressure(mixture, x, P);
    const std::array<double, 2> gamma = mixture.activity(e.x, e.T);
    return log(gamma[0] * mixture.vapour_pressure(0, e.T)) - log(gamma[1] * mixture.vapour_pressure(1, e.T));
  };
  if ((log_volatility(0.0) > 0.0) == (log_volatility(1.0) > 0.0)) return std::nullopt;
  return bubble_at_pressure(mixture, bracketed_root(log_volatility, 0.0, 1.0), P);
}

}  // namespace stillhouse
