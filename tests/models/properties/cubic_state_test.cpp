#include "models/properties/cubic_state.h"

#include <gtest/gtest.h>

#include <cmath>

#include "engine/base/error.h"
#include "models/properties/cubic_fluid.h"
#include "models/properties/cubic_parameters.h"

namespace stillhouse {
namespace {

template <class Real = double>
PerSpecies<Real> shares(std::initializer_list<double> values) {
  PerSpecies<Real> x;
  for (const double value : values) x.push_back(Real(value));
  return x;
}

// n-butane as J. M. Smith, H. C. Van Ness, M. M. Abbott, Introduction to Chemical Engineering Thermodynamics, 7th ed.,
// table B.1 has it
const CubicSpecies butane{425.1, 37.96e5, 0.200};
const CubicState peng_robinson(Cubic::peng_robinson, {butane}, {0.0});
const CubicState soave(Cubic::soave_redlich_kwong, {butane}, {0.0});

CubicRoots roots_of(const CubicState& state, double T, double P) {
  const auto mix = state.mixed(state.at(T, P), shares({1.0}));
  return state.compressibilities(mix.A, mix.B);
}

TEST(SoaveAlpha, HasTheSlopesOfItsSources) {
  const SoaveAlpha alpha = SoaveAlpha::peng_robinson(0.2, 425.1);
  EXPECT_NEAR(alpha.m, 0.6723, 5e-5);
  EXPECT_NEAR(alpha.root(std::sqrt(350.0)), 1.0623, 5e-5);
  EXPECT_NEAR(SoaveAlpha::soave_redlich_kwong(0.2, 425.1).m, 0.480 + 0.3148 - 0.00704, 1e-12);
  // both forms of 1978 meet near 0.491
  EXPECT_NEAR(SoaveAlpha::peng_robinson(0.4911, 425.1).m, SoaveAlpha::peng_robinson(0.491, 425.1).m, 5e-3);
  // whatever the equation, alpha is 1 at the critical point
  EXPECT_DOUBLE_EQ(alpha.root(std::sqrt(425.1)), 1.0);
  const double h = 1e-4;
  EXPECT_NEAR(alpha.root_slope(std::sqrt(350.0)),
              (alpha.root(std::sqrt(350.0 + h)) - alpha.root(std::sqrt(350.0 - h))) / (2.0 * h), 1e-10);
}

TEST(CubicState, HasTheCriticalConstantsOfItsSources) {
  // Peng, Robinson 1976: Oa = 0.45724, Ob = 0.07780, Zc = 0.307; Soave 1972: 0.42747, 0.08664, 1/3
  const auto robinson = peng_robinson.mixed(peng_robinson.at(425.1, 37.96e5), shares({1.0}));
  EXPECT_NEAR(robinson.A, 0.45724, 5e-6);
  EXPECT_NEAR(robinson.B, 0.07780, 5e-6);
  EXPECT_NEAR(roots_of(peng_robinson, 425.1, 37.96e5).largest, 0.3074, 5e-5);
  const auto redlich = soave.mixed(soave.at(425.1, 37.96e5), shares({1.0}));
  EXPECT_NEAR(redlich.A, 0.42748, 5e-6);
  EXPECT_NEAR(redlich.B, 0.08664, 5e-6);
  EXPECT_NEAR(roots_of(soave, 425.1, 37.96e5).largest, 1.0 / 3.0, 2e-5);
}

TEST(CubicState, HasTheVolumesOfATextbook) {
  // Smith, Van Ness, Abbott, 7th ed., example 3.9 and the table after it: n-butane, 350 K, 9.4573 bar; cm^3/mol as
  // printed. Quoted elsewhere were found the state and the volumes by Redlich-Kwong (2555 and 133.3), which is not
  // here; those of the table could not be looked up again
  const double per_Z = gas_constant * 350.0 / 9.4573e5 * 1e6;
  const CubicRoots robinson = roots_of(peng_robinson, 350.0, 9.4573e5);
  EXPECT_NEAR(robinson.smallest * per_Z, 112.6, 0.1);
  EXPECT_NEAR(robinson.largest * per_Z, 2486.0, 1.0);
  const CubicRoots redlich = roots_of(soave, 350.0, 9.4573e5);
  EXPECT_NEAR(redlich.smallest * per_Z, 127.8, 0.1);
  EXPECT_NEAR(redlich.largest * per_Z, 2520.0, 1.0);
}

TEST(CubicState, HasTheResidualPropertiesOfATextbook) {
  // the same book, example 6.4 and the table after it: n-butane gas, 500 K, 50 bar, which it rounds to Tr = 1.176 and
  // Pr = 1.317; Z, J/mol, J/(mol K) as printed, and not looked up again
  const auto compare = [](const CubicState& state, double Z, double h, double s) {
    const PerSpecies<double> x = shares({1.0});
    const auto at = state.at(1.176 * 425.1, 1.317 * 37.96e5);
    const auto mix = state.mixed(at, x);
    const double own = state.compressibility(mix, PhaseKind::vapour);
    EXPECT_NEAR(own, Z, 1e-4);
    EXPECT_NEAR(state.enthalpy_departure(at, mix, x, own) / at.T * 500.0, h, 1.0);
    EXPECT_NEAR(state.entropy_departure(at, mix, x, own), s, 2e-3);
  };
  compare(soave, 0.7222, -4824.0, -7.413);
  compare(peng_robinson, 0.6907, -4988.0, -7.426);
}

TEST(CubicState, IsAnIdealGasWhereThereIsNoPressure) {
  const CubicFluid fluid({"methane", "propane", "n-pentane"}, Cubic::peng_robinson);
  const PerSpecies<double> x = shares({0.5, 0.3, 0.2});
  const auto at = fluid.at(300.0, 1.0);
  const auto mix = fluid.state().mixed(at, x);
  const double Z = fluid.state().compressibility(mix, PhaseKind::vapour);
  EXPECT_NEAR(Z, 1.0, 1e-5);
  EXPECT_NEAR(fluid.state().enthalpy_departure(at, mix, x, Z), 0.0, 0.1);
  EXPECT_NEAR(fluid.state().entropy_departure(at, mix, x, Z), 0.0, 1e-3);
  const PerSpecies<double> phi = fluid.log_fugacity_coefficients(at, PhaseKind::vapour, x);
  for (const double value : phi) EXPECT_NEAR(value, 0.0, 2e-5);
}

TEST(CubicState, GivesTheSameWithTheVolumeAsTheUnknown) {
  const CubicFluid fluid({"methane", "propane", "n-pentane"}, Cubic::soave_redlich_kwong);
  const CubicState& state = fluid.state();
  const PerSpecies<double> x = shares({0.2, 0.3, 0.5});
  for (const PhaseKind kind : {PhaseKind::vapour, PhaseKind::liquid}) {
    const auto at = fluid.at(320.0, 15e5);
    const double v = fluid.molar_volume(at, kind, x);
    EXPECT_NEAR(state.pressure(x, 320.0, v), 15e5, 1e-2);
    const auto in = state.in_volume(x, 320.0, v);
    const auto phi = fluid.log_fugacity_coefficients(at, kind, x);
    const auto again = state.log_fugacity_coefficients(in.at, in.mix, in.Z);
    for (std::size_t i = 0; i < 3; ++i) EXPECT_NEAR(again[i], phi[i], 1e-8);
  }
}

TEST(CubicState, HasExactDerivatives) {
  const CubicFluid fluid({"carbon dioxide", "propane", "n-pentane"}, Cubic::peng_robinson);
  using D = Dual<5>;
  PerSpecies<D> x = shares<D>({0.2, 0.3, 0.5});
  for (int i = 0; i < 3; ++i) x[i].gradient[i] = 1.0;
  D T(320.0), P(15e5);
  T.gradient[3] = 1.0;
  P.gradient[4] = 1.0;
  for (const PhaseKind kind : {PhaseKind::vapour, PhaseKind::liquid}) {
    const auto at = fluid.at(T, P);
    const D h = fluid.enthalpy(at, kind, x), s = fluid.entropy(at, kind, x), v = fluid.molar_volume(at, kind, x);
    const PerSpecies<D> phi = fluid.log_fugacity_coefficients(at, kind, x);
    for (int k = 0; k < 5; ++k) {
      const double step = k < 3 ? 1e-5 : k == 3 ? 1e-3 : 10.0;
      std::array<std::array<double, 6>, 2> ends;
      for (int side = 0; side < 2; ++side) {
        const double by = side == 0 ? -step : step;
        PerSpecies<double> x_ = shares({0.2, 0.3, 0.5});
        if (k < 3) x_[k] += by;
        const auto at_ = fluid.at(320.0 + (k == 3 ? by : 0.0), 15e5 + (k == 4 ? by : 0.0));
        const PerSpecies<double> phi_ = fluid.log_fugacity_coefficients(at_, kind, x_);
        ends[side] = {phi_[0],
                      phi_[1],
                      phi_[2],
                      fluid.enthalpy(at_, kind, x_),
                      fluid.entropy(at_, kind, x_),
                      fluid.molar_volume(at_, kind, x_)};
      }
      const std::array<D, 6> duals{phi[0], phi[1], phi[2], h, s, v};
      for (int q = 0; q < 6; ++q) {
        const double difference = (ends[1][q] - ends[0][q]) / (2.0 * step);
        EXPECT_NEAR(duals[q].gradient[k], difference, 1e-5 * std::fabs(difference) + 1e-9)
            << word_for(kind) << " " << q << " " << k;
      }
    }
  }
}

TEST(CubicState, HasTheDerivativesByAmountInClosedForm) {
  const CubicFluid fluid({"carbon dioxide", "propane", "n-pentane"}, Cubic::peng_robinson);
  const auto at = fluid.at(320.0, 15e5);
  const PerSpecies<double> n = shares({0.2, 0.3, 0.5});
  PhasePair phases({PhaseKind::vapour, PhaseKind::liquid}, 3);
  phases.y = phases.x = n;
  PhasePair::Matrix F;
  fluid.log_fugacity_derivatives(at, phases, F);
  PhasePair values({PhaseKind::vapour, PhaseKind::liquid}, 3);
  values.y = values.x = n;
  fluid.log_fugacity_coefficients(at, values);
  for (int k = 0; k < 2; ++k) {
    const PhaseKind kind = phases.kinds[k];
    const PerSpecies<double> alone = fluid.log_fugacity_coefficients(at, kind, n);
    for (int i = 0; i < 3; ++i) {
      EXPECT_NEAR((k == 0 ? phases.log_phi_y : phases.log_phi_x)[i], alone[i], 1e-14);
      EXPECT_NEAR((k == 0 ? values.log_phi_y : values.log_phi_x)[i], alone[i], 1e-14);
    }
    for (int j = 0; j < 3; ++j) {
      const double step = 1e-5;
      std::array<PerSpecies<double>, 2> ends;
      for (int side = 0; side < 2; ++side) {
        PerSpecies<double> x = n;
        const double by = side == 0 ? -step : step;
        x[j] += by;
        for (double& value : x) value /= 1.0 + by;
        ends[side] = fluid.log_fugacity_coefficients(at, kind, x);
      }
      for (int i = j; i < 3; ++i) EXPECT_NEAR(F[i][j].lane[k], (ends[1][i] - ends[0][i]) / (2.0 * step), 1e-7);
    }
  }
}

TEST(CubicState, RefusesWhatMakesNoSense) {
  EXPECT_THROW(CubicState(Cubic::peng_robinson, {}, {}), ModelError);
  EXPECT_THROW(CubicState(Cubic::peng_robinson, {butane, butane}, {0.0}), ModelError);
  EXPECT_THROW(CubicState(Cubic::peng_robinson, {butane, butane}, {0.0, 0.1, 0.2, 0.0}), ModelError);
  EXPECT_THROW(CubicState(Cubic::peng_robinson, {{-5.0, 1e6, 0.1}}, {0.0}), ModelError);
  EXPECT_THROW(CubicFluid({"propane", "propane"}, Cubic::peng_robinson), ModelError);
  EXPECT_THROW(CubicFluid({"propan"}, Cubic::peng_robinson), ModelError);
}

TEST(CubicParameters, AreThoseOfTheTableInBothOrders) {
  EXPECT_EQ(cubic_binary_parameter("124-38-9", "74-98-6"), 0.1315);
  EXPECT_EQ(cubic_binary_parameter("74-98-6", "124-38-9"), 0.1315);
  EXPECT_EQ(cubic_binary_parameter("7440-59-7", "74-98-6"), std::nullopt);
}

/// Vapour pressure of an equation of state: where liquid and vapour have the same fugacity.
double saturation_pressure(const CubicFluid& fluid, double T, double P) {
  const PerSpecies<double> x = shares({1.0});
  for (int i = 0; i < 100; ++i) {
    const auto at = fluid.at(T, P);
    const double difference = fluid.log_fugacity_coefficients(at, PhaseKind::liquid, x)[0] -
                              fluid.log_fugacity_coefficients(at, PhaseKind::vapour, x)[0];
    P *= std::exp(difference);
    if (std::fabs(difference) < 1e-12) break;
  }
  return P;
}

TEST(CubicFluid, HasTheVapourPressuresOfTwentyCompounds) {
  // against the correlations of the component data from 0.6 Tc to 0.95 Tc; at worst toluene, 4.6 %, and ethylbenzene
  const std::vector<std::string> compounds{"methane",   "ethane",   "propane",         "n-butane",      "isobutane",
                                           "n-pentane", "n-hexane", "n-heptane",       "n-octane",      "cyclohexane",
                                           "benzene",   "toluene",  "ethylbenzene",    "ethylene",      "propylene",
                                           "oxygen",    "nitrogen", "carbon monoxide", "diethyl ether", "acetone"};
  for (const std::string& compound : compounds) {
    for (const Cubic equation : {Cubic::peng_robinson, Cubic::soave_redlich_kwong}) {
      const CubicFluid fluid({compound}, equation);
      const Component& component = Component::find(compound);
      for (const double Tr : {0.60, 0.65, 0.70, 0.75, 0.80, 0.85, 0.90, 0.95}) {
        const double T = Tr * component.constant("Tc"), data = component.property("VaporPressure")(T);
        EXPECT_NEAR(saturation_pressure(fluid, T, data) / data, 1.0, 0.05)
            << compound << " at " << Tr << " Tc, " << (equation == Cubic::peng_robinson ? "PR" : "SRK");
      }
    }
  }
}

}  // namespace
}  // namespace stillhouse
