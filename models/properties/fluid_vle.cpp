#include "models/properties/fluid_vle.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>

#include "engine/base/error.h"
#include "models/properties/bracketed_root.h"
#include "models/properties/linear_solution.h"
#include "models/properties/liquid_split.h"

namespace stillhouse {

namespace {

constexpr double lowest = 250.0, highest = 600.0;  // K, where a fluid's properties are sound

std::string digits(double value) {
  char text[32];
  const auto end = std::to_chars(text, text + sizeof text, value, std::chars_format::general, 6).ptr;
  return {text, end};
}

[[noreturn]] void outside(const std::string& quantity, double value, const std::string& unit, double low, double high) {
  throw ModelError(quantity + " = " + digits(value) + unit + " is outside " + digits(low) + unit + " to " +
                   digits(high) + unit);
}

void check_fractions(const Fluid& fluid, const char* where, const PerSpecies<double>& z) {
  if (z.size() != fluid.size())
    throw ModelError(std::to_string(fluid.size()) + " mole fractions are needed, " + std::to_string(z.size()) +
                     " are given");
  double sum = 0.0;
  for (std::size_t i = 0; i < z.size(); ++i) {
    if (!(z[i] >= 0.0 && z[i] <= 1.0))
      outside("mole fraction of " + fluid.name(i) + " in the " + where, z[i], "", 0.0, 1.0);
    sum += z[i];
  }
  if (!(std::fabs(sum - 1.0) <= 1e-6)) throw ModelError("the mole fractions sum to " + digits(sum) + ", not to 1");
}

void check_temperature(double T) {
  if (!(T >= lowest && T <= highest)) outside("temperature", T, " K", lowest, highest);
}

FluidEquilibrium boil(const Fluid& fluid, const PerSpecies<double>& x, double T) {
  FluidEquilibrium e{x, fluid.bubble_pressures(x, T), T, 0.0};
  for (const double p : e.y) e.P += p;
  for (double& y : e.y) y /= e.P;
  return e;
}

/// ln of the bubble pressure and its derivative by T.
Dual<1> log_pressure(const Fluid& fluid, const PerSpecies<double>& x, double T) {
  PerSpecies<Dual<1>> fixed;
  for (const double value : x) fixed.push_back(value);
  Dual<1> seeded(T), sum(0.0);
  seeded.gradient[0] = 1.0;
  for (const Dual<1>& p : fluid.bubble_pressures(fixed, seeded)) sum += p;
  return log(sum);
}

/// Whether the mixture boils at P where its properties are sound.
bool boils(const Fluid& fluid, const PerSpecies<double>& x, double P) {
  return log_pressure(fluid, x, lowest).value <= log(P) && log(P) <= log_pressure(fluid, x, highest).value;
}

/// A dew point sought from one start: which of ln P and ln T is given, and the liquid's fractions as they are improved.
class DewPoint {
 public:
  DewPoint(const Fluid& fluid, const PerSpecies<double>& y, bool at_pressure, PerSpecies<double> x, double T, double P)
      : fluid_(fluid), y_(y), at_pressure_(at_pressure), x_(std::move(x)), T_(T), P_(P) {
    for (std::size_t i = 0; i < y.size(); ++i)
      if (y[i] > 0.0) present_.push_back(i);
  }

  std::optional<FluidEquilibrium> find() {
    double norm = residual_norm(x_, T_, P_);
    for (int step = 0; step < 100; ++step) {
      if (norm < 1e-12) return found();
      if (!newton_step(norm)) break;
    }
    return norm < 1e-9 ? found() : std::nullopt;
  }

 private:
  std::optional<FluidEquilibrium> found() const {
    // a solution that ran away to where properties mean nothing is none
    if (!(T_ >= lowest && T_ <= highest)) return std::nullopt;
    return FluidEquilibrium{x_, y_, T_, P_};
  }

  /// ln p_i - ln y_i - ln P of the species there are, and the sum of fractions less one.
  template <class Real>
  std::vector<Real> residuals(const PerSpecies<Real>& x, const Real& T, const Real& P) const {
    const PerSpecies<Real> p = fluid_.bubble_pressures(x, T);
    std::vector<Real> r;
    Real sum(-1.0);
    for (const std::size_t i : present_) {
      r.push_back(log(p[i] / (y_[i] * P)));
      sum = sum + x[i];
    }
    r.push_back(sum);
    return r;
  }
  double residual_norm(const PerSpecies<double>& x, double T, double P) const {
    double norm = 0.0;
    for (const double r : residuals(x, T, P)) norm = std::max(norm, std::isfinite(r) ? std::fabs(r) : 1e300);
    return norm;
  }

  bool newton_step(double& norm) {
    const std::size_t n = present_.size();
    std::vector<std::vector<double>> jacobian(n + 1, std::vector<double>(n + 1));
    std::vector<double> step(n + 1);
    for (std::size_t j = 0; j <= n; ++j) {
      // along ln x_j, or along the logarithm of what is sought of T and P
      PerSpecies<Dual<1>> x;
      for (const double value : x_) x.push_back(value);
      Dual<1> T(T_), P(P_);
      if (j < n)
        x[present_[j]].gradient[0] = x_[present_[j]];
      else if (at_pressure_)
        T.gradient[0] = T_;
      else
        P.gradient[0] = P_;
      const std::vector<Dual<1>> r = residuals(x, T, P);
      for (std::size_t i = 0; i <= n; ++i) {
        jacobian[i][j] = r[i].gradient[0];
        if (j == 0) step[i] = -r[i].value;
      }
    }
    if (!solve_linear(jacobian, step)) return false;

    // no fraction changes more than tenfold at once, T by no more than a tenth; then half steps until it gets better
    double length = 1.0;
    for (std::size_t j = 0; j <= n; ++j) {
      const double most = j == n && at_pressure_ ? 0.1 : 2.3;
      if (std::fabs(step[j]) > most) length = std::min(length, most / std::fabs(step[j]));
    }
    for (int halving = 0; halving < 30; ++halving, length *= 0.5) {
      PerSpecies<double> x = x_;
      for (std::size_t j = 0; j < n; ++j) x[present_[j]] *= exp(length * step[j]);
      const double factor = exp(length * step[n]);
      const double T = at_pressure_ ? T_ * factor : T_, P = at_pressure_ ? P_ : P_ * factor;
      if (!(T > 100.0 && T < 1500.0)) continue;
      const double trial = residual_norm(x, T, P);
      if (!(trial < norm)) continue;
      x_ = x, T_ = T, P_ = P, norm = trial;
      return true;
    }
    return false;
  }

  const Fluid& fluid_;
  const PerSpecies<double>& y_;
  bool at_pressure_;
  PerSpecies<double> x_;
  double T_, P_;
  std::vector<std::size_t> present_;
};

/// Pressure at which the vapour condenses if the liquid is ideal.
double ideal_dew_pressure(const Fluid& fluid, const PerSpecies<double>& y, double T) {
  double sum = 0.0;
  for (std::size_t i = 0; i < y.size(); ++i) sum += y[i] / fluid.vapour_pressure(i, T);
  return 1.0 / sum;
}

/// All dew points that the starts lead to; the best by `better`.
template <class Better>
std::optional<FluidEquilibrium> best_dew_point(const Fluid& fluid, const PerSpecies<double>& y, bool at_pressure,
                                               double T, double P, const Better& better) {
  std::optional<FluidEquilibrium> best;
  const std::size_t n = y.size();
  PerSpecies<double> ideal(n);
  for (std::size_t i = 0; i < n; ++i) ideal[i] = y[i] * P / fluid.vapour_pressure(i, T);
  for (std::size_t start = 0; start <= n; ++start) {
    PerSpecies<double> x = ideal;
    if (start > 0) {
      if (y[start - 1] == 0.0) continue;
      for (double& value : x) value *= 0.05;
      x[start - 1] += 0.95;
    }
    const auto found = DewPoint(fluid, y, at_pressure, x, T, P).find();
    if (found && (!best || better(*found, *best))) best = found;
  }
  return best;
}

/// Azeotropes of one liquid; `at(x)` is its bubble point, if it boils there.
template <class At>
std::vector<FluidEquilibrium> azeotropes_of_one_liquid(const Fluid& fluid, const At& at) {
  if (fluid.size() != 2) throw ModelError("azeotropes are sought between two species");
  if (!fluid.condenses(0) || !fluid.condenses(1)) return {};
  const auto pair = [](double x) {
    PerSpecies<double> result;
    result.push_back(x);
    result.push_back(1.0 - x);
    return result;
  };
  // ln of the relative volatility is zero at an azeotrope; unlike y - x it does not vanish at the pure ends
  const auto log_volatility = [](const FluidEquilibrium& e) { return log(e.y[0] / e.x[0]) - log(e.y[1] / e.x[1]); };
  std::vector<FluidEquilibrium> azeotropes;
  constexpr int points = 100;
  constexpr double end = 1e-6;
  std::optional<FluidEquilibrium> before;
  for (int i = 0; i <= points; ++i) {
    const double x = i == 0 ? end : i == points ? 1.0 - end : static_cast<double>(i) / points;
    const std::optional<FluidEquilibrium> here = at(pair(x));
    if (before && here && (log_volatility(*before) > 0.0) != (log_volatility(*here) > 0.0)) {
      const double root = bracketed_root([&](double z) { return log_volatility(*at(pair(z))); }, before->x[0], x);
      const FluidEquilibrium e = *at(pair(root));
      if (is_stable_liquid(fluid, e.x, e.T)) azeotropes.push_back(e);
    }
    before = here;
  }
  return azeotropes;
}

}  // namespace

FluidEquilibrium bubble_at_temperature(const Fluid& fluid, const PerSpecies<double>& x, double T) {
  check_fractions(fluid, "liquid", x);
  check_temperature(T);
  return boil(fluid, x, T);
}

FluidEquilibrium bubble_at_pressure(const Fluid& fluid, const PerSpecies<double>& x, double P) {
  check_fractions(fluid, "liquid", x);
  double low = lowest, high = highest;
  const double P_low = exp(log_pressure(fluid, x, low).value), P_high = exp(log_pressure(fluid, x, high).value);
  if (!(P >= P_low && P <= P_high))
    throw ModelError("at " + digits(P) + " Pa the mixture does not boil between 250 K (" + digits(P_low) +
                     " Pa) and 600 K (" + digits(P_high) + " Pa)");

  // ln P is nearly a straight line over 1/T
  const double target = log(P);
  double T = 1.0 / (1.0 / low + (1.0 / high - 1.0 / low) * (target - log(P_low)) / log(P_high / P_low));
  for (int step = 0; step < 100; ++step) {
    const Dual<1> at = log_pressure(fluid, x, T);
    const double miss = at.value - target;
    (miss < 0.0 ? low : high) = T;
    double next = 1.0 / (1.0 / T + miss / (at.gradient[0] * T * T));
    if (!(next > low && next < high)) next = 0.5 * (low + high);
    const double moved = std::fabs(next - T);
    T = next;
    if (moved <= 4e-16 * T || (std::fabs(miss) < 1e-14 && moved < 1e-11)) break;
  }
  FluidEquilibrium e = boil(fluid, x, T);
  e.P = P;
  return e;
}

FluidEquilibrium dew_at_temperature(const Fluid& fluid, const PerSpecies<double>& y, double T) {
  check_fractions(fluid, "vapour", y);
  check_temperature(T);
  const auto lower = [](const FluidEquilibrium& a, const FluidEquilibrium& b) { return a.P < b.P; };
  const auto best = best_dew_point(fluid, y, false, T, ideal_dew_pressure(fluid, y, T), lower);
  if (!best) throw ModelError("no dew point of this vapour is found at " + digits(T) + " K");
  return *best;
}

FluidEquilibrium dew_at_pressure(const Fluid& fluid, const PerSpecies<double>& y, double P) {
  check_fractions(fluid, "vapour", y);
  const double P_low = ideal_dew_pressure(fluid, y, lowest), P_high = ideal_dew_pressure(fluid, y, highest);
  if (!(P >= P_low && P <= P_high))
    throw ModelError("at " + digits(P) + " Pa the vapour does not condense between 250 K (" + digits(P_low) +
                     " Pa) and 600 K (" + digits(P_high) + " Pa)");
  const double T =
      bracketed_root([&](double T_) { return log(ideal_dew_pressure(fluid, y, T_) / P); }, lowest, highest);
  const auto hotter = [](const FluidEquilibrium& a, const FluidEquilibrium& b) { return a.T > b.T; };
  const auto best = best_dew_point(fluid, y, true, T, P, hotter);
  if (!best) throw ModelError("no dew point of this vapour is found at " + digits(P) + " Pa");
  return *best;
}

std::vector<FluidEquilibrium> azeotropes_at_pressure(const Fluid& fluid, double P) {
  const auto at = [&](const PerSpecies<double>& x) -> std::optional<FluidEquilibrium> {
    if (!boils(fluid, x, P)) return std::nullopt;
    return bubble_at_pressure(fluid, x, P);
  };
  std::vector<FluidEquilibrium> azeotropes = azeotropes_of_one_liquid(fluid, at);
  if (!fluid.condenses(0) || !fluid.condenses(1)) return azeotropes;
  if (const auto boiling = heterogeneous_azeotrope(fluid, P)) azeotropes.push_back(*boiling);
  std::sort(azeotropes.begin(), azeotropes.end(), [](const auto& a, const auto& b) { return a.y[0] < b.y[0]; });
  return azeotropes;
}

std::vector<FluidEquilibrium> azeotropes_at_temperature(const Fluid& fluid, double T) {
  return azeotropes_of_one_liquid(
      fluid, [&](const PerSpecies<double>& x) { return std::optional(bubble_at_temperature(fluid, x, T)); });
}

}  // namespace stillhouse
