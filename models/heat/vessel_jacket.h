#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "models/heat/boiling_surface.h"
#include "models/heat/liquid_service.h"
#include "models/heat/steam_chest.h"
#include "models/heat/stirred_vessel.h"

namespace stillhouse {

/// Jacket or coil of a vessel with the film that its stirrer makes: a part of the unit that has the vessel.
///
/// | jacket | what is in it |
/// |---|---|
/// | none | nothing: there is none |
/// | mixed | a liquid that flows through and is mixed: one cell of LiquidPass |
/// | coil | a liquid in plug flow: cells of LiquidPass |
/// | steam | steam that condenses: SteamChest |
///
/// The liquid enters at `jacket_in` and leaves at `jacket_out`; where these are left open it is water from a main of
/// its own (liquid_service.h), with the inputs F and T of `path`_jacket_main.
///
///   T  K  of the vessel's contents     c  share of the surface that they cover     A  m2
///   Q = c A (T_medium - T) / (1/h_vessel + R + 1/h_medium)            W into the contents
///   h_vessel = (h_rest^3 + h_stirred^3)^(1/3)        h_stirred = Nu k/D, stirred_vessel.h, D of the vessel
///   contents that boil on steam's surface: h_vessel = h_rest + h_boiling(q), BoilingSurface, with
///   q (1/h_steam + R) + q/h_vessel(q) = T_s - T      Q = c A q
/// Algebraic     `name`_flux  q  W/m2, where they boil
/// Inputs        stirrer_speed  1/s, where there is a stirrer      jacket_fouling  m2 K/W, R
/// Observable    jacket_duty  W into the contents
/// Assumes       jacket and wall lose no heat to the room; the wall is part of the vessel's metal; a steam film of
///               8000 W/(m2 K), condensation.h at 10 K on a wall of half a metre; conductivity of the contents that of
///               the start's composition and temperature; mu/mu_wall = 1
/// Valid for     as stirred_vessel.h; level and surface grow together
/// Source        balances; films: stirred_vessel.h; adding stirred and free convection by cubes: S. W. Churchill, AIChE
///               J. 23 (1977) 10
/// Example       500 kg, 4180 J/(kg K), 1200 W/K, medium of 120 degC: from 20 to 80 degC in 1595.87 s (batch_heating.h)
class VesselJacket {
 public:
  enum class Kind { none, mixed, coil, steam };
  enum class Stirrer { none, paddle, turbine, propeller, anchor };
  struct Parameters {
    std::string name = "jacket";  // of its signals
    Kind kind = Kind::none;
    double area = 0.5;           // m2
    double rest_film = 300.0;    // W/(m2 K) of the contents at rest
    double steam_film = 8000.0;  // W/(m2 K)
    double fouling = 0.0;        // m2 K/W
    LiquidPass::Parameters medium;
    SteamChest::Parameters steam;
    Stirrer stirrer = Stirrer::none;
    double stirrer_diameter = 0.2;  // m
    double stirrer_speed = 0.0;     // 1/s
    double vessel_diameter = 0.6;   // m
    double conductivity = 0.3;      // W/(m K) of the contents
    /// The contents boil on it (steam only); null: they do not.
    std::shared_ptr<const BoilingSurface> boiling;
  };

  /// `medium` is there for mixed and coil.
  VesselJacket(Declare& declare, const Parameters& parameters, const std::optional<LiquidService>& medium);

  /// Writes the jacket's equations and gives the heat into contents of x, T that cover a share of the surface, W.
  template <class Eq, class Real>
  Real equate(Eq& eq, const Fluid& fluid, const PerSpecies<Real>& x, const Real& T, const Real& covered) const {
    if (par_.kind == Kind::none) return Real(0.0);
    const Real Q = heat(eq, fluid, x, T, covered);
    if (par_.kind == Kind::steam) {
      if (par_.boiling) {
        const Real q = eq[flux_];
        const Real h = par_.rest_film + par_.boiling->film(x, boiling_pressure(fluid, x, T), q);
        eq.equate("boiling curve", q * (1.0 / par_.steam_film + eq[fouling_]) + q / h,
                  Real(chest_->temperature(eq) - T));
      }
      chest_->equate(eq, Q);
    } else {
      const auto film = film_of_medium(eq, fluid, x, T, covered);
      pass_->equate(eq, *medium_, [&](int k) { return pass_->heat(eq, film, k, T); });
    }
    return Q;
  }
  /// W into the contents.
  template <class Eq, class Real>
  Real heat(Eq& eq, const Fluid& fluid, const PerSpecies<Real>& x, const Real& T, const Real& covered) const {
    if (par_.kind == Kind::none) return Real(0.0);
    if (par_.boiling) return par_.area * covered * eq[flux_];
    if (par_.kind == Kind::steam) {
      const Real U = 1.0 / (resistance(eq, fluid, x, T) + 1.0 / par_.steam_film);
      return par_.area * U * covered * (chest_->temperature(eq) - T);
    }
    const auto film = film_of_medium(eq, fluid, x, T, covered);
    Real Q(0.0);
    for (int k = 0; k < pass_->cells(); ++k) Q -= pass_->heat(eq, film, k, T);
    return Q;
  }
  template <class Show, class Real>
  void observe(Show& show, const Fluid& fluid, const PerSpecies<Real>& x, const Real& T, const Real& covered) const {
    if (par_.kind == Kind::none) return;
    show.show(duty_, heat(show, fluid, x, T, covered));
    if (pass_) pass_->hold(show, *medium_);
    if (chest_) chest_->observe(show);
  }

  // ---- what a film is made of, for whoever draws it up without the unit

  static stirred_vessel::Surface surface(Kind kind, Stirrer stirrer);
  /// W/(m K) of a liquid; gases that are dissolved count as 0.1, an estimate that hardly matters.
  static double conductivity(const Fluid& fluid, const PerSpecies<double>& x, double T);
  /// h_vessel, W/(m2 K), of contents x, T stirred N times a second.
  template <class Real, class Speed>
  static Real film_of_contents(const Parameters& of, const stirred_vessel::Surface& surface, const Fluid& fluid,
                               const PerSpecies<Real>& x, const Real& T, const Speed& N) {
    if (of.stirrer == Stirrer::none) return Real(of.rest_film);
    const Real mu = fluid.liquid_viscosity(x, T);
    const Real cp = 0.25 * (fluid.liquid_enthalpy(x, Real(T + 2.0)) - fluid.liquid_enthalpy(x, Real(T - 2.0))) /
                    fluid.liquid_molar_mass(x);
    const double D = of.stirrer_diameter;
    const Real Re = fluid.liquid_density(x, T) * N * (D * D) / mu;
    const Real Nu = stirred_vessel::nusselt(Re, Real(mu * cp * (1.0 / of.conductivity)), Real(1.0), surface);
    const Real h = Nu * (of.conductivity / of.vessel_diameter);
    const double rest = of.rest_film;
    return pow(Real(h * h * h + rest * rest * rest), 1.0 / 3.0);
  }

  // ---- what a kind of unit that owns one lets a text say

  static Kind kind_of(const std::string& word);
  static Stirrer stirrer_of(const std::string& word);

  static std::vector<ParameterInfo> parameters();
  static std::vector<ChoiceParameter> choices();
  /// jacket_in, jacket_out.
  static std::vector<PortInfo> ports();
  /// Reads them for a vessel of that diameter that starts with such contents.
  static Parameters of(UnitSite& site, double vessel_diameter, const PerSpecies<double>& x, double T);
  /// The liquid in it (liquid_service.h); nothing for none and steam. ModelError if something is joined that does not
  /// fit.
  static std::optional<LiquidService> medium_of(UnitSite& site, const Parameters& parameters);

 private:
  template <class Eq, class Real>
  Real film_of_contents(Eq& eq, const Fluid& fluid, const PerSpecies<Real>& x, const Real& T) const {
    if (par_.stirrer == Stirrer::none) return Real(par_.rest_film);  // it has no speed
    return film_of_contents(par_, surface_, fluid, x, T, eq[speed_]);
  }
  /// Resistance of contents and fouling, m2 K/W.
  template <class Eq, class Real>
  Real resistance(Eq& eq, const Fluid& fluid, const PerSpecies<Real>& x, const Real& T) const {
    return 1.0 / film_of_contents(eq, fluid, x, T) + eq[fouling_];
  }
  template <class Eq, class Real>
  LiquidPass::Film<Real> film_of_medium(Eq& eq, const Fluid& fluid, const PerSpecies<Real>& x, const Real& T,
                                        const Real& covered) const {
    return pass_->film(eq, *medium_, resistance(eq, fluid, x, T), covered);
  }
  Parameters par_;
  std::shared_ptr<const Fluid> medium_;
  std::optional<LiquidPass> pass_;
  std::optional<SteamChest> chest_;
  stirred_vessel::Surface surface_;
  Variable flux_;
  Input speed_, fouling_;
  Observable duty_;
};

/// m, of an upright cylinder.
double vessel_diameter(double volume, double height);

/// Share of a surface in a vessel that liquid up to `level` of its `height` covers.
template <class Real>
Real covered_share(const Real& level, double height) {
  return smooth_positive(Real(level * (1.0 / height)), 1e-3);
}

}  // namespace stillhouse
