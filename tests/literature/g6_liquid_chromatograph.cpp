#include <cmath>
#include <cstdlib>
#include <numbers>
#include <string>

#include "models/catalogue.h"
#include "models/instruments/liquid_chromatography/gradient.h"
#include "models/instruments/liquid_chromatography/packed_bed_column.h"
#include "models/instruments/liquid_chromatography/solutes.h"
#include "tests/literature/g6_cases.h"
#include "tests/models/reactors/reactor_rig.h"

namespace stillhouse {
namespace {

/// The facts write some names without their space.
const LiquidSolute& solute(const std::string& name) {
  if (name == "benzylalcohol") return find_liquid_solute("benzyl alcohol");
  if (name == "methylbenzoate") return find_liquid_solute("methyl benzoate");
  return find_liquid_solute(name);
}

double after(const std::string& text, const std::string& mark) {
  return std::strtod(text.c_str() + text.find(mark) + mark.size(), nullptr);
}

Modifier modifier_in(const std::string& quantity) {
  return quantity.find("MeOH") != std::string::npos ? Modifier::methanol : Modifier::acetonitrile;
}

/// Parameters as printed, "a;b;c;d", to the digits printed.
void parameters(PublishedCase& facts) {
  const std::string name = facts.name().substr(std::string("HPLC SB-C18 ").size());
  for (const std::string quantity : {"ACN a;b;c;d", "MeOH a;b;c;d"}) {
    const LiquidSolute::Fit& fit = solute(name).in(modifier_in(quantity));
    const char* text = facts.text(quantity).c_str();
    for (const double ours : {fit.a, fit.b, fit.c, fit.d}) {
      char* end = nullptr;
      const double published = std::strtod(text, &end);
      EXPECT_NEAR(ours / published, 1.0, 1e-5) << name << " " << quantity;
      text = end + 1;
    }
  }
}

/// "k phenol ACN phi=0.4 T=25 C"
void retention(PublishedCase& facts) {
  for (const std::string& quantity : facts.untested()) {
    const std::string name = quantity.substr(2, quantity.find(' ', 2) - 2);
    facts.expect(quantity, solute(name).retention_factor(modifier_in(quantity), after(quantity, "phi="),
                                                         273.15 + after(quantity, "T=")));
  }
}

/// "eta ACN-water phi=0.50 T=25 C"
void viscosity(PublishedCase& facts) {
  for (const std::string& quantity : facts.untested())
    facts.expect(quantity, 1e3 * eluent_viscosity_fit(modifier_in(quantity), after(quantity, "phi="),
                                                      273.15 + after(quantity, "T=")));
}

/// What the instrument works with: the fit led to measured water.
void measured_viscosity(PublishedCase& facts) {
  facts.expect("water 25 C", 1e3 * eluent_viscosity(Modifier::acetonitrile, 0.0, 298.15));
  facts.expect("acetonitrile 25 C", 1e3 * eluent_viscosity(Modifier::acetonitrile, 1.0, 298.15));
}

void plates_and_pressure(PublishedCase& facts) {
  const PackedBedColumn column = {.length = 0.1, .diameter = 4.6e-3, .particle = 3e-6};
  const double flow = 2e-6 / 60.0;
  const double eta = eluent_viscosity(Modifier::acetonitrile, 0.4, 298.15);
  const double D = eluent_diffusion(Modifier::acetonitrile, 0.4, 298.15, 200e-6);
  const double height = column.plate_height(flow, D);
  facts.expect("t0_s", column.hold_up() / flow);
  facts.expect("V0_mL", column.hold_up() * 1e6);
  facts.expect("D_cm2_s", D * 1e4);
  facts.expect("nu", column.velocity(flow) * column.particle / D);
  facts.expect("h", height / column.particle);
  facts.expect("N", column.length / height);
  facts.expect("dP_bar", column.pressure_drop(flow, eta) / 1e5);
  facts.expect("eta", eta * 1e3);
}

void linear_gradient(PublishedCase& facts) {
  const double minute = 60.0, T = 298.15;
  const GradientProgramme at_inlet = GradientProgramme({{0.0, 0.05}, {10.0 * minute, 0.95}}).delayed(1.0 * minute);
  for (const std::string name : {"phenol", "toluene"}) {
    const LiquidSolute::Fit& fit = solute(name).in(Modifier::acetonitrile);
    const GradientElution e = elute(
        {fit.in_water(T), fit.slope(T), minute, 0.1}, at_inlet, [](double) { return 1e-5; }, 0.0, 1e6);
    facts.expect("tR " + name, e.time / minute);
  }
}

/// Only A is pumped, and the column resolves its front.
void preparative_column(PublishedCase& facts) {
  ReactorRig rig(
      find_flowsheet_kind("preparative_column").build({{"cells", 150.0}, {"plates", 1500.0}, {"rate", 20.0}}), 1e-6);
  const double feed = 50.0, on = 400.0;
  const double hold_up = std::numbers::pi / 4.0 * 0.0046 * 0.0046 * 0.25 * 0.64 / (1e-6 / 60.0);
  rig.set("column.c_A", feed);
  double t = 0.0;
  for (; rig["cell_150.c_out_A"] < 0.5 * feed && t < on; t += 1.0) rig.run_to(t + 1.0);
  facts.expect("breakthrough in hold-ups", t / hold_up);
  rig.run_to(on);
  rig.set("column.c_A", 0.0);
  for (t = on; rig["cell_150.c_out_A"] > 0.1 * feed && t < 3.0 * on; t += 1.0) rig.run_to(t + 1.0);
  facts.expect("rear at a tenth of the feed, hold-ups after its end", (t - on) / hold_up);
}

}  // namespace

std::vector<InstrumentCase> liquid_chromatograph_cases() {
  return {{"HPLC SB-C18 ", parameters},
          {"HPLC retention SB-C18", retention},
          {"HPLC eluent viscosity (correlation)", viscosity},
          {"HPLC eluent viscosity (experiment)", measured_viscosity},
          {"HPLC plate/pressure model", plates_and_pressure},
          {"HPLC linear gradient", linear_gradient},
          {"Preparative column: Langmuir", preparative_column}};
}

}  // namespace stillhouse
