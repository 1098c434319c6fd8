#pragma once

#include "models/properties/component.h"

namespace stillhouse {

/// Diffusion volume of a species after Fuller, Schettler and Giddings, for gas_diffusivity (mixture_transport.h): a
/// value of the table for small molecules, else the sum over the atoms, less 18.3 if the molecule has an aromatic or
/// heterocyclic ring. Example: ethanol 2 * 15.9 + 6 * 2.31 + 6.11 = 51.77. \throws ModelError for an element that is
/// not in the table. Source: B. E. Poling, J. M. Prausnitz, J. P. O'Connell, The Properties of Gases and Liquids, 5th
/// ed., table 11-1
double diffusion_volume(const Component& component);

}  // namespace stillhouse
