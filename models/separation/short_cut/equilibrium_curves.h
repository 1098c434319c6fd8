#pragma once

#include "models/properties/component.h"
#include "models/properties/fluid.h"
#include "models/properties/mixture.h"
#include "models/separation/short_cut/mccabe_thiele.h"

namespace stillhouse {

/// y*(x) of a mixture at a pressure, with its activity coefficients: `mixture` must outlive the curve.
EquilibriumCurve equilibrium_curve(const Mixture& mixture, double P);

/// Temperature at which a liquid of any number of species boils at a pressure, K.
double bubble_temperature(const Fluid& fluid, const PerSpecies<double>& x, double P);

/// y*(x) of a fluid of two species, the lighter first: `fluid` must outlive the curve.
EquilibriumCurve equilibrium_curve(const Fluid& fluid, double P);

/// y*(x) of two compounds by Raoult's law at a pressure, from the component data: both must outlive the curve.
///
///   raoult_curve(Component::find("benzene"), Component::find("toluene"), 101325.0)(0.5)   // 0.7148
EquilibriumCurve raoult_curve(const Component& light, const Component& heavy, double P);

/// Temperature at which a liquid of x boils by Raoult's law, K.
double raoult_bubble_temperature(const Component& light, const Component& heavy, double x, double P);

/// Molar flows are constant from stage to stage only if latent heats are equal. Counting each species by its latent
/// heat (a mole of the heavy species is `ratio` units: its heat of vaporization by that of the light one, each at its
/// own boiling point, so that enthalpies count from the saturated liquids) makes them so again:
///
///   x' = x / (x + ratio (1 - x))      F' = F (x + ratio (1 - x))
///   latent_heat_fraction(0.5, 1.08)   // 0.4808
///
/// Compositions, flows and the curve below are then those of McCabe and Thiele's method. Assumes saturated enthalpies
/// linear in composition. Source: C. S. Robinson, E. R. Gilliland, Elements of Fractional Distillation, 4th ed. 1950,
/// chapter 7.
double latent_heat_fraction(double x, double ratio);
double mole_fraction_of_latent_heat(double x, double ratio);
EquilibriumCurve in_latent_heat_units(const EquilibriumCurve& curve, double ratio);

}  // namespace stillhouse
