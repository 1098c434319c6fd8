#include "models/properties/liquid_split.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "engine/base/error.h"
#include "models/properties/bracketed_root.h"
#include "models/properties/fluid_vle.h"
#include "models/properties/linear_solution.h"

namespace stillhouse {

namespace {

using Fractions = PerSpecies<double>;

Fractions normalized(Fractions x) {
  double sum = 0.0;
  for (const double value : x) sum += value;
  for (double& value : x) value /= sum;
  return x;
}

/// A liquid below the tangent plane at z, if one is found.
std::optional<Fractions> lower_liquid(const Fluid& fluid, const Fractions& z, double T) {
  const std::size_t n = z.size();
  const Fractions gamma = fluid.log_activity(z, T);
  for (std::size_t start = 0; start < n; ++start) {
    if (z[start] == 0.0 || !fluid.condenses(start)) continue;
    Fractions W(n);
    for (std::size_t i = 0; i < n; ++i) W[i] = z[i] == 0.0 ? 0.0 : (i == start ? 1.0 : 0.01 * z[i]);
    double sum = 1.0;
    bool trivial = false;
    for (int step = 0; step < 1000 && !trivial; ++step) {
      const Fractions w = normalized(W), trial = fluid.log_activity(w, T);
      double change = 0.0, distance = 0.0;
      sum = 0.0;
      for (std::size_t i = 0; i < n; ++i) {
        if (z[i] == 0.0) continue;
        const double next = z[i] * exp(gamma[i] - trial[i]);
        change = std::max(change, std::fabs(log(next / W[i])));
        distance = std::max(distance, std::fabs(log(w[i] / z[i])));
        W[i] = next;
        sum += next;
      }
      trivial = distance < 1e-5;
      if (change < 1e-12) break;
    }
    if (!trivial && sum > 1.0 + 1e-10) return normalized(W);
  }
  return std::nullopt;
}

/// Splits z by the ratios K_i = second_i / first_i: the share of the second liquid (Rachford, Rice 1952).
double share_of(const Fractions& z, const Fractions& K) {
  const auto excess = [&](double share) {
    double sum = 0.0;
    for (std::size_t i = 0; i < z.size(); ++i) sum += z[i] * (K[i] - 1.0) / (1.0 + share * (K[i] - 1.0));
    return sum;
  };
  if (excess(0.0) <= 0.0) return 0.0;
  if (excess(1.0) >= 0.0) return 1.0;
  return bracketed_root(excess, 0.0, 1.0);
}

/// Newton's method on ln(first_i gamma_i) = ln(second_i gamma_i) in the amounts of the second liquid.
void polish(const Fluid& fluid, const Fractions& z, double T, LiquidSplit& split) {
  std::vector<std::size_t> present;
  for (std::size_t i = 0; i < z.size(); ++i)
    if (z[i] > 0.0) present.push_back(i);
  Fractions amount(z.size());
  for (std::size_t i = 0; i < z.size(); ++i) amount[i] = split.second_share * split.second[i];

  const auto log_activities = [&](const auto& amounts) {
    auto sum = amounts[0];
    for (std::size_t i = 1; i < z.size(); ++i) sum = sum + amounts[i];
    auto x = amounts;
    for (std::size_t i = 0; i < z.size(); ++i) x[i] = x[i] / sum;
    auto a = fluid.log_activity(x, std::decay_t<decltype(sum)>(T));
    for (const std::size_t i : present) a[i] = a[i] + log(x[i]);
    return a;
  };
  for (int step = 0; step < 20; ++step) {
    const std::size_t n = present.size();
    std::vector<std::vector<double>> jacobian(n, std::vector<double>(n));
    std::vector<double> change(n);
    double worst = 0.0;
    for (std::size_t j = 0; j < n; ++j) {
      PerSpecies<Dual<1>> second, first;
      for (std::size_t i = 0; i < z.size(); ++i) {
        Dual<1> value(amount[i]);
        value.gradient[0] = i == present[j] ? 1.0 : 0.0;
        second.push_back(value);
        first.push_back(z[i] - value);
      }
      const auto a2 = log_activities(second), a1 = log_activities(first);
      for (std::size_t i = 0; i < n; ++i) {
        const Dual<1> difference = a2[present[i]] - a1[present[i]];
        jacobian[i][j] = difference.gradient[0];
        if (j == 0) change[i] = -difference.value;
        worst = std::max(worst, std::fabs(difference.value));
      }
    }
    if (worst < 1e-13 || !solve_linear(jacobian, change)) break;
    // amounts stay between nothing and all there is
    double length = 1.0;
    for (std::size_t j = 0; j < n; ++j) {
      const double room = change[j] > 0.0 ? z[present[j]] - amount[present[j]] : amount[present[j]];
      if (std::fabs(change[j]) > 0.9 * room) length = std::min(length, 0.9 * room / std::fabs(change[j]));
    }
    for (std::size_t j = 0; j < n; ++j) amount[present[j]] += length * change[j];
  }

  split.second_share = 0.0;
  Fractions rest(z.size());
  for (std::size_t i = 0; i < z.size(); ++i) {
    split.second_share += amount[i];
    rest[i] = z[i] - amount[i];
  }
  split.second = normalized(amount);
  split.first = normalized(rest);
}

}  // namespace

bool is_stable_liquid(const Fluid& fluid, const PerSpecies<double>& z, double T) {
  return !lower_liquid(fluid, z, T);
}

std::optional<LiquidSplit> liquid_split(const Fluid& fluid, const PerSpecies<double>& z, double T) {
  const std::optional<Fractions> trial = lower_liquid(fluid, z, T);
  if (!trial) return std::nullopt;

  // successive substitution from the liquid that proved z unstable
  const std::size_t n = z.size();
  Fractions K(n);
  for (std::size_t i = 0; i < n; ++i) K[i] = z[i] > 0.0 ? (*trial)[i] / z[i] : 1.0;
  LiquidSplit split{z, *trial, 0.0};
  for (int step = 0; step < 500; ++step) {
    split.second_share = std::clamp(share_of(z, K), 1e-9, 1.0 - 1e-9);
    for (std::size_t i = 0; i < n; ++i) {
      split.first[i] = z[i] / (1.0 + split.second_share * (K[i] - 1.0));
      split.second[i] = K[i] * split.first[i];
    }
    split.first = normalized(split.first);
    split.second = normalized(split.second);
    const Fractions one = fluid.log_activity(split.first, T), two = fluid.log_activity(split.second, T);
    double change = 0.0;
    for (std::size_t i = 0; i < n; ++i) {
      const double next = z[i] > 0.0 ? exp(one[i] - two[i]) : 1.0;
      change = std::max(change, std::fabs(log(next / K[i])));
      K[i] = next;
    }
    if (change < 1e-8) break;
  }
  polish(fluid, z, T, split);

  // the richer in the first species stands first
  if (split.first[0] < split.second[0]) {
    std::swap(split.first, split.second);
    split.second_share = 1.0 - split.second_share;
  }
  return split;
}

std::optional<LiquidSplit> any_liquid_split(const Fluid& fluid, double T) {
  constexpr int finest = 64;
  for (int parts = 2; parts <= finest; parts *= 2) {
    for (int part = 1; part < parts; part += 2) {
      for (std::size_t i = 0; i < fluid.size(); ++i) {
        for (std::size_t j = i + 1; j < fluid.size(); ++j) {
          if (!fluid.condenses(i) || !fluid.condenses(j)) continue;
          Fractions pair(fluid.size());
          pair[i] = static_cast<double>(part) / parts;
          pair[j] = 1.0 - pair[i];
          if (const auto split = liquid_split(fluid, pair, T)) return split;
        }
      }
    }
  }
  return std::nullopt;
}

std::optional<FluidEquilibrium> heterogeneous_azeotrope(const Fluid& fluid, double P) {
  const auto pair = [](double x) {
    PerSpecies<double> result;
    result.push_back(x);
    result.push_back(1.0 - x);
    return result;
  };
  // from the temperature at which half of each boils, if it does
  double T;
  try {
    T = bubble_at_pressure(fluid, pair(0.5), P).T;
  } catch (const ModelError&) {
    return std::nullopt;
  }
  for (int step = 0; step < 50; ++step) {
    const auto split = any_liquid_split(fluid, T);
    if (!split) return std::nullopt;
    const FluidEquilibrium e = bubble_at_pressure(fluid, split->first, P);
    const bool arrived = std::fabs(e.T - T) < 1e-9;
    T = e.T;
    if (!arrived) continue;
    // the vapour lies between the liquids, or they boil before they meet
    if (!(e.y[0] < split->first[0] && e.y[0] > split->second[0])) return std::nullopt;
    return FluidEquilibrium{e.y, e.y, T, P};
  }
  return std::nullopt;
}

}  // namespace stillhouse
