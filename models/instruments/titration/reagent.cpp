#include "models/instruments/titration/reagent.h"

#include "engine/base/error.h"
#include "models/instruments/titration/data_lists.h"

namespace stillhouse {

std::string_view reagents_csv();  // embedded (cmake/embed.cmake)
std::string_view redox_couples_csv();

namespace {

const std::vector<RedoxCouple>& couples() {
  static const std::vector<RedoxCouple> table = [] {
    std::vector<RedoxCouple> result;
    for (const DataRow& row : data_rows("redox_couples.csv", redox_couples_csv(),
                                        "couple,electrons,oxidised,reduced,protons,potential_V,source"))
      result.push_back(
          {std::string(row.fields[0]), row.number(1), row.number(2), row.number(3), row.number(4), row.number(5)});
    return result;
  }();
  return table;
}

void gather(std::vector<AqueousSolution::Ion>& ions, const std::string& name, double amount) {
  for (AqueousSolution::Ion& ion : ions)
    if (ion.name == name) {
      ion.amount += amount;
      return;
    }
  ions.push_back({name, amount});
}

void gather(std::vector<AqueousSolution::Protic>& protolytes, const Protolyte* protolyte, double amount) {
  for (AqueousSolution::Protic& protic : protolytes)
    if (protic.protolyte == protolyte) {
      protic.amount += amount;
      return;
    }
  protolytes.push_back({protolyte, amount});
}

void gather(std::vector<AqueousSolution::Redox>& couples, const RedoxCouple* couple, double units) {
  for (AqueousSolution::Redox& redox : couples)
    if (redox.couple == couple) {
      redox.units += units;
      return;
    }
  couples.push_back({couple, units});
}

}  // namespace

const RedoxCouple& redox_couple(std::string_view name) {
  std::vector<std::string> names;
  for (const RedoxCouple& couple : couples()) {
    if (couple.name == name) return couple;
    names.push_back(couple.name);
  }
  throw ModelError(not_in_table("redox couple", name, names));
}

const std::vector<Reagent>& reagents() {
  static const std::vector<Reagent> table = [] {
    std::vector<Reagent> result;
    for (const DataRow& row : data_rows("reagents.csv", reagents_csv(),
                                        "reagent,formula,molar_mass_g_mol,protolyte,protolytes,charge,square,couple,"
                                        "units,electrons,ion,ions")) {
      Reagent read;
      read.name = row.fields[0];
      read.molar_mass = 1e-3 * row.number(2);
      if (!row.fields[3].empty()) read.protolyte = &protolyte(row.fields[3]);
      read.protolytes = row.number_or_zero(4);
      read.charge = row.number_or_zero(5);
      read.square = row.number_or_zero(6);
      if (!row.fields[7].empty()) read.couple = &redox_couple(row.fields[7]);
      read.units = row.number_or_zero(8);
      read.electrons = row.number_or_zero(9);
      read.ion = row.fields[10];
      read.ions = row.number_or_zero(11);
      result.push_back(std::move(read));
    }
    return result;
  }();
  return table;
}

const Reagent* find_reagent(std::string_view name) {
  for (const Reagent& one : reagents())
    if (one.name == name) return &one;
  return nullptr;
}

const Reagent& reagent(std::string_view name) {
  if (const Reagent* found = find_reagent(name)) return *found;
  std::vector<std::string> names;
  for (const Reagent& one : reagents()) names.push_back(one.name);
  throw ModelError(not_in_table("reagent", name, names));
}

void AqueousSolution::add(const Reagent& reagent, double amount) {
  if (reagent.protolyte) gather(protolytes, reagent.protolyte, reagent.protolytes * amount);
  charge += reagent.charge * amount;
  square += reagent.square * amount;
  if (reagent.couple) gather(couples, reagent.couple, reagent.units * amount);
  electrons += reagent.electrons * amount;
  if (!reagent.ion.empty()) gather(ions, reagent.ion, reagent.ions * amount);
}

void AqueousSolution::add(const AqueousSolution& other, double share) {
  volume += share * other.volume;
  charge += share * other.charge;
  square += share * other.square;
  electrons += share * other.electrons;
  for (const Protic& protic : other.protolytes) gather(protolytes, protic.protolyte, share * protic.amount);
  for (const Redox& redox : other.couples) gather(couples, redox.couple, share * redox.units);
  for (const Ion& ion : other.ions) gather(ions, ion.name, share * ion.amount);
}

double AqueousSolution::ion(std::string_view name) const {
  for (const Ion& ion : ions)
    if (ion.name == name) return ion.amount;
  return 0.0;
}

}  // namespace stillhouse
