#include "models/instruments/liquid_chromatography/solutes.h"

#include <vector>

#include "engine/autodiff/functions.h"
#include "engine/base/error.h"
#include "models/properties/data_table.h"

namespace stillhouse {

// the embedded table (cmake/embed.cmake)
std::string_view liquid_retention_csv();

namespace {

std::vector<LiquidSolute> read_solutes() {
  std::vector<LiquidSolute> solutes;
  for (const DataRow& row : data_rows("liquid_retention.csv", liquid_retention_csv(),
                                      "solute,formula,molar_mass_kg_per_mol,modifier,a,b_per_K,c,d_per_K")) {
    LiquidSolute* solute = nullptr;
    for (LiquidSolute& known : solutes)
      if (known.name == row.fields[0]) solute = &known;
    if (solute == nullptr)
      solute = &solutes.emplace_back(
          LiquidSolute{std::string(row.fields[0]), std::string(row.fields[1]), row.number(2), {}, {}});
    if (row.fields[3] != "acetonitrile" && row.fields[3] != "methanol") row.fail("a modifier is expected");
    const LiquidSolute::Fit fit = {row.number(4), row.number(5), row.number(6), row.number(7)};
    if (row.fields[3] == "methanol")
      solute->methanol = fit;
    else
      solute->acetonitrile = fit;
  }
  return solutes;
}

}  // namespace

const LiquidSolute::Fit& LiquidSolute::in(Modifier modifier) const {
  if (modifier == Modifier::acetonitrile) return acetonitrile;
  if (!methanol) throw ModelError("the retention of " + name + " was measured in acetonitrile only, not in methanol");
  return *methanol;
}

double LiquidSolute::retention_factor(Modifier modifier, double phi, double T) const {
  const Fit& fit = in(modifier);
  return exp(fit.in_water(T) - fit.slope(T) * phi);
}

std::span<const LiquidSolute> liquid_solutes() {
  static const std::vector<LiquidSolute> solutes = read_solutes();
  return solutes;
}

const LiquidSolute& find_liquid_solute(std::string_view name) {
  std::vector<std::string> names;
  for (const LiquidSolute& solute : liquid_solutes()) {
    if (solute.name == name) return solute;
    names.push_back(solute.name);
  }
  std::string message = "the retention of \"" + std::string(name) + "\" is not known; known are:";
  for (std::size_t i = 0; i < names.size(); ++i) message += (i > 0 ? ", " : " ") + names[i];
  const std::string nearest = nearest_word(name, names);
  if (!nearest.empty()) message += "; nearest: " + nearest;
  throw ModelError(message);
}

}  // namespace stillhouse
