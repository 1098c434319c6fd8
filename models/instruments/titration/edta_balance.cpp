#include "models/instruments/titration/edta_balance.h"

#include "engine/base/error.h"
#include "models/instruments/titration/data_lists.h"
#include "models/instruments/titration/equilibrium.h"
#include "models/instruments/titration/ion_activity.h"
#include "models/properties/bracketed_root.h"

namespace stillhouse {

std::string_view edta_complexes_csv();  // embedded (cmake/embed.cmake)

const std::vector<EdtaMetal>& edta_metals() {
  static const std::vector<EdtaMetal> table = [] {
    std::vector<EdtaMetal> result;
    for (const DataRow& row :
         data_rows("edta_complexes.csv", edta_complexes_csv(), "metal,charge,log_K,enthalpy_kJ_mol"))
      result.push_back(
          {std::string(row.fields[0]), static_cast<int>(row.number(1)), row.number(2), 1e3 * row.number(3)});
    return result;
  }();
  return table;
}

const EdtaMetal& edta_metal(std::string_view name) {
  std::vector<std::string> names;
  for (const EdtaMetal& metal : edta_metals()) {
    if (metal.name == name) return metal;
    names.push_back(metal.name);
  }
  throw ModelError(not_in_table("metal that EDTA takes", name, names));
}

double edta_share(double pH, double T, double ionic_strength) {
  static const Protolyte& edta = protolyte("edta");
  const double exponent = davies_exponent(ionic_strength, T);
  // from Y with charge -4 backwards: log10 of each form over it
  double sum = 1.0, log_form = 0.0;
  for (std::size_t i = edta.pK.size(); i-- > 0;) {
    const double z = edta.charge - static_cast<double>(i);
    log_form += edta.pK_at(i, T) - pH;
    sum += ten_to(log_form + exponent * (z * z - 16.0));
  }
  return 1.0 / sum;
}

double conditional_constant(const EdtaMetal& metal, double pH, double T, double ionic_strength) {
  const double exponent = davies_exponent(ionic_strength, T);
  const double z = metal.charge, bound = metal.charge - 4.0;
  return metal.log_K + log_K_shift(metal.enthalpy, T) + log10_of(edta_share(pH, T, ionic_strength)) -
         exponent * (z * z + 16.0 - bound * bound);
}

double free_metal(const AqueousSolution& solution, const EdtaMetal& metal, double pH, double T, double ionic_strength) {
  struct Taken {
    double c, K;
  };
  std::vector<Taken> metals;
  double wanted_K = 0.0, wanted_c = 0.0;
  for (const EdtaMetal& one : edta_metals()) {
    const double c = 1e-3 * solution.ion(one.name) / solution.volume;
    if (c <= 0.0) continue;
    metals.push_back({c, ten_to(conditional_constant(one, pH, T, ionic_strength))});
    if (&one == &metal) wanted_c = c, wanted_K = metals.back().K;
  }
  if (wanted_c <= 0.0) return 20.0;

  const double edta = 1e-3 * solution.ion("edta") / solution.volume;
  if (edta <= 0.0) return -log10_of(wanted_c);
  const auto excess = [&](double log_free) {
    const double free = exp(log_free);
    double sum = free;
    for (const Taken& one : metals) sum += one.c * one.K * free / (1.0 + one.K * free);
    return log(sum / edta);
  };
  const double free = exp(bracketed_root(excess, log(edta) - 120.0, log(edta)));
  return -log10_of(wanted_c / (1.0 + wanted_K * free));
}

}  // namespace stillhouse
