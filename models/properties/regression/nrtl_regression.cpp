#include "models/properties/regression/nrtl_regression.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "models/properties/vle.h"

namespace stillhouse {

namespace {

constexpr double pivot = Nrtl::pivot_temperature;

/// tau = p0 + p1 (350 K/T - 1) + p2 [ln(T/350 K) + 350 K/T - 1]: value, slope and curvature at 350 K.
struct Tau {
  double p0, p1, p2;
  double a() const { return p0 - p1 - p2; }
  double b() const { return pivot * (p1 + p2); }
  double c() const { return p2; }
};

/// Fitted parameters in the order p0, p1 of tau12, then p0, p1 and perhaps p2 of tau21.
Nrtl nrtl_of(const std::vector<double>& p, double alpha) {
  const Tau tau12{p[0], p[1], 0.0}, tau21{p[2], p[3], p.size() == 5 ? p[4] : 0.0};
  return {tau12.a(), tau12.b(), tau12.c(), tau21.a(), tau21.b(), tau21.c(), alpha};
}

/// Standard errors of a, b, c, which are linear in the fitted parameters.
Nrtl standard_errors(const LeastSquaresFit& fit, double alpha) {
  const std::size_t n = fit.parameters.size();
  const std::vector<double> zero(n, 0.0);
  const auto error = [&](double Nrtl::*member) {
    double variance = 0.0;
    for (std::size_t j = 0; j < n; ++j)
      for (std::size_t k = 0; k < n; ++k) {
        std::vector<double> unit_j = zero, unit_k = zero;
        unit_j[j] = unit_k[k] = 1.0;
        variance += nrtl_of(unit_j, alpha).*member * fit.covariance[j][k] * (nrtl_of(unit_k, alpha).*member);
      }
    return std::sqrt(std::max(0.0, variance));
  };
  return {error(&Nrtl::a12),
          error(&Nrtl::b12),
          error(&Nrtl::c12),
          error(&Nrtl::a21),
          error(&Nrtl::b21),
          error(&Nrtl::c21),
          0.0};
}

/// Mean and largest absolute value of what is added.
struct Spread {
  int count = 0;
  double sum = 0.0, largest = 0.0;
  void add(double value) {
    ++count;
    sum += std::fabs(value);
    largest = std::max(largest, std::fabs(value));
  }
  double mean() const { return count > 0 ? sum / count : 0.0; }
};

template <class... Arguments>
void print(std::string& text, const char* format, Arguments... arguments) {
  char line[256];
  std::snprintf(line, sizeof line, format, arguments...);
  text += line;
}

}  // namespace

EquilibriumDeviation deviation(const Mixture& mixture, const MeasuredEquilibrium& point) {
  if (!point.at_pressure) {
    const Equilibrium e = bubble_at_temperature(mixture, point.x, point.T);
    return {e.P / point.P - 1.0, e.y[0] - point.y};
  }
  const Equilibrium e = bubble_at_pressure(mixture, point.x, point.P);
  return {point.T > 0.0 ? e.T - point.T : 0.0, e.y[0] - point.y};
}

NrtlRegression regress_nrtl(const Mixture& mixture, const std::vector<MeasuredEquilibrium>& equilibria,
                            const std::vector<MeasuredExcessEnthalpy>& heats, const NrtlChoice& choice) {
  const auto residuals = [&](const std::vector<double>& p, std::vector<double>& r) {
    const Mixture trial = mixture.with(nrtl_of(p, choice.alpha));
    std::size_t i = 0;
    for (const MeasuredEquilibrium& point : equilibria) {
      const EquilibriumDeviation d = deviation(trial, point);
      r[i++] = d.boiling / point.tolerance;
      r[i++] = d.y / point.tolerance_y;
    }
    for (const MeasuredExcessEnthalpy& point : heats)
      r[i++] =
          (trial.excess_enthalpy<double>({point.x, 1.0 - point.x}, point.T) - point.h_E) / choice.enthalpy_deviation;
  };

  // a mild, symmetric deviation from Raoult's law is a start from which both pairs are found
  std::vector<double> start{0.5, 0.0, 0.5, 0.0};
  if (choice.curved) start.push_back(0.0);
  NrtlRegression result;
  result.fit = fit_least_squares(residuals, start, 2 * equilibria.size() + heats.size());
  result.nrtl = nrtl_of(result.fit.parameters, choice.alpha);
  result.standard_error = standard_errors(result.fit, choice.alpha);
  return result;
}

std::string fit_report(const Mixture& mixture, const std::vector<MeasuredEquilibrium>& equilibria,
                       const std::vector<MeasuredExcessEnthalpy>& heats, const Nrtl& standard_error) {
  std::string report;
  print(report, "%s: NRTL, alpha %.2f\n", mixture.name().c_str(), mixture.nrtl().alpha);
  const Nrtl &value = mixture.nrtl(), &error = standard_error;
  print(report, "  a12 %12.5f +- %-9.5f b12 %12.4f +- %-9.4f K  c12 %10.5f +- %.5f\n", value.a12, error.a12, value.b12,
        error.b12, value.c12, error.c12);
  print(report, "  a21 %12.5f +- %-9.5f b21 %12.4f +- %-9.4f K  c21 %10.5f +- %.5f\n", value.a21, error.a21, value.b21,
        error.b21, value.c21, error.c21);

  // one line a set, in the order of the data
  for (auto first = equilibria.begin(); first != equilibria.end();) {
    const auto last = std::find_if(first, equilibria.end(), [&](const auto& p) { return p.set != first->set; });
    Spread boiling, vapour;
    for (auto point = first; point != last; ++point) {
      const EquilibriumDeviation d = deviation(mixture, *point);
      if (point->T > 0.0) boiling.add(d.boiling);
      vapour.add(d.y);
    }
    const bool kelvin = first->at_pressure;
    const double unit = kelvin ? 1.0 : 100.0;
    print(report, "  %-24s %2d points  %s mean %6.3f largest %6.3f %s   y mean %.4f largest %.4f\n", first->set.c_str(),
          vapour.count, kelvin ? "T" : "P", unit * boiling.mean(), unit * boiling.largest, kelvin ? "K" : "%",
          vapour.mean(), vapour.largest);
    first = last;
  }
  for (auto first = heats.begin(); first != heats.end();) {
    const auto last = std::find_if(first, heats.end(), [&](const auto& p) { return p.set != first->set; });
    Spread heat;
    for (auto point = first; point != last; ++point)
      heat.add(mixture.excess_enthalpy<double>({point->x, 1.0 - point->x}, point->T) - point->h_E);
    print(report, "  %-24s %2d points  h_E mean %5.0f largest %5.0f J/mol\n", first->set.c_str(), heat.count,
          heat.mean(), heat.largest);
    first = last;
  }
  return report;
}

}  // namespace stillhouse
