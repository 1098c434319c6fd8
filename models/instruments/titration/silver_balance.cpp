#include "models/instruments/titration/silver_balance.h"

#include <algorithm>

#include "engine/base/error.h"
#include "models/instruments/titration/data_lists.h"
#include "models/instruments/titration/equilibrium.h"
#include "models/instruments/titration/ion_activity.h"
#include "models/properties/bracketed_root.h"

namespace stillhouse {

std::string_view silver_salts_csv();  // embedded (cmake/embed.cmake)

namespace {

struct Salt {
  std::string anion;
  double charge, silver, log_K, enthalpy;

  double log_product(double T) const { return log_K + log_K_shift(enthalpy, T); }
};

const std::vector<Salt>& salts() {
  static const std::vector<Salt> table = [] {
    std::vector<Salt> result;
    for (const DataRow& row :
         data_rows("silver_salts.csv", silver_salts_csv(), "anion,charge,silver,log_K,enthalpy_kJ_mol"))
      result.push_back({std::string(row.fields[0]), row.number(1), row.number(2), row.number(3), 1e3 * row.number(4)});
    return result;
  }();
  return table;
}

}  // namespace

double silver_solubility_product(std::string_view anion, double T) {
  std::vector<std::string> names;
  for (const Salt& salt : salts()) {
    if (salt.anion == anion) return ten_to(salt.log_product(T));
    names.push_back(salt.anion);
  }
  throw ModelError(not_in_table("anion that silver precipitates", anion, names));
}

SilverState silver_state(const AqueousSolution& solution, double T) {
  // ions that stay in solution whatever falls; a precipitated pair takes two of them away, which is left out
  const double exponent = davies_exponent(0.5 * solution.square / solution.volume, T);
  struct Pair {
    double c, silver, K;
    bool chromate;
  };
  std::vector<Pair> pairs;
  for (const Salt& salt : salts()) {
    const double c = 1e-3 * solution.ion(salt.anion) / solution.volume;
    if (c <= 0.0) continue;
    const double squares = salt.silver + salt.charge * salt.charge;
    pairs.push_back({c, salt.silver, ten_to(salt.log_product(T) + exponent * squares), salt.anion == "chromate"});
  }

  SilverState state;
  const double silver = 1e-3 * solution.ion("silver") / solution.volume;
  if (silver <= 0.0) {
    // the film of salt on the electrode
    double least = 1e-7;
    for (const Pair& pair : pairs)
      if (!pair.chromate) least = std::min(least, pair.K / pair.c);
    state.pAg = -log10_of(least);
    return state;
  }
  const auto fallen = [](const Pair& pair, double free) {
    return std::max(0.0, pair.c - pair.K / (pair.silver == 2.0 ? free * free : free));
  };
  const auto excess = [&](double log_free) {
    const double free = exp(log_free);
    double sum = free;
    for (const Pair& pair : pairs) sum += pair.silver * fallen(pair, free);
    return log(sum / silver);
  };
  const double free = exp(bracketed_root(excess, -60.0, log(silver)));
  state.pAg = -log10_of(free);
  for (const Pair& pair : pairs) (pair.chromate ? state.chromate : state.halides) += 1e3 * fallen(pair, free);
  return state;
}

}  // namespace stillhouse
