#include "models/instruments/titration/protolyte.h"

#include "engine/base/error.h"
#include "models/instruments/titration/data_lists.h"
#include "models/instruments/titration/equilibrium.h"

namespace stillhouse {

std::string_view protolytes_csv();  // embedded (cmake/embed.cmake)

namespace {

const std::vector<Protolyte>& all() {
  static const std::vector<Protolyte> table = [] {
    std::vector<Protolyte> result;
    for (const DataRow& row : data_rows("protolytes.csv", protolytes_csv(), "protolyte,charge,pK,enthalpy_kJ_mol")) {
      Protolyte read{std::string(row.fields[0]), static_cast<int>(row.number(1)), numbers_in(row, 2),
                     numbers_in(row, 3)};
      if (read.enthalpy.size() > read.pK.size()) row.fail("more enthalpies than steps");
      read.enthalpy.resize(read.pK.size(), 0.0);
      for (double& step : read.enthalpy) step *= 1e3;
      result.push_back(std::move(read));
    }
    return result;
  }();
  return table;
}

}  // namespace

double Protolyte::pK_at(std::size_t step, double T) const {
  return pK[step] - log_K_shift(enthalpy[step], T);
}

const Protolyte& protolyte(std::string_view name) {
  for (const Protolyte& one : all())
    if (one.name == name) return one;
  throw ModelError(not_in_table("protolyte", name, protolyte_names()));
}

std::vector<std::string> protolyte_names() {
  std::vector<std::string> names;
  for (const Protolyte& one : all()) names.push_back(one.name);
  return names;
}

double water_pK(double T) {
  static const Protolyte& water = protolyte("water");
  return water.pK_at(0, T);
}

}  // namespace stillhouse
