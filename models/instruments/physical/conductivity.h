#pragma once

#include <string_view>

#include "models/instruments/instrument_kind.h"

namespace stillhouse {

/// Limiting molar conductivity of an ion at 25 degC, S m^2/mol; ModelError names the ions.
double limiting_conductivity(std::string_view ion);

/// Molar conductivity of a strong 1:1 electrolyte in water at 25 degC, S m^2/mol, concentration in mol/m^3.
///
///   L = L0 - (A + B L0) sqrt(c) / (1 + b a sqrt(c)),   c in mol/L
///   A = 60.2e-4 S m^2/mol (L/mol)^0.5, B = 0.229 (L/mol)^0.5, b a = 1.3: ions 4e-10 m apart
///
/// Kohlrausch's root, with the denominator that the size of ions makes.
/// Valid to 0.1 mol/L within 0.5 % (KCl: 0.01 mol/L 141.3, 0.1 mol/L 128.9e-4), to 1 mol/L within some per cent.
/// Source: Robinson and Stokes, Electrolyte Solutions, 2nd edition, chapter 7.
double molar_conductivity(double limiting, double concentration);

/// Viscosity of acetic acid in water over that of water, concentration in mol/m^3: 1 + 1.23e-4 c.
///
/// Fitted to the CRC Handbook (102nd edition, concentrative properties of aqueous solutions) at 20 degC, 1 to 10 mass
/// %, within 0.1 %; 0.6 % low at 20 mass %. By Walden's rule ions are slower by as much.
double acetic_acid_viscosity(double concentration);

/// Conductivity of KCl solutions of 0.01 and 0.1 mol/kg ("0.01", "0.1"), S/m, from 0 to 50 degC, on straight lines
/// between the values every 5 K of the CRC Handbook (Wu, Koch, Pratt, J. Res. Natl. Inst. Stand. Technol. 96 (1991)
/// 191).
double potassium_chloride_standard(double molality, double T);

/// Saponification of ethyl acetate by sodium hydroxide: hydroxide left at time t, mol/m^3, of equal or unequal starts.
///
///   dx/dt = k (a - x)(b - x);   a = b: a - x = a / (1 + k a t)
///
/// Closed form of both, joined where they meet.
double hydroxide_left(double hydroxide, double ester, double k, double t);

/// Conductivity meter: a cell of a constant that a KCl standard finds, temperature compensated on a straight line.
///
///   shown = kappa(T) (K_true / K_entered) / (1 + alpha (T - 25)) (1 + noise)
///   kappa(T) = kappa(25 degC) (1 + 0.02 (T - 25))
///
/// Of samples: potassium chloride, sodium chloride, hydrochloric acid, sodium hydroxide, sodium acetate (strong),
/// acetic acid (weak), and what of them reacts: acid and base neutralise; ethyl acetate is saponified,
/// k = 0.112 L/mol/s at 25 degC, 47.3 kJ/mol (usual in teaching; published values scatter).
/// Assumes    each ion's share as in a strong electrolyte of the same ionic strength, conductivity of pure water 0.1
/// mS/m (air's carbon dioxide: an assumption), the viscosity of acetic acid as at 20 degC.
/// Valid for  up to 0.1 mol/L within 1 %; beyond, and for mixtures, several per cent.
/// Source     Robinson and Stokes, Electrolyte Solutions, 2nd edition.
InstrumentKind conductivity_kind();

}  // namespace stillhouse
