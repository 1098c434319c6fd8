#include <cmath>
#include <cstdlib>

#include "engine/base/quantity.h"
#include "models/instruments/physical/conductivity.h"
#include "models/instruments/physical/ethanol_water.h"
#include "models/instruments/physical/refractometer.h"
#include "models/instruments/resistance_thermometer.h"
#include "models/instruments/spectrometry/spectrometer.h"
#include "models/instruments/thermocouple.h"
#include "tests/literature/g6_cases.h"

namespace stillhouse {
namespace {

/// Molar absorptivity, L/mol/cm.
double absorptivity(const char* species, double nanometres) {
  return 10.0 * (*absorption_spectrum(species))(1e-9 * nanometres);
}

/// A of potassium dichromate in 10 mm; the concentration stands in the case's name: "..., 60 mg/L".
void dichromate(PublishedCase& facts) {
  const double milligrams = std::atof(facts.name().substr(facts.name().rfind(", ") + 2).c_str());
  for (const int at : {235, 257, 313, 350})
    facts.expect("A(" + std::to_string(at) + " nm)",
                 1e-3 * milligrams / 294.18 * absorptivity("potassium dichromate", at));
}

void permanganate(PublishedCase& facts) {
  facts.expect("molar absorptivity 525 nm", absorptivity("potassium permanganate", 525));
  facts.expect("molar absorptivity 550 nm", absorptivity("potassium permanganate", 550));
}

/// "over 525 nm at 565 nm"
void permanganate_shape(PublishedCase& facts) {
  for (const std::string& quantity : facts.untested()) {
    const double nanometres = std::atof(quantity.substr(quantity.find("at ") + 3).c_str());
    facts.expect(quantity,
                 absorptivity("potassium permanganate", nanometres) / absorptivity("potassium permanganate", 525));
  }
}

void two_species(PublishedCase& facts) {
  facts.expect("[Cr2O7]", two_components({0.405, 0.712}, {{{374.0, 95.0}, {9.0, 2375.0}}})[0]);
  // the spectra have the same absorptivities
  EXPECT_NEAR(absorptivity("potassium dichromate", 440), 374.0, 1.0);
  EXPECT_NEAR(absorptivity("potassium dichromate", 545), 9.0, 1.0);
  EXPECT_NEAR(absorptivity("potassium permanganate", 440), 95.0, 1.0);
  EXPECT_NEAR(absorptivity("potassium permanganate", 545), 2375.0, 5.0);
}

void stray_light(PublishedCase& facts) {
  facts.expect("apparent A for true A=1", apparent_absorbance(1.0, 0.01));
}

void index_of_ethanol(PublishedCase& facts) {
  for (const int w : {0, 20, 40, 60, 80, 100}) {
    const double share = 1e-2 * w;
    facts.expect("nD at " + std::to_string(w) + " mass%",
                 refractive_index({{"ethanol", share}, {"water", 1.0 - share}}, 293.15));
  }
}

void index_of_methanol(PublishedCase& facts) {
  for (const int w : {20, 40, 60, 80, 100}) {
    const double share = 1e-2 * w;
    facts.expect("nD at " + std::to_string(w) + " mass%",
                 refractive_index({{"methanol", share}, {"water", 1.0 - share}}, 293.15));
  }
}

void index_of_pure(PublishedCase& facts) {
  for (const char* cold : {"methanol", "ethanol", "1-propanol", "acetone", "benzene", "toluene", "acetic acid",
                           "methyl acetate", "chloroform", "water"})
    facts.expect("nD " + std::string(cold) + " at 20 C", refractive_index(cold, 293.15));
  for (const char* warm : {"toluene", "o-xylene", "p-xylene", "cyclohexane", "n-heptane", "tetrahydrofuran"})
    facts.expect("nD " + std::string(warm) + " at 25 C", refractive_index(warm, 298.15));
}

void index_of_aromatics(PublishedCase& facts) {
  for (const char* share : {"0.25", "0.75"}) {
    const double w = std::atof(share);
    facts.expect("nD at w_benzene=" + std::string(share),
                 refractive_index({{"benzene", w}, {"toluene", 1.0 - w}}, 293.15));
  }
}

/// "rho w=0.10 t=15 C"
void density_of_ethanol(PublishedCase& facts) {
  for (const std::string& quantity : facts.untested()) {
    const double w = std::atof(quantity.substr(quantity.find("w=") + 2).c_str());
    const double t = std::atof(quantity.substr(quantity.find("t=") + 2).c_str());
    facts.expect(quantity, ethanol_water_density(w, 273.15 + t));
    EXPECT_NEAR(ethanol_mass_fraction(ethanol_water_density(w, 273.15 + t), 273.15 + t), w, 1e-9);
  }
}

void strength_of_ethanol(PublishedCase& facts) {
  facts.expect("vol% for mass fraction 0.3", 100.0 * ethanol_volume_fraction(0.3));
  facts.expect("vol% for mass fraction 0.4", 100.0 * ethanol_volume_fraction(0.4));
  facts.expect("mass% of 96 %vol", 100.0 * ethanol_mass_of_volume(0.96));
}

void acetic_conductivity(PublishedCase& facts) {
  for (const char* at : {"1.74", "0.435", "0.10875"}) {
    const Unit molar = unit("mol/L");
    Sample sample{"", {Portion::in_unit("acetic acid", to_si(std::atof(at), molar), molar)}, {}, 298.15};
    const Analysis analysis = conductivity_kind().analyse(sample, {{"noise", 0.0, ""}}, 1);
    facts.expect("kappa at " + std::string(at) + " mol/L", 1e3 * analysis.results.at(0).value);
  }
}

/// "at 0.837 mol/L"
void acetic_viscosity(PublishedCase& facts) {
  for (const std::string& quantity : facts.untested())
    facts.expect(quantity, acetic_acid_viscosity(1e3 * std::atof(quantity.substr(3).c_str())));
}

/// "1.413;12.88" mS/cm at 0.01 and 0.1 mol/L
void chloride_conductivity(PublishedCase& facts) {
  const std::string& text = facts.text("0.01 / 0.1 M KCl 25 C");
  char* end = nullptr;
  const double thin = std::strtod(text.c_str(), &end), thick = std::strtod(end + 1, nullptr);
  const double limiting = limiting_conductivity("potassium") + limiting_conductivity("chloride");
  EXPECT_NEAR(1e1 * 10.0 * molar_conductivity(limiting, 10.0), thin, 0.005 * thin);
  EXPECT_NEAR(1e1 * 100.0 * molar_conductivity(limiting, 100.0), thick, 0.005 * thick);
  // the standards are of a molality, a little less
  EXPECT_NEAR(1e1 * potassium_chloride_standard(0.01, 298.15), thin, 0.005 * thin);
  EXPECT_NEAR(1e1 * potassium_chloride_standard(0.1, 298.15), thick, 0.005 * thick);
}

void platinum(PublishedCase& facts) {
  for (const int t : {0, 25, 100})
    facts.expect("R(" + std::to_string(t) + " C)", platinum_resistance(273.15 + t, 100.0));
}

void type_k(PublishedCase& facts) {
  for (const int t : {25, 100})
    facts.expect("E(" + std::to_string(t) + " C)", 1e3 * thermocouple_voltage(ThermocoupleType::K, 273.15 + t));
}

}  // namespace

std::vector<InstrumentCase> physical_cases() {
  return {{"UV-Vis K2Cr2O7", dichromate},
          {"UV-Vis KMnO4", permanganate},
          {"UV-Vis permanganate shape", permanganate_shape},
          {"UV-Vis Cr/Mn", two_species},
          {"UV-Vis stray light", stray_light},
          {"Refractometer ethanol-water", index_of_ethanol},
          {"Refractometer methanol-water", index_of_methanol},
          {"Refractometer pure liquids", index_of_pure},
          {"Refractometer benzene-toluene", index_of_aromatics},
          {"Ethanol-water density", density_of_ethanol},
          {"Ethanol strength", strength_of_ethanol},
          {"MEASURED conductivity", acetic_conductivity},
          {"Conductivity reference", chloride_conductivity},
          {"Acetic acid solutions 20 C", acetic_viscosity},
          {"Pt100", platinum},
          {"Type K thermocouple", type_k}};
}

}  // namespace stillhouse
